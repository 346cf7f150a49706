package org.cspcheck.reports.text;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cspcheck.model.verdict.Profile;
import org.cspcheck.model.verdict.Profile.Component;
import org.cspcheck.model.verdict.Profile.Stage;

/** Where the time of a check went: its stages, then the components that took most. */
public final class ProfileText {
    private static final int LONGEST_NAME = 30;

    private ProfileText() {}

    /** {@return a line for each stage and each of the slowest components} */
    public static String of(Profile profile, Page page) {
        var text = new StringBuilder();
        text.append("    ").append(page.strong("Where the time went")).append(" (").append(Figures.time(profile.total())).append(" in all)\n");
        profile.stages().forEach((stage, time) -> text.append("      ").append(Wrapped.padded(stage.word(), 12)).append(right(Figures.time(time), 12))
                .append(right(SlowComponents.share(time, profile.total()), 8)).append('\n'));
        if (!profile.components().isEmpty()) {
            components(profile, page, text);
        }
        return text.append('\n').toString();
    }

    private static void components(Profile profile, Page page, StringBuilder text) {
        SlowComponents slow = SlowComponents.of(profile);
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("component", "by", "states", "left", "transitions", "left", "evaluating", "unfolding", "minimising"));
        slow.told().forEach(component -> rows.add(row(component)));
        int[] widths = widths(rows);
        for (int i = 0; i < rows.size(); i++) {
            String line = line(rows.get(i), widths);
            text.append("      ").append(i == 0 ? page.faint(line) : line).append('\n');
        }
        if (slow.others() > 0) {
            text.append("      and ").append(Figures.count(slow.others(), "other")).append(": ").append(Figures.time(slow.rest())).append(" together\n");
        }
    }

    private static List<String> row(Component component) {
        var row = new ArrayList<String>();
        row.add(Wrapped.clipped(component.name(), LONGEST_NAME));
        row.add(component.compression());
        component.size().ifPresentOrElse(
                size -> {
                    row.add(Figures.count(size.statesBefore()));
                    row.add(Figures.count(size.states()));
                    row.add(Figures.count(size.transitionsBefore()));
                    row.add(Figures.count(size.transitions()));
                },
                () -> row.addAll(List.of("given up", "", "", "")));
        for (Stage stage : List.of(Stage.EVALUATING, Stage.UNFOLDING, Stage.MINIMISING)) {
            row.add(time(component.stages(), stage));
        }
        return row;
    }

    private static String time(Map<Stage, Duration> stages, Stage stage) {
        return stages.containsKey(stage) ? Figures.time(stages.get(stage)) : "";
    }

    private static int[] widths(List<List<String>> rows) {
        int[] widths = new int[rows.getFirst().size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        return widths;
    }

    /** Words to the left, numbers to the right. */
    private static String line(List<String> row, int[] widths) {
        var line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append(i < 2 ? Wrapped.padded(row.get(i), widths[i]) : right(row.get(i), widths[i])).append("  ");
        }
        return line.toString().stripTrailing();
    }

    private static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }
}
