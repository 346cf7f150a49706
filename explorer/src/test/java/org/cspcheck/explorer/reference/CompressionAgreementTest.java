package org.cspcheck.explorer.reference;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.cspcheck.explorer.compress.Compressor;
import org.cspcheck.explorer.compress.Graph;
import org.cspcheck.explorer.compress.RandomGraphs;
import org.cspcheck.explorer.reference.Determinised.Node;
import org.cspcheck.explorer.reference.TransitionSystem.Edge;
import org.cspcheck.explorer.search.Budget;
import org.cspcheck.explorer.search.Progress;
import org.cspcheck.model.process.Compression;
import org.cspcheck.model.verdict.Limits;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Compressed graphs have the traces, refusals and divergences of the original after every trace, those after a divergence too. */
class CompressionAgreementTest {
    private final Budget budget = new Budget(Limits.NONE, Progress.SILENT, () -> false);

    @ParameterizedTest
    @EnumSource(Compression.class)
    void traces_failures_and_divergences_are_kept(Compression compression) {
        var compressor = new Compressor(budget);
        for (int seed = 0; seed < 3_000; seed++) {
            Graph graph = RandomGraphs.of(seed, 12);
            Graph small = compressor.compress(graph, compression).graph();
            assertTrue(isSame(determinised(graph), determinised(small)), () -> graph + " became " + small);
        }
    }

    private static Determinised determinised(Graph graph) {
        var steps = new ArrayList<List<Edge>>();
        for (int state = 0; state < graph.states(); state++) {
            var edges = new ArrayList<Edge>();
            for (int step = graph.from(state); step < graph.to(state); step++) {
                edges.add(new Edge(graph.label(step), graph.target(step)));
            }
            steps.add(edges);
        }
        return Determinised.of(new TransitionSystem(steps));
    }

    private static boolean isSame(Determinised some, Determinised other) {
        var seen = new HashSet<>(List.of(List.of(0, 0)));
        var open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            List<Integer> pair = open.poll();
            Node left = some.nodes().get(pair.get(0));
            Node right = other.nodes().get(pair.get(1));
            boolean same = left.diverges() == right.diverges()
                    && left.refusals() == right.refusals()
                    && left.after().keySet().equals(right.after().keySet());
            if (!same) {
                return false;
            }
            left.after().forEach((event, next) -> {
                List<Integer> after = List.of(next, right.after().get(event));
                if (seen.add(after)) {
                    open.add(after);
                }
            });
        }
        return true;
    }
}
