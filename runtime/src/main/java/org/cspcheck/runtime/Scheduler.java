package org.cspcheck.runtime;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.cspcheck.model.process.Step;

/**
 * Runs processes one at a time, in the order that its oracle decides.
 *
 * <p>A process calls the primitives: {@link #suspend} until another one calls {@link #resume}, {@link #choose}, {@link #interleave} before it
 * does what others can see, {@link #timer}. Channels, barriers, alternatives and PAR are written with these and nothing else.
 *
 * <p>Invariants. One process runs, {@code running()}, or the driving thread while none does; only that one touches the tables. A process is in
 * the run queue if and only if it is NEW or READY; it is WAITING if and only if it called {@code suspend} and nobody has called {@code
 * resume} for it since, so it is resumed at most once for each time that it waits. Other threads reach the tables through {@link #post}
 * alone. While the oracle always takes the first alternative no choice point is made.
 *
 * <p>Its parts keep their own invariants: {@link Dispatcher} and {@link Deadlines} say who is next, {@link Inbox} takes what other threads post,
 * {@link Endings} knows how networks end, {@link Watch} tells those who look on, {@link Processors} knows when nothing will happen any more. The
 * file is long because it is the whole vocabulary of primitives.
 */
public final class Scheduler {
    private static final ScopedValue<Scheduler> CURRENT = ScopedValue.newInstance();

    private final Processors processors;
    private final Oracle oracle;
    private final boolean alwaysFirst;
    final Clock clock;
    final Watch watch;
    final Dispatcher dispatcher;
    final Deadlines deadlines;
    final Endings endings = new Endings();
    private final Population population = new Population();
    final Keeping keeping;
    final Inbox inbox = new Inbox();
    private final Chores chores = new Chores();
    private final ScopedValue.Carrier here = ScopedValue.where(CURRENT, this);
    private int openings;

    /** Makes a scheduler, the first of as many processors as the settings say. */
    public Scheduler(Settings settings) {
        this(settings, settings.clock().get(), new Processors(), null);
        settings.requireSound(clock);
        for (int i = 1; i < settings.processors(); i++) {
            new Scheduler(settings, clock, processors, null);
        }
    }

    /** Makes a scheduler on which networks go on where they were saved: start the same networks again. */
    public Scheduler(Settings settings, Saved from) {
        this(settings.processors(1), Clock.from(from.now(), settings.clock().get()), new Processors(), new Resumption(from));
    }

    private Scheduler(Settings settings, Clock clock, Processors processors, Resumption resumption) {
        this.keeping = new Keeping(resumption);
        this.processors = processors;
        processors.add(this);
        this.oracle = settings.oracle();
        this.alwaysFirst = oracle.alwaysFirst();
        this.clock = clock;
        this.watch = new Watch(settings.sharedEvents(), settings.probe());
        this.deadlines = new Deadlines(this, clock, settings.race().toNanos());
        this.dispatcher = new Dispatcher(this, settings, watch, deadlines);
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
        var root = new Tasklet(this, name, 0, null, 0, main, null);
        var network = new Network(root);
        root.whenEnded = ended -> endings.ended(network);
        endings.add(network);
        watch.started(root, null);
        remember(root);
        return network;
    }

    /** Runs all networks to their ends on the calling thread. */
    public void run() {
        inbox.drivenBy(Thread.currentThread());
        processors.startOthers();
        driveHere();
        processors.join();
        endings.rethrow();
    }

    /** Runs processes on the calling thread until the run is over. */
    void driveHere() {
        inbox.drivenBy(Thread.currentThread());
        here.run(() -> {
            do {
                dispatcher.drive();
            } while (chores.handWhenQuiet(this::act) || processors.goOn(this));
        });
    }

    /** {@return whether neither time nor anybody outside will let a process go on} For processors that are idle. */
    boolean nothingCanCome(boolean alone) {
        return deadlines.isEmpty() && inbox.isEmpty() && (openings == 0 || alone && Snapshot.hopeless(processes()));
    }

    void awaitTimeOrPost() {
        inbox.await(deadlines.isEmpty() ? () -> LockSupport.park(this) : deadlines::awaitFirst);
        deadlines.readClockNext();
    }

    void endAll(Ending how) {
        watch.stopProbing();
        endings.begin(how).forEach(this::end);
    }

    /** Ends all networks, in order: every process is told to end. From any thread. */
    public void stop() {
        Scheduler first = processors.first();
        first.post(() -> first.endAll(new Ending.Stopped()));
    }

