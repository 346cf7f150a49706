package org.cspcheck.explorer.vector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cspcheck.explorer.search.Budget;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Process.*;
import org.cspcheck.model.source.SpecificationException;

/**
 * The parts of a network and the graphs of its components.
 *
 * @param chasing whether some part is chased; then no component is smaller than its terms, since which internal step comes first is a matter of terms
 */
record Flattening(Part root, List<LeafGraph> graphs, boolean chasing) {
    /**
     * Takes a term apart that can be settled.
     *
     * <p>Empty when nothing in it is parallel at the top, or when a component is too large to be explored alone: perhaps it is infinite and only
     * the rest of the network keeps it small. In virtual time it is empty where a component has a timer: which timers fire depends on all
     * components. A mistake in a component is no reason to complain either, the network may never get there.
     *
     * @param exact whether compressions other than strong bisimulation are ruled out
     * @param allowance of its components together
     */
    static Optional<Flattening> of(Leaves leaves, Process process, boolean exact, Allowance allowance, Budget budget) {
        if (!isNetwork(leaves, process)) {
            return Optional.empty();
        }
        var building = new Building(leaves, exact, chases(process), allowance, budget);
        try {
            Part root = building.part(process);
            if ((building.timed || building.chasing) && building.graphs.stream().anyMatch(LeafGraph::hasTimers)) {
                return Optional.empty();
            }
            return Optional.of(new Flattening(root, List.copyOf(building.graphs), building.chasing));
        } catch (TooLarge | SpecificationException | StackOverflowError e) {
            return Optional.empty();
        }
    }

    /** The component whose state says whether the part has terminated. */
    static int judge(Part part) {
        return switch (part) {
            case Part.Leaf(int component) -> component;
            case Part.Wrapped(Process operator, Part inner) -> judge(inner);
            case Part.Chased(Part inner) -> judge(inner);
            case Part.Group group -> group.control();
        };
    }

    /** {@return whether a process is parallel or compressed at the top, or under hiding and renaming} */
    static boolean isNetwork(Leaves leaves, Process process) {
        return switch (unfolded(process)) {
            case Hide hide -> isNetwork(leaves, hide.process());
            case Rename rename -> isNetwork(leaves, rename.process());
            case Timed timed -> isNetwork(leaves, timed.process());
            case Chase chase -> isNetwork(leaves, chase.process());
            case Compress compress -> leaves.isMinimising() || isNetwork(leaves, compress.process());
            case Process other -> !operands(other).isEmpty();
        };
    }

    /** {@return whether something in the network is chased} */
    static boolean chases(Process process) {
        return switch (unfolded(process)) {
            case Hide hide -> chases(hide.process());
            case Rename rename -> chases(rename.process());
            case Timed timed -> chases(timed.process());
            case Compress compress -> chases(compress.process());
            case Chase chase -> true;
            case Process other -> operands(other).stream().anyMatch(Flattening::chases);
        };
    }

    /** {@return the term behind a name; the process can be settled, so there is one} */
    static Process unfolded(Process process) {
        Process term = process;
        while (term instanceof Call(Body body)) {
            term = body.unfold();
        }
        return term;
    }

    static List<Process> operands(Process process) {
        return switch (process) {
            case InterfaceParallel parallel -> parallel.operands();
            case AlphabetisedParallel parallel -> parallel.operands();
            case LinkedParallel parallel -> List.of(parallel.left(), parallel.right());
            default -> List.of();
        };
    }

    private static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooLarge() {
            super("", null, false, false);
        }
    }

    /** Numbers components as it meets them. */
    private static final class Building {
        private final Leaves leaves;
        private final Budget budget;
        private final boolean exact;
        private final boolean chasing;
        private final Allowance allowance;
        private final List<LeafGraph> graphs = new ArrayList<>();
        private boolean timed;
        private boolean chased;

        Building(Leaves leaves, boolean exact, boolean chasing, Allowance allowance, Budget budget) {
            this.leaves = leaves;
            this.exact = exact;
            this.chasing = chasing;
            this.budget = budget;
            this.allowance = allowance;
        }

        Part part(Process process) {
            Process term = unfolded(process);
            if (chasing ? !isParallel(term) : !isNetwork(leaves, term)) {
                return leaf(graph(leaves.rules().settle(term), process).orElseThrow(TooLarge::new));
            }
            return switch (term) {
                case Hide hide -> hide.isRepeated() ? part(hide.process()) : new Part.Wrapped(hide, part(hide.process()));
                case Rename rename -> new Part.Wrapped(rename, part(rename.process()));
                case Timed inTime -> {
                    timed = true;
                    yield new Part.Wrapped(inTime, part(inTime.process()));
                }
                case Chase chase -> chased(chase);
                case Compress compress -> chasing ? part(compress.process()) : compressed(compress, process);
                default -> group(term);
            };
        }

        /** Whether a term is no component where something is chased: no compression makes it one, since the order of its steps counts. */
        private boolean isParallel(Process process) {
            return switch (unfolded(process)) {
                case Hide hide -> isParallel(hide.process());
                case Rename rename -> isParallel(rename.process());
                case Timed timed -> isParallel(timed.process());
                case Compress compress -> isParallel(compress.process());
                case Chase chase -> !chased && isParallel(chase.process());
                case Process other -> !operands(other).isEmpty();
            };
        }

        private Optional<LeafGraph> graph(Process settled, Process process) {
            return chasing
                    ? leaves.ordered(settled, () -> name(process), allowance, budget)
                    : leaves.graph(settled, () -> name(process), allowance, budget);
        }

        /** A chase inside another one is a matter of terms: a component. */
        private Part chased(Chase chase) {
            chased = true;
            Part inner = part(chase.process());
            chased = false;
            return new Part.Chased(inner);
        }

        /** A component of its own, or if it is too large alone, part of the network. */
        private Part compressed(Compress compress, Process process) {
            Optional<LeafGraph> graph =
                    leaves.isMinimising() ? leaves.compressed(compress, exact, () -> name(process), budget) : Optional.empty();
            return graph.isPresent() ? leaf(graph.get()) : part(compress.process());
        }

        /** The outermost name of a process; of one without a name its number among the components. */
        private String name(Process process) {
            return switch (process) {
                case Call(Body body) -> body.name().isEmpty() ? name(body.unfold()) : body.name();
                case Compress compress -> name(compress.process());
                case Chase chase -> name(chase.process());
                case Hide hide -> name(hide.process());
                case Rename rename -> name(rename.process());
                case Foreign foreign -> foreign.state().name();
                default -> "component " + (graphs.size() + 1);
            };
        }

        private Part leaf(LeafGraph graph) {
            graphs.add(graph);
            return new Part.Leaf(graphs.size() - 1);
        }

        private Part group(Process process) {
            List<Part> parts = new ArrayList<>();
            for (Process operand : operands(process)) {
                parts.add(part(operand));
            }
            boolean terminates = true;
            for (Part part : parts) {
                int judge = judge(part);
                terminates &= judge != Part.NONE && graphs.get(judge).canTerminate();
            }
            if (terminates) {
                graphs.add(LeafGraph.control());
            }
            return new Part.Group(process, List.copyOf(parts), terminates ? graphs.size() - 1 : Part.NONE);
        }
    }
}
