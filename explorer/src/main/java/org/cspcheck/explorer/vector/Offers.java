package org.cspcheck.explorer.vector;

import java.util.Arrays;

/** The steps of one component that have one label, to be looked up by its local state: what each changes in its word. */
final class Offers {
    private static final int[] NO_STATES = {};

    final int word;
    private final int shift;
    private final long mask;

    /** The states with such a step, ascending; empty if {@code starts} has an entry for every state instead. */
    private final int[] states;

    private final int[] starts;
    private final long[] differences;

    Offers(LeafGraph graph, int label, Packing packing, int component) {
        this.word = packing.word()[component];
        this.shift = packing.shift()[component];
        this.mask = packing.mask()[component];
        int count = graph.count(label);
        this.differences = new long[count];
        int[] offering = new int[count];
        int[] ends = new int[count];
        int rows = 0;
        int filled = 0;
        if (label == LeafGraph.DONE) {
            offering[rows] = graph.terminated();
            ends[rows++] = ++filled;
        }
        for (int step : graph.steps(label)) {
            int state = graph.source(step);
            rows += rows == 0 || offering[rows - 1] != state ? 1 : 0;
            offering[rows - 1] = state;
            differences[filled++] = packing.difference(component, state, graph.target(step));
            ends[rows - 1] = filled;
        }
        boolean dense = graph.states() <= 8L * count + 64;
        this.states = dense ? NO_STATES : Arrays.copyOf(offering, rows);
        this.starts = dense ? dense(graph.states(), offering, ends, rows) : sparse(ends, rows);
    }

    private static int[] sparse(int[] ends, int rows) {
        int[] starts = new int[rows + 1];
        System.arraycopy(ends, 0, starts, 1, rows);
        return starts;
    }

    private static int[] dense(int count, int[] offering, int[] ends, int rows) {
        int[] starts = new int[count + 1];
        int filled = 0;
        for (int state = 0, row = 0; state < count; state++) {
            if (row < rows && offering[row] == state) {
                filled = ends[row++];
            }
            starts[state + 1] = filled;
        }
        return starts;
    }

    /** {@return the row of the component's local state in a state's word; -1 if it has no such step} */
    int row(long stateWord) {
        int local = (int) (stateWord >>> shift & mask);
        if (states.length == 0) {
            return starts[local] < starts[local + 1] ? local : -1;
        }
        int found = Arrays.binarySearch(states, local);
        return found < 0 ? -1 : found;
    }

    int from(int row) {
        return starts[row];
    }

    int to(int row) {
        return starts[row + 1];
    }

    long difference(int step) {
        return differences[step];
    }
}
