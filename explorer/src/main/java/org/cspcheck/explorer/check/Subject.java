package org.cspcheck.explorer.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.cspcheck.explorer.check.Evidence.Leg;
import org.cspcheck.explorer.normal.Divergences;
import org.cspcheck.explorer.search.Budget;
import org.cspcheck.explorer.search.Exploration;
import org.cspcheck.explorer.search.Search;
import org.cspcheck.explorer.system.Account;
import org.cspcheck.explorer.system.Commutation;
import org.cspcheck.explorer.system.Layout;
import org.cspcheck.explorer.system.Quotient;
import org.cspcheck.explorer.system.Successors;
import org.cspcheck.explorer.system.TransitionSystem;
import org.cspcheck.explorer.system.Walk;
import org.cspcheck.model.event.Event;
import org.cspcheck.model.verdict.Counterexample.Kind;
import org.cspcheck.model.verdict.Profile.Stage;

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

    /** {@return what states mean in a search with these notes} A cycle search under a limit of states would count its own again. */
    Optional<Exploration.Meaning> meaning(boolean inOrder, Exploration.Notes notes) {
        OptionalLong fingerprint = system.fingerprint();
        boolean told = fingerprint.isPresent() && (system.isInOrder() || !inOrder);
        return told ? Optional.of(new Exploration.Meaning(fingerprint.getAsLong(), notes)) : Optional.empty();
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
            public Optional<Meaning> meaning() {
                return Subject.this.meaning(inOrder, Notes.NONE);
            }

            @Override
            public Optional<Commutation> commutation() {
                return system.commutation();
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

    /**
     * {@return a finding in terms}
     *
     * @param hops the path of a search over this system to the state that the finding is about
     */
    Evidence evidence(Kind kind, List<Search.Hop> hops, int event) {
        return switch (kind) {
            case DEADLOCK, REFUSAL -> Evidence.of(kind, legs(account(hops, List.of(), true).path()), event);
            case TRACE, FORBIDDEN_EVENT, EXCEPTION -> Evidence.of(kind, before(hops, event), event);
            case DIVERGENCE -> {
                Account account = account(hops, cycle(end(hops)), false);
                yield Evidence.of(kind, legs(account.path()), event).looping(legs(account.loop()));
            }
            case RUN, NO_SUCH_RUN, NONDETERMINISM -> Evidence.of(kind, legs(account(hops, List.of(), false).path()), event);
        };
    }

    /** {@return the path in terms, to a state that can go on with this event} */
    List<Leg> before(List<Search.Hop> hops, int event) {
        List<Leg> longer = legs(account(extended(hops, event), List.of(), false).path());
        return longer.subList(0, longer.size() - 1);
    }

    /** {@return the path with one more step, the first with this event} */
    List<Search.Hop> extended(List<Search.Hop> hops, int event) {
        var longer = new ArrayList<>(hops);
        long[] state = end(hops);
        Successors steps = new Successors(state.length);
        system.expander().expand(state, 1, steps);
        for (int k = 0; k < steps.count; k++) {
            if (steps.events[k] == event) {
                longer.add(new Search.Hop(event, Arrays.copyOfRange(steps.states, k * steps.words, (k + 1) * steps.words)));
                return longer;
            }
        }
        throw new IllegalStateException("a step was lost");
    }

    /** {@return the run of the whole system that a path of a quotient stands for} */
    static List<Search.Hop> run(Quotient quotient, List<Search.Hop> path) {
        return quotient.run(steps(path)).stream().map(hop -> new Search.Hop(hop.event(), hop.state())).toList();
    }

    /** {@return what a judge says about the end of a path} */
    Exploration.Finding found(List<Search.Hop> hops, Judge judge) {
        long[] state = end(hops);
        Successors steps = new Successors(state.length);
        system.expander().expand(state, 1, steps);
        return judge.judge(state, 0, steps);
    }

    private long[] end(List<Search.Hop> hops) {
        return walk(hops, List.of(), false).end(system);
    }

    private Account account(List<Search.Hop> hops, List<Search.Hop> loop, boolean refusing) {
        try (var _ = budget.stages().enter(Stage.REBUILDING)) {
            return system.account(walk(hops, loop, refusing));
        }
    }

    private static Walk walk(List<Search.Hop> hops, List<Search.Hop> loop, boolean refusing) {
        return new Walk(steps(hops), steps(loop), refusing);
    }

    private static List<Walk.Hop> steps(List<Search.Hop> hops) {
        return hops.stream().map(hop -> new Walk.Hop(hop.event(), hop.state())).toList();
    }

    private static List<Leg> legs(List<Account.Move> moves) {
        return moves.stream().map(move -> new Leg(move.event(), move.target())).toList();
    }

    /** {@return the shortest cycle of tau through a state that lies on one} */
    private List<Search.Hop> cycle(long[] state) {
        Exploration silent = new SilentSteps(system, state);
        try (Search search = Search.explaining(silent, budget)) {
            Search.Found found = search.run().orElseThrow(() -> new IllegalStateException("a cycle of tau was lost"));
            var hops = new ArrayList<>(search.pathTo(found));
            hops.add(new Search.Hop(Event.TAU, state));
            return hops;
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
