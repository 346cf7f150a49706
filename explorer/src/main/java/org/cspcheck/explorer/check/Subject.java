package org.cspcheck.explorer.check;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.cspcheck.explorer.check.Evidence.Leg;
import org.cspcheck.explorer.normal.Divergences;
import org.cspcheck.explorer.search.Budget;
import org.cspcheck.explorer.search.Exploration;
import org.cspcheck.explorer.search.Search;
import org.cspcheck.explorer.system.Layout;
import org.cspcheck.explorer.system.Successors;
import org.cspcheck.explorer.system.TransitionSystem;
import org.cspcheck.model.event.Event;
import org.cspcheck.model.verdict.Counterexample.Kind;

/** The system that a check is about, with the budget of the check: what the checks share. */
public record Subject(TransitionSystem system, Budget budget) {
    /** Looks at one state of a block and its steps; {@return the finding, null if there is none} */
    @FunctionalInterface
    interface Judge {
        Exploration.Finding judge(long[] states, int source, Successors steps);
    }

    /**
     * {@return whether states must be examined one after the other}
     *
     * @param divergences whether these are asked about too: where the number of states is limited, what they visit counts as well
     */
    boolean isInOrder(boolean divergences) {
        return system.isInOrder() || divergences && budget.limitsStates();
    }

    /** {@return all states of the system, each looked at by a judge; one judge for each worker} */
    Exploration plain(boolean inOrder, Supplier<Judge> judges) {
        return new Exploration() {
            @Override
            public boolean isInOrder() {
                return inOrder;
            }

            @Override
            public Layout layout() {
                return system.layout();
            }

            @Override
            public void initial(long[] into) {
                system.initial(into);
            }

            @Override
            public Examiner examiner() {
                TransitionSystem.Expander expander = system.expander();
                Judge judge = judges.get();
                return (states, count, out) -> {
                    expander.expand(states, count, out);
                    Finding finding = null;
                    for (int i = 0; i < count && finding == null; i++) {
                        finding = judge.judge(states, i, out);
                    }
                    return finding;
                };
            }
        };
    }

    /** {@return which states diverge; empty where no step can be tau} */
    Optional<Divergences> divergences() {
        return system.layout().silent() ? Optional.of(new Divergences(system, budget)) : Optional.empty();
    }

    /** {@return whether a state has a step with this event} */
    static boolean has(Successors steps, int source, int event) {
        for (int k = steps.from(source); k < steps.to(source); k++) {
            if (steps.events[k] == event) {
                return true;
            }
        }
        return false;
    }

    /** {@return whether the state has a tau and lies on a cycle of them} */
    static boolean loops(Divergences divergences, long[] states, int source, Successors steps) {
        return has(steps, source, Event.TAU) && divergences.isOnCycle(states, source * steps.words);
    }

    /** {@return the path of a search over this system, or over a product with it, in terms} */
    List<Leg> legs(List<Search.Hop> hops) {
        return hops.stream().map(hop -> new Leg(hop.event(), system.describe(hop.state(), 0))).toList();
    }

    /** {@return the shortest cycle of tau through a state that lies on one} */
    List<Leg> cycle(long[] state) {
        Exploration silent = new SilentSteps(system, state);
        try (Search search = Search.explaining(silent, budget)) {
            Search.Found found = search.run().orElseThrow(() -> new IllegalStateException("a cycle of tau was lost"));
            var hops = new java.util.ArrayList<>(search.pathTo(found));
            hops.add(new Search.Hop(Event.TAU, state));
            return legs(hops);
        }
    }

    /** The tau steps from one state; finds a state from which one leads back. */
    private record SilentSteps(TransitionSystem system, long[] start) implements Exploration {
        @Override
        public Layout layout() {
            return system.layout();
        }

        @Override
        public boolean isInOrder() {
            return system.isInOrder();
        }

        @Override
        public void initial(long[] into) {
            System.arraycopy(start, 0, into, 0, layout().words());
        }

        @Override
        public Examiner examiner() {
            TransitionSystem.Expander expander = system.expander();
            int words = layout().words();
            Successors all = new Successors(words);
            return (states, count, out) -> {
                expander.expand(states, count, all);
                out.clear();
                for (int i = 0; i < count; i++) {
                    for (int k = all.from(i); k < all.to(i); k++) {
                        if (all.events[k] == Event.TAU) {
                            if (Arrays.equals(all.states, k * words, (k + 1) * words, start, 0, words)) {
                                return new Finding(Kind.DIVERGENCE, i, Event.TAU);
                            }
                            out.add(Event.TAU, all.states, k * words);
                        }
                    }
                    out.endState();
                }
                return null;
            };
        }
    }
}
