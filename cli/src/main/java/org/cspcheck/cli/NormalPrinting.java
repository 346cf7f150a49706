package org.cspcheck.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cspcheck.explorer.normal.NormalForm;
import org.cspcheck.explorer.search.Budget;
import org.cspcheck.explorer.search.LimitReached;
import org.cspcheck.explorer.search.Progress;
import org.cspcheck.explorer.system.TermSystem;
import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.verdict.Limits;
import org.cspcheck.model.verdict.SemanticModel;
import org.cspcheck.reports.graph.NormalText.Node;
import org.cspcheck.reports.graph.TransitionGraph;
import org.cspcheck.reports.graph.TransitionGraph.Edge;

/** The whole normal form of a process in failures-divergences, breadth first from the start. */
record NormalPrinting(TransitionGraph graph, List<Node> nodes) {
    /** {@return at most so many nodes} */
    static NormalPrinting of(Process process, Alphabet alphabet, int limit, Progress progress) throws LimitReached {
        var rules = new FiringRules();
        var normal = new NormalForm(
                new TermSystem(rules, rules.settle(process)), SemanticModel.FD, new Budget(Limits.NONE, progress, () -> false));
        var edges = new ArrayList<Edge>();
        var nodes = new ArrayList<Node>();
        for (int node = normal.start(); node < Math.min(normal.size(), limit); node++) {
            nodes.add(new Node(normal.isDivergent(node), Arrays.stream(normal.acceptances(node)).map(set -> names(alphabet, set)).toList()));
            if (!normal.isDivergent(node)) {
                for (int event : normal.initials(node)) {
                    edges.add(new Edge(node, alphabet.name(event), normal.after(node, event)));
                }
            }
        }
        boolean complete = normal.size() <= limit;
        edges.removeIf(edge -> edge.to() >= nodes.size());
        return new NormalPrinting(new TransitionGraph(nodes.size(), List.copyOf(edges), complete), List.copyOf(nodes));
    }

    private static List<String> names(Alphabet alphabet, int[] events) {
        return Arrays.stream(events).mapToObj(alphabet::name).toList();
    }
}
