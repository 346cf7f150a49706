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
    private final Inbox inbox;
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
    /** Whether timers or chores may be due between two turns. */
    private boolean busyBetween;
    private long turns;
    private long lastProgress;
    /** The turn at which to look whether it is a livelock: not before {@code livelockAfter} turns without progress. */
    private long suspectedAt;

    Dispatcher(Scheduler scheduler, Settings settings, Watch watch, Deadlines deadlines) {
        this.scheduler = scheduler;
        this.carrier = settings.carrier().get();
        this.livelockAfter = settings.livelockAfter();
        this.suspectedAt = livelockAfter > 0 ? livelockAfter : Long.MAX_VALUE;
        this.inbox = scheduler.inbox;
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

    /** There is a timer, or something to do soon. */
    void busyBetween() {
        busyBetween = true;
    }

    /** A process is new or has been resumed. */
    void add(Tasklet process) {
        if (!race) {
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
        if (busyBetween || inbox.called()) {
            running = null;
            busyBetween = scheduler.betweenTurns();
        }
        return plain ? nextInLine() : nextDecided();
    }

    private Fiber nextInLine() {
        if (ready.isEmpty()) {
            return null;
        }
        Tasklet process = ready.takeFirst();
        if (++turns > suspectedAt) {
            suspectLivelock(process);
        }
        process.become(Tasklet.Status.RUNNING);
        running = process;
        Fiber fiber = process.fiber;
        return fiber != null ? fiber : begin(process);
    }

    private Fiber nextDecided() {
        running = null;
        Tasklet process = race ? whoComes() : null;
        comes = process != null;
        if (comes) {
            coming(process);
        } else if (picked != null) {
            process = picked;
            picked = null;
        } else if (ready.isEmpty()) {
            return null;
        } else {
            process = scheduler.alwaysFirst() ? ready.takeFirst() : pick();
        }
        if (++turns > suspectedAt) {
            suspectLivelock(process);
        }
        process.become(Tasklet.Status.RUNNING);
        process.standsBack = false;
        running = process;
        fresh = !comes;
        return process.fiber != null ? process.fiber : begin(process);
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

    /** Which timer fires is to be decided, or which of the processes goes on. */
    void timing(ChoicePoint.TimerOrder order) {
        try {
            watch.timing(order, ready.isEmpty() ? List.of() : ready.candidates());
        } catch (Throwable thrown) {
            scheduler.stopFor(thrown);
        }
    }

    private void coming(Tasklet process) {
        try {
            watch.coming(process);
        } catch (Throwable thrown) {
            scheduler.stopFor(thrown);
        }
    }

    private void suspectLivelock(Tasklet next) {
        if (turns - lastProgress > livelockAfter) {
            lastProgress = turns;
            next.become(Tasklet.Status.READY);
            running = null;
            scheduler.endAll(new Ending.Livelocked(scheduler.snapshot()));
        }
        suspectedAt = lastProgress + livelockAfter;
    }

    private Fiber begin(Tasklet process) {
        Runnable life = process::live;
        process.fiber = carrier.fiber(carrier.sharesThread() ? life : () -> scheduler.here(life));
        return process.fiber;
    }

    // ---- for the running process

    /** The running process stops until somebody resumes it; {@return what it was resumed with} */
    Object suspend(Tasklet self, Waiting waiting, Object carried) {
        if (--self.untilLook == 0) {
            requireThatItMay(self, waiting);
        }
        if (!plain) {
            watch.waits(self, waiting);
        }
        self.carry(carried);
        self.waiting = waiting;
        self.become(Tasklet.Status.WAITING);
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

    private void requireThatItMay(Tasklet self, Waiting waiting) {
        try {
            boolean looks = untilNextLook(self);
            self.requireLife();
            if (looks && !waiting.needsAll()) {
                HeldMonitors.look(self);
            }
        } catch (Ended | IllegalStateException mayNot) {
            waiting.abandon(self);
            throw mayNot;
        }
    }

    /** {@return whether a monitor that it holds now would be a trap} */
    private boolean untilNextLook(Tasklet self) {
        if (self.toEnd) {
            self.untilLook = 1;
        } else if (carrier.sharesThread()) {
            self.looks += self.looks < Byte.MAX_VALUE ? 1 : 0;
            self.untilLook = HeldMonitors.until(self.looks);
        }
        return carrier.sharesThread();
    }

    /** Called where a process may wait. */
    void lookNowAndThen(Tasklet self) {
        if (--self.untilLook == 0 && untilNextLook(self)) {
            HeldMonitors.look(self);
        }
    }

    private void goBack(Tasklet self, Waiting waiting, HeldMonitors.Refusal held) {
        if (!waiting.abandon(self)) { // a PAR, whose branches cannot be taken back: everything ends, and they do not begin
            scheduler.stopFor(held);
            carrier.tolerate(self.fiber);
            self.become(Tasklet.Status.WAITING);
            leave(self);
        }
        self.waiting = null;
        self.carry(null);
        throw held;
    }

    /** A process that waits is ready from now on. */
    void resume(Tasklet process, Object message) {
        if (!process.is(Tasklet.Status.WAITING)) {
            throw doesNotWait(process);
        }
        if (plain) {
            process.goesOnWith(message);
            ready.add(process);
        } else {
            watch.resumed(process, message, running);
            process.goesOnWith(message);
            add(process);
        }
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
            if (self.is(Tasklet.Status.READY) && !coming.remove(self)) {
                ready.remove(self);
            }
            self.standsBack = false;
            self.become(Tasklet.Status.RUNNING);
            if (!kept.around().isEmpty()) {
                scheduler.stopFor(HeldMonitors.around(kept.around()));
            }
            throw HeldMonitors.refusal(self);
        }
        self.requireLife();
    }

    /** The running process goes to the end of the run queue. */
    void giveWay(Tasklet self) {
        self.become(Tasklet.Status.READY);
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
        self.become(Tasklet.Status.READY);
        self.standsBack = race;
        leave(self);
        fresh = false;
    }
}
