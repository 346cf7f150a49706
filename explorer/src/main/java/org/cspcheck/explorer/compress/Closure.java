package org.cspcheck.explorer.compress;

import java.util.Arrays;
import java.util.Optional;
import org.cspcheck.explorer.search.Budget;
import org.cspcheck.model.event.Event;

/**
 * What each state of a graph reaches by tau, itself included, ascending. The graph has no loops of tau but those of one state.
 *
 * @param reach for each state the states
 * @param looping for each state whether it has a tau to itself
 */
record Closure(int[][] reach, boolean[] looping) {
    /** {@return the closure; empty if it has more than {@code most} entries} */
    static Optional<Closure> of(Graph factored, long most, Budget budget) {
        int n = factored.states();
        int[][] reach = new int[n][];
        boolean[] looping = new boolean[n];
        int[] order = byComponent(TauLoops.of(factored));
        long entries = 0;
        int[] mark = new int[n];
        int[] found = new int[16];
        for (int i = 0; i < n; i++) {
            int state = order[i];
            int count = 0;
            found[count++] = state;
            mark[state] = i + 1;
            for (int step = factored.from(state); step < factored.to(state); step++) {
                if (factored.label(step) != Event.TAU) {
                    continue;
                }
                looping[state] |= factored.target(step) == state;
                if (factored.target(step) == state) {
                    continue;
                }
                for (int further : reach[factored.target(step)]) {
                    if (mark[further] != i + 1) {
                        mark[further] = i + 1;
                        found = count < found.length ? found : Arrays.copyOf(found, 2 * count);
                        found[count++] = further;
                    }
                }
            }
            reach[state] = Arrays.copyOf(found, count);
            Arrays.sort(reach[state]);
            entries += count;
            if (entries > most) {
                return Optional.empty();
            }
            if ((i & 1023) == 0) {
                budget.pulse();
            }
        }
        return Optional.of(new Closure(reach, looping));
    }

    /** The states in the order of their components: a tau leads to an earlier one, or to the state itself. */
    private static int[] byComponent(int[] component) {
        int[] order = new int[component.length];
        for (int state = 0; state < component.length; state++) {
            order[component[state]] = state; // each component is one state
        }
        return order;
    }

    /** {@return whether the state can do tau for ever} */
    boolean diverges(int state) {
        for (int reached : reach[state]) {
            if (looping[reached]) {
                return true;
            }
        }
        return false;
    }

    boolean reaches(int from, int to) {
        return Arrays.binarySearch(reach[from], to) >= 0;
    }
}
