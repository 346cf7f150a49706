package org.cspcheck.explorer.schedule;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cspcheck.runtime.Ending;

/** What is asked of a graph of states beyond its ends and events. */
final class Questions {
    private static final long[] NOBODY = {};

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
        List<long[]> stuck = new ArrayList<>();
        for (StateGraph.Node node : graph.nodes()) {
            stuck.add(node.ending != null ? null : node.waiting);
        }
        for (boolean changed = true; changed; ) {
            changed = false;
            for (int i = graph.nodes().size() - 1; i >= 0; i--) {
                changed |= narrow(graph.nodes().get(i), stuck);
            }
        }
        boolean[] deadlocks = null;
        for (StateGraph.Node node : graph.nodes()) {
            long[] here = stuck.get(node.number);
            if (node.waiting != null && here != null && here.length > 0) {
                deadlocks = deadlocks == null ? comeToAnEnd() : deadlocks;
                if (!deadlocks[node.number]) {
                    return Optional.of(StateGraph.choices(node, 0));
                }
            }
        }
        return Optional.empty();
    }

    /** Sets are in order; one that is null holds everyone: nothing is known yet. */
    private static boolean narrow(StateGraph.Node node, List<long[]> stuck) {
        long[] before = stuck.get(node.number);
        if (node.ending != null || before != null && before.length == 0) {
            return false;
        }
        long[] here = before;
        for (StateGraph.Edge edge : node.edges) {
            long[] there = edge.to().ending instanceof Ending.Terminated ? NOBODY : stuck.get(edge.to().number);
            here = here == null ? there : there == null ? here : intersection(here, there);
            here = here == null ? null : without(edge.moved(), here);
        }
        stuck.set(node.number, here);
        return here != null && (before == null || here.length != before.length);
    }

    private static long[] intersection(long[] some, long[] others) {
        return Arrays.stream(some).filter(process -> Arrays.binarySearch(others, process) >= 0).toArray();
    }

    private static long[] without(int[] moved, long[] some) {
        return Arrays.stream(some).filter(process -> Arrays.stream(moved).noneMatch(who -> who == (int) (process >> 32))).toArray();
    }

    /** {@return which nodes an end can be reached from} */
    private boolean[] comeToAnEnd() {
        boolean[] come = new boolean[graph.states()];
        for (boolean changed = true; changed; ) {
            changed = false;
            for (int i = come.length - 1; i >= 0; i--) {
                StateGraph.Node node = graph.nodes().get(i);
                if (!come[i] && (node.ending != null || node.edges.stream().anyMatch(edge -> come[edge.to().number]))) {
                    come[i] = true;
                    changed = true;
                }
            }
        }
        return come;
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
