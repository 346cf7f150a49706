package org.cspcheck.explorer.vector;

import java.util.ArrayList;
import java.util.List;
import org.cspcheck.explorer.compress.Graph;
import org.cspcheck.explorer.vector.Course.Hop;

/**
 * The run of a component's own graph that a run of its compressed graph stands for.
 *
 * @param steps for each step of the compressed run the steps that it stands for
 * @param last internal steps after those
 * @param rounds each time around the loop, step by step
 * @param back before which of the rounds the state was the one that it is after the last round
 */
record Lifting(List<List<Hop>> steps, List<Hop> last, List<List<List<Hop>>> rounds, int back) {
    /** {@return the course of the whole run in the component's own graph} */
    Course course(boolean refusing) {
        var path = new ArrayList<Hop>();
        steps.forEach(path::addAll);
        path.addAll(last);
        rounds.subList(0, back).forEach(round -> round.forEach(path::addAll));
        var loop = new ArrayList<Hop>();
        rounds.subList(back, rounds.size()).forEach(round -> round.forEach(loop::addAll));
        return new Course(path, loop, refusing);
    }

    /** {@return the same steps in a graph that is strongly bisimilar} Each step is that of one step. */
    static Lifting exact(Graph graph, int[] classes, Course course) {
        var steps = new ArrayList<List<Hop>>();
        int state = 0;
        for (Hop hop : course.path()) {
            Hop same = same(graph, classes, state, hop);
            steps.add(List.of(same));
            state = same.state();
        }
        var rounds = new ArrayList<List<List<Hop>>>();
        var begun = new ArrayList<Integer>();
        while (!course.loop().isEmpty() && !begun.contains(state)) {
            begun.add(state);
            var round = new ArrayList<List<Hop>>();
            for (Hop hop : course.loop()) {
                Hop same = same(graph, classes, state, hop);
                round.add(List.of(same));
                state = same.state();
            }
            rounds.add(round);
        }
        return new Lifting(steps, List.of(), rounds, Math.max(0, begun.indexOf(state)));
    }

    private static Hop same(Graph graph, int[] classes, int state, Hop hop) {
        for (int step = graph.from(state); step < graph.to(state); step++) {
            if (graph.label(step) == hop.label() && classes[graph.target(step)] == hop.state()) {
                return new Hop(hop.label(), graph.target(step));
            }
        }
        throw new IllegalStateException("a step was lost");
    }
}
