package org.cspcheck.explorer.reduce;

import org.cspcheck.explorer.system.Layout;
import org.cspcheck.explorer.system.TransitionSystem;
import org.cspcheck.explorer.vector.VectorSystem;
import org.cspcheck.model.process.Process;

/** A network of which only some steps of each state are taken. Its states and steps are states and steps of the network. */
public final class ReducedSystem implements TransitionSystem {
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
    public Expander expander() {
        return new StubbornExpander(actions, new StubbornSets(actions, aim, cycles));
    }

    @Override
    public Process describe(long[] states, int at) {
        return whole.describe(states, at);
    }
}
