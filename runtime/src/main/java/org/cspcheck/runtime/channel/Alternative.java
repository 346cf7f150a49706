package org.cspcheck.runtime.channel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.cspcheck.runtime.Scheduler;
import org.cspcheck.runtime.Shared;
import org.cspcheck.runtime.Tasklet;
import org.cspcheck.runtime.Waiting;

/**
 * Waits for the first of several things, and does it: the ALT.
 *
 * <p>Two kinds with one meaning. The {@linkplain Transputer transputer's} announces all guards when it has to wait and withdraws them
 * afterwards: its cost goes with the guards. The {@linkplain Registered registered} one stays announced between selections: its cost goes
 * with the guards that are ready.
 *
 * <p>Invariants. While {@code waiting}, its process is suspended in {@link #select} and none of its guards that hold is ready: whoever makes
 * one ready fires it instead, in the same step. {@code chosen} is what was fired, until the process has gone on.
 */
public abstract class Alternative implements Waiting {
    /** Which branch is taken when several are ready. */
    public enum Selection {
        /** The one that waited longest for its turn. */
        FAIR,
        /** The first as written; this is never open. */
        PRIORITY,
        /** Any: whatever is cheapest. */
        ARBITRARY
    }

    final Scheduler scheduler;
    final Selection selection;
    final Guard[] guards;
    private final Runnable[] actions;
    private final List<Runnable> preparations;
    private Tasklet process;
    private boolean waiting;
    private Guard chosen;
    /** Those that time may fire while the process stands back. */
    private List<Guard> counting = List.of();

    Alternative(Builder built, boolean registered) {
        this.scheduler = Scheduler.current();
        this.selection = built.selection;
        this.guards = built.guards.toArray(Guard[]::new);
        this.actions = built.actions.toArray(Runnable[]::new);
        this.preparations = List.copyOf(built.preparations);
        for (int i = 0; i < guards.length; i++) {
            guards[i].join(this, i, registered && guards[i].lasting());
        }
    }

    /** {@return a new alternative, branch by branch} */
    public static Builder fair() {
        return new Builder(Selection.FAIR);
    }

    /** {@return a new alternative, branch by branch, the most urgent first} */
    public static Builder priority() {
        return new Builder(Selection.PRIORITY);
    }

    /** {@return a new alternative, branch by branch} */
    public static Builder arbitrary() {
        return new Builder(Selection.ARBITRARY);
    }

    /** Waits until a branch is ready, takes it and runs its action; {@return its number, from 0} */
    public final int select() {
        Guard guard;
        if (scheduler.race()) {
            guard = takeInTime();
        } else {
            scheduler.interleave(Shared.NOTHING);
            prepare();
            guard = takeOrWait();
        }
        taken(guard);
        Runnable action = actions[guard.index()];
        if (action != null) {
            action.run();
        }
        return guard.index();
    }

    private void prepare() {
        process = scheduler.self();
        for (Runnable preparation : preparations) {
            preparation.run();
        }
    }

    private Guard takeOrWait() {
        begin(process);
        touchAll();
        Guard guard = pick();
        if (guard == null) {
            guard = await();
            guard.finish();
        } else {
            scheduler.learned(guard.index());
            guard.take();
            tell(guard);
        }
        return guard;
    }

    /** Its timeouts count from the beginning, and may come while others go first. */
    private Guard takeInTime() {
        prepare();
        counting = Arrays.stream(guards).filter(guard -> guard.holds() && guard.countDown(process)).toList();
        try {
            Integer elapsed = (Integer) scheduler.standBack(Shared.NOTHING);
            return elapsed == null ? takeOrWait() : guards[elapsed];
        } finally {
            stopCounting();
        }
    }

    private void stopCounting() {
        counting.forEach(Guard::disable);
        counting = List.of();
    }

    /** The time of a guard has come, while it waits or stands back. */
    final void elapse(Guard guard) {
        if (waiting) {
            fire(guard);
        } else if (process.standsBack()) {
            stopCounting();
            process.overtake(guard.index());
        }
    }

    /** Only where somebody asks: it costs by the guards, which a registered alternative must not. */
    private void touchAll() {
        if (scheduler.probed()) {
            for (Guard guard : guards) {
                scheduler.touch(guard.shared());
            }
        }
    }

