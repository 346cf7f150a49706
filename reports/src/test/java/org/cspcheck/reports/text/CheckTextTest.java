package org.cspcheck.reports.text;

import static org.cspcheck.reports.text.Runs.check;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.verdict.Check;
import org.cspcheck.model.verdict.Outcome;
import org.cspcheck.model.verdict.Outcome.Statistics;
import org.cspcheck.model.verdict.Verdict;
import org.junit.jupiter.api.Test;

class CheckTextTest {
    private static final Check DEADLOCK_FREE = check("deadlock free", true);
    private static final Check BUFFER = check("BUFFER [FD= NETWORK \\ {| mid |}", false);
    private static final CheckText TEXT = new CheckText(Page.PLAIN, List.of(DEADLOCK_FREE, BUFFER));

    private static String line(Check check, Verdict verdict, Statistics statistics, int millis) {
        return TEXT.text(new Outcome(check, verdict, statistics), Duration.ofMillis(millis));
    }

    @Test
    void a_check_takes_one_line() {
        assertEquals(
                "✓ deadlock free                    holds           341 states 1,240 transitions  depth 12   0.03 s\n",
                line(DEADLOCK_FREE, new Verdict.Holds(Optional.empty()), new Statistics(341, 1240, 12), 34));
        assertEquals(
                "✗ deadlock free                    fails              1 state      1 transition   depth 0   12.3 s\n",
                line(DEADLOCK_FREE, new Verdict.Fails(Optional.empty()), new Statistics(1, 1, 0), 12_345));
    }

    @Test
    void a_failure_that_was_expected_is_no_fault() {
        assertEquals(
                "✓ BUFFER [FD= NETWORK \\ {| mid |}  fails                                                    0.00 s\n    As expected.\n",
                line(BUFFER, new Verdict.Fails(Optional.empty()), Statistics.NOTHING, 0));
        assertEquals(
                "✗ BUFFER [FD= NETWORK \\ {| mid |}  holds                                                    0.00 s\n"
                        + "    It was expected to fail.\n",
                line(BUFFER, new Verdict.Holds(Optional.empty()), Statistics.NOTHING, 0));
    }

    @Test
    void a_check_without_an_answer_says_why() {
        assertEquals(
                "? deadlock free                    inconclusive  1,000 states 4,321 transitions   depth 7   0.12 s\n"
                        + "    State limit of 1000 reached.\n",
                line(DEADLOCK_FREE, new Verdict.Inconclusive("state limit of 1000 reached"), new Statistics(1000, 4321, 7), 123));
        assertEquals(
                "! deadlock free                    error                                                    0.12 s\n"
                        + "    It could not be evaluated: CSP0501.\n",
                line(DEADLOCK_FREE, new Verdict.Erroneous(Diagnostic.error("CSP0501", null, "division by zero")), Statistics.NOTHING, 123));
    }

    @Test
    void a_long_name_gets_a_line_of_its_own() {
        Check wordy = check("Specification(1,2,3)   [FD=\n      Implementation(4,5,6)", true);
        var narrow = new CheckText(new Page(80, false, false), List.of(wordy));
        assertEquals(
                """
                + Specification(1,2,3) [FD= Implementation(4,5,6)
                                                             holds                        0.00 s
                """,
                narrow.text(new Outcome(wordy, new Verdict.Holds(Optional.empty()), Statistics.NOTHING), Duration.ZERO));
    }

    @Test
    void a_narrow_page_leaves_out_what_matters_least() {
        var narrow = new CheckText(new Page(70, false, false), List.of(DEADLOCK_FREE));
        assertEquals(
                "+ deadlock free  holds           341 states   0.03 s\n",
                narrow.text(
                        new Outcome(DEADLOCK_FREE, new Verdict.Holds(Optional.empty()), new Statistics(341, 1240, 12)), Duration.ofMillis(34)));
    }

    @Test
    void the_summary_counts_what_came_out_how() {
        var outcomes = List.of(
                new Outcome(DEADLOCK_FREE, new Verdict.Holds(Optional.empty()), Statistics.NOTHING),
                new Outcome(BUFFER, new Verdict.Fails(Optional.empty()), Statistics.NOTHING),
                new Outcome(BUFFER, new Verdict.Holds(Optional.empty()), Statistics.NOTHING),
                new Outcome(BUFFER, new Verdict.Inconclusive("interrupted"), Statistics.NOTHING));
        assertEquals(
                "6 checks in 1.20 s: 2 as expected, 1 not, 1 inconclusive, 2 not started\n",
                SummaryText.text(outcomes, 2, Duration.ofMillis(1200), Page.PLAIN));
        assertEquals("1 check in 0.00 s: 1 as expected\n", SummaryText.text(outcomes.subList(0, 1), 0, Duration.ZERO, Page.PLAIN));
        assertEquals("1 check in 0.00 s: 1 not as expected\n", SummaryText.text(outcomes.subList(2, 3), 0, Duration.ZERO, Page.PLAIN));
        assertEquals("no checks\n", SummaryText.text(List.of(), 0, Duration.ZERO, Page.PLAIN));
    }
}
