package org.cspcheck.runtime;

import java.util.function.Consumer;
import org.cspcheck.runtime.carrier.Fiber;

/**
 * A process as its scheduler knows it.
 *
 * <p>Invariants. {@code waiting} is set exactly while the status is {@link Status#WAITING}. A process that was told to end keeps {@code
 * toEnd} for good: every primitive that it calls from then on throws {@link Ended}. The fields are the scheduler's: only the one process that
 * runs, or the driving thread while none runs, touches them.
 */
public final class Tasklet {
    /** What a process is doing. */
    public enum Status { NEW, READY, RUNNING, WAITING, ENDED }

    private static final long NEVER = -1;

    private static final Status[] STATUSES = Status.values();

    final Scheduler scheduler;
    final byte priority;
    Behaviour behaviour;
    Consumer<Tasklet> whenEnded;
    Fiber fiber;
    /** The place of its status in the order of declaration: the collector need not be told of a number. */
    private byte status;
    Waiting waiting;
    /** After so many more waits it is looked at more closely: 1 if it was told to end. */
    int untilLook = 1;
    byte looks;
    /** How much it has done since its beginning, or the head of its loop, that others may have seen. */
    int acts;
    /** Whether it cannot be saved: it did something before its loop, or after, or in another one. */
    boolean wandered;
    private int loops;
    private boolean told;
    /** When it looked at the clock first since then; negative if it has not. */
    private long asked = NEVER;
    boolean toEnd;
    /** Whether it is READY, stands before something that others can see, and timers race: its own may overtake it. */
    boolean standsBack;
    boolean serves;
    /** Neighbours in the scheduler's list of processes that have not ended. */
    Tasklet next;
    Tasklet previous;
    /** Null for one that is called by its number, until somebody asks. */
    private String name;
    private final int number;
    private final Tasklet parent;
    private Object carried;
    private Object loopHead;
    private Throwable failure;
    private Object memory;

    Tasklet(Scheduler scheduler, String name, int number, Tasklet parent, int priority, Behaviour behaviour, Consumer<Tasklet> whenEnded) {
        this.scheduler = scheduler;
        this.name = name;
        this.number = number;
        this.parent = parent;
        this.priority = (byte) priority;
        this.behaviour = behaviour;
        this.whenEnded = whenEnded;
    }

    public String name() {
        if (name == null) {
            name = Integer.toString(number);
        }
        return name;
    }

    /** {@return its names from the network down, {@code farm/worker(3)}} */
    public String path() {
        return parent == null ? name() : parent.path() + "/" + name();
    }

    public Status status() {
        return STATUSES[status];
    }

    boolean is(Status one) {
        return status == one.ordinal();
    }

    void become(Status next) {
        status = (byte) next.ordinal();
    }

    /** {@return its names from below the network down, {@code worker(3)}; the network's own for its first process} */
    public String place() {
        return parent == null || parent.parent == null ? name() : parent.place() + "/" + name();
    }

    /**
     * From now on this process only serves the others, as one does that reads from the outside for them: when all those are stuck it keeps
     * nobody from calling them deadlocked.
     */
    public void serve() {
        serves = true;
    }

    /** {@return 0 for the most urgent, 31 for the least} */
    public int priority() {
        return priority;
    }

    /** {@return whether it could do what others can see, and a timer of its own may come first} */
    public boolean standsBack() {
        return standsBack;
    }

    /** A timer that it has set comes to it while it {@linkplain #standsBack stands back}: it goes on with a message. */
    public void overtake(Object message) {
        scheduler.dispatcher.overtake(this, message);
    }

    /** {@return what it waits for; null unless it waits} */
    public Waiting waiting() {
        return waiting;
    }

    /** {@return what left its behaviour; null if it ended well or has not ended} */
    public Throwable failure() {
        return failure;
    }

    /** {@return what it holds out while it waits (a writer's value), or what it was resumed with} */
    public Object carried() {
        return carried;
    }

