package org.cspcheck.explorer.compress;

import java.util.Optional;

/**
 * What a compression made of a graph.
 *
 * @param representatives for each state one of the original's that it stands for; that of state 0 is 0, that of the state after termination
 *     the one after termination
 * @param classes for each state of the original the one it became, where the two graphs are strongly bisimilar by this map
 */
public record Compressed(Graph graph, int[] representatives, Optional<int[]> classes) {
    /** {@return this result, compressed again} */
    Compressed then(Compressed next) {
        int[] composed = new int[next.representatives.length];
        for (int state = 0; state < composed.length; state++) {
            composed[state] = representatives[next.representatives[state]];
        }
        return new Compressed(next.graph, composed, classes.flatMap(first -> next.classes.map(second -> through(first, second))));
    }

    private static int[] through(int[] first, int[] second) {
        int[] composed = new int[first.length];
        for (int state = 0; state < composed.length; state++) {
            composed[state] = second[first[state]];
        }
        return composed;
    }

    /** {@return the graph as it is} */
    static Compressed unchanged(Graph graph) {
        int[] identity = new int[graph.states()];
        for (int state = 0; state < identity.length; state++) {
            identity[state] = state;
        }
        return new Compressed(graph, identity, Optional.of(identity));
    }
}
