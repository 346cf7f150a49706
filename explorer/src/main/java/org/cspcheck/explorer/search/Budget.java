package org.cspcheck.explorer.search;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.cspcheck.explorer.profile.Stages;
import org.cspcheck.explorer.search.disk.Storage;
import org.cspcheck.model.verdict.Limits;
import org.cspcheck.model.verdict.Outcome;
import org.cspcheck.model.verdict.Outlook;

/**
 * What one check may use, and what it has used: states, depth, bytes, time.
 *
 * <p>Asked before every growth and once for each block of states. Every method that finds a limit exceeded throws {@link LimitReached}.
 * Workers share it: what they call locks it, which is rare beside what they do in between.
 */
public final class Budget {
    private static final long MEBI = 1 << 20;
    private static final long REPORT_NANOS = 250_000_000L;

    private final Limits limits;
    private final Progress progress;
    private final BooleanSupplier cancelled;
    private final int workers;
    private final Optional<Storage> storage;
    private final Stages stages;
    private final HeapGauge heap = new HeapGauge();
    private final long start = System.nanoTime();
    private final long deadline;
    private final long mostBytes;
    private long nextReport = start + REPORT_NANOS;
    private long offHeap;
    private long ceiling = Long.MAX_VALUE;
    private long firstAvailable = Long.MAX_VALUE;
    private Outcome.Statistics explored = Outcome.Statistics.NOTHING;
    private Optional<Outlook> outlook = Optional.empty();
    private int searches;

    /** The budget of a check by one worker. */
    public Budget(Limits limits, Progress progress, BooleanSupplier cancelled) {
        this(limits, progress, cancelled, 1);
    }

    /** @param workers threads that may search */
    public Budget(Limits limits, Progress progress, BooleanSupplier cancelled, int workers) {
        this(limits, progress, cancelled, workers, Optional.empty(), Stages.unclocked());
    }

    /**
     * @param workers threads that may search
     * @param storage where searches may go on when memory is full, and leave checkpoints
     * @param stages where the time goes
     */
    public Budget(Limits limits, Progress progress, BooleanSupplier cancelled, int workers, Optional<Storage> storage, Stages stages) {
        this.workers = workers;
        this.storage = storage;
        this.stages = stages;
        this.limits = limits;
        this.progress = progress;
        this.cancelled = cancelled;
        this.deadline = limits.time().map(time -> start + Math.min(time.toNanos(), Long.MAX_VALUE / 2)).orElse(Long.MAX_VALUE);
        this.mostBytes = Math.min(limits.memory().orElse(Long.MAX_VALUE), Machine.usableBytes());
    }

    /** {@return the stages of the check} */
    public Stages stages() {
        return stages;
    }

    /** {@return threads that may search} */
    public int workers() {
        return workers;
    }

    /** {@return whether the number of distinct states is limited} */
    public boolean limitsStates() {
        return limits.states().isPresent() || ceiling != Long.MAX_VALUE;
    }

    /** {@return where searches may write; empty: nowhere} */
    public Optional<Storage> storage() {
        return storage;
    }

    /** {@return the number of the next search that decides; 0 if it is an attempt, which is short} */
    int nextSearch() {
        return ceiling != Long.MAX_VALUE ? 0 : searches + 1;
    }

    /** The search with the next number has come to its end. */
    void searched() {
        searches++;
    }

    /** {@return whether there may be so many distinct states} */
    boolean allows(long count) {
        return count <= mostStates() && count <= ceiling;
    }

    /** {@return bytes that one more search may use} The heap is collected first if it looks like much. */
    synchronized long room() {
        if (heap.live() > mostBytes / 8) {
            System.gc();
        }
        return Math.max(0, Math.min(mostBytes - offHeap - heap.live(), Machine.availableBytes()));
    }

    /** Something that people should know, and that is no answer. */
    void remark(String text) {
        progress.remark(text);
    }

    /** Something has no checkpoint, for this reason: who has asked for checkpoints should know. */
    public void unkept(String reason) {
        if (storage.isPresent()) {
            remark("no checkpoint, only limits apply: " + reason + ", so the same command begins anew");
        }
    }

    /** There are this many distinct states. */
    public synchronized void states(long count) {
        if (limits.states().isPresent() && count > limits.states().getAsLong()) {
            explored = new Outcome.Statistics(limits.states().getAsLong(), explored.transitions(), explored.depth());
            throw new LimitReached("state limit of " + limits.states().getAsLong() + " reached");
        }
        if (count > ceiling) {
            throw new CeilingReached();
        }
    }

