package org.cspcheck.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.cspcheck.model.process.Step;
import org.cspcheck.runtime.carrier.Carrier;
import org.cspcheck.runtime.carrier.Dispatch;
import org.cspcheck.runtime.carrier.Fiber;

/**
 * Runs processes one at a time, in the order that its oracle decides.
 *
 * <p>A process calls the primitives: {@link #suspend} until another one calls {@link #resume}, {@link #choose}, {@link #interleave} before it
 * does what others can see, {@link #timer}. Channels, barriers, alternatives and PAR are written with these and nothing else.
 *
 * <p>Invariants. One process runs, {@code running}, or the driving thread while none does; only that one touches the tables. A process is in
 * the run queue if and only if it is NEW or READY; it is WAITING if and only if it called {@code suspend} and nobody has called {@code
 * resume} for it since, so it is resumed at most once for each time that it waits. Other threads reach the tables through {@link #post}
 * alone. While the oracle always takes the first alternative no choice point is made.
 *
 * <p>The file is long because all primitives share these tables, and nothing else may touch them.
 */
public final class Scheduler implements Dispatch {
    /** How many turns may pass before timers are compared with a clock on the wall. */
    private static final int TURNS_BETWEEN_CLOCK_READINGS = 64;

    private static final ScopedValue<Scheduler> CURRENT = ScopedValue.newInstance();

    private final Oracle oracle;
    private final boolean alwaysFirst;
    private final Carrier carrier;
    private final Clock clock;
    private final EventSink events;
    /** Null if nobody follows the run, or since everything was told to end: from then on nothing is decided any more. */
    private Probe probe;
    private boolean ending;
    private final long livelockAfter;
    private final long race;
    private final RunQueue ready = new RunQueue();
    private final TimerQueue timers = new TimerQueue();
    private final List<Network> networks = new ArrayList<>();
    private final Queue<Runnable> inbox = new ConcurrentLinkedQueue<>();
    private final ScopedValue.Carrier here = ScopedValue.where(CURRENT, this);
    private volatile boolean posted;
    private volatile boolean idle;
    private volatile Thread driver;
    /** The head of the list of all processes that have not ended. */
    private Tasklet newest;
    private Tasklet running;
    private Tasklet picked;
    /** Whether the running process has done nothing yet that others can see since it was its turn: who goes next was asked just now. */
    private boolean fresh;
    private long turns;
    private long lastProgress;
    private long timersSet;
    private int untilClock;
    private int openings;
    private Runnable quiet;
    private Throwable fault;

    public Scheduler(Settings settings) {
        this.oracle = settings.oracle();
        this.alwaysFirst = oracle.alwaysFirst();
        this.carrier = settings.carrier().get();
        this.clock = settings.clock().get();
        this.events = settings.events();
        this.probe = settings.probe();
        this.livelockAfter = settings.livelockAfter();
        this.race = settings.race().toNanos();
    }

    /** {@return the scheduler of the process that calls} */
    public static Scheduler current() {
        if (!CURRENT.isBound()) {
            throw notAProcess();
        }
        return CURRENT.get();
    }

    // ---- for the program around the networks ----

    /** Runs a network from beginning to end on the calling thread; {@return how it ended} */
    public static Ending run(Settings settings, String name, Behaviour main) {
        var scheduler = new Scheduler(settings);
        Network network = scheduler.start(name, main);
        scheduler.run();
        return network.ending().orElseThrow();
    }

    /** Adds a network; it runs when {@link #run()} does. */
    public Network start(String name, Behaviour main) {
        var root = new Tasklet(this, name, null, 0, main, null);
        var network = new Network(root);
        root.whenEnded = ended -> {
            network.end(ended.failure() == null ? new Ending.Terminated() : new Ending.Failed(Failure.of(ended, ended.failure())));
            networks.remove(network);
        };
        networks.add(network);
        if (probe != null) {
            probe.started(root, null);
        }
        remember(root);
        return network;
    }

    /** Runs all networks to their ends on the calling thread. */
    public void run() {
        driver = Thread.currentThread();
        here.run(this::drive);
        if (fault != null) {
            throw fault instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(fault);
        }
    }

