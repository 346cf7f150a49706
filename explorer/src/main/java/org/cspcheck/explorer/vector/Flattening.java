package org.cspcheck.explorer.vector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cspcheck.explorer.search.Budget;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Process.*;
import org.cspcheck.model.source.SpecificationException;

/** The parts of a network and the graphs of its components. */
record Flattening(Part root, List<LeafGraph> graphs) {
    /**
     * Takes a settled term apart.
     *
     * <p>Empty when nothing in it is parallel at the top, or when a component is too large to be explored alone: perhaps it is infinite and only
     * the rest of the network keeps it small. In virtual time it is empty where a component has a timer: which timers fire depends on all
     * components. A mistake in a component is no reason to complain either, the network may never get there.
     */
    static Optional<Flattening> of(Leaves leaves, Process process, Budget budget) {
        if (!isParallel(process)) {
            return Optional.empty();
        }
        var building = new Building(leaves, budget);
        try {
            Part root = building.part(process);
            if (building.timed && building.graphs.stream().anyMatch(LeafGraph::hasTimers)) {
                return Optional.empty();
            }
            return Optional.of(new Flattening(root, List.copyOf(building.graphs)));
        } catch (TooLarge | SpecificationException | StackOverflowError e) {
            return Optional.empty();
        }
    }

    /** The component whose state says whether the part has terminated. */
    static int judge(Part part) {
        return switch (part) {
            case Part.Leaf(int component) -> component;
            case Part.Wrapped(Process operator, Part inner) -> judge(inner);
            case Part.Group group -> group.control();
        };
    }

    static boolean isParallel(Process process) {
        return switch (process) {
            case Hide hide -> isParallel(hide.process());
            case Rename rename -> isParallel(rename.process());
            case Timed timed -> isParallel(timed.process());
            default -> !operands(process).isEmpty();
        };
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
        private final LeafGraph.Allowance allowance;
        private final List<LeafGraph> graphs = new ArrayList<>();
        private boolean timed;

        Building(Leaves leaves, Budget budget) {
            this.leaves = leaves;
            this.budget = budget;
            this.allowance = new LeafGraph.Allowance(budget);
        }

        Part part(Process process) {
            if (!isParallel(process)) {
                return leaf(process);
            }
            return switch (process) {
                case Hide hide -> new Part.Wrapped(hide, part(hide.process()));
                case Rename rename -> new Part.Wrapped(rename, part(rename.process()));
                case Timed inTime -> {
                    timed = true;
                    yield new Part.Wrapped(inTime, part(inTime.process()));
                }
                default -> group(process);
            };
        }

        private Part leaf(Process process) {
            graphs.add(leaves.graph(process, allowance, budget).orElseThrow(TooLarge::new));
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
