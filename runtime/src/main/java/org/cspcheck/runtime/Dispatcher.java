package org.cspcheck.runtime;

import java.util.ArrayDeque;
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
 *
 * <p>Where timers {@code race}, those who are new or were resumed are in {@code coming}, and in no ring: computing takes no time, so each of them
 * comes to the next thing that others can see, and stands back there, before a timer fires or anybody is asked who goes first.
 */
final class Dispatcher implements Dispatch {
    private final Scheduler scheduler;
    private final Carrier carrier;
    private final Watch watch;
    private final Deadlines deadlines;
    private final long livelockAfter;
    /** Whether nobody decides the order and nobody follows the run from inside. */
    final boolean plain;
    final boolean race;
    private final RunQueue ready = new RunQueue();
    private final ArrayDeque<Tasklet> coming = new ArrayDeque<>();
    private Tasklet running;
    private Tasklet picked;
    private boolean fresh;
    /** Whether the running process is on its way to the next thing that others can see. */
    private boolean comes;
    private long turns;
    private long lastProgress;

    Dispatcher(Scheduler scheduler, Settings settings, Watch watch, Deadlines deadlines) {
        this.scheduler = scheduler;
        this.carrier = settings.carrier().get();
        this.livelockAfter = settings.livelockAfter();
        this.watch = watch;
        this.plain = scheduler.alwaysFirst() && !watch.probed();
        this.deadlines = deadlines;
        this.race = !scheduler.alwaysFirst() && deadlines.race();
    }

    Tasklet running() {
        return running;
    }

    long turns() {
        return turns;
    }

    boolean someoneIsReady() {
        return !ready.isEmpty() || picked != null || someoneComes();
    }

    boolean someoneComes() {
        return !coming.isEmpty();
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
        if (plain || !race) {
            ready.add(process);
        } else {
            coming.add(process);
        }
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
        Tasklet process = race ? whoComes() : null;
        comes = process != null;
        if (comes) {
            deciding(List.of(process));
        } else if (picked != null) {
            process = picked;
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

    /** Who gave way before the next one comes is before him in the run queue. */
    private Tasklet whoComes() {
        Tasklet next = coming.poll();
        while (next != null && next.standsBack) {
            ready.add(next);
            next = coming.poll();
        }
        return next;
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
        process.standsBack = false;
        running = process;
        fresh = !comes;
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
        add(process);
    }

    /** Time comes to a process that stands back: it goes on with that, before others do and before any other timer fires. */
    void overtake(Tasklet process, Object message) {
        watch.learned(process, message);
        process.carry(message);
        process.standsBack = false;
        ready.remove(process);
        coming.add(process);
    }

    /** {@return with what time has overtaken the process that stood back until now; null if it has not} */
    Object overtakenWith(Tasklet self) {
        Object message = self.carried();
        self.carry(null);
        return message;
    }

    private static IllegalStateException doesNotWait(Tasklet process) {
        return new IllegalStateException(process + " does not wait");
    }

    /** @throws IllegalStateException at once, if it holds a monitor that would block the others: its turn goes on */
    private void leave(Tasklet self) {
        try {
            carrier.suspend(self.fiber);
        } catch (MonitorKept kept) {
            if (self.status == Tasklet.Status.READY && !coming.remove(self)) {
                ready.remove(self);
            }
            self.standsBack = false;
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
        self.standsBack = race;
        add(self);
        leave(self);
        if (race) {
            fresh = false;
            comes = true;
        }
    }

    /** The oracle says who goes on: the running process, another one, or a timer. */
    void askWhoGoesFirst(Tasklet self) {
        boolean justPicked = fresh;
        fresh = false;
        if (justPicked) {
            return;
        } else if (comes) {
            ready.add(self);
            standBack(self);
            return;
        } else if (someoneComes() || deadlines.mayFire()) {
            ready.addFirst(self);
            standBack(self); // timers are asked for between two turns
            return;
        } else if (!watch.probed() && !ready.rivals(self)) {
            return;
        }
        ready.addFirst(self);
        self.standsBack = race;
        List<Tasklet> candidates = ready.candidates();
        deciding(candidates);
        Tasklet chosen = ready.take(candidates.size() == 1 ? 0 : scheduler.ask(new ChoicePoint.QueueOrder(candidates)));
        if (chosen == self) {
            self.standsBack = false;
            self.requireLife();
        } else {
            picked = chosen;
            standBack(self);
        }
    }

    /** Another one's turn; who goes next is asked before this one goes on. */
    private void standBack(Tasklet self) {
        self.status = Tasklet.Status.READY;
        self.standsBack = race;
        leave(self);
        fresh = false;
    }
}