    /**
     * {@return what the attempt says; empty if it meets more states than {@code most}} A limit of the check that is reached before is thrown as
     * ever.
     */
    public <T> Optional<T> attempt(long most, Supplier<T> attempt) {
        ceiling = most;
        try {
            return Optional.of(attempt.get());
        } catch (CeilingReached e) {
            return Optional.empty();
        } finally {
            ceiling = Long.MAX_VALUE;
        }
    }

    private static final class CeilingReached extends RuntimeException {
        private static final long serialVersionUID = 1;

        CeilingReached() {
            super("", null, false, false);
        }
    }

    /** {@return how many distinct states may be met} */
    public long mostStates() {
        return limits.states().orElse(Long.MAX_VALUE);
    }

    /** {@return the smaller of {@code count} and the limit: what may be reported as explored} */
    public long within(long count) {
        return Math.min(count, mostStates());
    }

    /** {@return whether runs are followed to any depth} */
    public boolean isDeep() {
        return limits.depth().isEmpty();
    }

    /** {@return whether the Java heap is half full: time to drop what is not needed} */
    public boolean isCrowded() {
        return heap.isHalfFull();
    }

    /** This much has been explored. */
    public void explored(Outcome.Statistics statistics) {
        explored = statistics;
    }

    /** {@return what has been explored, so far or when a limit stopped it} */
    public Outcome.Statistics explored() {
        return explored;
    }

    /** A limit has stopped a search that decides. */
    void outlook(Outlook left) {
        outlook = Optional.of(left);
    }

    /** {@return what may be left, where a limit has stopped a search} */
    public Optional<Outlook> outlook() {
        return outlook;
    }

    /** There are states this many steps from the start. */
    public void depth(int depth) {
        if (limits.depth().isPresent() && depth > limits.depth().getAsInt()) {
            throw new LimitReached("depth limit of " + limits.depth().getAsInt() + " reached");
        }
    }

    /** Time passes: the deadline, cancellation and the heap, in nanoseconds when nothing is due. */
    public synchronized void pulse() {
        long now = System.nanoTime();
        if (now >= deadline) {
            throw new LimitReached("time limit of " + text(limits.time().orElseThrow()) + " reached");
        }
        if (cancelled.getAsBoolean() || Thread.currentThread().isInterrupted()) {
            throw new LimitReached("interrupted");
        }
        if (heap.isDue(now)) {
            heap.check(now, mostBytes - offHeap, this::memoryLimit);
        }
    }

    /**
     * As {@link #pulse()}, with news for people who wait.
     *
     * @param inAll how many states there may be
     */
    public void pulse(long states, long transitions, int depth, long frontier, Supplier<Optional<Outlook.Range>> inAll) {
        pulse();
        long now = System.nanoTime();
        if (now >= nextReport) {
            nextReport = now + REPORT_NANOS;
            progress.report(new Progress.Snapshot(states, transitions, depth, frontier, inAll.get(), (now - start) * 1e-9));
        }
    }

    /** An array on the Java heap is about to grow by this much. */
    public synchronized void heap(long bytes) {
        if (bytes >= MEBI) {
            heap.reserve(bytes, mostBytes - offHeap, this::memoryLimit);
        }
    }

    /**
     * Asks for memory outside the Java heap, before it is allocated.
     *
     * <p>Memory that was reserved and not yet written still looks available to the system, so what was available when the first large table was
     * asked for is a bound as well.
     */
    public synchronized void reserve(long bytes) {
        heap.leave(mostBytes - offHeap - bytes, this::memoryLimit);
        if (bytes > 64 * MEBI) {
            long available = Machine.availableBytes();
            firstAvailable = Math.min(firstAvailable, available + offHeap);
            if (bytes > available || offHeap + bytes > firstAvailable) {
                throw new LimitReached("memory of this machine exhausted at " + (offHeap + bytes) / MEBI + " MiB of tables");
            }
        }
        offHeap += bytes;
    }

    /** Gives back what {@link #reserve} gave. */
    public synchronized void release(long bytes) {
        offHeap -= bytes;
    }

    private LimitReached memoryLimit() {
        if (limits.memory().isPresent() && limits.memory().getAsLong() <= mostBytes) {
            return new LimitReached("memory limit of " + bytes(limits.memory().getAsLong()) + " reached");
        }
        return heap.isHalfFull()
                ? new LimitReached("Java heap of " + bytes(Runtime.getRuntime().maxMemory()) + " exhausted")
                : new LimitReached("memory of this machine exhausted");
    }

    private static String bytes(long count) {
        for (int shift = 30; shift >= 10; shift -= 10) {
            if (count >= 1L << shift && count % (1L << shift) == 0) {
                return (count >> shift) + " " + "KMG".charAt(shift / 10 - 1) + "iB";
            }
        }
        return count >= 8 * MEBI ? count / MEBI + " MiB" : count + " bytes";
    }

    private static String text(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + "s" : time.toMillis() + "ms";
    }
}