    /**
     * Brings all networks to rest, tells where they stand, and ends them; {@code new Scheduler(settings, saved)} goes on.
     *
     * <p>Each process is one {@code loop} over a value that is a record or Serializable, or has done nothing yet, or is in its first PAR of such.
     * If one is not, or never comes to the head of its loop, the networks go on and the answer is an {@link java.io.IOException} that names it. From
     * any thread.
     */
    public CompletableFuture<Saved> save() {
        var saved = new CompletableFuture<Saved>();
        post(() -> Saving.begin(this, saved));
        return saved;
    }

    /** From now on this may hold something that is saved with the networks. */
    public void keep(Kept thing) {
        keeping.add(thing);
    }

    /** {@return what the thing of this name held when the networks were saved; null if they begin, or it held nothing} To be asked once. */
    public Object restored(String name) {
        return keeping.resumption() == null ? null : keeping.resumption().held(name);
    }

    /** Lets {@code action} run between two turns, soon. From any thread; the only way in from outside. */
    public void post(Runnable action) {
        inbox.post(action);
    }

    /** Lets {@code action} run between two turns, before this processor waits and within a few turns. From a process or a posted action. */
    public void soon(Runnable action) {
        chores.add(action);
        dispatcher.busyBetween();
    }

    /** {@return whether other threads have posted something since it was last looked for} */
    public boolean called() {
        return inbox.called();
    }

    /** Lets {@code action} run as soon as no process is ready. From a process or a posted action. */
    public void whenQuiet(Runnable action) {
        chores.whenQuiet(action);
    }

    /** From now on somebody outside may {@link #post}: who waits is not called deadlocked. */
    public void open() {
        if (watch.probed()) {
            stopFor(new UnsupportedOperationException("the network talks to the outside, which cannot be explored: give it a process instead"));
        }
        openings++;
    }

    /** Takes one {@link #open} back. */
    public void close() {
        openings--;
    }

    // ---- for the dispatcher ----

    /** Runs what belongs to this scheduler on a thread that is a fiber's. */
    void here(Runnable life) {
        here.run(life);
    }

    /** Takes what came from outside, fires timers, does chores; who runs is not decided yet. {@return whether timers or chores are left} */
    boolean betweenTurns() {
        if (inbox.called()) {
            inbox.takeAll(this::act);
        }
        if (deadlines.due()) {
            deadlines.fire();
        }
        while (chores.any() && chores.due(!dispatcher.someoneIsReady())) {
            chores.run();
        }
        return chores.any() || !deadlines.isEmpty();
    }

