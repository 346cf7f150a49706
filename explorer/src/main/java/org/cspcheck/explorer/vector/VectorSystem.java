package org.cspcheck.explorer.vector;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.cspcheck.explorer.search.Budget;
import org.cspcheck.explorer.search.Fingerprint;
import org.cspcheck.explorer.system.Account;
import org.cspcheck.explorer.system.Commutation;
import org.cspcheck.explorer.system.Layout;
import org.cspcheck.explorer.system.TransitionSystem;
import org.cspcheck.explorer.system.Walk;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Process.*;
import org.cspcheck.model.verdict.Profile.Stage;

/** A network of components whose graphs are known: a state is the vector of their local states. */
public final class VectorSystem implements TransitionSystem {
    private final Flattening network;
    private final List<Rules.Rule> rules;
    private final RuleTable table;

    /** @param rules some of the network's, or all */
    VectorSystem(Flattening network, List<Rules.Rule> rules) {
        this.network = network;
        this.rules = rules;
        this.table = RuleTable.of(network, rules, IntStream.range(0, network.graphs().size()).toArray());
    }

    private VectorSystem(VectorSystem other, int[] order) {
        this.network = other.network;
        this.rules = other.rules;
        this.table = RuleTable.of(network, rules, order);
    }

    /**
     * {@return the same system; its states have the steps of later components before those of earlier ones}
     *
     * <p>In the networks that people write, things mostly move from earlier components to later ones. Where later components come first, fewer
     * steps are left by {@link Commutation}: on pipelines one for each state instead of 1.7, on philosophers 1.6 instead of 2.8.
     */
    public VectorSystem reversed() {
        int n = network.graphs().size();
        return new VectorSystem(this, IntStream.range(0, n).map(i -> n - 1 - i).toArray());
    }

    /** {@return whether some component waits for time, or may do so} */
    boolean hasTimers() {
        return network.graphs().stream().anyMatch(LeafGraph::hasTimers);
    }

    /** {@return the components and rules} */
    public Network network() {
        return new Network(network.graphs(), table.packing, rules);
    }

    /** {@return the network that this process is, which can be settled; empty where it is none, or none that can be flattened} */
    public static Optional<VectorSystem> of(Leaves leaves, Process process, Budget budget) {
        return of(leaves, process, false, budget);
    }

    /**
     * {@return the network that this process is; empty where it is none, none that can be flattened, or one in which something is chased}
     *
     * @param process can be settled
     * @param exact whether compressions other than strong bisimulation are ruled out
     */
    static Optional<VectorSystem> of(Leaves leaves, Process process, boolean exact, Budget budget) {
        return of(leaves, process, exact, Allowance.ofTerms(budget), budget);
    }

    /** {@return the network that this process is, which can be settled, if its components are small; empty where it is none} */
    public static Optional<VectorSystem> small(Leaves leaves, Process process, Budget budget) {
        return of(leaves, process, false, Allowance.ofFew(), budget);
    }

    /** {@return whether a process that can be settled is parallel or compressed at the top, or under hiding and renaming} */
    public static boolean isNetwork(Leaves leaves, Process process) {
        return Flattening.isNetwork(leaves, process);
    }

    private static Optional<VectorSystem> of(Leaves leaves, Process process, boolean exact, Allowance allowance, Budget budget) {
        try {
            return Flattening.chases(process)
                    ? Optional.empty()
                    : Flattening.of(leaves, process, exact, allowance, budget).map(network -> composed(network, budget));
        } catch (Rules.TooMany e) {
            return Optional.empty();
        }
    }

    private static VectorSystem composed(Flattening network, Budget budget) {
        try (var _ = budget.stages().enter(Stage.COMPOSING)) {
            return new VectorSystem(network, Rules.of(network));
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
    public OptionalLong fingerprint() {
        var fingerprint = new Fingerprint();
        network.graphs().forEach(graph -> graph.mark(fingerprint));
        for (Rules.Rule rule : rules) {
            fingerprint.add(rule.event()).add(rule.components()).add(rule.labels());
        }
        return OptionalLong.of(fingerprint.value());
    }

    @Override
    public Optional<Commutation> commutation() {
        return Optional.of(table.commutation);
    }

    @Override
    public Expander expander() {
        return switch (table.packing.words()) {
            case 1 -> new NarrowExpander(table);
            case 2 -> new PairExpander(table);
            default -> new WideExpander(table);
        };
    }

    @Override
    public Process describe(long[] states, int at) {
        return term(network.root(), new Locals() {
            @Override
            public Process term(int component) {
                return network.graphs().get(component).term(table.packing.local(states, at, component));
            }

            @Override
            public boolean isTerminated(int control) {
                return table.packing.local(states, at, control) == 1;
            }
        });
    }

    @Override
    public Account account(Walk walk) {
        boolean literal = network.graphs().stream().allMatch(LeafGraph::isLiteral);
        return literal ? Account.literal(this, walk) : new Telling(this, network, table.packing, walk).account();
    }

    /** What each component is at some moment. */
    interface Locals {
        Process term(int component);

        boolean isTerminated(int control);
    }

    /** {@return the term of a part} */
    static Process term(Part part, Locals locals) {
        return switch (part) {
            case Part.Leaf(int component) -> locals.term(component);
            case Part.Wrapped(Process operator, Part inner) -> wrapped(operator, term(inner, locals));
            case Part.Chased(Part inner) -> chased(term(inner, locals));
            case Part.Group group -> {
                if (group.control() != Part.NONE && locals.isTerminated(group.control())) {
                    yield Process.TERMINATED;
                }
                yield group(group.operator(), group.operands().stream().map(operand -> term(operand, locals)).toList());
            }
        };
    }

    private static Process chased(Process inner) {
        return inner instanceof Terminated ? inner : new Chase(inner);
    }

    private static Process wrapped(Process operator, Process inner) {
        if (inner instanceof Terminated) {
            return inner;
        }
        return switch (operator) {
            case Hide hide -> Process.hide(inner, hide.hidden());
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
