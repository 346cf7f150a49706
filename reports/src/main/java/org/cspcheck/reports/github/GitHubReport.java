package org.cspcheck.reports.github;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.Location;
import org.cspcheck.model.source.Span;
import org.cspcheck.model.verdict.Counterexample;
import org.cspcheck.model.verdict.Outcome;
import org.cspcheck.model.verdict.Verdict;
import org.cspcheck.reports.Report;
import org.cspcheck.reports.Report.Finished;
import org.cspcheck.reports.text.CounterexampleText;
import org.cspcheck.reports.text.Figures;
import org.cspcheck.reports.text.Headline;
import org.cspcheck.reports.text.Page;
import org.cspcheck.reports.text.Tracing;

/** Writes a {@link Report} as workflow commands, and as Markdown for the summary of a step. */
public final class GitHubReport {
    private static final Page NARROW = new Page(100, false, true);

    /** GitHub drops the whole summary of a step that is longer than 1 MiB; so far the table, the runs and the diagnostics may reach. */
    private static final int TABLE = 300_000;
    private static final int RUNS = 800_000;
    private static final int WHOLE = 900_000;

    private GitHubReport() {}

    // --- annotations -----------------------------------------------------------------------------------------------------

    /** {@return a line for each mistake, and for each check that did not come out as expected} */
    public static String annotations(Report report) {
        var lines = new ArrayList<String>();
        for (Diagnostic diagnostic : report.diagnosticsOfSpecs()) {
            lines.add(command(diagnostic.isError() ? "error" : "warning", diagnostic.span(), diagnostic.code(), message(diagnostic)));
        }
        for (Finished check : report.finished()) {
            annotation(check).ifPresent(lines::add);
        }
        for (String spec : report.askingNothing()) {
            lines.add(command("warning", Optional.empty(), "csp-check", spec + " asserts nothing"));
        }
        if (report.run().interrupted()) {
            String left = Figures.count(report.run().notStarted(), "check");
            lines.add(command("warning", Optional.empty(), "csp-check", "interrupted: " + left + " not started"));
        }
        return String.join("", lines.stream().map(line -> line + "\n").toList());
    }

    private static Optional<String> annotation(Finished check) {
        Outcome outcome = check.outcome();
        String title = "csp-check: " + Headline.name(outcome.check());
        Optional<Span> span = outcome.check().span();
        return switch (outcome.verdict()) {
            case Verdict.Erroneous v ->
                Optional.of(command("error", v.diagnostic().span().or(() -> span), v.diagnostic().code(), message(v.diagnostic())));
            case Verdict.Inconclusive v -> Optional.of(command("warning", span, title, Headline.of(outcome)));
            case Verdict.Holds v -> surprise(check, span, title);
            case Verdict.Fails v -> surprise(check, span, title);
        };
    }

    private static Optional<String> surprise(Finished check, Optional<Span> span, String title) {
        if (check.outcome().ok()) {
            return Optional.empty();
        }
        String message = Headline.of(check.outcome()) + told(check);
        return Optional.of(check.run().flatMap(Counterexample::recorded)
                .map(recorded -> command("error", line(recorded.place()), title, message))
                .orElseGet(() -> command("error", span, title, message)));
    }

    private static String line(Counterexample.LogPlace place) {
        return "file=" + value(place.file()) + ",line=" + place.line() + ",";
    }

    private static String told(Finished check) {
        return check.run().map(run -> "\n" + CounterexampleText.text(run, NARROW, Tracing.CHANGES).stripTrailing()).orElse("");
    }

    private static String message(Diagnostic diagnostic) {
        String why = diagnostic.cause().isEmpty() ? "" : "\nwhy: " + diagnostic.cause();
        return diagnostic.message() + why + (diagnostic.hint().isEmpty() ? "" : "\ntry: " + diagnostic.hint());
    }

    private static String command(String level, Optional<Span> span, String title, String message) {
        String place = span.map(where -> {
            Location at = where.location();
            return "file=" + value(at.file()) + ",line=" + at.line() + ",endLine=" + at.line() + ",col=" + at.column() + ",endColumn="
                    + (at.column() + where.width()) + ",";
        }).orElse("");
        return command(level, place, title, message);
    }

