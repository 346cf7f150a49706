package org.cspcheck.explorer.vector;

import java.util.Optional;
import org.cspcheck.explorer.search.Budget;
import org.cspcheck.explorer.system.PrioritySystem;
import org.cspcheck.explorer.system.RelabelSystem;
import org.cspcheck.explorer.system.TransitionSystem;
import org.cspcheck.model.event.PriorityOrder;
import org.cspcheck.model.process.Process;

/** Networks with what may stand around them: priority, and hiding and renaming above priority. */
public final class Composition {
    private final Leaves leaves;
    private final Budget budget;

    public Composition(Leaves leaves, Budget budget) {
        this.leaves = leaves;
        this.budget = budget;
    }

    /** {@return the network that a process is, which can be settled; empty where it is none, or none that can be flattened} */
    public Optional<TransitionSystem> of(Process process) {
        return of(process, false);
    }

    /** @param exact whether the states of components may be merged by strong bisimulation only, because of a priority around them */
    Optional<TransitionSystem> of(Process process, boolean exact) {
        if (Flattening.isNetwork(leaves, process)) {
            return Flattening.chases(process)
                    ? ChasedSystem.of(leaves, process, budget).map(system -> system)
                    : VectorSystem.of(leaves, process, exact, budget).map(system -> system);
        }
        return switch (Flattening.unfolded(process)) {
            case Process.Prioritise(Process inner, PriorityOrder order) ->
                of(inner, true).map(system -> new PrioritySystem(system, order));
            case Process.Hide hide -> of(hide.process(), exact).map(system -> RelabelSystem.hiding(system, hide));
            case Process.Rename rename -> of(rename.process(), exact).map(system -> RelabelSystem.renaming(system, rename));
            case Process.Compress compress -> of(compress.process(), exact);
            default -> Optional.empty();
        };
    }
}
