package org.cspcheck.explorer.vector;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cspcheck.explorer.search.Budget;
import org.cspcheck.explorer.system.Layout;
import org.cspcheck.explorer.system.TransitionSystem;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Process.*;

/** A network of components whose graphs are known: a state is the vector of their local states. */
public final class VectorSystem implements TransitionSystem {
    private final Flattening network;
    private final List<Rules.Rule> rules;
    private final RuleTable table;

    private VectorSystem(Flattening network) {
        this.network = network;
        this.rules = Rules.of(network);
        this.table = RuleTable.of(network, rules);
    }

    /** {@return the components and rules} */
    public Network network() {
        return new Network(network.graphs(), table.packing, rules);
    }

    /** {@return whether a settled process is parallel at the top, or under hiding and renaming} */
    public static boolean isNetwork(Process process) {
        return Flattening.isParallel(process);
    }

    /** {@return the network that this process is; empty where it is none, or none that can be flattened} */
    public static Optional<VectorSystem> of(Leaves leaves, Process process, Budget budget) {
        try {
            return Flattening.of(leaves, leaves.rules().settle(process), budget).map(VectorSystem::new);
        } catch (Rules.TooMany e) {
            return Optional.empty();
        }
    }

    @Override
    public Layout layout() {
        return table.packing.layout(table.silent);
    }

    @Override
    public void initial(long[] into) {
        Arrays.fill(into, 0, table.packing.words(), 0); // every component begins at its state 0
    }

    @Override
    public Expander expander() {
        return table.packing.words() == 1 ? new NarrowExpander(table) : new WideExpander(table);
    }

    @Override
    public Process describe(long[] states, int at) {
        return term(network.root(), states, at);
    }

    private Process term(Part part, long[] states, int at) {
        return switch (part) {
            case Part.Leaf(int component) -> network.graphs().get(component).term(table.packing.local(states, at, component));
            case Part.Wrapped(Process operator, Part inner) -> wrapped(operator, term(inner, states, at));
            case Part.Group group -> {
                if (group.control() != Part.NONE && table.packing.local(states, at, group.control()) == 1) {
                    yield Process.TERMINATED;
                }
                yield group(group.operator(), group.operands().stream().map(operand -> term(operand, states, at)).toList());
            }
        };
    }

    private static Process wrapped(Process operator, Process inner) {
        if (inner instanceof Terminated) {
            return inner;
        }
        return switch (operator) {
            case Hide hide -> new Hide(inner, hide.hidden());
            case Rename rename -> new Rename(inner, rename.renaming());
            case Timed timed -> new Timed(inner, timed.race());
            default -> throw new IllegalStateException("not a wrapping operator: " + operator);
        };
    }

    private static Process group(Process operator, List<Process> operands) {
        return switch (operator) {
            case InterfaceParallel parallel -> new InterfaceParallel(operands, parallel.together());
            case AlphabetisedParallel parallel -> new AlphabetisedParallel(operands, parallel.alphabets());
            case LinkedParallel parallel -> new LinkedParallel(operands.get(0), operands.get(1), parallel.links());
            default -> throw new IllegalStateException("not a parallel operator: " + operator);
        };
    }
}
