package org.cspcheck.explorer.compress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cspcheck.explorer.normal.Acceptances;
import org.cspcheck.explorer.search.Budget;
import org.cspcheck.model.event.Event;

/**
 * The normal form of a graph as a graph: one state for each set of states that the same traces lead to.
 *
 * <p>Such a state has each of its events once. Where it may refuse some of them it has a tau to one further state for each minimal acceptance,
 * which offers those events and leads on as before; where it diverges it has a tau to itself. Unlike the normal form of a
 * specification it goes on below a divergence, so it is right in every model.
 */
final class Determinised {
    private final Graph graph;
    private final Closure closure;
    private final int most;
    private final Map<Set, Integer> known = new HashMap<>();
    private final List<int[]> nodes = new ArrayList<>();

    /** For each node its events and the nodes they lead to. */
    private final List<TreeMap<Integer, Integer>> after = new ArrayList<>();

    private Determinised(Graph graph, Closure closure) {
        this.graph = graph;
        this.closure = closure;
        this.most = graph.states();
    }

    /** {@return the normal form; empty where it would have more states than the graph, or a list of what taus reach more than {@code most} entries} */
    static Optional<Compressed> of(Graph factored, long most, Budget budget) {
        return Closure.of(factored, most, budget).flatMap(closure -> {
            var normal = new Determinised(factored, closure);
            return normal.determinise(budget) ? Optional.of(normal.build()) : Optional.<Compressed>empty();
        }).filter(result -> result.graph().states() <= factored.states());
    }

    private boolean determinise(Budget budget) {
        node(new int[] {0});
        for (int node = 0; node < nodes.size(); node++) {
            if (nodes.size() > most) {
                return false;
            }
            var targets = new TreeMap<Integer, List<Integer>>();
            for (int member : nodes.get(node)) {
                for (int step = graph.from(member); step < graph.to(member); step++) {
                    if (graph.label(step) != Event.TAU) {
                        targets.computeIfAbsent(graph.label(step), label -> new ArrayList<>()).add(graph.target(step));
                    }
                }
            }
            var next = new TreeMap<Integer, Integer>();
            targets.forEach((label, states) -> next.put(label, node(states.stream().mapToInt(Integer::intValue).toArray())));
            after.add(next);
            budget.pulse();
        }
        return true;
    }

    private int node(int[] seeds) {
        int[] states = Arrays.stream(seeds).flatMap(seed -> Arrays.stream(closure.reach()[seed])).sorted().distinct().toArray();
        return known.computeIfAbsent(new Set(states), set -> {
            nodes.add(states);
            return nodes.size() - 1;
        });
    }

    private Compressed build() {
        var refusing = new ArrayList<int[]>(); // the further states: node, then the events of the acceptance
        var building = new Graph.Building();
        var steps = new Steps();
        for (int node = 0; node < nodes.size(); node++) {
            after.get(node).forEach(steps::add);
            boolean diverges = Arrays.stream(nodes.get(node)).anyMatch(state -> closure.looping()[state]);
            List<int[]> acceptances = acceptances(nodes.get(node));
            boolean plain = acceptances.size() == 1 && acceptances.getFirst().length == after.get(node).size();
            for (int[] acceptance : plain && !diverges ? List.<int[]>of() : acceptances) {
                steps.add(Event.TAU, nodes.size() + refusing.size());
                refusing.add(prepended(node, acceptance));
            }
            if (diverges) {
                steps.add(Event.TAU, node);
            }
            steps.flush(building);
            if (nodes.get(node)[0] == graph.terminated()) {
                building.terminated(node);
            }
        }
        for (int[] state : refusing) {
            for (int k = 1; k < state.length; k++) {
                steps.add(state[k], after.get(state[0]).get(state[k]));
            }
            steps.flush(building);
        }
        int[] representatives = new int[building.states()];
        for (int state = 0; state < representatives.length; state++) {
            representatives[state] = nodes.get(state < nodes.size() ? state : refusing.get(state - nodes.size())[0])[0];
        }
        return new Compressed(building.graph(), representatives, Optional.empty());
    }

    /** The minimal acceptances of the stable states; a state that can tick accepts the tick alone, which the node's own tick shows. */
    private List<int[]> acceptances(int[] states) {
        var kept = new ArrayList<int[]>();
        for (int state : states) {
            int[] acceptance = graph.acceptance(state);
            if (acceptance == null || graph.offers(state, Event.TICK)) {
                continue;
            }
            if (kept.stream().noneMatch(other -> Acceptances.contains(acceptance, other))) {
                kept.removeIf(other -> Acceptances.contains(other, acceptance));
                kept.add(acceptance);
            }
        }
        return kept;
    }

    private static int[] prepended(int node, int[] events) {
        int[] state = new int[events.length + 1];
        state[0] = node;
        System.arraycopy(events, 0, state, 1, events.length);
        return state;
    }

    /** States as a key. */
    private record Set(int[] states) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Set(int[] those) && Arrays.equals(states, those);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(states);
        }
    }
}
