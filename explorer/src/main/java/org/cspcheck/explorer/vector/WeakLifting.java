package org.cspcheck.explorer.vector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.IntPredicate;
import org.cspcheck.explorer.compress.Graph;
import org.cspcheck.explorer.normal.Acceptances;
import org.cspcheck.explorer.vector.Course.Hop;
import org.cspcheck.model.event.Event;

/** Finds, in a graph with the same traces, failures and divergences, a run with the visible steps of a course and an end that serves it. */
final class WeakLifting {
    private final Graph graph;
    private final Course course;

    /** Runs as a tree: states, the number of the one before, the label of the step; the first ones have none before them. */
    private final RunTree tree = new RunTree();

    /** The numbers of the states after the whole trace. */
    private int arrivals;

    private WeakLifting(Graph graph, Course course) {
        this.graph = graph;
        this.course = course;
    }

    /** @param compressed the graph of which this is a course */
    static Lifting of(Graph graph, Graph compressed, Course course) {
        var lifting = new WeakLifting(graph, course);
        lifting.follow(Course.visible(course.path()));
        int[] around = Course.visible(course.loop());
        if (around.length > 0) {
            return lifting.repeating(around);
        }
        if (!course.loop().isEmpty()) {
            return lifting.diverging();
        }
        if (course.refusing()) {
            return lifting.refusing(compressed.acceptance(course.end()));
        }
        return lifting.ending(lifting.arrivals, List.of());
    }

    /** Grows the tree breadth-first: all states after the first event, after the second .. */
    private void follow(int[] trace) {
        int[] seen = new int[graph.states()];
        tree.add(0, RunTree.NONE, Event.TAU);
        seen[0] = 1;
        for (int position = 0; ; position++) {
            int from = arrivals;
            for (int at = from; at < tree.size(); at++) {
                grow(at, Event.TAU, seen, position + 1);
            }
            if (position == trace.length) {
                return;
            }
            arrivals = tree.size();
            for (int at = from, to = arrivals; at < to; at++) {
                grow(at, trace[position], seen, position + 2);
            }
        }
    }

    private void grow(int at, int label, int[] seen, int mark) {
        int state = tree.state(at);
        for (int step = graph.from(state); step < graph.to(state); step++) {
            if (graph.label(step) == label && seen[graph.target(step)] != mark) {
                seen[graph.target(step)] = mark;
                tree.add(graph.target(step), at, label);
            }
        }
    }

    private int arrival(IntPredicate wanted) {
        for (int at = arrivals; at < tree.size(); at++) {
            if (wanted.test(tree.state(at))) {
                return at;
            }
        }
        throw new IllegalStateException("a run of a compressed component is none of the component");
    }

    private Lifting refusing(int[] accepted) {
        return ending(
                arrival(state -> {
                    int[] acceptance = graph.acceptance(state);
                    return acceptance != null && Acceptances.contains(accepted, acceptance);
                }),
                List.of());
    }

    /** The loop of the course is internal: so the component diverges by itself. */
    private Lifting diverging() {
        boolean[] looping = graph.onTauLoops();
        int end = arrival(state -> looping[state]);
        List<Hop> cycle = cycle(tree.state(end));
        var round = new ArrayList<List<Hop>>(Collections.nCopies(course.loop().size(), List.<Hop>of()));
        round.set(0, cycle);
        return ending(end, List.of(round));
    }

    /** The shortest cycle of tau through a state. */
    private List<Hop> cycle(int state) {
        var around = new RunTree();
        var seen = new boolean[graph.states()];
        around.add(state, RunTree.NONE, Event.TAU);
        for (int at = 0; ; at++) {
            int source = around.state(at);
            for (int step = graph.from(source); step < graph.to(source); step++) {
                int target = graph.target(step);
                if (graph.label(step) == Event.TAU && target == state) {
                    around.add(target, at, Event.TAU);
                    return around.path(around.size() - 1);
                }
                if (graph.label(step) == Event.TAU && !seen[target]) {
                    seen[target] = true;
                    around.add(target, at, Event.TAU);
                }
            }
        }
    }

    /** The loop of the course has visible steps: some run repeats them for ever, and comes back to where it was. */
    private Lifting repeating(int[] around) {
        int[] starts = new int[tree.size() - arrivals];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = tree.state(arrivals + i);
        }
        Lasso lasso = Lasso.of(graph, starts, around);
        int begin = arrivals;
        while (tree.state(begin) != lasso.start()) {
            begin++;
        }
        var rounds = new ArrayList<List<List<Hop>>>();
        var moves = new ArrayList<Hop>(lasso.moves());
        for (int round = 0, at = 0; round < lasso.rounds(); round++) {
            var steps = new ArrayList<List<Hop>>();
            for (Hop hop : course.loop()) {
                int from = at;
                while (hop.label() != Event.TAU && moves.get(at).label() == Event.TAU) {
                    at++;
                }
                at += hop.label() == Event.TAU ? 0 : 1;
                steps.add(List.copyOf(moves.subList(from, at)));
            }
            rounds.add(steps);
        }
        Lifting whole = ending(begin, rounds);
        return new Lifting(whole.steps(), whole.last(), rounds, lasso.back());
    }

    /** The run to this place of the tree, cut where the visible steps of the course are. */
    private Lifting ending(int at, List<List<List<Hop>>> rounds) {
        List<Hop> moves = tree.path(at);
        var steps = new ArrayList<List<Hop>>();
        int done = 0;
        for (Hop hop : course.path()) {
            int from = done;
            while (hop.label() != Event.TAU && moves.get(done).label() == Event.TAU) {
                done++;
            }
            done += hop.label() == Event.TAU ? 0 : 1;
            steps.add(List.copyOf(moves.subList(from, done)));
        }
        return new Lifting(steps, List.copyOf(moves.subList(done, moves.size())), rounds, 0);
    }

    /** Runs that share their beginnings. */
    static final class RunTree {
        static final int NONE = -1;

        private int[] states = new int[64];
        private int[] before = new int[64];
        private int[] labels = new int[64];
        private int size;

        void add(int state, int previous, int label) {
            if (size == states.length) {
                states = Arrays.copyOf(states, 2 * size);
                before = Arrays.copyOf(before, 2 * size);
                labels = Arrays.copyOf(labels, 2 * size);
            }
            states[size] = state;
            before[size] = previous;
            labels[size++] = label;
        }

        int size() {
            return size;
        }

        int state(int at) {
            return states[at];
        }

        /** {@return the steps that lead here} */
        List<Hop> path(int at) {
            var hops = new ArrayList<Hop>();
            for (int here = at; before[here] != NONE; here = before[here]) {
                hops.add(new Hop(labels[here], states[here]));
            }
            Collections.reverse(hops);
            return hops;
        }
    }
}
