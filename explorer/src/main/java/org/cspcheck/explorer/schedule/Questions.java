package org.cspcheck.explorer.schedule;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is asked of a graph of states beyond its ends and events. */
final class Questions {
    private final StateGraph graph;

    Questions(StateGraph graph) {
        this.graph = graph;
    }

    /**
     * {@return a run into a state in which some process waits and never goes on, whatever happens, while others can}
     *
     * <p>The greatest sets with: who is stuck in a state waits there, goes on by no edge, and is stuck wherever an edge leads. Who waits for
     * branches to end is not counted, nor are the ends: a deadlock of all is asked for there.
     */
    Optional<List<Integer>> partialDeadlock() {
        List<Set<Long>> stuck = new ArrayList<>();
        for (StateGraph.Node node : graph.nodes()) {
            stuck.add(node.ending != null || node.waiting == null ? null : new HashSet<>(node.waiting));
        }
        for (boolean changed = true; changed; ) {
            changed = false;
            for (int i = graph.nodes().size() - 1; i >= 0; i--) {
                changed |= narrow(graph.nodes().get(i), stuck);
            }
        }
        for (StateGraph.Node node : graph.nodes()) {
            Set<Long> here = stuck.get(node.number);
            if (here != null && !here.isEmpty() && node.waiting != null && !deadlocks(node)) {
                return Optional.of(StateGraph.choices(node, 0));
            }
        }
        return Optional.empty();
    }

    /** A set that is null holds everyone: nothing is known yet. */
    private static boolean narrow(StateGraph.Node node, List<Set<Long>> stuck) {
        if (node.ending != null) {
            return false;
        }
        Set<Long> here = stuck.get(node.number);
        int before = here == null ? -1 : here.size();
        for (StateGraph.Edge edge : node.edges) {
            Set<Long> there = stuck.get(edge.to().number);
            if (there != null) {
                if (here == null) {
                    here = new HashSet<>(there);
                } else {
                    here.retainAll(there);
                }
            } else if (edge.to().ending instanceof org.cspcheck.runtime.Ending.Terminated && here != null) {
                here.clear();
            }
            if (here != null) {
                here.removeIf(process -> edge.moved().contains((int) (process >> 32)));
            }
        }
        stuck.set(node.number, here);
        return here != null && here.size() != before;
    }

    private boolean deadlocks(StateGraph.Node node) {
        var seen = new HashSet<StateGraph.Node>();
        var open = new ArrayDeque<StateGraph.Node>(List.of(node));
        while (!open.isEmpty()) {
            StateGraph.Node at = open.poll();
            if (at.ending != null) {
                return true;
            }
            at.edges.stream().map(StateGraph.Edge::to).filter(seen::add).forEach(open::add);
        }
        return false;
    }

    /** {@return a run into a cycle without any event, in no time: who looks around once a second is not busy} */
    Optional<List<Integer>> livelock() {
        int[] colour = new int[graph.states()];
        for (StateGraph.Node start : graph.nodes()) {
            if (colour[start.number] == 0) {
                Optional<StateGraph.Node> found = silentCycle(start, colour);
                if (found.isPresent()) {
                    return found.map(node -> StateGraph.choices(node, 0));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<StateGraph.Node> silentCycle(StateGraph.Node start, int[] colour) {
        var path = new ArrayDeque<StateGraph.Node>();
        path.push(start);
        while (!path.isEmpty()) {
            StateGraph.Node at = path.peek();
            if (colour[at.number] != 0) {
                colour[at.number] = 2;
                path.pop();
                continue;
            }
            colour[at.number] = 1;
            for (StateGraph.Edge edge : at.edges) {
                boolean silent = edge.events().isEmpty() && !edge.later();
                if (silent && colour[edge.to().number] == 1) {
                    return Optional.of(at);
                } else if (silent && colour[edge.to().number] == 0) {
                    path.push(edge.to());
                }
            }
        }
        return Optional.empty();
    }
}
