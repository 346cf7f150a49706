package org.cspcheck.explorer.vector;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.cspcheck.explorer.vector.Rules.Rule;

/**
 * A network as others may look at it: its components, their local steps, and the rules by which they move together.
 *
 * <p>Components, their local states, and rules are numbered from 0. A rule in which some partner could never take part is left out.
 */
public final class Network {
    /** The label of standing still at the state after termination. */
    public static final int DONE = LeafGraph.DONE;

    private final List<LeafGraph> graphs;
    private final Packing packing;
    private final Rule[] rules;
    private final int[] kinds;

    Network(List<LeafGraph> graphs, Packing packing, List<Rule> rules) {
        this.graphs = graphs;
        this.packing = packing;
        List<Rule> possible = new ArrayList<>();
        for (Rule rule : rules) {
            boolean can = true;
            for (int p = 0; p < rule.components().length && can; p++) {
                can = graphs.get(rule.components()[p]).count(rule.labels()[p]) > 0;
            }
            if (can) {
                possible.add(rule);
            }
        }
        this.rules = possible.toArray(Rule[]::new);
        var known = new IdentityHashMap<LeafGraph, Integer>();
        this.kinds = graphs.stream().mapToInt(graph -> kind(known, graph)).toArray();
    }

    private static int kind(IdentityHashMap<LeafGraph, Integer> known, LeafGraph graph) {
        Integer kind = known.putIfAbsent(graph, known.size());
        return kind == null ? known.size() - 1 : kind;
    }

    public int words() {
        return packing.words();
    }

    public int components() {
        return graphs.size();
    }

    public int rules() {
        return rules.length;
    }

    /** {@return what is seen when the rule fires} */
    public int event(int rule) {
        return rules[rule].event();
    }

    public int partners(int rule) {
        return rules[rule].components().length;
    }

    public int component(int rule, int partner) {
        return rules[rule].components()[partner];
    }

    /** {@return the label of the step by which a partner takes part, or {@link #DONE}} */
    public int label(int rule, int partner) {
        return rules[rule].labels()[partner];
    }

    /** {@return a number that two components share when they have the same graph} */
    public int kind(int component) {
        return kinds[component];
    }

    public int states(int component) {
        return graphs.get(component).states();
    }

    /** {@return the first of the component's steps from a local state} They are numbered up to {@link #to}. */
    public int from(int component, int local) {
        return graphs.get(component).from(local);
    }

    public int to(int component, int local) {
        return graphs.get(component).to(local);
    }

    /** {@return the label of one of the component's steps} */
    public int stepLabel(int component, int step) {
        return graphs.get(component).label(step);
    }

    public int target(int component, int step) {
        return graphs.get(component).target(step);
    }

    /** {@return whether the component has terminated in this local state} */
    public boolean isDone(int component, int local) {
        LeafGraph graph = graphs.get(component);
        return graph.canTerminate() && graph.terminated() == local;
    }

    /** {@return the local state of a component in the state at this place} */
    public int local(long[] states, int at, int component) {
        return packing.local(states, at, component);
    }

    /** Moves a component of the state at this place. */
    public void move(long[] states, int at, int component, int from, int to) {
        states[at + packing.word()[component]] ^= packing.difference(component, from, to);
    }
}