    private void drive() {
        boolean deadlocked = false;
        while (true) {
            carrier.drive(this);
            running = null;
            if (quiet != null) {
                Runnable action = quiet;
                quiet = null;
                act(action);
                continue;
            }
            if (networks.isEmpty()) {
                return;
            } else if (!timers.isEmpty() || openings > 0 && !(inbox.isEmpty() && Snapshot.hopeless(processes()))) {
                awaitTimeOrPost();
            } else if (inbox.isEmpty()) {
                if (deadlocked) {
                    return; // a process that was told to end waits for something that nobody will do
                }
                deadlocked = true;
                Snapshot state = snapshot();
                endAll(new Ending.Deadlocked(state));
            }
        }
    }

    private void awaitTimeOrPost() {
        idle = true;
        if (inbox.isEmpty()) {
            if (timers.isEmpty()) {
                LockSupport.park(this);
            } else {
                clock.await(timers.first().when());
            }
        }
        idle = false;
        untilClock = 0;
    }

    private void endAll(Ending how) {
        ending = true;
        probe = null;
        for (Network network : List.copyOf(networks)) {
            network.end(how);
            end(network.root);
        }
    }

    /** Ends all networks, in order: every process is told to end. From any thread. */
    public void stop() {
        post(() -> endAll(new Ending.Stopped()));
    }

    /** Lets {@code action} run between two turns, soon. From any thread; the only way in from outside. */
    public void post(Runnable action) {
        inbox.add(action);
        posted = true;
        if (idle) {
            LockSupport.unpark(driver);
        }
    }

    /** {@return whether other threads have posted something since it was last looked for} */
    public boolean called() {
        return posted;
    }

    /** Lets {@code action} run as soon as no process is ready. From a process or a posted action. */
    public void whenQuiet(Runnable action) {
        quiet = action;
    }

    /** From now on somebody outside may {@link #post}: who waits is not called deadlocked. */
    public void open() {
        if (probe != null) {
            stopFor(new UnsupportedOperationException("the network talks to the outside, which cannot be explored: give it a process instead"));
        }
        openings++;
    }

    /** Takes one {@link #open} back. */
    public void close() {
        openings--;
    }

    // ---- for carriers ----

    /** Picks the process whose turn it is. */
    @Override
    public Fiber next() {
        running = null;
        if (posted) {
            takePosts();
        }
        if (!timers.isEmpty() && (--untilClock < 0 || clock.virtual())) {
            fireTimers();
        }
        Tasklet process = picked;
        picked = null;
        if (process == null) {
            if (ready.isEmpty()) {
                return null;
            }
            process = pick();
        }
        if (++turns - lastProgress > livelockAfter && livelockAfter > 0) {
            endLivelock(process);
        }
        return turn(process);
    }

    private void endLivelock(Tasklet next) {
        lastProgress = turns;
        next.status = Tasklet.Status.READY;
        endAll(new Ending.Livelocked(snapshot()));
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
        return carrier.fiber(carrier.sharesThread() ? life : () -> here.run(life));
    }

    private Tasklet pick() {
        if (alwaysFirst) {
            return ready.take(0);
        }
        List<Tasklet> candidates = ready.candidates();
        tell(candidates);
        return ready.take(candidates.size() == 1 ? 0 : ask(new ChoicePoint.QueueOrder(candidates)));
    }

    private void tell(List<Tasklet> candidates) {
        if (probe != null) {
            try {
                probe.deciding(candidates);
            } catch (Throwable thrown) {
                stopFor(thrown);
            }
        }
    }

    private void takePosts() {
        posted = false;
        for (Runnable action = inbox.poll(); action != null; action = inbox.poll()) {
            act(action);
        }
    }

    private void fireTimers() {
        untilClock = TURNS_BETWEEN_CLOCK_READINGS;
        long now = clock.now();
        if (alwaysFirst) {
            while (!timers.isEmpty() && timers.first().when() <= now) {
                fire(timers.first());
            }
            return;
        }
        for (List<Timer> due = racing(now); !due.isEmpty(); due = racing(now)) {
            tell(List.of());
            boolean orProcesses = !ready.isEmpty() || picked != null;
            int choice = due.size() == 1 && !orProcesses ? 0 : ask(new ChoicePoint.TimerOrder(due, orProcesses));
            if (choice == due.size()) {
                return;
            }
            if (due.get(choice).when() > now) {
                clock.await(due.get(choice).when());
                now = clock.now();
            }
            fire(due.get(choice));
        }
    }

