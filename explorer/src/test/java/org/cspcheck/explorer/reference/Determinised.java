package org.cspcheck.explorer.reference;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.cspcheck.explorer.reference.TransitionSystem.Edge;
import org.cspcheck.model.event.Event;

/**
 * A process by its traces: one node for each set of states that a trace can lead to. Node 0 is the first.
 *
 * @param nodes all of them
 */
record Determinised(List<Node> nodes) {
    /**
     * All that is known after a trace.
     *
     * @param acceptances what each stable state offers; a state that can tick counts as stable and offers the tick alone
     * @param diverges whether one of the states is on or leads silently to a cycle of internal steps
     * @param after the node after each event
     */
    record Node(Set<Integer> acceptances, boolean diverges, TreeMap<Integer, Integer> after) {
        int refusals() {
            return acceptances.stream().map(Refusals::offering).reduce(Refusals.NONE, (f, g) -> f | g);
        }
    }

    static Determinised of(TransitionSystem system) {
        BitSet cycles = onSilentCycle(system);
        Map<BitSet, Integer> numbers = new HashMap<>();
        List<BitSet> subsets = new ArrayList<>();
        var first = new BitSet();
        first.set(0);
        first = closure(system, first);
        numbers.put(first, 0);
        subsets.add(first);
        var nodes = new ArrayList<Node>();
        for (int i = 0; i < subsets.size(); i++) {
            BitSet states = subsets.get(i);
            var acceptances = new HashSet<Integer>();
            var targets = new TreeMap<Integer, BitSet>();
            states.stream().forEach(state -> {
                acceptance(system, state, acceptances);
                for (Edge edge : system.steps().get(state)) {
                    if (edge.event() != Event.TAU) {
                        targets.computeIfAbsent(edge.event(), e -> new BitSet()).set(edge.target());
                    }
                }
            });
            var after = new TreeMap<Integer, Integer>();
            targets.forEach((event, reached) -> {
                BitSet closed = closure(system, reached);
                Integer number = numbers.putIfAbsent(closed, subsets.size());
                if (number == null) {
                    number = subsets.size();
                    subsets.add(closed);
                }
                after.put(event, number);
            });
            if (subsets.size() > TransitionSystem.LARGEST) {
                throw new TransitionSystem.TooLargeException();
            }
            nodes.add(new Node(acceptances, states.intersects(cycles), after));
        }
        return new Determinised(nodes);
    }

    private static void acceptance(TransitionSystem system, int state, Set<Integer> acceptances) {
        if (system.offers(state, Event.TICK)) {
            acceptances.add(Refusals.TICK);
        } else if (!system.offers(state, Event.TAU)) {
            acceptances.add(system.offers(state));
        }
    }

    private static BitSet closure(TransitionSystem system, BitSet states) {
        var closed = (BitSet) states.clone();
        var open = new ArrayDeque<Integer>();
        states.stream().forEach(open::add);
        while (!open.isEmpty()) {
            for (Edge edge : system.steps().get(open.poll())) {
                if (edge.event() == Event.TAU && !closed.get(edge.target())) {
                    closed.set(edge.target());
                    open.add(edge.target());
                }
            }
        }
        return closed;
    }

    /** The states that can come back to themselves by one or more internal steps. */
    private static BitSet onSilentCycle(TransitionSystem system) {
        var result = new BitSet();
        for (int state = 0; state < system.size(); state++) {
            var next = new BitSet();
            for (Edge edge : system.steps().get(state)) {
                if (edge.event() == Event.TAU) {
                    next.set(edge.target());
                }
            }
            if (closure(system, next).get(state)) {
                result.set(state);
            }
        }
        return result;
    }

    /** {@return the behaviours with at most {@code bound} visible events, as {@link DenotationalSemantics} gives them} */
    Denotation denotation(int bound, boolean strict) {
        var result = new Denotation.Behaviours(bound, strict);
        collect(0, Trace.EMPTY, bound, strict, result);
        return result.denotation();
    }

    private void collect(int number, Trace trace, int bound, boolean strict, Denotation.Behaviours result) {
        Node node = nodes.get(number);
        if (strict && node.diverges) {
            result.diverges(trace);
            return;
        }
        result.refuses(trace, node.refusals());
        if (trace.length() <= bound) {
            node.after.forEach((event, next) -> collect(next, trace.plus(event), bound, strict, result));
        }
    }
}