    private static String command(String level, String place, String title, String message) {
        return "::" + level + " " + place + "title=" + value(title) + "::" + text(message);
    }

    private static String text(String message) {
        return message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String value(String value) {
        return text(value).replace(":", "%3A").replace(",", "%2C");
    }

    // --- the summary of a step -------------------------------------------------------------------------------------------

    /** {@return Markdown: a table of all checks, then the run behind each surprise} */
    public static String summary(Report report) {
        var text = new StringBuilder("### csp-check\n\n");
        if (!report.finished().isEmpty()) {
            text.append("| | check | verdict | states | time |\n| --- | --- | --- | ---: | ---: |\n");
            List<Finished> surprisesFirst = new ArrayList<>(report.finished());
            surprisesFirst.sort(Comparator.comparing(check -> check.outcome().ok()));
            boolean all = fits(report.finished().stream().map(GitHubReport::row).toList(), TABLE);
            append(text, (all ? report.finished() : surprisesFirst).stream().map(GitHubReport::row).toList(), TABLE, "checks");
        }
        report.askingNothing().forEach(spec -> text.append("\n").append(code(spec)).append(" asserts nothing.\n"));
        if (report.run().interrupted()) {
            text.append("\nInterrupted: ").append(Figures.count(report.run().notStarted(), "check")).append(" not started.\n");
        }
        append(text, report.finished().stream()
                .filter(check -> !check.outcome().ok() && check.run().isPresent())
                .map(GitHubReport::behind)
                .toList(), RUNS, "runs");
        append(text, report.diagnostics().stream().map(GitHubReport::item).toList(), WHOLE, "diagnostics");
        return text.append('\n').toString();
    }

    private static boolean fits(List<String> parts, int most) {
        return parts.stream().mapToInt(GitHubReport::bytes).sum() <= most;
    }

    /** Appends parts as far as the text may grow, and says how many are left out. */
    private static void append(StringBuilder text, List<String> parts, int most, String what) {
        int length = bytes(text.toString());
        int left = parts.size();
        for (String part : parts) {
            length += bytes(part);
            if (length > most) {
                text.append("\nand ").append(left).append(" more ").append(what).append(": the other reports have them.\n");
                return;
            }
            text.append(part);
            left--;
        }
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String behind(Finished check) {
        return "\n<details><summary>" + html(Headline.of(check.outcome())) + "</summary>\n\n" + fenced(told(check).strip()) + "</details>\n";
    }

    private static String item(Diagnostic diagnostic) {
        String place = diagnostic.span().map(span -> code(span.location().toString()) + " ").orElse("");
        return "\n- " + place + (diagnostic.isError() ? "error" : "warning") + ": " + html(diagnostic.message()) + " [" + diagnostic.code() + "]\n";
    }

    private static String row(Finished check) {
        Outcome outcome = check.outcome();
        String sign = outcome.ok() ? "✅" : outcome.verdict() instanceof Verdict.Inconclusive ? "❔" : "❌";
        long states = outcome.statistics().states();
        return "| " + sign + " | " + code(Headline.name(outcome.check())) + " | " + outcome.verdict().word()
                + (outcome.ok() && !outcome.check().expected() ? ", as expected" : "") + " | " + (states == 0 ? "" : Figures.count(states)) + " | "
                + Figures.time(check.time()) + " |\n";
    }

    /** Code in a table: a bar would end the cell even there, a longer fence keeps back quotes. */
    private static String code(String text) {
        return "<code>" + html(text).replace("|", "&#124;").replace("`", "&#96;").replace("*", "&#42;").replace("_", "&#95;") + "</code>";
    }

    private static String html(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replaceAll("\\s+", " ");
    }

    private static String fenced(String text) {
        String fence = "```";
        while (text.contains(fence)) {
            fence += "`";
        }
        List<String> lines = text.lines().toList();
        return fence + "\n" + String.join("\n", lines) + "\n" + fence + "\n\n";
    }
}
