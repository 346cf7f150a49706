package org.cspcheck.reports.text;

import java.time.Duration;
import java.util.List;
import org.cspcheck.model.verdict.Check;
import org.cspcheck.model.verdict.Outcome;
import org.cspcheck.model.verdict.Verdict;

/** One line for each check: whether it came out as expected, its name, its verdict, and what it took. */
public final class CheckText {
    private static final int SIGN = 2;
    private static final int WORD = 12;
    private static final int SHORTEST_NAME = 24;
    private static final int ALL_FIGURES = 51;
    private static final int STATES_AND_TIME = 23;

    private final Page page;
    private final int names;
    private final int figures;

    /** Lines for these checks, aligned. */
    public CheckText(Page page, List<Check> checks) {
        this.page = page;
        int longest = checks.stream().mapToInt(check -> Wrapped.columns(oneLine(check.name()))).max().orElse(0);
        int room = page.width() - SIGN - 2 - WORD;
        this.figures = room >= SHORTEST_NAME + ALL_FIGURES ? ALL_FIGURES : STATES_AND_TIME;
        this.names = Math.min(longest, Math.max(SHORTEST_NAME, room - figures));
    }

    /** {@return the line, or two where the name is long; below it why there is no answer, or that a failure was expected} */
    public String text(Outcome outcome, Duration time) {
        String name = oneLine(outcome.check().name());
        var text = new StringBuilder(sign(outcome)).append(' ').append(page.strong(name));
        if (Wrapped.columns(name) > names) {
            text.append('\n').append(" ".repeat(SIGN + names));
        } else {
            text.append(" ".repeat(names - Wrapped.columns(name)));
        }
        text.append("  ").append(word(outcome)).append(page.faint(figures(outcome.statistics(), time))).append('\n');
        String remark = remark(outcome);
        if (!remark.isEmpty()) {
            Wrapped.words(remark, page.width() - 2 * SIGN).forEach(line -> text.append("    ").append(line).append('\n'));
        }
        return text.toString();
    }

    /** {@return the line of a log that was verified, with figures of its own} */
    public static String recorded(Page page, Outcome outcome, String figures) {
        var lines = new CheckText(page, List.of(outcome.check()));
        String remark = outcome.verdict() instanceof Verdict.Erroneous mistake ? "It could not be verified: " + mistake.diagnostic().code() + "." : remark(outcome);
        return lines.sign(outcome) + " " + page.strong(outcome.check().name()) + "  " + lines.word(outcome) + " " + page.faint(figures) + "\n"
                + (remark.isEmpty() ? "" : "    " + String.join("\n    ", Wrapped.words(remark, page.width() - 2 * SIGN)) + "\n");
    }

    private String sign(Outcome outcome) {
        if (outcome.ok()) {
            return page.good(page.sign("✓", "+"));
        }
        return switch (outcome.verdict()) {
            case Verdict.Holds v -> page.bad(page.sign("✗", "x"));
            case Verdict.Fails v -> page.bad(page.sign("✗", "x"));
            case Verdict.Inconclusive v -> page.doubtful("?");
            case Verdict.Erroneous v -> page.bad("!");
        };
    }

    private String word(Outcome outcome) {
        String word = Wrapped.padded(outcome.verdict().word(), WORD);
        if (outcome.ok()) {
            return page.good(word);
        }
        return switch (outcome.verdict()) {
            case Verdict.Holds v -> page.bad(word);
            case Verdict.Fails v -> page.bad(word);
            case Verdict.Inconclusive v -> page.doubtful(word);
            case Verdict.Erroneous v -> page.bad(word);
        };
    }

    private static String remark(Outcome outcome) {
        boolean expected = outcome.check().expected();
        return switch (outcome.verdict()) {
            case Verdict.Holds v -> expected ? "" : "It was expected to fail.";
            case Verdict.Fails v -> expected ? "" : "As expected.";
            case Verdict.Inconclusive v -> sentence(v.reason()) + Headline.left(outcome);
            case Verdict.Erroneous v -> "It could not be evaluated: " + v.diagnostic().code() + ".";
        };
    }

    private String figures(Outcome.Statistics statistics, Duration time) {
        if (statistics.states() == 0) {
            return right(Figures.time(time), figures);
        }
        String more = right(Figures.count(statistics.transitions(), "transition"), 18)
                + right("depth " + Figures.count(statistics.depth()), 10);
        return right(Figures.count(statistics.states(), "state"), 14)
                + (figures == ALL_FIGURES ? more : "")
                + right(Figures.time(time), 9);
    }

    private static String right(String text, int width) {
        return " ".repeat(Math.max(1, width - text.length())) + text;
    }

    private static String sentence(String reason) {
        String text = reason.strip();
        return text.isEmpty() ? "" : Character.toUpperCase(text.charAt(0)) + text.substring(1) + (text.endsWith(".") ? "" : ".");
    }

    private static String oneLine(String name) {
        return name.strip().replaceAll("\\s+", " ");
    }
}
