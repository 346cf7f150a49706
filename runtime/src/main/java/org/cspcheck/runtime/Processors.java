package org.cspcheck.runtime;

import java.util.ArrayList;
import java.util.List;

/**
 * The processors of a run, one or several: each is a scheduler with a thread, a run queue and a carrier of its own.
 *
 * <p>Networks begin on the first one; PLACED PAR puts branches on the others, whose values cross by links. They share no tables and tell each other
 * things by {@link Scheduler#post} alone.
 *
 * <p>Invariants. A processor counts as idle from when it finds, under the lock, no ready process and an empty inbox, until it has taken the lock
 * again; so while it is counted it posts nothing. If all are counted, each inbox is empty, no timer is pending and nothing is open to the
 * outside, then nothing will ever happen: no value is on its way either, because a batch on its way is a post. This is the only place that
 * says so, and a processor that only waits for a link never says it alone.
 */
final class Processors {
    private final List<Scheduler> all = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    /** Those whose threads are gone. */
    private final List<Scheduler> lost = new ArrayList<>();
    private int idle;
    private boolean deadlocked;
    private boolean finished;

    void add(Scheduler processor) {
        all.add(processor);
    }

    int size() {
        return all.size();
    }

    Scheduler get(int number) {
        return all.get(number);
    }

    /** {@return the one on which networks begin, and end} */
    Scheduler first() {
        return all.getFirst();
    }

    /** Lets all but the first run, each on a thread of its own. */
    void startOthers() {
        for (Scheduler processor : all.subList(1, all.size())) {
            Thread thread = Thread.ofPlatform().daemon().name("processor " + all.indexOf(processor)).unstarted(() -> drive(processor));
            threads.add(thread);
        }
        threads.forEach(Thread::start);
    }

    private void drive(Scheduler processor) {
        try {
            processor.driveHere();
        } catch (Throwable thrown) {
            lose(processor, thrown);
        }
    }

    /** The thread of a processor is gone, which is a fault of ours: for the rest of the run it counts as idle. */
    private synchronized void lose(Scheduler processor, Throwable thrown) {
        lost.add(processor);
        idle++;
        first().post(() -> first().stopFor(thrown));
    }

    /** Waits until the threads of the others have ended. */
    void join() {
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * A processor has no ready process: waits for a post or a deadline, or says that the networks are deadlocked.
     *
     * @return false if the run is over
     */
    boolean goOn(Scheduler processor) {
        synchronized (this) {
            if (finished || processor == first() && processor.endings.allEnded()) {
                finish();
                return false;
            } else if (!processor.inbox.isEmpty()) {
                return true;
            } else if (idle + 1 == all.size() && nothingCanCome()) {
                return reportDeadlock();
            }
            idle++;
        }
        processor.awaitTimeOrPost();
        synchronized (this) {
            idle--;
        }
        return true;
    }

    private boolean nothingCanCome() {
        for (Scheduler each : all) {
            if (!each.nothingCanCome(all.size() == 1) && !lost.contains(each)) {
                return false;
            }
        }
        return true;
    }

    /** Every other processor is held up before it can take the lock again, so their tables may be read. */
    private boolean reportDeadlock() {
        if (deadlocked) {
            finish(); // a process that was told to end waits for something that nobody will do
            return false;
        }
        deadlocked = true;
        Snapshot state = Snapshot.of(all);
        first().post(() -> first().endAll(new Ending.Deadlocked(state)));
        return true;
    }

    private void finish() {
        finished = true;
        for (Scheduler processor : all) {
            processor.post(() -> {});
        }
    }
}
