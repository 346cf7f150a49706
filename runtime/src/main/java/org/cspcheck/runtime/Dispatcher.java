package org.cspcheck.runtime;

import java.util.List;
import org.cspcheck.runtime.carrier.Carrier;
import org.cspcheck.runtime.carrier.Dispatch;
import org.cspcheck.runtime.carrier.Fiber;
import org.cspcheck.runtime.carrier.MonitorKept;

/**
 * Who runs: gives one process after another its turn.
 *
 * <p>Invariants. {@code running} is the process whose turn it is, null between two turns. {@code picked} was chosen to go next by the one that
 * ran before, and is in no ring of {@code ready}. {@code fresh} says that the running process has done nothing yet that others can see since its
 * turn began: who goes next was asked just now, and is not asked again.
 */
final class Dispatcher implements Dispatch {
    private final Scheduler scheduler;
    private final Carrier carrier;
    private final Watch watch;
    private final Deadlines deadlines;
    private final long livelockAfter;
    /** Whether nobody decides the order and nobody follows the run from inside. */
    final boolean plain;
    private final RunQueue ready = new RunQueue();
    private Tasklet running;
    private Tasklet picked;
    private boolean fresh;
    private long turns;
    private long lastProgress;

    Dispatcher(Scheduler scheduler, Settings settings, Watch watch, Deadlines deadlines) {
        this.scheduler = scheduler;
        this.carrier = settings.carrier().get();
        this.livelockAfter = settings.livelockAfter();
        this.watch = watch;
        this.plain = scheduler.alwaysFirst() && !watch.probed();
        this.deadlines = deadlines;
    }

    Tasklet running() {
        return running;
    }

    long turns() {
        return turns;
    }

    boolean someoneIsReady() {
        return !ready.isEmpty() || picked != null;
    }

    /** The running process does something that others may see. */
    void acts() {
        if (running != null) {
            running.acts++;
        }
    }

    /** Something happened that can be seen. */
    void progress() {
        lastProgress = turns;
    }

    /** A process is new or has been resumed. */
    void add(Tasklet process) {
        ready.add(process);
    }

    /** Runs processes on the calling thread until none is ready. */
    void drive() {
        carrier.drive(this);
        running = null;
    }

    // ---- between two turns

    @Override
    public Fiber next() {
        running = null;
        scheduler.betweenTurns();
        Tasklet process = picked;
        if (process != null) {
            picked = null;
        } else if (ready.isEmpty()) {
            return null;
        } else {
            process = scheduler.alwaysFirst() ? ready.takeFirst() : pick();
        }
        if (++turns - lastProgress > livelockAfter && livelockAfter > 0) {
            endLivelock(process);
        }
        return turn(process);
    }

    private Tasklet pick() {
        List<Tasklet> candidates = ready.candidates();
        deciding(candidates);
        return ready.take(candidates.size() == 1 ? 0 : scheduler.ask(new ChoicePoint.QueueOrder(candidates)));
    }

    void deciding(List<Tasklet> candidates) {
        try {
            watch.deciding(candidates);
        } catch (Throwable thrown) {
            scheduler.stopFor(thrown);
        }
    }

    private void endLivelock(Tasklet next) {
        lastProgress = turns;
        next.status = Tasklet.Status.READY;
        scheduler.endAll(new Ending.Livelocked(scheduler.snapshot()));
    }

    private Fiber turn(Tasklet process) {
        if (process.fiber == null) {
            process.fiber = newFiber(process);
        }
        process.status = Tasklet.Status.RUNNING;
        running = process;
        fresh = true;
        return process.fiber;
    }

    private Fiber newFiber(Tasklet process) {
        if (carrier.sharesThread()) {
            process.monitors = HeldMonitors.of(process.behaviour);
        }
        Runnable life = process::live;
        return carrier.fiber(carrier.sharesThread() ? life : () -> scheduler.here(life));
    }

    // ---- for the running process

    /** The running process stops until somebody resumes it; {@return what it was resumed with} */
    Object suspend(Tasklet self, Waiting waiting, Object carried) {
        if (self.toEnd || self.monitors != null && self.monitors.due(self)) {
            requireThatItMay(self, waiting);
        }
        if (!plain) {
            watch.waits(self, waiting);
        }
        self.carry(carried);
        self.waiting = waiting;
        self.status = Tasklet.Status.WAITING;
        try {
            leave(self);
        } catch (HeldMonitors.Refusal held) {
            goBack(self, waiting, held);
        }
        self.acts++;
        Object message = self.carried();
        self.carry(null);
        return message;
    }

    private static void requireThatItMay(Tasklet self, Waiting waiting) {
        try {
            self.requireLife();
            if (!waiting.needsAll()) {
                self.monitors.look(self);
            }
        } catch (Ended | IllegalStateException mayNot) {
            waiting.abandon(self);
            throw mayNot;
        }
    }

    private void goBack(Tasklet self, Waiting waiting, HeldMonitors.Refusal held) {
        if (!waiting.abandon(self)) { // a PAR, whose branches cannot be taken back: everything ends, and they do not begin
            scheduler.stopFor(held);
            carrier.tolerate(self.fiber);
            self.status = Tasklet.Status.WAITING;
            leave(self);
        }
        self.waiting = null;
        self.carry(null);
        throw held;
    }

    /** A process that waits is ready from now on. */
    void resume(Tasklet process, Object message) {
        if (process.status != Tasklet.Status.WAITING) {
            throw doesNotWait(process);
        }
        if (!plain) {
            watch.resumed(process, message, running);
        }
        process.carry(message);
        process.waiting = null;
        process.status = Tasklet.Status.READY;
        ready.add(process);
    }

    private static IllegalStateException doesNotWait(Tasklet process) {
        return new IllegalStateException(process + " does not wait");
    }

    /** @throws IllegalStateException at once, if it holds a monitor that would block the others: its turn goes on */
    private void leave(Tasklet self) {
        try {
            carrier.suspend(self.fiber);
        } catch (MonitorKept kept) {
            if (self.status == Tasklet.Status.READY) {
                ready.remove(self);
            }
            self.status = Tasklet.Status.RUNNING;
            if (!kept.around().isEmpty()) {
                scheduler.stopFor(HeldMonitors.around(kept.around()));
            }
            throw HeldMonitors.refusal(self);
        }
        self.requireLife();
    }

    /** The running process goes to the end of the run queue. */
    void giveWay(Tasklet self) {
        self.status = Tasklet.Status.READY;
        ready.add(self);
        leave(self);
    }

    /** The oracle says who goes on: the running process, another one, or a timer. */
    void askWhoGoesFirst(Tasklet self) {
        boolean justPicked = fresh;
        fresh = false;
        if (justPicked) {
            return;
        } else if (deadlines.mayFire()) {
            ready.addFirst(self);
            standBack(self); // timers are asked for between two turns
            return;
        } else if (!watch.probed() && !ready.rivals(self)) {
            return;
        }
        ready.addFirst(self);
        List<Tasklet> candidates = ready.candidates();
        deciding(candidates);
        Tasklet chosen = ready.take(candidates.size() == 1 ? 0 : scheduler.ask(new ChoicePoint.QueueOrder(candidates)));
        if (chosen == self) {
            self.requireLife();
        } else {
            picked = chosen;
            standBack(self);
        }
    }

    /** Another one's turn; who goes next is asked before this one goes on. */
    private void standBack(Tasklet self) {
        self.status = Tasklet.Status.READY;
        leave(self);
        fresh = false;
    }
}
