package org.cspcheck.explorer.reduce;

import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.cspcheck.explorer.search.Fingerprint;
import org.cspcheck.explorer.system.Account;
import org.cspcheck.explorer.system.Layout;
import org.cspcheck.explorer.system.Successors;
import org.cspcheck.explorer.system.TransitionSystem;
import org.cspcheck.explorer.system.Walk;
import org.cspcheck.explorer.vector.VectorSystem;
import org.cspcheck.model.process.Process;

/** A network of which only some steps of each state are taken. Its states and steps are states and steps of the network. */
public final class ReducedSystem implements TransitionSystem {
    private static final int WALK = 500;

    private final VectorSystem whole;
    private final Actions actions;
    private final Cycles cycles;
    private final Aim aim;

    private ReducedSystem(VectorSystem whole, Actions actions, Cycles cycles, Aim aim) {
        this.whole = whole;
        this.actions = actions;
        this.cycles = cycles;
        this.aim = aim;
    }

    /** {@return a system with fewer steps that still has the behaviour} */
    public static ReducedSystem of(VectorSystem whole) {
        var actions = new Actions(whole.network());
        return new ReducedSystem(whole, actions, new Cycles(actions), new Aim.Behaviour());
    }

    /** {@return the same network, reduced further} */
    public ReducedSystem towards(Aim other) {
        return new ReducedSystem(whole, actions, cycles, other);
    }

    /** {@return whether the network may diverge} If not, it does not. */
    public boolean mayDiverge() {
        return cycles.mayDiverge();
    }

    /** {@return which part of the enabled rules is taken in the states of a walk, the same walk every time: 1 is no reduction} */
    public double share() {
        var sets = new StubbornSets(actions, aim, cycles);
        var expander = new StubbornExpander(actions, sets);
        var steps = new Successors(layout().words());
        int[] enabled = new int[actions.rules];
        long[] state = new long[layout().words()];
        var choice = new SplittableRandom(0);
        long taken = 0;
        long possible = 0;
        initial(state);
        for (int i = 0; i < WALK; i++) {
            taken += sets.open(state, 0);
            possible += sets.standing().allEnabled(enabled);
            expander.expand(state, 1, steps);
            if (steps.count == 0) {
                initial(state);
            } else {
                System.arraycopy(steps.states, choice.nextInt(steps.count) * state.length, state, 0, state.length);
            }
        }
        return possible == 0 ? 1 : (double) taken / possible;
    }

    /** {@return whether a look at neighbouring components is enough to see that no state without steps is reachable} */
    public boolean isNeverStuck() {
        return StuckStates.areImpossible(actions);
    }

    @Override
    public Layout layout() {
        return whole.layout();
    }

    @Override
    public void initial(long[] into) {
        whole.initial(into);
    }

    @Override
    public OptionalLong fingerprint() {
        long kind = switch (aim) {
            case Aim.Deadlocks all -> 1;
            case Aim.Behaviour all -> 2;
            case Aim.Occurrence some -> 3;
        };
        return OptionalLong.of(new Fingerprint().add(whole.fingerprint().getAsLong()).add(kind).value());
    }

    @Override
    public Expander expander() {
        return new StubbornExpander(actions, new StubbornSets(actions, aim, cycles));
    }

    @Override
    public Process describe(long[] states, int at) {
        return whole.describe(states, at);
    }

    @Override
    public Account account(Walk walk) {
        return whole.account(walk);
    }
}