    /** The timers that may fire now: those within {@code race} of now, or of the earliest if that is late. */
    private List<Timer> racing(long now) {
        if (timers.isEmpty()) {
            return List.of();
        }
        long from = Math.min(now, timers.first().when());
        return timers.due(from + Math.min(race, Long.MAX_VALUE - Math.max(from, 0)));
    }

    private void fire(Timer timer) {
        timers.remove(timer);
        touch(Shared.EVERYTHING);
        lastProgress = turns;
        act(timer.action);
    }

    private void act(Runnable action) {
        try {
            action.run();
        } catch (Throwable thrown) {
            stopFor(thrown);
        }
    }

    /** An oracle or an action of the scheduler failed, which is no process's fault: everything ends and {@link #run} says why. */
    private void stopFor(Throwable thrown) {
        if (fault == null) {
            fault = thrown;
            endAll(new Ending.Stopped());
        }
    }

    private int ask(ChoicePoint point) {
        if (!ending) {
            try {
                int choice = oracle.choose(point);
                if (choice >= 0 && choice < point.alternatives()) {
                    return choice;
                }
                throw new IllegalStateException("the oracle answered " + choice + " to " + point.alternatives() + " alternatives");
            } catch (Throwable thrown) {
                stopFor(thrown);
            }
        }
        return 0;
    }

    // ---- primitives, for the running process ----

    /** {@return the process that calls} */
    public Tasklet self() {
        Tasklet self = running;
        if (self == null || !self.fiber.isCurrent()) {
            throw notAProcess();
        }
        return self;
    }

    private static IllegalStateException notAProcess() {
        return new IllegalStateException("only a running process of the network may do this; other threads use boundary channels or post");
    }

    /**
     * Stops the process that calls until another one resumes it; {@return what it was resumed with}
     *
     * @param waiting what it waits for: who has put the process into a table so that it will be resumed
     * @param carried what it holds out in the meantime, see {@link Tasklet#carried}
     */
    public Object suspend(Waiting waiting, Object carried) {
        Tasklet self = self();
        if (self.toEnd) {
            waiting.abandon(self);
            throw new Ended();
        }
        if (self.monitors != null && !waiting.needsAll()) {
            refuseMonitors(self, waiting);
        }
        if (probe != null && waiting.noticed()) {
            probe.learned(self, Mark.WAITED);
        }
        self.carry(carried);
        self.waiting = waiting;
        self.status = Tasklet.Status.WAITING;
        carrier.suspend(self.fiber);
        requireLife(self);
        Object message = self.carried();
        self.carry(null);
        return message;
    }

    private static void refuseMonitors(Tasklet self, Waiting waiting) {
        try {
            self.monitors.look(self);
        } catch (IllegalStateException held) {
            waiting.abandon(self);
            throw held;
        }
    }

    /** Makes a process ready that waits, and hands it a value. */
    public void resume(Tasklet process, Object message) {
        if (process.status != Tasklet.Status.WAITING) {
            throw doesNotWait(process);
        }
        if (probe != null) {
            tellResumed(process, message);
        }
        process.carry(message);
        process.waiting = null;
        process.status = Tasklet.Status.READY;
        ready.add(process);
    }

    private void tellResumed(Tasklet process, Object message) {
        if (message != null) {
            probe.learned(process, message);
        }
        if (running != null && process.priority < running.priority) {
            probe.touched(Shared.EVERYTHING); // it keeps those from running that could have run
        }
    }

    private static IllegalStateException doesNotWait(Tasklet process) {
        return new IllegalStateException(process + " does not wait");
    }

    /** {@return one of 0 .. alternatives-1, as the oracle decides} */
    public int choose(String about, int alternatives) {
        Tasklet self = self();
        if (alternatives < 1) {
            throw new IllegalArgumentException("choose(" + alternatives + "): there must be an alternative");
        }
        int choice = alwaysFirst || alternatives == 1 ? 0 : ask(new ChoicePoint.UserChoice(self, about, alternatives));
        learned(choice);
        return choice;
    }

