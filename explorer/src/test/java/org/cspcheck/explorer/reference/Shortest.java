package org.cspcheck.explorer.reference;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import org.cspcheck.explorer.reference.Determinised.Node;
import org.cspcheck.explorer.reference.TransitionSystem.Edge;
import org.cspcheck.model.event.Event;
import org.cspcheck.model.verdict.SemanticModel;

/** How many steps it takes to see what is wrong. */
final class Shortest {
    private record Pair(int state, int node) {}

    private Shortest() {}

    /** {@return the steps to the nearest state that shows that the refinement fails; -1 if it holds} In traces and stable failures only. */
    static int toViolation(TransitionSystem implementation, Determinised specification, SemanticModel model) {
        Map<Pair, Integer> depths = new HashMap<>(Map.of(new Pair(0, 0), 0));
        var open = new ArrayDeque<>(depths.keySet());
        while (!open.isEmpty()) {
            Pair pair = open.poll();
            int depth = depths.get(pair);
            Node allowed = specification.nodes().get(pair.node);
            if (model == SemanticModel.F && refusesTooMuch(implementation, pair.state, allowed)) {
                return depth;
            }
            for (Edge edge : implementation.steps().get(pair.state)) {
                Integer node = edge.event() == Event.TAU ? Integer.valueOf(pair.node) : allowed.after().get(edge.event());
                if (node == null) {
                    return depth;
                }
                Pair next = new Pair(edge.target(), node);
                if (depths.putIfAbsent(next, depth + 1) == null) {
                    open.add(next);
                }
            }
        }
        return -1;
    }

    private static boolean refusesTooMuch(TransitionSystem system, int state, Node allowed) {
        boolean ticks = system.offers(state, Event.TICK);
        if (!ticks && system.offers(state, Event.TAU)) {
            return false;
        }
        int refusals = ticks ? Refusals.WHEN_TICKING : Refusals.offering(system.offers(state));
        return (refusals & ~allowed.refusals()) != 0;
    }

    /** {@return the steps to the nearest state without any step that nothing terminated in; -1 if there is none} */
    static int toDeadlock(TransitionSystem system) {
        Map<Integer, Integer> depths = new HashMap<>(Map.of(0, 0));
        var open = new ArrayDeque<>(depths.keySet());
        while (!open.isEmpty()) {
            int state = open.poll();
            for (Edge edge : system.steps().get(state)) {
                boolean terminates = edge.event() == Event.TICK;
                if (!terminates && depths.putIfAbsent(edge.target(), depths.get(state) + 1) == null) {
                    open.add(edge.target());
                }
            }
            if (system.steps().get(state).isEmpty()) {
                return depths.get(state);
            }
        }
        return -1;
    }
}
