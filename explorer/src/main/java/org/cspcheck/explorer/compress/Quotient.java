package org.cspcheck.explorer.compress;

import java.util.Arrays;
import java.util.Optional;
import org.cspcheck.model.event.Event;

/** Graphs whose states are classes of another's. Classes are numbered from 0, each with its first state in ascending order. */
final class Quotient {
    private Quotient() {}

    /** {@return the quotient by a strong bisimulation: the steps of the first member of each class, each once} */
    static Compressed strong(Graph graph, int[] classes) {
        int[] representatives = representatives(classes);
        if (representatives.length == graph.states()) {
            return Compressed.unchanged(graph);
        }
        var building = new Graph.Building();
        var steps = new Steps();
        for (int member : representatives) {
            for (int step = graph.from(member); step < graph.to(member); step++) {
                steps.add(graph.label(step), classes[graph.target(step)]);
            }
            steps.flush(building);
        }
        return new Compressed(finished(building, graph, classes), representatives, Optional.of(classes));
    }

    /**
     * {@return the quotient by a relation that does not tell apart what tau connects}
     *
     * <p>A class has the steps of all its members; a tau inside the class is left out, and one that stands for divergence is put in where some
     * member diverges.
     *
     * @param divergent which states have a tau to themselves in the result
     */
    static Compressed silent(Graph graph, int[] classes, boolean[] divergent) {
        int[] representatives = representatives(classes);
        int[][] members = members(classes, representatives.length);
        var building = new Graph.Building();
        var steps = new Steps();
        for (int block = 0; block < representatives.length; block++) {
            for (int member : members[block]) {
                for (int step = graph.from(member); step < graph.to(member); step++) {
                    int target = classes[graph.target(step)];
                    if (graph.label(step) != Event.TAU || target != block) {
                        steps.add(graph.label(step), target);
                    }
                }
                if (divergent[member]) {
                    steps.add(Event.TAU, block);
                }
            }
            steps.flush(building);
        }
        return new Compressed(finished(building, graph, classes), representatives, Optional.empty());
    }

    /** {@return the same classes, numbered in the order of their first states} */
    static int[] byAppearance(int[] classes) {
        int[] renamed = new int[Arrays.stream(classes).max().orElse(0) + 1];
        Arrays.fill(renamed, -1);
        int[] numbered = new int[classes.length];
        int next = 0;
        for (int state = 0; state < classes.length; state++) {
            if (renamed[classes[state]] < 0) {
                renamed[classes[state]] = next++;
            }
            numbered[state] = renamed[classes[state]];
        }
        return numbered;
    }

    private static Graph finished(Graph.Building building, Graph graph, int[] classes) {
        if (graph.terminated() != Graph.NEVER) {
            building.terminated(classes[graph.terminated()]);
        }
        return building.graph();
    }

    private static int[] representatives(int[] classes) {
        int[] first = new int[classes.length];
        int count = 0;
        for (int state = 0; state < classes.length; state++) {
            if (classes[state] == count) {
                first[count++] = state;
            }
        }
        return Arrays.copyOf(first, count);
    }

    private static int[][] members(int[] classes, int count) {
        int[] sizes = new int[count];
        for (int block : classes) {
            sizes[block]++;
        }
        int[][] members = new int[count][];
        for (int block = 0; block < count; block++) {
            members[block] = new int[sizes[block]];
        }
        for (int state = classes.length - 1; state >= 0; state--) {
            members[classes[state]][--sizes[classes[state]]] = state;
        }
        return members;
    }
}
