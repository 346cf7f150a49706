package org.cspcheck.explorer.compress;

import java.util.Arrays;
import org.cspcheck.model.event.Event;

/**
 * The strongly connected components of the tau steps, after Tarjan, without recursion.
 *
 * <p>Components are numbered in the order in which they are completed, so a tau step never leads to one of a higher number.
 */
final class TauLoops {
    private final Graph graph;
    private final int[] component;
    private final int[] low;
    private final int[] index;
    private final int[] nextStep;
    private final int[] stack;
    private final int[] path;
    private int stacked;
    private int counter;
    private int components;

    private TauLoops(Graph graph) {
        int n = graph.states();
        this.graph = graph;
        this.component = new int[n];
        this.low = new int[n];
        this.index = new int[n];
        this.nextStep = new int[n];
        this.stack = new int[n];
        this.path = new int[n];
        Arrays.fill(component, -1);
        for (int state = 0; state < n; state++) {
            if (index[state] == 0) {
                visit(state);
            }
        }
    }

    /** {@return the component of each state} */
    static int[] of(Graph graph) {
        return new TauLoops(graph).component;
    }

    private void visit(int root) {
        int depth = 0;
        open(root);
        path[0] = root;
        while (depth >= 0) {
            int state = path[depth];
            int step = nextStep[state];
            if (step == graph.to(state)) {
                close(state);
                if (--depth >= 0) {
                    low[path[depth]] = Math.min(low[path[depth]], low[state]);
                }
                continue;
            }
            nextStep[state]++;
            if (graph.label(step) != Event.TAU) {
                continue;
            }
            int target = graph.target(step);
            if (index[target] == 0) {
                open(target);
                path[++depth] = target;
            } else if (component[target] < 0) {
                low[state] = Math.min(low[state], index[target]);
            }
        }
    }

    private void open(int state) {
        index[state] = ++counter;
        low[state] = counter;
        nextStep[state] = graph.from(state);
        stack[stacked++] = state;
    }

    private void close(int state) {
        if (low[state] != index[state]) {
            return;
        }
        int member;
        do {
            member = stack[--stacked];
            component[member] = components;
        } while (member != state);
        components++;
    }

    /** {@return which states lie on a cycle of tau} */
    static boolean[] cyclic(Graph graph) {
        int[] component = of(graph);
        boolean[] looping = new boolean[graph.states()];
        for (int state = 0; state < looping.length; state++) {
            for (int step = graph.from(state); step < graph.to(state) && !looping[state]; step++) {
                looping[state] = graph.label(step) == Event.TAU && component[graph.target(step)] == component[state];
            }
        }
        return looping;
    }

    /** {@return the graph with each loop of tau made one state, which has a tau to itself} */
    static Compressed factored(Graph graph) {
        int[] component = of(graph);
        boolean[] looping = cyclic(graph);
        return Quotient.silent(graph, Quotient.byAppearance(component), looping);
    }
}
