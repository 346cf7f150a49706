package org.cspcheck.reports.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cspcheck.model.verdict.Wiring;
import org.cspcheck.model.verdict.Wiring.Joint;
import org.cspcheck.model.verdict.Wiring.Part;

/**
 * The processes of a network and the channels that join them, as text.
 *
 * <p>Two processes have a line between them, labelled with their channels; three or more that take part together have a knot with the name
 * of the channel. Hidden channels are dotted, those to the outside are told in words alone.
 */
public final class NetworkText {
    private NetworkText() {}

    /** {@return a paragraph for each process: its channels, and whom each joins it with} */
    public static String text(Wiring wiring) {
        var text = new StringBuilder();
        int width = wiring.joints().stream().mapToInt(joint -> joint.channel().length()).max().orElse(0);
        for (int i = 0; i < wiring.parts().size(); i++) {
            int position = i;
            Part part = wiring.parts().get(i);
            text.append(i == 0 ? "" : "\n").append(part.name()).append('\n');
            Map<String, Set<String>> channels = new LinkedHashMap<>();
            wiring.joints().stream().filter(joint -> joint.parts().contains(position)).forEach(joint -> channels
                    .computeIfAbsent(joint.channel() + " ".repeat(width - joint.channel().length()) + (joint.hidden() ? "  hidden  " : "  "), unseen -> new LinkedHashSet<>())
                    .add(partners(wiring, joint, position)));
            channels.forEach((channel, partners) ->
                    text.append("  ").append(channel).append(String.join("; ", partners)).append('\n'));
            if (!part.complete()) {
                text.append("  (very many states; not all of its channels may be known)\n");
            }
        }
        return text.toString();
    }

    private static String partners(Wiring wiring, Joint joint, int position) {
        return joint.parts().size() == 1
                ? "the outside"
                : joint.parts().stream().filter(part -> part != position).map(part -> wiring.parts().get(part).name()).collect(Collectors.joining(", "));
    }

    /** {@return the network for Graphviz} */
    public static String dot(Wiring wiring) {
        var text = new StringBuilder("graph {\n  layout=neato;\n  overlap=false;\n  node [shape=box, style=rounded];\n");
        for (int i = 0; i < wiring.parts().size(); i++) {
            text.append("  p" + i + " [label=\"").append(GraphText.escaped(wiring.parts().get(i).name())).append("\"];\n");
        }
        lines(wiring).forEach((line, channels) -> text.append("  ").append(line.from() + " -- " + line.to())
                .append(" [label=\"").append(GraphText.escaped(String.join(", ", channels))).append('"')
                .append(line.hidden() ? ", style=dotted" : "").append("];\n"));
        List<Joint> knots = knots(wiring);
        for (int k = 0; k < knots.size(); k++) {
            text.append("  k" + k + " [shape=point, xlabel=\"").append(GraphText.escaped(knots.get(k).channel())).append("\"];\n");
            for (int part : knots.get(k).parts()) {
                text.append("  k" + k + " -- p" + part + (knots.get(k).hidden() ? " [style=dotted]" : "") + ";\n");
            }
        }
        return text.append("}\n").toString();
    }

    /** {@return the network for Mermaid} */
    public static String mermaid(Wiring wiring) {
        var text = new StringBuilder("flowchart LR\n");
        for (int i = 0; i < wiring.parts().size(); i++) {
            text.append("  p" + i + "[\"").append(GraphText.entities(wiring.parts().get(i).name())).append("\"]\n");
        }
        lines(wiring).forEach((line, channels) -> text.append("  ").append(line.from()).append(line.hidden() ? " -.-|\"" : " ---|\"")
                .append(GraphText.entities(String.join(", ", channels))).append("\"| ").append(line.to()).append('\n'));
        List<Joint> knots = knots(wiring);
        for (int k = 0; k < knots.size(); k++) {
            text.append("  k" + k + "((\"").append(GraphText.entities(knots.get(k).channel())).append("\"))\n");
            for (int part : knots.get(k).parts()) {
                text.append("  k" + k + (knots.get(k).hidden() ? " -.- p" : " --- p") + part + "\n");
            }
        }
        return text.toString();
    }

    private record Line(String from, String to, boolean hidden) {}

    private static Map<Line, Set<String>> lines(Wiring wiring) {
        Map<Line, Set<String>> lines = new LinkedHashMap<>();
        for (Joint joint : wiring.joints()) {
            if (joint.parts().size() == 2) {
                var line = new Line("p" + joint.parts().get(0), "p" + joint.parts().get(1), joint.hidden());
                lines.computeIfAbsent(line, unseen -> new LinkedHashSet<>()).add(joint.channel());
            }
        }
        return lines;
    }

    private static List<Joint> knots(Wiring wiring) {
        return new ArrayList<>(wiring.joints().stream().filter(joint -> joint.parts().size() > 2).toList());
    }
}
