package org.cspcheck.reports.text;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cspcheck.model.verdict.Outcome;
import org.cspcheck.model.verdict.Verdict;

/** The last line: how many checks came out how. */
public final class SummaryText {
    private SummaryText() {}

    /**
     * {@return "12 checks in 1.20 s: 9 as expected, 2 not, 1 inconclusive"}
     *
     * @param notStarted checks that never began, because the run was interrupted
     */
    public static String text(List<Outcome> outcomes, int notStarted, Duration time, Page page) {
        int ok = 0;
        int not = 0;
        int open = 0;
        int errors = 0;
        for (Outcome outcome : outcomes) {
            switch (outcome.verdict()) {
                case Verdict.Inconclusive v -> open++;
                case Verdict.Erroneous v -> errors++;
                case Verdict.Holds v when outcome.ok() -> ok++;
                case Verdict.Fails v when outcome.ok() -> ok++;
                case Verdict.Holds v -> not++;
                case Verdict.Fails v -> not++;
            }
        }
        var parts = new ArrayList<String>();
        add(parts, ok, page.good(ok + " as expected"));
        add(parts, not, page.bad(not + " not" + (ok > 0 ? "" : " as expected")));
        add(parts, open, page.doubtful(open + " inconclusive"));
        add(parts, errors, page.bad(errors + " could not be evaluated"));
        add(parts, notStarted, page.doubtful(notStarted + " not started"));
        if (parts.isEmpty()) {
            return "no checks\n";
        }
        return Figures.count(outcomes.size() + notStarted, "check") + " in " + Figures.time(time) + ": " + String.join(", ", parts) + "\n";
    }

    private static void add(List<String> parts, int count, String text) {
        if (count > 0) {
            parts.add(text);
        }
    }
}