    private void tell(Guard guard) {
        if (guard.outcome() != null) {
            scheduler.learned(process, guard.outcome());
        }
    }

    final Tasklet owner() {
        return process;
    }

    private Guard await() {
        announce();
        waiting = true;
        scheduler.suspend(this, null);
        Guard fired = chosen;
        chosen = null;
        return fired;
    }

    /** A selection begins. */
    abstract void begin(Tasklet process);

    /** {@return a branch that is ready, as the selection and the oracle say; null if none is} */
    abstract Guard pick();

    /** About to wait. */
    abstract void announce();

    /** Does not wait any more. */
    abstract void withdraw();

    /** This branch was taken. */
    abstract void taken(Guard guard);

    abstract void stir(Guard guard);

    abstract void ask(Guard guard);

    final boolean isWaiting() {
        return waiting;
    }

    final void fire(Guard guard) {
        waiting = false;
        chosen = guard;
        touchAll();
        withdraw();
        scheduler.resume(process, null);
        scheduler.learned(process, guard.index());
        tell(guard);
    }

    /** Says whether a branch may be taken in the selections to come. */
    public final void precondition(int branch, boolean holds) {
        guards[branch].holds(holds);
    }

    /** Withdraws for good; only a registered alternative holds anything between selections. */
    public abstract void close();

    @Override
    public boolean abandon(Tasklet ended) {
        waiting = false;
        withdraw();
        close();
        return true;
    }

    @Override
    public Collection<Tasklet> on(Tasklet self) {
        var all = new LinkedHashSet<Tasklet>();
        for (Guard guard : guards) {
            if (guard.holds()) {
                Collection<Tasklet> some = guard.on(self);
                if (some.isEmpty()) {
                    return List.of();
                }
                all.addAll(some);
            }
        }
        return all;
    }

    @Override
    public boolean outside() {
        return Arrays.stream(guards).anyMatch(guard -> guard.holds() && guard.outside());
    }

    @Override
    public boolean noticed() {
        return false;
    }

    @Override
    public String toString() {
        return "select " + Arrays.stream(guards).filter(Guard::holds).map(Guard::toString).toList();
    }

    /** An alternative in the making. */
    public static final class Builder {
        private final Selection selection;
        private final List<Guard> guards = new ArrayList<>();
        private final List<Runnable> actions = new ArrayList<>();
        private final List<Runnable> preparations = new ArrayList<>();

        private Builder(Selection selection) {
            this.selection = selection;
        }

        /** A branch with a guard of any kind, and what to do when it was taken (null for nothing). */
        public Builder on(Guard guard, Runnable action) {
            guards.add(guard);
            actions.add(action);
            return this;
        }

        /** A branch that reads, and what to do with the value (null for nothing). */
        public <T> Builder in(In<T> end, Consumer<? super T> action) {
            InputGuard<T> guard = end.guard();
            return on(guard, action == null ? null : () -> action.accept(guard.value()));
        }

        /** A branch that writes; {@code value} is asked at each selection, whether the branch is taken or not. */
        public <T> Builder out(Out<T> end, Supplier<? extends T> value, Runnable action) {
            OutputGuard<T> guard = end.guard();
            preparations.add(() -> guard.offering(value.get()));
            return on(guard, action);
        }

        /** A branch that is taken when nothing else was for so long. */
        public Builder after(Duration time, Runnable action) {
            return on(new Timeout(Scheduler.current(), time.toNanos(), false), action);
        }

        /** A branch that is taken from a time on, in nanoseconds on the network's clock. */
        public Builder from(long when, Runnable action) {
            return on(new Timeout(Scheduler.current(), when, true), action);
        }

        /** A branch that is always ready. */
        public Builder skip(Runnable action) {
            return on(new SkipGuard(), action);
        }

        /** The branch before may be taken only in selections that begin while this holds. */
        public Builder when(BooleanSupplier precondition) {
            Guard guard = guards.getLast();
            preparations.add(() -> guard.holds(precondition.getAsBoolean()));
            return this;
        }

        /** {@return the alternative that announces its guards each time} */
        public Alternative transputer() {
            return new Transputer(this);
        }

        /** {@return the alternative that stays announced; for selecting again and again} */
        public Alternative registered() {
            return new Registered(this);
        }

        /** Selects once; {@return the number of the branch} */
        public int select() {
            return transputer().select();
        }
    }
}
