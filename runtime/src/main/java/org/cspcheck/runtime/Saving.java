package org.cspcheck.runtime;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.cspcheck.runtime.save.Encoded;

/**
 * Brings networks to rest and tells where they stand.
 *
 * <p>While it lasts, a process that comes to the head of its loop rests there. When nobody is ready, each process is at such a head, or waits having done
 * nothing since, or is in between. As long as some are in between, those that they wait on are let go on for one more round.
 *
 * <p>Invariant. A process is at a place that can be saved if going there again, on a network that is built anew, changes nothing that others can
 * see: since the place it began at most the one communication that it waits for ({@link Tasklet#beganOne}).
 */
final class Saving implements Waiting {
    private static final int MOST_ROUNDS = 10_000;
    private static final long LOOK_AGAIN = 1_000_000;

    private final Scheduler scheduler;
    private final CompletableFuture<Saved> saved;
    private final Set<Tasklet> resting = new LinkedHashSet<>();
    private int rounds;

    private Saving(Scheduler scheduler, CompletableFuture<Saved> saved) {
        this.scheduler = scheduler;
        this.saved = saved;
    }

    /** Between two turns. */
    static void begin(Scheduler scheduler, CompletableFuture<Saved> saved) {
        var saving = new Saving(scheduler, saved);
        if (scheduler.processors() > 1 || !scheduler.keeping.begin(saving)) {
            saved.completeExceptionally(new IllegalStateException(scheduler.processors() > 1 ? "several processors cannot be saved" : "it is being saved"));
        } else {
            scheduler.whenQuiet(saving::look);
        }
    }

    /** The process that calls is at the head of its loop. */
    void restAtHead(Tasklet process) {
        resting.add(process);
        scheduler.suspend(this, null);
        process.atPlace();
    }

    /** Nobody is ready. */
    void look() {
        List<Tasklet> between = scheduler.processes().stream().filter(process -> !isAtPlace(process)).toList();
        try {
            if (between.isEmpty()) {
                saved.complete(all());
                scheduler.stop();
            } else if (++rounds > MOST_ROUNDS || between.stream().anyMatch(process -> process.wandered)) {
                throw new IOException(reason(between));
            } else {
                letSomeGoOn(between);
            }
        } catch (IOException unsaved) {
            saved.completeExceptionally(unsaved);
            scheduler.keeping.giveUp();
            new ArrayList<>(resting).forEach(this::letGoOn);
        }
    }

    private void letSomeGoOn(List<Tasklet> between) {
        List<Tasklet> needed = between.stream().map(process -> process.waiting.on(process)).flatMap(Collection::stream).filter(resting::contains)
                .distinct().toList();
        if (needed.isEmpty() && resting.isEmpty() || between.stream().anyMatch(process -> process.waiting.outside())) {
            scheduler.timer(scheduler.deadline(LOOK_AGAIN), "save", () -> scheduler.whenQuiet(this::look));
        } else {
            scheduler.whenQuiet(this::look);
        }
        (needed.isEmpty() ? List.copyOf(resting) : needed).forEach(this::letGoOn);
    }

    private void letGoOn(Tasklet process) {
        resting.remove(process);
        scheduler.resume(process, null);
    }

    private boolean isAtPlace(Tasklet process) {
        return resting.contains(process)
                || process.is(Tasklet.Status.WAITING) && !process.wandered
                        && (process.waiting.needsAll() ? process.loopHead() == null && process.hasBegunNothing() : process.beganOne());
    }

    private static String reason(List<Tasklet> between) {
        Tasklet first = between.getFirst();
        return "the networks cannot be saved: " + first + (first.wandered
                ? " is not one loop over a value, from its beginning on"
                : " did not come to the head of its loop; it waits to " + first.waiting);
    }

    // ---- all at rest

    private Saved all() throws IOException {
        var places = new LinkedHashMap<String, Saved.Place>();
        for (Tasklet process : scheduler.processes().reversed()) {
            if (places.put(process.path(), place(process)) != null) {
                throw new IOException("the networks cannot be saved: two processes are called " + process);
            }
        }
        return new Saved(scheduler.clock.now(), places, scheduler.keeping.all());
    }

    private static Saved.Place place(Tasklet process) throws IOException {
        if (process.loopHead() != null) {
            return new Saved.Place.Head(encoded(process.path(), process.loopHead()), process.asked());
        }
        return process.waiting.needsAll() ? new Saved.Place.InPar() : new Saved.Place.Beginning(process.asked());
    }

    static byte[] encoded(String what, Object value) throws IOException {
        try {
            return Encoded.encode(value);
        } catch (IOException unwritable) {
            throw new IOException("the networks cannot be saved: the value of " + what + ", " + value
                    + ", is neither a record nor Serializable: " + unwritable.getMessage(), unwritable);
        }
    }

    // ---- for those who rest

    @Override
    public boolean abandon(Tasklet process) {
        resting.remove(process);
        return true;
    }

    @Override
    public boolean outside() {
        return true;
    }

    @Override
    public String toString() {
        return "be saved";
    }
}