    void goesOnWith(Object message) {
        carried = message;
        waiting = null;
        become(Status.READY);
    }

    void carry(Object value) {
        carried = value;
    }

    /** {@return the value at the head of its loop; null if it has none} */
    public Object loopHead() {
        return loopHead;
    }

    /** Notes the value at the head of its loop, which is the whole state of the process at that moment. */
    public void atLoopHead(Object state) {
        loopHead = state;
        wandered |= loops == 0;
        atPlace();
        if (scheduler.keeping.saving() != null && !wandered) {
            scheduler.keeping.saving().restAtHead(this);
        }
        if (scheduler.watch.probe() != null && state != null) {
            scheduler.watch.probe().loops().atHead(this, state);
        }
    }

    /** A loop over a value begins here, which {@link #atLoopHead} tells of until {@link #leaveLoop}. */
    public void enterLoop() {
        wandered |= acts > 0 || loops > 0;
        loops++;
        if (scheduler.watch.probe() != null) {
            scheduler.watch.probe().loops().entered(this);
        }
    }

    /** The loop has ended. */
    public void leaveLoop() {
        loopHead = null;
        wandered = true;
        if (scheduler.watch.probe() != null) {
            scheduler.watch.probe().loops().left(this);
        }
    }

    /** {@return the value to begin its loop with: the one that was saved, or the one that is given} */
    public <S> S loopsFrom(S initial) {
        return scheduler.keeping.resumption() == null ? initial : scheduler.keeping.resumption().loopsFrom(this, initial);
    }

    /** It is at a place from which it can be told to go on: nothing was done since. */
    void atPlace() {
        acts = 0;
        if (!told) {
            asked = NEVER;
        }
        told = false;
    }

    /** It goes on from a place where it had looked at the clock at this time; negative if it had not. */
    void toldToGoOn(long when) {
        asked = when;
        told = true;
    }

    /** It does something that must not be done again when it is told to go on from the head of its loop. */
    public void cannotBeRepeated() {
        acts += 2;
    }

    boolean hasBegunNothing() {
        return acts == 0;
    }

    boolean beganOne() {
        return acts <= 1;
    }

    long asked() {
        return asked;
    }

    /** {@return the time that it sees} */
    long asks(long now) {
        if (acts > 1) {
            return now;
        }
        if (asked < 0) {
            asked = now;
            return now;
        }
        return scheduler.keeping.resumption() == null ? now : scheduler.keeping.resumption().seen(asked, now);
    }

    /** {@return what the scheduler's probe keeps with it} */
    public Object memory() {
        return memory;
    }

    /** Keeps something with it, for the scheduler's probe. */
    public void remember(Object what) {
        memory = what;
    }

    /** {@return whether it was told to end} */
    public boolean isToEnd() {
        return toEnd;
    }

    /** {@return the process that started it; null for the first of a network} */
    public Tasklet parent() {
        return parent;
    }

    /** From now on it ends at each place where it would wait. */
    void mustEnd() {
        toEnd = true;
        untilLook = 1;
    }

    /** @throws Ended if it was told to end */
    void requireLife() {
        if (toEnd) {
            throw new Ended();
        }
    }

    /** Runs it to its end, on its own stack. */
    void live() {
        try {
            if (!toEnd && (scheduler.keeping.resumption() == null || scheduler.keeping.resumption().begins(this))) {
                behaviour.run();
            }
        } catch (Ended ended) {
            if (!toEnd) {
                failure = ended;
            }
        } catch (Poisoned shutdown) {
            // The way a pipeline shuts down: an end, not a failure.
        } catch (Throwable thrown) {
            failure = thrown;
            fail();
        }
        scheduler.ended(this);
    }

    /** Others may go on before they see that this one has failed. */
    private void fail() {
        try {
            scheduler.interleave(Shared.EVERYTHING);
        } catch (Ended ended) {
            // Another one's failure came first.
        }
    }

    @Override
    public String toString() {
        return path();
    }
}
