package org.cspcheck.explorer.reduce;

import java.util.BitSet;
import org.cspcheck.explorer.vector.Network;

/** The cycles of one component's graph that consist of steps with certain labels. Tarjan's strong components, without recursion. */
final class LocalCycles {
    private final Network network;
    private final int component;
    private final BitSet allowed;
    private final int[] order;
    private final int[] low;
    private final int[] group;

    /** Where the walk stands in each state of its path. */
    private final int[] next;

    private final int[] path;
    private final int[] open;
    private final BitSet onPath = new BitSet();
    private final BitSet back = new BitSet();
    private int visits;
    private int opened;
    private int groups;

    LocalCycles(Network network, int component, BitSet allowed) {
        this.network = network;
        this.component = component;
        this.allowed = allowed;
        int states = allowed.isEmpty() ? 0 : network.states(component);
        this.order = new int[states];
        this.low = new int[states];
        this.group = new int[states];
        this.next = new int[states];
        this.path = new int[states];
        this.open = new int[states];
        for (int state = 0; state < states; state++) {
            if (order[state] == 0) {
                walk(state);
            }
        }
    }

    private void walk(int root) {
        int depth = 0;
        path[depth++] = enter(root);
        while (depth > 0) {
            int state = path[depth - 1];
            if (next[state] == network.to(component, state)) {
                depth--;
                leave(state);
                if (depth > 0) {
                    low[path[depth - 1]] = Math.min(low[path[depth - 1]], low[state]);
                }
                continue;
            }
            int step = next[state]++;
            if (!allowed.get(label(step))) {
                continue;
            }
            int target = network.target(component, step);
            if (order[target] == 0) {
                path[depth++] = enter(target);
            } else if (group[target] == 0) {
                low[state] = Math.min(low[state], order[target]);
                if (onPath.get(target)) {
                    back.set(step);
                }
            }
        }
    }

    private int enter(int state) {
        order[state] = ++visits;
        low[state] = visits;
        next[state] = network.from(component, state);
        open[opened++] = state;
        onPath.set(state);
        return state;
    }

    private void leave(int state) {
        onPath.clear(state);
        if (low[state] == order[state]) {
            groups++;
            int member;
            do {
                member = open[--opened];
                group[member] = groups;
            } while (member != state);
        }
    }

    private int label(int step) {
        return network.stepLabel(component, step);
    }

    /** {@return the labels of steps that lie on a cycle} */
    BitSet labels() {
        var labels = new BitSet();
        for (int state = 0; state < order.length; state++) {
            for (int step = network.from(component, state); step < network.to(component, state); step++) {
                if (allowed.get(label(step)) && group[state] == group[network.target(component, step)]) {
                    labels.set(label(step));
                }
            }
        }
        return labels;
    }

    /** {@return steps without which there would be no cycle: those that lead back in a walk in depth} */
    BitSet closing() {
        return back;
    }
}
