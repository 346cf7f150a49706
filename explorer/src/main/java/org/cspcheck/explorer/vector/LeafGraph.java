package org.cspcheck.explorer.vector;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.cspcheck.explorer.compress.Compressed;
import org.cspcheck.explorer.compress.Graph;
import org.cspcheck.explorer.search.Budget;
import org.cspcheck.explorer.search.Fingerprint;
import org.cspcheck.explorer.system.Account;
import org.cspcheck.model.event.Event;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Step;

/**
 * The transition graph of one component: local states from 0, the initial one; the steps of each with their labels.
 *
 * <p>A label is an event, or {@link #DONE}.
 */
final class LeafGraph {
    /** The label of standing still at the state after termination. */
    static final int DONE = -1;

    private static final int[] NO_STEPS = {};

    private final Graph graph;
    private final Origin origin;

    /** The labels that occur, ascending; where the steps of each begin in {@link #steps}; all steps by label, then by source. */
    private final int[] labels;

    private final int[] starts;
    private final int[] steps;
    private final int[] sources;

    private LeafGraph(Graph graph, Origin origin) {
        this.graph = graph;
        this.origin = origin;
        this.labels = Arrays.stream(graph.labels()).sorted().distinct().toArray();
        this.starts = new int[labels.length + 1];
        this.steps = new int[graph.transitions()];
        this.sources = new int[graph.transitions()];
        index();
    }

    private void index() {
        for (int label : graph.labels()) {
            starts[place(label) + 1]++;
        }
        for (int place = 0; place < labels.length; place++) {
            starts[place + 1] += starts[place];
        }
        int[] next = starts.clone();
        for (int state = 0; state < graph.states(); state++) {
            for (int step = graph.from(state); step < graph.to(state); step++) {
                steps[next[place(graph.label(step))]++] = step;
                sources[step] = state;
            }
        }
    }

    private int place(int label) {
        return Arrays.binarySearch(labels, label);
    }

    /** {@return the graph of a group's control: running, then terminated} */
    static LeafGraph control() {
        return new LeafGraph(new Graph(new int[] {0, 1, 1}, new int[] {Event.TICK}, new int[] {1}, 1), new Origin.Control());
    }

    /**
     * {@return the graph of a settled term; null if it is larger than allowed}
     *
     * @param rules the steps of a settled term
     */
    static LeafGraph explore(Function<Process, List<Step>> rules, Process start, Allowance allowance, Budget budget) {
        Unfolding.Terms unfolded = Unfolding.terms(rules, start, allowance, budget);
        return unfolded == null ? null : new LeafGraph(unfolded.graph(), new Origin.Terms(unfolded.terms(), unfolded.timers()));
    }

    /** {@return the graph of a system; null if it is larger than allowed} */
    static LeafGraph explore(org.cspcheck.explorer.system.TransitionSystem system, Allowance allowance, Budget budget) {
        Unfolding.States unfolded = Unfolding.states(system, allowance, budget);
        return unfolded == null ? null : new LeafGraph(unfolded.graph(), new Origin.Unfolded(system, unfolded.numbers()));
    }

    /** {@return what a compression made of this graph} */
    LeafGraph compressed(Compressed smaller) {
        return smaller.graph() == graph ? this : new LeafGraph(smaller.graph(), new Origin.Smaller(this, smaller));
    }

    Graph graph() {
        return graph;
    }

    /** Adds what tells this graph from others. */
    void mark(Fingerprint fingerprint) {
        fingerprint.add(states()).add(terminated());
        for (int state = 0; state < states(); state++) {
            fingerprint.add(to(state));
            for (int step = from(state); step < to(state); step++) {
                fingerprint.add(label(step)).add(target(step));
            }
        }
    }

    int states() {
        return graph.states();
    }

    int from(int state) {
        return graph.from(state);
    }

    int to(int state) {
        return graph.to(state);
    }

    int label(int step) {
        return graph.label(step);
    }

    int target(int step) {
        return graph.target(step);
    }

    int source(int step) {
        return sources[step];
    }

    /** {@return the labels that occur, ascending} */
    List<Integer> labels() {
        return Arrays.stream(labels).boxed().toList();
    }

    /** {@return the steps with the label, in the order of their sources} */
    int[] steps(int label) {
        int place = place(label);
        return place < 0 ? NO_STEPS : Arrays.copyOfRange(steps, starts[place], starts[place + 1]);
    }

    /** {@return whether a step waits for time} */
    boolean hasTimers() {
        return origin.hasTimers();
    }

    boolean canTerminate() {
        return graph.terminated() != Graph.NEVER;
    }

    /** {@return the state after termination} */
    int terminated() {
        return graph.terminated();
    }

    /** {@return how many steps have the label} */
    int count(int label) {
        int place = place(label);
        return label == DONE ? 1 : place < 0 ? 0 : starts[place + 1] - starts[place];
    }

    /** {@return a term that the state stands for} */
    Process term(int state) {
        return origin.term(state);
    }

    boolean isControl() {
        return origin instanceof Origin.Control;
    }

    /** {@return whether each state is a term and each step one of its steps} */
    boolean isLiteral() {
        return origin.isLiteral();
    }

    /** {@return what the component does, in terms} */
    Account account(Course course) {
        return origin.account(graph, course);
    }
}