    /** {@return the place in {@code guards} of the branch that an ALT takes} Whoever asks says what the process {@link #learned} by it. */
    public int select(List<Integer> guards) {
        Tasklet self = self();
        return alwaysFirst || guards.size() == 1 ? 0 : ask(new ChoicePoint.AltSelection(self, guards));
    }

    /** {@return the number of the step that a specification takes by itself} */
    public int internal(List<Step> steps) {
        Tasklet self = self();
        int choice = alwaysFirst || steps.size() == 1 ? 0 : ask(new ChoicePoint.InternalChoice(self, steps));
        learned(choice);
        return choice;
    }

    /** {@return whether every choice is the first alternative, so that there is no need to find the others} */
    public boolean alwaysFirst() {
        return alwaysFirst;
    }

    /** Lets others go first, if the oracle wants it so; called before each thing that others can see. */
    public void interleave() {
        interleave(Shared.ANYTHING);
    }

    /**
     * Lets others go first, if the oracle wants it so; called before each thing that others can see.
     *
     * @param use what is used then
     */
    public void interleave(Shared use) {
        if (!alwaysFirst) {
            askWhoGoesFirst();
        }
        if (probe != null) {
            probe.learned(running, Mark.WENT_ON);
            probe.touched(use);
        }
    }

    /** Lets others go first, as before; only one side of something shared is used. */
    public void interleave(Shared.Side use) {
        interleave(Shared.NOTHING);
        if (probe != null) {
            probe.touched(use);
        }
    }

    /** The same step uses this as well. */
    public void touch(Shared use) {
        if (probe != null) {
            probe.touched(use);
        }
    }

    /** Something for several processes was made; before it is used. */
    public void made(Shared use) {
        if (probe != null) {
            probe.made(use);
        }
    }

    /** The process that calls gets to know this: it is part of its state until the next head of its loop. */
    public void learned(Object what) {
        if (probe != null) {
            probe.learned(running, what);
        }
    }

    /** A process gets to know this while it waits, or is resumed. */
    public void learned(Tasklet process, Object what) {
        if (probe != null) {
            probe.learned(process, what);
        }
    }

    /** What a process knows without being told. */
    private enum Mark { WENT_ON, WAITED }

    private void askWhoGoesFirst() {
        Tasklet self = self();
        if (self.monitors != null) {
            self.monitors.look(self);
        }
        boolean justPicked = fresh;
        fresh = false;
        if (justPicked) {
            return;
        } else if (clock.virtual() && !racing(clock.now()).isEmpty()) {
            ready.addFirst(self);
            standBack(self); // timers are asked for between two turns
            return;
        } else if (probe == null && !ready.rivals(self)) {
            return;
        }
        ready.addFirst(self);
        List<Tasklet> candidates = ready.candidates();
        tell(candidates);
        if (candidates.size() == 1) {
            ready.take(0);
            requireLife(self);
            return;
        }
        Tasklet chosen = ready.take(ask(new ChoicePoint.QueueOrder(candidates)));
        if (chosen != self) {
            picked = chosen;
            standBack(self);
            return;
        }
        requireLife(self);
    }

    /** Another one's turn; who goes next is asked before this one goes on. */
    private void standBack(Tasklet self) {
        self.status = Tasklet.Status.READY;
        carrier.suspend(self.fiber);
        fresh = false;
        requireLife(self);
    }

    /** Goes to the end of the run queue. */
    public void giveWay() {
        Tasklet self = self();
        learned(Mark.WENT_ON);
        self.status = Tasklet.Status.READY;
        ready.add(self);
        carrier.suspend(self.fiber);
        requireLife(self);
    }

    private static void requireLife(Tasklet self) {
        if (self.toEnd) {
            throw new Ended();
        }
    }

    /**
     * Starts a process, a child of the one that calls.
     *
     * @param whenEnded called once it has ended, on its own stack
     */
    public Tasklet start(String name, Behaviour behaviour, int priority, Consumer<Tasklet> whenEnded) {
        Tasklet self = self();
        if (self.toEnd) {
            throw new Ended();
        }
        if (self.monitors != null) {
            self.monitors.look(self);
        }
        var process = new Tasklet(this, name, self, Math.min(priority, RunQueue.PRIORITIES - 1), behaviour, whenEnded);
        if (probe != null) {
            probe.started(process, self);
            if (process.priority < self.priority) {
                probe.touched(Shared.EVERYTHING);
            }
        }
        remember(process);
        return process;
    }

