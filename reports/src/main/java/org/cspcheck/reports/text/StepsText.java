package org.cspcheck.reports.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cspcheck.model.verdict.Counterexample.TakenStep;

/** The steps of a run in columns: number, event, the processes that took part. */
final class StepsText {
    private static final int MOST_HIDDEN = 6;
    private static final int WIDEST_HIDDEN = 40;
    private static final int WIDEST_PROCESS = 44;

    private final Page page;
    private final String indent;
    private final Tracing tracing;

    StepsText(Page page, String indent, Tracing tracing) {
        this.page = page;
        this.indent = indent;
        this.tracing = tracing;
    }

    /** A line before it is aligned: an empty number continues, a line without event stands by itself. */
    private record Row(String number, String event, boolean hidden, List<String> processes) {}

    /** {@return the lines of these steps, numbered from {@code offset + 1}} */
    List<String> lines(List<TakenStep> steps, int offset) {
        List<Story> story = tracing == Tracing.FULL ? Story.full(steps) : Story.changes(steps);
        var rows = new ArrayList<Row>();
        story.forEach(passage -> rows.addAll(rows(passage, offset)));
        return aligned(rows);
    }

    private List<Row> rows(Story passage, int offset) {
        return switch (passage) {
            case Story.Moment moment -> List.of(row(moment, offset, ""));
            case Story.Again again -> {
                var rows = new ArrayList<Row>();
                rows.add(remark(again.times() + " times, to step " + (again.last() + offset) + ":"));
                again.round().forEach(moment -> rows.add(row(moment, offset, page.sign("│ ", "| "))));
                yield rows;
            }
            case Story.Skipped skipped ->
                List.of(remark("... " + Figures.count(skipped.last() - skipped.first() + 1, "step") + " (--trace full shows them)"));
        };
    }

    private static Row remark(String text) {
        return new Row("", text, true, List.of());
    }

    private Row row(Story.Moment moment, int offset, String mark) {
        String number = Integer.toString(moment.first() + offset);
        if (moment.last() > moment.first()) {
            number += "-" + (moment.last() + offset);
        }
        return new Row(number, mark + moment.event().orElseGet(() -> internal(moment)), moment.event().isEmpty(), moment.processes());
    }

    private String internal(Story.Moment moment) {
        int steps = moment.last() - moment.first() + 1;
        List<String> hidden = moment.hidden();
        if (steps == 1) {
            return hidden.isEmpty() ? "tau" : "tau (" + hidden.getFirst() + ")";
        }
        if (hidden.isEmpty()) {
            return steps + " tau";
        }
        return steps + " tau (" + some(hidden) + ")";
    }

    /** As many as are read at a glance; all of them stand in the full trace. */
    private static String some(List<String> events) {
        var shown = new StringBuilder(Wrapped.clipped(events.getFirst(), WIDEST_HIDDEN));
        int count = 1;
        while (count < Math.min(events.size(), MOST_HIDDEN) && shown.length() + events.get(count).length() + 2 <= WIDEST_HIDDEN) {
            shown.append(", ").append(events.get(count++));
        }
        return shown.append(count < events.size() ? ", ..." : "").toString();
    }

    private List<String> aligned(List<Row> rows) {
        int numbers = rows.stream().mapToInt(row -> row.number.length()).max().orElse(0);
        int room = page.width() - indent.length() - numbers - 2;
        int events = rows.stream().filter(row -> !row.processes.isEmpty()).mapToInt(row -> Wrapped.columns(row.event)).max().orElse(0);
        events = Math.min(events, room / 2);
        var lines = new ArrayList<String>();
        for (Row row : rows) {
            lines.addAll(lines(row, numbers, events, room));
        }
        return lines;
    }

    /** Processes stand beside the event; below it where the event is too wide. */
    private List<String> lines(Row row, int numbers, int events, int room) {
        String number = indent + page.faint(" ".repeat(numbers - row.number.length()) + row.number) + "  ";
        String blank = indent + " ".repeat(numbers + 2);
        List<String> eventLines = new ArrayList<>(Wrapped.items(List.of(row.event), " ", room));
        List<String> processLines = processes(row.processes, room - events - 3);
        var lines = new ArrayList<String>();
        boolean beside = eventLines.size() == 1 && Wrapped.columns(eventLines.getFirst()) <= events;
        for (int i = 0; i < eventLines.size(); i++) {
            String event = eventLines.get(i);
            String fill = beside && !processLines.isEmpty() ? " ".repeat(events - Wrapped.columns(event) + 3) + processLines.getFirst() : "";
            lines.add((i == 0 ? number : blank) + (row.hidden ? page.faint(event) : event) + page.faint(fill));
        }
        for (int i = beside ? 1 : 0; i < processLines.size(); i++) {
            lines.add(blank + " ".repeat(events + 3) + page.faint(processLines.get(i)));
        }
        return lines;
    }

    private List<String> processes(List<String> names, int width) {
        List<String> shown = tracing == Tracing.FULL ? names : names.stream().map(name -> Wrapped.clipped(name, WIDEST_PROCESS)).toList();
        return Wrapped.items(shown, ", ", Math.max(12, width));
    }

    /** {@return whether columns of steps say more than their trace: hidden steps, or more than one process} */
    static boolean tellMoreThanTheTrace(List<TakenStep> steps) {
        Optional<String> hidden = steps.stream().map(TakenStep::event).filter(event -> event.equals("tau")).findAny();
        return hidden.isPresent() || steps.stream().flatMap(step -> step.processes().stream()).distinct().count() > 1;
    }
}
