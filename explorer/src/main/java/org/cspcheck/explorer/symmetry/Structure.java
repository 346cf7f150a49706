package org.cspcheck.explorer.symmetry;

import java.util.Arrays;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.cspcheck.explorer.vector.Network;
import org.cspcheck.model.event.Event;

/**
 * A network without names: what is left to tell its parts apart is how they hang together.
 *
 * <p>Vertices are the components, then the local states of each component, then its <em>keys</em>, the labels that it has steps with. A step is a
 * local state, a key and a local state; a rule is a kind and a set of keys.
 */
final class Structure {
    /** Larger networks are not looked at. */
    private static final int MOST = 1 << 20;

    final Network network;
    final int components;
    final int vertices;

    /** For each component its first local state; behind the last, the first key. */
    final int[] localsFrom;

    /** For each component its first key; behind the last, the number of vertices. */
    final int[] keysFrom;

    /** For each component its steps, ascending: see {@link #step}. */
    final long[][] steps;

    /** For each rule its kind, then its keys, ascending. */
    final int[][] rules;

    /** Terminated local states, and the keys of standing still in them. */
    final boolean[] done;

    private Structure(Network network, int[][] labels, IntPredicate watched) {
        this.network = network;
        this.components = network.components();
        this.localsFrom = new int[components + 1];
        this.keysFrom = new int[components + 1];
        this.steps = new long[components][];
        localsFrom[0] = components;
        for (int c = 0; c < components; c++) {
            localsFrom[c + 1] = localsFrom[c] + network.states(c);
        }
        keysFrom[0] = localsFrom[components];
        for (int c = 0; c < components; c++) {
            keysFrom[c + 1] = keysFrom[c] + labels[c].length;
        }
        this.vertices = keysFrom[components];
        this.done = new boolean[vertices];
        for (int c = 0; c < components; c++) {
            steps[c] = steps(c, labels[c]);
        }
        this.rules = new int[network.rules()][];
        for (int r = 0; r < rules.length; r++) {
            rules[r] = rule(r, labels, watched);
        }
    }

    /**
     * {@return the structure of a network; null if it is too large}
     *
     * @param watched the visible events that must be told from the others
     */
    static Structure of(Network network, IntPredicate watched) {
        long size = network.components();
        int[][] labels = new int[network.components()][];
        for (int c = 0; c < labels.length && size <= MOST; c++) {
            labels[c] = labels(network, c);
            size += network.states(c) + labels[c].length + network.to(c, network.states(c) - 1);
        }
        for (int r = 0; r < network.rules() && size <= MOST; r++) {
            size += network.partners(r);
        }
        return size <= MOST ? new Structure(network, labels, watched) : null;
    }

    private static int[] labels(Network network, int component) {
        var labels = new TreeSet<Integer>();
        for (int step = 0; step < network.to(component, network.states(component) - 1); step++) {
            labels.add(network.stepLabel(component, step));
        }
        for (int local = 0; local < network.states(component); local++) {
            if (network.isDone(component, local)) {
                labels.add(Network.DONE);
            }
        }
        return labels.stream().mapToInt(Integer::intValue).toArray();
    }

    private long[] steps(int component, int[] labels) {
        long[] steps = new long[network.to(component, network.states(component) - 1)];
        int count = 0;
        for (int local = 0; local < network.states(component); local++) {
            done[localsFrom[component] + local] = network.isDone(component, local);
            for (int step = network.from(component, local); step < network.to(component, local); step++) {
                int key = keysFrom[component] + Arrays.binarySearch(labels, network.stepLabel(component, step));
                steps[count++] = step(localsFrom[component] + local, key, localsFrom[component] + network.target(component, step));
            }
        }
        Arrays.sort(steps);
        return steps;
    }

    private int[] rule(int rule, int[][] labels, IntPredicate watched) {
        int n = network.partners(rule);
        int[] keys = new int[n + 1];
        int event = network.event(rule);
        keys[0] = event == Event.TAU ? 0 : event == Event.TICK ? 1 : watched.test(event) ? 2 : 3;
        for (int p = 0; p < n; p++) {
            int component = network.component(rule, p);
            keys[p + 1] = keysFrom[component] + Arrays.binarySearch(labels[component], network.label(rule, p));
            done[keys[p + 1]] |= network.label(rule, p) == Network.DONE;
        }
        Arrays.sort(keys, 1, n + 1);
        return keys;
    }

    /** A step in one number; each of its vertices takes 21 bits. */
    static long step(int source, int key, int target) {
        return (long) source << 42 | (long) key << 21 | target;
    }

    static int source(long step) {
        return (int) (step >>> 42);
    }

    static int key(long step) {
        return (int) (step >>> 21) & (1 << 21) - 1;
    }

    static int target(long step) {
        return (int) step & (1 << 21) - 1;
    }

    /** {@return whether mapping each vertex to its image maps components to components, steps to steps and rules to rules} */
    boolean isAutomorphism(int[] image) {
        return isPermutation(image) && keepsComponents(image) && keepsSteps(image) && keepsRules(image);
    }

    private boolean isPermutation(int[] image) {
        boolean[] hit = new boolean[vertices];
        for (int v = 0; v < vertices; v++) {
            if (hit[image[v]] || done[v] != done[image[v]]) {
                return false;
            }
            hit[image[v]] = true;
        }
        return true;
    }

    private boolean keepsComponents(int[] image) {
        for (int c = 0; c < components; c++) {
            if (image[c] >= components || !stays(image, c, localsFrom) || !stays(image, c, keysFrom)) {
                return false;
            }
        }
        return true;
    }

    private static boolean stays(int[] image, int component, int[] from) {
        int other = image[component];
        for (int v = from[component]; v < from[component + 1]; v++) {
            if (image[v] < from[other] || image[v] >= from[other + 1]) {
                return false;
            }
        }
        return from[component + 1] - from[component] == from[other + 1] - from[other];
    }

    private boolean keepsSteps(int[] image) {
        for (int c = 0; c < components; c++) {
            long[] mapped = new long[steps[c].length];
            for (int i = 0; i < mapped.length; i++) {
                long step = steps[c][i];
                mapped[i] = step(image[source(step)], image[key(step)], image[target(step)]);
            }
            Arrays.sort(mapped);
            if (!Arrays.equals(mapped, steps[image[c]])) {
                return false;
            }
        }
        return true;
    }

    /** A rule none of whose keys moves is its own image; the others have to be each other's. */
    private boolean keepsRules(int[] image) {
        int[][] moved = Arrays.stream(rules).filter(rule -> moves(rule, image)).sorted(Arrays::compare).toArray(int[][]::new);
        int[][] mapped = Arrays.stream(moved).map(rule -> map(rule, image)).sorted(Arrays::compare).toArray(int[][]::new);
        return Arrays.deepEquals(moved, mapped);
    }

    private static boolean moves(int[] rule, int[] image) {
        for (int k = 1; k < rule.length; k++) {
            if (image[rule[k]] != rule[k]) {
                return true;
            }
        }
        return false;
    }

    private static int[] map(int[] rule, int[] image) {
        int[] mapped = rule.clone();
        for (int k = 1; k < mapped.length; k++) {
            mapped[k] = image[rule[k]];
        }
        Arrays.sort(mapped, 1, mapped.length);
        return mapped;
    }
}