    /** The timer is due, and no longer pending. */
    void fires(Timer timer) {
        touch(timer.alarm() ? Shared.TIME : Shared.EVERYTHING);
        dispatcher.progress();
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
    void stopFor(Throwable thrown) {
        if (this != processors.first()) {
            processors.first().post(() -> processors.first().stopFor(thrown));
        } else if (endings.note(thrown)) {
            endAll(new Ending.Stopped());
        }
    }

    int ask(ChoicePoint point) {
        if (!endings.begun()) {
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

    /** Nothing happens that nobody has decided: if the oracle failed, the process ends here. */
    private int ask(Tasklet self, ChoicePoint point) {
        int choice = ask(point);
        self.requireLife();
        return choice;
    }

    // ---- primitives, for the running process ----

    /** {@return the process that calls} */
    public Tasklet self() {
        Tasklet self = dispatcher.running();
        if (self == null || !self.fiber.isCurrent()) {
            throw notAProcess();
        }
        return self;
    }

    private static IllegalStateException notAProcess() {
        return new IllegalStateException("only a running process of the network may do this; other threads use boundary channels or post, other processors links");
    }

    /**
     * Stops the process that calls until another one resumes it; {@return what it was resumed with}
     *
     * @param waiting what it waits for: who has put the process into a table so that it will be resumed
     * @param carried what it holds out in the meantime, see {@link Tasklet#carried}
     */
    public Object suspend(Waiting waiting, Object carried) {
        return dispatcher.suspend(self(), waiting, carried);
    }

    /** Makes a process ready that waits, and hands it a value. */
    public void resume(Tasklet process, Object message) {
        dispatcher.resume(process, message);
    }

    /** {@return one of 0 .. alternatives-1, as the oracle decides} */
    public int choose(String about, int alternatives) {
        Tasklet self = self();
        if (alternatives < 1) {
            throw new IllegalArgumentException("choose(" + alternatives + "): there must be an alternative");
        }
        int choice = alwaysFirst || alternatives == 1 ? 0 : ask(self, new ChoicePoint.UserChoice(self, about, alternatives));
        learned(choice);
        return choice;
    }

    /** {@return the place in {@code guards} of the branch that an ALT takes} Whoever asks says what the process {@link #learned} by it. */
    public int select(List<Integer> guards) {
        Tasklet self = self();
        return alwaysFirst || guards.size() == 1 ? 0 : ask(self, new ChoicePoint.AltSelection(self, guards));
    }

    /** {@return the number of the step that a specification takes by itself} */
    public int internal(List<Step> steps) {
        Tasklet self = self();
        int choice = alwaysFirst || steps.size() == 1 ? 0 : ask(self, new ChoicePoint.InternalChoice(self, steps));
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
        if (!dispatcher.plain) {
            askWhoGoesFirst();
            watch.wentOn(dispatcher.running(), use);
        }
        dispatcher.acts();
    }

    /** Lets others go first, as before; only one side of something shared is used. */
    public void interleave(Shared.Side use) {
        interleave(Shared.NOTHING);
        if (!dispatcher.plain) {
            watch.touched(use);
        }
    }

    /** As {@link #interleave(Shared.Side)}; {@return the process that calls} */
    public Tasklet uses(Shared.Side use) {
        Tasklet self = self();
        if (dispatcher.plain) {
            self.acts++;
        } else {
            interleave(use);
        }
        return self;
    }

    /** Called instead before a process waits for time alone, which nobody can see: it need not come late to that. */
    public void rests() {
        if (!dispatcher.race) {
            interleave(Shared.NOTHING);
            return;
        }
        watch.wentOn(dispatcher.running(), Shared.NOTHING);
        dispatcher.acts();
    }

    /** {@return whether timers may come before what is possible already} Who waits for a time at most counts it from before he {@linkplain #standBack stands back}. */
    public boolean race() {
        return dispatcher.race;
    }

    /** As {@link #interleave}, but a timer may {@linkplain Tasklet#overtake overtake} the process; {@return with what it did; null if it goes on by itself} */
    public Object standBack(Shared use) {
        interleave(use);
        return dispatcher.overtakenWith(self());
    }

    /** The same step uses this as well. */
    public void touch(Shared use) {
        watch.touched(use);
    }

    /** Something for several processes was made; before it is used. */
    public void made(Shared use) {
        watch.made(use);
    }

    /** The process that calls gets to know this: it is part of its state until the next head of its loop. */
    public void learned(Object what) {
        if (!dispatcher.plain) {
            watch.learned(dispatcher.running(), what);
        }
    }

    /** A process gets to know this while it waits, or is resumed. */
    public void learned(Tasklet process, Object what) {
        watch.learned(process, what);
    }

    private void askWhoGoesFirst() {
        if (alwaysFirst) {
            return;
        }
        Tasklet self = self();
        dispatcher.lookNowAndThen(self);
        dispatcher.askWhoGoesFirst(self);
    }

    /** Goes to the end of the run queue. */
    public void giveWay() {
        Tasklet self = self();
        learned(Watch.Mark.WENT_ON);
        dispatcher.giveWay(self);
    }

    /**
     * Starts a process, a child of the one that calls.
     *
     * @param whenEnded called once it has ended, on its own stack
     */
    public Tasklet start(String name, Behaviour behaviour, int priority, Consumer<Tasklet> whenEnded) {
        return start(name, 0, behaviour, priority, whenEnded);
    }

    /** Starts a process that is called by its number if its behaviour has no name. */
    public Tasklet start(int number, Behaviour behaviour, int priority, Consumer<Tasklet> whenEnded) {
        return start(Behaviour.name(behaviour, null), number, behaviour, priority, whenEnded);
    }

    private Tasklet start(String name, int number, Behaviour behaviour, int priority, Consumer<Tasklet> whenEnded) {
        Tasklet self = self();
        self.requireLife();
        dispatcher.lookNowAndThen(self);
        var process = new Tasklet(this, name, number, self, Math.min(priority, RunQueue.PRIORITIES - 1), behaviour, whenEnded);
        watch.started(process, self);
        remember(process);
        return process;
    }

    /** {@return on how many processors the networks run} */
    public int processors() {
        return processors.size();
    }

    /**
     * Starts a process on a processor, a child of the one that calls.
     *
     * @param whenEnded called here once it has ended
     */
    public Tasklet place(int processor, String name, Behaviour behaviour, Consumer<Tasklet> whenEnded) {
        Tasklet self = self();
        Scheduler there = processors.get(processor);
        if (there == this) {
            return start(name, behaviour, self.priority, whenEnded);
        }
        var process = new Tasklet(there, name, 0, self, self.priority, behaviour, ended -> post(() -> whenEnded.accept(ended)));
        there.post(() -> there.remember(process));
        return process;
    }

    private void remember(Tasklet process) {
        population.add(process);
        dispatcher.add(process);
    }

    /** Tells a process to end: it goes on with {@link Ended} in the primitive that it waits in or calls next. */
    public void end(Tasklet process) {
        if (process.scheduler != this) {
            process.scheduler.post(() -> process.scheduler.end(process));
            return;
        } else if (process.toEnd || process.is(Tasklet.Status.ENDED)) {
            return;
        }
        process.mustEnd();
        touch(Shared.EVERYTHING);
        if (process.is(Tasklet.Status.WAITING) && process.waiting.abandon(process)) {
            resume(process, null);
        }
    }

    void ended(Tasklet process) {
        process.become(Tasklet.Status.ENDED);
        population.remove(process);
        watch.ended(process);
        act(() -> process.whenEnded.accept(process));
        process.behaviour = null;
        process.whenEnded = null;
        process.fiber = null;
    }

    /** Sets a timer. Its action runs between two turns. */
    public Timer timer(long when, String what, Runnable action) {
        return deadlines.set(when, what, action, dispatcher.running(), false);
    }

    /** Sets a timer that does nothing but let the process go on that calls: its action says what it {@linkplain #touch uses} beside time. */
    public Timer alarm(long when, String what, Runnable action) {
        return deadlines.set(when, what, action, dispatcher.running(), true);
    }

    /** Takes a timer back, if it has not fired. */
    public void cancel(Timer timer) {
        deadlines.cancel(timer);
    }

    /** {@return the time, in nanoseconds on the network's clock} */
    public long now() {
        if (dispatcher.race && dispatcher.running() != null) {
            interleave(Shared.NOTHING); // timers may fire before
        }
        return present();
    }

    /** {@return the time, as {@link #now}} For who has just stood back. */
    public long present() {
        long now = asked(clock.now());
        if (watch.probed() && dispatcher.running() != null) {
            watch.learned(dispatcher.running(), new Instant(now));
        }
        return now;
    }

    /** A time on the clock that a process got to know. */
    public record Instant(long nanos) {}

    /** {@return the time in {@code delay} nanoseconds} For setting a timer by: unlike {@link #now}, it tells the process nothing. */
    public long deadline(long delay) {
        return asked(clock.now()) + delay;
    }

    /** A process that goes on where it was saved sees the time at which it began to wait, not that at which it was told to wait again. */
    private long asked(long now) {
        Tasklet self = dispatcher.running();
        return self == null ? now : self.asks(now);
    }

    /** Tells those who watch that something happened. */
    public void happened(String channel, Object value) {
        happened(dispatcher.running(), channel, value);
    }

    /** {@return whether anybody takes note of what happens} */
    public boolean watched() {
        return watch.noting();
    }

    /** {@return a name below the running process, for what it does on behalf of another: it never runs} */
    public Tasklet actor(String name) {
        return new Tasklet(this, name, 0, self(), 0, null, null);
    }

    /** Tells those who watch that something happened, by the running process on behalf of another. */
    public void happened(Tasklet who, String channel, Object value) {
        dispatcher.progress();
        watch.happened(clock, who, channel, value);
    }

    /** {@return whether somebody follows the run from inside} */
    public boolean probed() {
        return watch.probed();
    }

    // ---- inspection ----

    /** {@return the processes that have not ended, the youngest first} For the process that runs, or between two turns. */
    public List<Tasklet> processes() {
        return population.all();
    }

    /** {@return the pending timers, the earliest first} For the process that runs, or between two turns. */
    public List<Timer> timers() {
        return deadlines.pending();
    }

    int openings() {
        return openings;
    }

    /** {@return how many turns processes have had} */
    public long turns() {
        return dispatcher.turns();
    }

    /** {@return the state between two turns, soon} From any thread; completed while the networks run. */
    public CompletableFuture<Snapshot> inspect() {
        var state = new CompletableFuture<Snapshot>();
        post(() -> state.complete(snapshot()));
        return state;
    }

    /** {@return the whole state, as seen by the running process or between two turns} From other threads: {@link #inspect}. */
    public Snapshot snapshot() {
        return Snapshot.of(List.of(this));
    }
}
