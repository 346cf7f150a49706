package org.cspcheck.reports.graph;

import java.util.List;
import java.util.stream.Collectors;

/** A normal form as text: each node with what it accepts and where its events lead. */
public final class NormalText {
    private NormalText() {}

    /**
     * A node.
     *
     * @param divergent whether the process may go on internally for ever here; then anything is allowed
     * @param acceptances the minimal ones: at least one of these sets is offered whole
     */
    public record Node(boolean divergent, List<List<String>> acceptances) {}

    /** {@return a paragraph for each node of the graph} */
    public static String text(TransitionGraph graph, List<Node> nodes) {
        var text = new StringBuilder();
        for (int i = 0; i < nodes.size(); i++) {
            int number = i;
            text.append(i == 0 ? "" : "\n").append(number).append("  ").append(accepts(nodes.get(i))).append('\n');
            graph.edges().stream()
                    .filter(edge -> edge.from() == number)
                    .forEach(edge -> text.append("   ").append(edge.event()).append(" -> ").append(edge.to()).append('\n'));
        }
        return text.append(graph.complete() ? "" : "... and more nodes\n").toString();
    }

    /** {@return what stands in a drawing of the node: its number and its acceptances} */
    public static List<String> labels(List<Node> nodes) {
        return nodes.stream().map(NormalText::sets).toList();
    }

    private static String accepts(Node node) {
        if (node.divergent()) {
            return "diverges: anything is allowed";
        }
        return node.acceptances().isEmpty() ? "never stable" : "accepts " + sets(node);
    }

    private static String sets(Node node) {
        return node.divergent() ? "diverges" : node.acceptances().stream()
                .map(set -> "{" + String.join(", ", set) + "}")
                .collect(Collectors.joining(" or "));
    }
}
