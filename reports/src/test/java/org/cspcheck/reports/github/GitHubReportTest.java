package org.cspcheck.reports.github;

import static org.cspcheck.reports.Reports.DEADLOCK;
import static org.cspcheck.reports.Reports.HOLDS;
import static org.cspcheck.reports.Reports.HOSTILE;
import static org.cspcheck.reports.Reports.OPEN;
import static org.cspcheck.reports.Reports.outcome;
import static org.cspcheck.reports.Reports.report;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.verdict.Outcome;
import org.cspcheck.reports.Report;
import org.cspcheck.reports.Reports;
import org.junit.jupiter.api.Test;

class GitHubReportTest {
    /** The grammar of a workflow command: one line, values without what would end them. */
    private static final String COMMAND = "::(error|warning|notice) ((file|line|endLine|col|endColumn|title)=[^,:\\r\\n]*,?)+::[^\\r\\n]*";

    private static List<String> commands(Report report) {
        List<String> lines = GitHubReport.annotations(report).lines().toList();
        lines.forEach(line -> assertTrue(line.matches(COMMAND), line));
        return lines;
    }

    @Test
    void a_surprise_is_an_error_at_its_line_and_no_answer_a_warning() {
        List<String> lines = commands(report(outcome("good", true, HOLDS), outcome("known", false, DEADLOCK), outcome("bad", true, DEADLOCK), outcome("big", true, OPEN)));
        assertEquals(2, lines.size());
        String place = "file=specs/two tellers.yaml,line=5,endLine=5,col=5,endColumn=18,title=csp-check%3A ";
        assertTrue(lines.get(0).startsWith("::error " + place + "bad::bad fails. Deadlock: nothing can happen any more.%0A"), lines.get(0));
        assertEquals("::warning " + place + "big::big has no answer: state limit of 10 reached.", lines.get(1));
    }

    @Test
    void no_name_ends_a_command_or_begins_one() {
        List<String> lines = commands(report(List.of(Diagnostic.warning("CSP0414", Reports.CHECK, HOSTILE)), outcome(HOSTILE, true, DEADLOCK)));
        assertEquals(2, lines.size());
        assertTrue(lines.get(0).contains("%3A%3Aerror") || lines.get(0).endsWith("%250A,|`%0A\u0001\uD800${a}"), lines.get(0));
        assertTrue(lines.get(1).contains("%3A%3Aerror%3A%3A%250A%2C|`"), lines.get(1));
    }

    @Test
    void the_summary_is_a_table_and_the_run_behind_each_surprise() {
        String summary = GitHubReport.summary(report(outcome("good", true, HOLDS), outcome("known", false, DEADLOCK), outcome("bad", true, DEADLOCK)));
        assertTrue(summary.startsWith("""
                ### csp-check

                | | check | verdict | states | time |
                | --- | --- | --- | ---: | ---: |
                | ✅ | <code>good</code> | holds | 12 | 1.50 s |
                | ✅ | <code>known</code> | fails, as expected | 12 | 1.50 s |
                | ❌ | <code>bad</code> | fails | 12 | 1.50 s |

                <details><summary>bad fails. Deadlock: nothing can happen any more.</summary>
                """), summary);
        assertEquals(1, summary.split("<details>", -1).length - 1);
    }

    @Test
    void a_hostile_name_stays_in_its_cell() {
        String summary = GitHubReport.summary(report(outcome(HOSTILE, true, HOLDS)));
        String row = summary.lines().skip(4).findFirst().orElseThrow();
        assertEquals(6, row.chars().filter(c -> c == '|').count(), row);
        assertFalse(row.contains("<img") || row.contains("`"), row);
    }

    @Test
    void a_summary_is_never_so_long_that_it_is_dropped_and_what_is_left_out_is_not_a_surprise() {
        Outcome[] many = IntStream.range(0, 20_000)
                .mapToObj(i -> outcome("check " + i, true, i % 5 == 4 ? DEADLOCK : HOLDS))
                .toArray(Outcome[]::new);

        String summary = GitHubReport.summary(report(many));

        assertTrue(summary.getBytes(StandardCharsets.UTF_8).length < 1 << 20);
        long failed = summary.lines().filter(line -> line.startsWith("| ❌ ")).count();
        long held = summary.lines().filter(line -> line.startsWith("| ✅ ")).count();
        long runs = summary.lines().filter(line -> line.startsWith("<details>")).count();
        assertEquals(4_000, failed);
        assertTrue(summary.contains("\nand " + (20_000 - failed - held) + " more checks: the other reports have them.\n"));
        assertTrue(runs > 0 && summary.contains("\nand " + (4_000 - runs) + " more runs: the other reports have them.\n"));
    }
}
