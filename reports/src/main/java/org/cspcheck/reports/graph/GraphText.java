package org.cspcheck.reports.graph;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.cspcheck.reports.graph.TransitionGraph.Edge;

/** Transition graphs as text. Hidden steps are drawn dotted where the language can; edges between the same states share an arrow. */
public final class GraphText {
    private GraphText() {}

    /** {@return the graph for Graphviz} */
    public static String dot(TransitionGraph graph) {
        return dot(graph, List.of());
    }

    /** {@return the graph for Graphviz, with a text in each state beside its number} */
    public static String dot(TransitionGraph graph, List<String> labels) {
        var text = new StringBuilder("digraph {\n  rankdir=LR;\n  node [shape=circle];\n  start [shape=point];\n  start -> 0;\n");
        for (int i = 0; i < labels.size(); i++) {
            text.append("  " + i + " [label=\"" + i + "\\n").append(escaped(labels.get(i))).append("\"];\n");
        }
        arrows(graph, "\\n", GraphText::escaped).forEach((arrow, label) -> text.append("  ")
                .append(arrow.from + " -> " + arrow.to)
                .append(" [label=\"").append(label).append('"')
                .append(arrow.hidden ? ", style=dotted" : "")
                .append("];\n"));
        return text.append(graph.complete() ? "" : "  more [shape=plaintext, label=\"and more states\"];\n").append("}\n").toString();
    }

    /** {@return the graph for Mermaid} */
    public static String mermaid(TransitionGraph graph) {
        return mermaid(graph, List.of());
    }

    /** {@return the graph for Mermaid, with a text in each state beside its number} */
    public static String mermaid(TransitionGraph graph, List<String> labels) {
        var text = new StringBuilder("flowchart LR\n  start(( )) --> s0((0))\n");
        for (int i = 0; i < labels.size(); i++) {
            text.append("  s" + i + "((\"" + i + "<br/>").append(entities(labels.get(i))).append("\"))\n");
        }
        arrows(graph, "<br/>", GraphText::entities).forEach((arrow, label) -> text.append("  s" + arrow.from)
                .append(arrow.hidden ? " -.->|\"" : " -->|\"")
                .append(label)
                .append("\"| s" + arrow.to + (labels.isEmpty() ? "((" + arrow.to + "))\n" : "\n")));
        return text.append(graph.complete() ? "" : "  %% and more states\n").toString();
    }

    /** {@return the graph in Aldebaran format; {@code i} is the hidden step there, and so the event of a channel {@code i} is {@code ::i}} */
    public static String aldebaran(TransitionGraph graph) {
        var text = new StringBuilder("des (0, " + graph.edges().size() + ", " + graph.states() + ")\n");
        for (Edge edge : graph.edges()) {
            String label = edge.event().equals("tau") ? "i" : edge.event().equals("i") ? "\"::i\"" : "\"" + edge.event().replace("\"", "\\\"") + "\"";
            text.append("(" + edge.from() + ", " + label + ", " + edge.to() + ")\n");
        }
        return text.toString();
    }

    private record Arrow(int from, int to, boolean hidden) {}

    private static Map<Arrow, String> arrows(TransitionGraph graph, String lineBreak, UnaryOperator<String> escape) {
        Map<Arrow, String> arrows = new LinkedHashMap<>();
        for (Edge edge : graph.edges()) {
            var arrow = new Arrow(edge.from(), edge.to(), edge.event().equals("tau"));
            arrows.merge(arrow, escape.apply(edge.event()), (one, other) -> one + lineBreak + other);
        }
        return arrows;
    }

    static String escaped(String event) {
        return event.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    static String entities(String event) {
        return event.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;").replace(">", "&gt;").replace("|", "&#124;");
    }
}
