package org.cspcheck.explorer.reference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.cspcheck.explorer.reference.OperatorTable.Arrow;
import org.cspcheck.model.event.Event;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.process.Process;

/**
 * All reachable states of a process, numbered, with their steps; state 0 is the first.
 *
 * @param steps the steps of each state
 */
record TransitionSystem(List<List<Edge>> steps) {
    /** States that a random term may have before it is given up. */
    static final int LARGEST = 250;

    /** One step to the state with this number. */
    record Edge(int event, int target) {}

    /** A term has too many states to be worth it. */
    static final class TooLargeException extends RuntimeException {
        TooLargeException() {
            super("more than " + LARGEST + " states or nodes", null, false, false);
        }
    }

    /** {@return the system by the firing rules of the product} */
    static TransitionSystem byFiringRules(Process process) {
        var rules = new FiringRules();
        return explore(rules.settle(process), state -> rules.steps(state).stream()
                .map(step -> new Arrow(step.event(), step.target()))
                .toList());
    }

    /** {@return the system by the operator table} */
    static TransitionSystem byOperatorTable(Process process) {
        return explore(process, OperatorTable::arrows);
    }

    private static TransitionSystem explore(Process initial, Function<Process, Collection<Arrow>> arrows) {
        Map<Process, Integer> numbers = new HashMap<>();
        List<Process> states = new ArrayList<>(List.of(initial));
        numbers.put(initial, 0);
        var steps = new ArrayList<List<Edge>>();
        for (int i = 0; i < states.size(); i++) {
            var edges = new ArrayList<Edge>();
            for (Arrow arrow : arrows.apply(states.get(i))) {
                Integer number = numbers.putIfAbsent(arrow.target(), states.size());
                if (number == null) {
                    number = states.size();
                    states.add(arrow.target());
                }
                edges.add(new Edge(arrow.event(), number));
            }
            if (states.size() > LARGEST) {
                throw new TooLargeException();
            }
            steps.add(List.copyOf(edges));
        }
        return new TransitionSystem(List.copyOf(steps));
    }

    int size() {
        return steps.size();
    }

    /** {@return whether the state has a step with this event} */
    boolean offers(int state, int event) {
        return steps.get(state).stream().anyMatch(edge -> edge.event() == event);
    }

    /** {@return the set of visible events and the tick that the state offers, as in {@link Refusals}} */
    int offers(int state) {
        int offers = 0;
        for (Edge edge : steps.get(state)) {
            offers |= edge.event() == Event.TAU ? 0 : Refusals.bit(edge.event());
        }
        return offers;
    }

    /** {@return whether the two systems are strongly bisimilar from their first states} */
    boolean isBisimilarTo(TransitionSystem other) {
        var both = new ArrayList<>(steps);
        for (List<Edge> edges : other.steps) {
            both.add(edges.stream().map(edge -> new Edge(edge.event(), edge.target() + size())).toList());
        }
        List<Integer> blocks = new ArrayList<>(java.util.Collections.nCopies(both.size(), 0));
        for (long count = 0; ; ) {
            List<Integer> known = blocks;
            var signatures = new HashMap<Object, Integer>();
            var finer = new ArrayList<Integer>();
            for (int state = 0; state < both.size(); state++) {
                var signature = new java.util.HashSet<List<Integer>>();
                both.get(state).forEach(edge -> signature.add(List.of(edge.event(), known.get(edge.target()))));
                finer.add(signatures.computeIfAbsent(List.of(known.get(state), signature), key -> signatures.size()));
            }
            blocks = finer;
            if (signatures.size() == count) {
                return blocks.get(0).equals(blocks.get(size()));
            }
            count = signatures.size();
        }
    }
}