    private void remember(Tasklet process) {
        process.next = newest;
        if (newest != null) {
            newest.previous = process;
        }
        newest = process;
        ready.add(process);
    }

    private void forget(Tasklet process) {
        if (process.next != null) {
            process.next.previous = process.previous;
        }
        if (process.previous != null) {
            process.previous.next = process.next;
        } else {
            newest = process.next;
        }
        process.next = null;
        process.previous = null;
    }

    /** Tells a process to end: it goes on with {@link Ended} in the primitive that it waits in or calls next. */
    public void end(Tasklet process) {
        if (process.toEnd || process.status == Tasklet.Status.ENDED) {
            return;
        }
        process.toEnd = true;
        touch(Shared.EVERYTHING);
        if (process.status == Tasklet.Status.WAITING && process.waiting.abandon(process)) {
            resume(process, null);
        }
    }

    void ended(Tasklet process) {
        process.status = Tasklet.Status.ENDED;
        forget(process);
        if (probe != null && !(process.whenEnded instanceof Shared)) {
            probe.touched(process.parent() == null ? Shared.EVERYTHING : Shared.ANYTHING);
        }
        act(() -> process.whenEnded.accept(process));
        process.behaviour = null;
        process.whenEnded = null;
        process.fiber = null;
    }

    /** Sets a timer. Its action runs between two turns. */
    public Timer timer(long when, String what, Runnable action) {
        var timer = new Timer(when, timersSet++, what, action, running);
        timers.add(timer);
        return timer;
    }

    /** Takes a timer back, if it has not fired. */
    public void cancel(Timer timer) {
        timers.remove(timer);
    }

    /** {@return the time, in nanoseconds on the network's clock} */
    public long now() {
        if (race > 0 && running != null) {
            interleave(Shared.NOTHING); // timers may fire before
        }
        long now = clock.now();
        if (probe != null && running != null) {
            probe.learned(running, new Instant(now));
        }
        return now;
    }

    /** A time on the clock that a process got to know. */
    public record Instant(long nanos) {}

    /** {@return the time in {@code delay} nanoseconds} For setting a timer by: unlike {@link #now}, it tells the process nothing. */
    public long deadline(long delay) {
        return clock.now() + delay;
    }

    /** Tells those who watch that something happened. */
    public void happened(String channel, Object value) {
        lastProgress = turns;
        if (events != null) {
            events.happened(clock.now(), running, channel, value);
        }
    }

    /** {@return whether anybody takes note of what happens} */
    public boolean watched() {
        return events != null;
    }

    /** {@return a name below the running process, for what it does on behalf of another: it never runs} */
    public Tasklet actor(String name) {
        return new Tasklet(this, name, self(), 0, null, null);
    }

    /** Tells those who watch that something happened, by the running process on behalf of another. */
    public void happened(Tasklet who, String channel, Object value) {
        lastProgress = turns;
        if (events != null) {
            events.happened(clock.now(), who, channel, value);
        }
    }

    /** {@return whether somebody follows the run from inside} */
    public boolean probed() {
        return probe != null;
    }

    Probe probe() {
        return probe;
    }

    // ---- inspection ----

    /** {@return the processes that have not ended, the youngest first} For the process that runs, or between two turns. */
    public List<Tasklet> processes() {
        var processes = new ArrayList<Tasklet>();
        for (Tasklet process = newest; process != null; process = process.next) {
            processes.add(process);
        }
        return processes;
    }

    /** {@return the pending timers, the earliest first} For the process that runs, or between two turns. */
    public List<Timer> timers() {
        return timers.isEmpty() ? List.of() : timers.due(Long.MAX_VALUE);
    }

    /** {@return how many turns processes have had} */
    public long turns() {
        return turns;
    }

    /** {@return the state between two turns, soon} From any thread; completed while the networks run. */
    public CompletableFuture<Snapshot> inspect() {
        var state = new CompletableFuture<Snapshot>();
        post(() -> state.complete(snapshot()));
        return state;
    }

    /** {@return the whole state, as seen by the running process or between two turns} From other threads: {@link #inspect}. */
    public Snapshot snapshot() {
        return Snapshot.of(turns, clock.now(), processes().reversed(), timers(), openings);
    }
}
