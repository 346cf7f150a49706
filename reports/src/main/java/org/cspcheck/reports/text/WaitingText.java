package org.cspcheck.reports.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cspcheck.model.verdict.Counterexample.Waiting;
import org.cspcheck.model.verdict.Counterexample.Wish;

/** Who waits for what at the end of a deadlock: a table, and the circle of waiting if there is one. */
public final class WaitingText {
    private static final int WIDEST = 40;
    private static final int MOST_EVENTS = 8;
    private static final int MOST_ROWS = 12;
    private static final int MOST_PROCESSES = 24;

    private final Page page;
    private final String indent;

    WaitingText(Page page, String indent) {
        this.page = page;
        this.indent = indent;
    }

    List<String> lines(List<Waiting> waiting) {
        List<String> circle = circleOf(waiting);
        List<Waiting> shown = shown(waiting, circle);
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {"process", "is ready for", "waits for"});
        shown.forEach(process -> rows.addAll(rows(process)));
        int first = width(rows, 0);
        int second = width(rows, 1);
        var lines = new ArrayList<String>();
        for (int i = 0; i < rows.size(); i++) {
            String[] row = rows.get(i);
            String left = Wrapped.padded(row[0], first) + "   " + Wrapped.padded(row[1], second) + "   ";
            List<String> right = row[2].isEmpty() ? List.of("") : Wrapped.words(row[2], Math.max(20, page.width() - indent.length() - left.length()));
            for (int j = 0; j < right.size(); j++) {
                String line = indent + (j == 0 ? left : " ".repeat(left.length())) + right.get(j);
                lines.add(i == 0 ? page.faint(line.stripTrailing()) : line.stripTrailing());
            }
        }
        if (shown.size() < waiting.size()) {
            lines.add(indent + page.faint("and " + (waiting.size() - shown.size()) + " more processes; a JSON or HTML report has all"));
        }
        lines.addAll(circle(circle));
        return lines;
    }

    /** All, or if they are many those that wait in a circle, and the first of the others. */
    private static List<Waiting> shown(List<Waiting> waiting, List<String> circle) {
        Set<Waiting> shown = new LinkedHashSet<>();
        waiting.stream().filter(process -> circle.contains(process.process())).forEach(shown::add);
        shown.addAll(waiting);
        Set<Waiting> first = shown.stream().limit(MOST_PROCESSES).collect(Collectors.toSet());
        return waiting.stream().filter(first::contains).toList();
    }

    /** One row for each group of partners; events with the same partners share it. */
    private static List<String[]> rows(Waiting process) {
        String name = Wrapped.clipped(process.process(), WIDEST);
        if (process.wishes().isEmpty()) {
            return List.<String[]>of(new String[] {name, "nothing", "-"});
        }
        Map<List<String>, List<String>> byPartners = new LinkedHashMap<>();
        for (Wish wish : process.wishes()) {
            byPartners.computeIfAbsent(wish.missing(), partners -> new ArrayList<>()).add(wish.event());
        }
        var rows = new ArrayList<String[]>();
        byPartners.forEach((partners, events) -> {
            String who = partners.isEmpty() ? "nobody offers it" : String.join(", ", partners);
            for (int i = 0; i < Math.min(events.size(), MOST_EVENTS); i++) {
                boolean more = i == MOST_EVENTS - 1 && events.size() > MOST_EVENTS;
                String event = more ? "... " + (events.size() - i) + " more" : events.get(i);
                rows.add(new String[] {rows.isEmpty() ? name : "", Wrapped.clipped(event, WIDEST), i == 0 ? who : ""});
            }
        });
        if (rows.size() > MOST_ROWS) {
            int more = rows.size() - MOST_ROWS + 1;
            rows.subList(MOST_ROWS - 1, rows.size()).clear();
            rows.add(new String[] {"", "... " + more + " more", ""});
        }
        return rows;
    }

    private static int width(List<String[]> rows, int column) {
        return rows.stream().mapToInt(row -> Wrapped.columns(row[column])).max().orElse(0);
    }

    private List<String> circle(List<String> circle) {
        if (circle.isEmpty()) {
            return List.of();
        }
        String arrow = page.sign(" → ", " -> ");
        var lines = new ArrayList<String>(List.of("", indent + "They wait in a circle:"));
        Wrapped.items(circle, arrow, page.width() - indent.length() - 2).forEach(line -> lines.add(indent + "  " + page.marked(line)));
        return lines;
    }

    /** {@return a shortest circle in "waits for", its first process again at the end; empty if there is none} */
    public static List<String> circleOf(List<Waiting> waiting) {
        Map<String, Set<String>> waitsFor = new LinkedHashMap<>();
        for (Waiting process : waiting) {
            Set<String> partners = new LinkedHashSet<>();
            process.wishes().forEach(wish -> partners.addAll(wish.missing()));
            waitsFor.put(process.process(), partners);
        }
        List<String> shortest = List.of();
        for (String start : waitsFor.keySet()) {
            List<String> circle = circleFrom(start, waitsFor);
            if (!circle.isEmpty() && (shortest.isEmpty() || circle.size() < shortest.size())) {
                shortest = circle;
            }
        }
        return shortest;
    }

    private static List<String> circleFrom(String start, Map<String, Set<String>> waitsFor) {
        Map<String, String> cameFrom = new HashMap<>();
        var queue = new ArrayList<>(List.of(start));
        for (int i = 0; i < queue.size(); i++) {
            String process = queue.get(i);
            for (String partner : waitsFor.getOrDefault(process, Set.of())) {
                if (partner.equals(start)) {
                    return back(start, process, cameFrom);
                }
                if (cameFrom.putIfAbsent(partner, process) == null) {
                    queue.add(partner);
                }
            }
        }
        return List.of();
    }

    private static List<String> back(String start, String end, Map<String, String> cameFrom) {
        var circle = new ArrayList<>(List.of(start));
        for (String at = end; !at.equals(start); at = cameFrom.get(at)) {
            circle.add(at);
        }
        circle.add(start);
        return circle.reversed();
    }
}
