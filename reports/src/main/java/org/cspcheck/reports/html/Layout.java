package org.cspcheck.reports.html;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Places the nodes of a graph so that distances on the page are as distances in the graph.
 *
 * <p>Stress majorisation (Gansner, Koren, North: <i>Graph Drawing by Stress Majorization</i>, GD 2004) from a circle, so a ring comes out as a ring,
 * and the same graph always comes out the same.
 */
final class Layout {
    private static final int ROUNDS = 120;

    /** Above this, pairs of nodes are too many; the circle that the search starts from is shown. */
    private static final int MOST_NODES = 700;

    private final double[] x;
    private final double[] y;

    private Layout(int nodes) {
        x = new double[nodes];
        y = new double[nodes];
    }

    /** {@return places for nodes 0.. with these neighbours; an edge has about the length 1} */
    static Layout of(List<List<Integer>> neighbours) {
        var layout = new Layout(neighbours.size());
        layout.circle(walk(neighbours));
        if (neighbours.size() <= MOST_NODES) {
            int[][] distances = distances(neighbours);
            for (int round = 0; round < ROUNDS; round++) {
                layout.improve(distances);
            }
        }
        return layout;
    }

    double x(int node) {
        return x[node];
    }

    double y(int node) {
        return y[node];
    }

    /** Each node once, neighbours after one another where possible: around a ring, along a line. */
    private static List<Integer> walk(List<List<Integer>> neighbours) {
        var order = new LinkedHashSet<Integer>();
        for (int start = 0; start < neighbours.size(); start++) {
            var open = new ArrayDeque<>(List.of(start));
            while (!open.isEmpty()) {
                int node = open.pop();
                if (order.add(node)) {
                    neighbours.get(node).stream().filter(next -> !order.contains(next)).forEach(open::push);
                }
            }
        }
        return List.copyOf(order);
    }

    private void circle(List<Integer> order) {
        double radius = Math.max(1, x.length / (2 * Math.PI));
        for (int i = 0; i < x.length; i++) {
            double angle = 2 * Math.PI * i / x.length - Math.PI;
            x[order.get(i)] = radius * Math.cos(angle);
            y[order.get(i)] = radius * Math.sin(angle);
        }
    }

    /** Steps between nodes; parts that nothing joins lie a little farther apart than the widest of them. */
    private static int[][] distances(List<List<Integer>> neighbours) {
        int count = neighbours.size();
        int[][] distances = new int[count][count];
        int widest = 1;
        for (int start = 0; start < count; start++) {
            int[] row = distances[start];
            Arrays.fill(row, -1);
            row[start] = 0;
            var queue = new ArrayDeque<>(List.of(start));
            while (!queue.isEmpty()) {
                int at = queue.remove();
                widest = Math.max(widest, row[at]);
                for (int next : neighbours.get(at)) {
                    if (row[next] < 0) {
                        row[next] = row[at] + 1;
                        queue.add(next);
                    }
                }
            }
        }
        for (int[] row : distances) {
            for (int i = 0; i < count; i++) {
                row[i] = row[i] < 0 ? Math.min(widest, 4) + 1 : row[i];
            }
        }
        return distances;
    }

    /** Moves each node to where the others want it, weighted by the inverse square of their distance. */
    private void improve(int[][] distances) {
        for (int i = 0; i < x.length; i++) {
            double weights = 0;
            double wantedX = 0;
            double wantedY = 0;
            for (int j = 0; j < x.length; j++) {
                if (i != j) {
                    double distance = distances[i][j];
                    double weight = 1 / (distance * distance);
                    double dx = x[i] - x[j];
                    double dy = y[i] - y[j];
                    double apart = Math.max(1e-9, Math.sqrt(dx * dx + dy * dy));
                    weights += weight;
                    wantedX += weight * (x[j] + distance * dx / apart);
                    wantedY += weight * (y[j] + distance * dy / apart);
                }
            }
            if (weights > 0) {
                x[i] = wantedX / weights;
                y[i] = wantedY / weights;
            }
        }
    }
}
