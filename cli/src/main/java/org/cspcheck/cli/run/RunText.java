package org.cspcheck.cli.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cspcheck.cli.run.Running.Outcome;
import org.cspcheck.runtime.Ending;
import org.cspcheck.runtime.Snapshot;
import org.cspcheck.runtime.Snapshot.ProcessState;

/** What came of a run, as text for people. */
public final class RunText {
    private RunText() {}

    /** {@return whole lines} */
    public static String of(Running.Report report) {
        var text = new StringBuilder();
        text.append(mark(report.outcome())).append(' ').append(what(report.outcome()));
        text.append(", after %d event%s and %.2f s%n".formatted(report.events(), report.events() == 1 ? "" : "s", report.time().toNanos() / 1e9));
        switch (report.outcome()) {
            case Outcome.OfItself(Ending.Deadlocked(Snapshot state)) -> text.append(waiting(state));
            case Outcome.OfItself(Ending.Livelocked(Snapshot state)) -> text.append(waiting(state));
            case Outcome.InputEnded(List<String> _, Ending.Deadlocked(Snapshot state)) -> text.append(waiting(state));
            case Outcome.OfItself _, Outcome.Interrupted _, Outcome.TimeOver _, Outcome.ChoicesOver _, Outcome.ChoicesUnfit _,
                    Outcome.BoundaryFailed _, Outcome.Objected _ -> {}
        }
        return text.toString();
    }

    private static String mark(Outcome outcome) {
        return switch (outcome) {
            case Outcome.OfItself(Ending.Terminated _) -> "✓";
            case Outcome.OfItself _, Outcome.ChoicesUnfit _, Outcome.BoundaryFailed _, Outcome.Objected _ -> "✗";
            case Outcome.InputEnded _, Outcome.Interrupted _, Outcome.TimeOver _, Outcome.ChoicesOver _ -> "·";
        };
    }

    private static String what(Outcome outcome) {
        return switch (outcome) {
            case Outcome.OfItself(Ending.Terminated _) -> "terminated";
            case Outcome.OfItself(Ending.Failed(var failure)) -> failure.getMessage();
            case Outcome.OfItself(Ending.Deadlocked _) -> "deadlock: nothing can happen any more";
            case Outcome.OfItself(Ending.Livelocked _) -> "livelock: busy, and nothing happens that can be seen";
            case Outcome.OfItself(Ending.Stopped _), Outcome.Interrupted _ -> "interrupted";
            case Outcome.InputEnded(List<String> inputs, var _) -> "the input has ended, and the rest waits for more of it (" + String.join(", ", inputs) + ")";
            case Outcome.TimeOver(var limit) -> "stopped at the time limit of " + limit.toMillis() / 1e3 + " s";
            case Outcome.ChoicesOver(String taken) -> "the recorded choices end here (" + taken + " were made)";
            case Outcome.ChoicesUnfit(String why) -> "the recorded choices do not fit: " + why;
            case Outcome.BoundaryFailed(String channel, Exception reason) -> "the channel " + channel + " failed: " + reason;
            case Outcome.Objected(String monitor, String why) -> "the monitor " + monitor + " objects: " + why;
        };
    }

    /** Who waits for what on whom. */
    private static String waiting(Snapshot state) {
        var rows = new ArrayList<String[]>();
        rows.add(new String[] {"process", "waits to", "on"});
        for (ProcessState process : state.processes()) {
            if (process.path().indexOf('/') > 0) {
                String wants = process.waitsFor() == null ? process.status().toString().toLowerCase(Locale.ROOT) : process.waitsFor();
                rows.add(new String[] {place(process.path()), wants, String.join(", ", process.on().stream().map(RunText::place).toList())});
            }
        }
        int first = rows.stream().mapToInt(row -> row[0].length()).max().orElse(0);
        int second = Math.min(60, rows.stream().mapToInt(row -> row[1].length()).max().orElse(0));
        var text = new StringBuilder("\n");
        for (String[] row : rows) {
            text.append(("    %-" + first + "s   %-" + second + "s   %s").formatted(row[0], row[1], row[2]).stripTrailing()).append('\n');
        }
        List<String> circle = state.circle().stream().map(RunText::place).toList();
        if (!circle.isEmpty()) {
            text.append("\n    They wait in a circle:\n      ").append(String.join(" → ", circle)).append(" → ").append(circle.getFirst()).append('\n');
        }
        return text.toString();
    }

    private static String place(String path) {
        return path.substring(path.indexOf('/') + 1);
    }
}
