package org.cspcheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.cspcheck.model.verdict.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be typed, and what is said about what cannot. */
class CommandLineTest {
    private final Bench bench = new Bench().spec("a.csp", "holds", "fails", "loops").spec("b.csp", "holds in b");

    @Test
    void check_may_be_left_out() {
        bench.run("check", "b.csp");
        String spelled = bench.out();
        bench.run("b.csp");
        assertEquals(spelled, bench.out());
    }

    @Test
    void verdicts_are_told_in_the_order_of_the_spec() {
        assertEquals(1, bench.run("a.csp"));
        assertEquals(
                """
                ✓ holds  holds            12 states    34 transitions   depth 5   0.00 s
                ✗ fails  fails            12 states    34 transitions   depth 5   0.00 s
                ? loops  inconclusive     12 states    34 transitions   depth 5   0.00 s
                    State limit of 10 reached.
                3 checks in 0.00 s: 1 as expected, 1 not, 1 inconclusive
                """,
                bench.out());
        assertEquals("", bench.err());
    }

    @Test
    void several_specs_are_told_apart() {
        bench.run("a.csp", "b.csp");
        List<String> lines = bench.out().lines().toList();
        assertEquals("a.csp", lines.getFirst());
        assertEquals("", lines.get(5));
        assertEquals("b.csp", lines.get(6));
        assertEquals("4 checks in 0.00 s: 2 as expected, 1 not, 1 inconclusive", lines.getLast());
    }

    @Test
    void quiet_tells_only_what_surprises() {
        bench.run("-q", "a.csp");
        assertEquals(
                """
                ✗ fails  fails            12 states    34 transitions   depth 5   0.00 s
                ? loops  inconclusive     12 states    34 transitions   depth 5   0.00 s
                    State limit of 10 reached.
                """,
                bench.out());
        bench.run("-q", "b.csp");
        assertEquals("", bench.out());
    }

    @Test
    void colours_are_used_when_asked_for_or_on_a_terminal() {
        bench.run("b.csp");
        assertFalse(bench.out().contains("\u001b"));
        bench.run("--color", "always", "b.csp");
        assertTrue(bench.out().contains("\u001b[32m"));
        bench.outIsTerminal = true;
        bench.run("b.csp");
        assertTrue(bench.out().contains("\u001b[32m"));
        bench.run("--color=never", "b.csp");
        assertFalse(bench.out().contains("\u001b"));
        bench.environment.put("NO_COLOR", "1");
        bench.run("b.csp");
        assertFalse(bench.out().contains("\u001b"));
    }

    @Test
    void assert_selects_by_name_or_text() {
        bench.run("--assert", "loops", "a.csp");
        assertEquals(List.of("loops"), bench.decided);
        bench.run("--assert", "assert of h*", "--assert", "f??ls", "a.csp", "b.csp");
        assertEquals(List.of("holds", "fails", "holds in b"), bench.decided);
    }

    @Test
    void an_assert_that_selects_nothing_lists_what_there_is() {
        assertEquals(2, bench.run("--assert", "hold", "a.csp"));
        assertEquals(
                """
                csp-check: --assert hold: no check has this name or text
                  There are (* and ? stand for anything):
                    holds
                    fails
                    loops
                """,
                bench.err());
        assertEquals(List.of(), bench.decided);
    }

    @Test
    void limits_are_handed_on() {
        var seen = new AtomicReference<Limits>();
        bench.decider = (check, limits, progress, cancelled) -> {
            seen.set(limits);
            return Bench.outcome(check);
        };
        assertEquals(0, bench.run("--max-states", "1_000", "--max-depth=7", "--memory", "2g", "--timeout", "1m30s", "b.csp"));
        Limits limits = seen.get();
        assertEquals(1000, limits.states().getAsLong());
        assertEquals(7, limits.depth().getAsInt());
        assertEquals(2L << 30, limits.memory().getAsLong());
        assertEquals(Optional.of(Duration.ofSeconds(90)), limits.time());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        --frmat json b.csp        | unknown option: '--frmat'            | Did you mean `--format`?
        --format xml b.csp        | --format xml: not one of text, json  |
        --format jsn b.csp        | --format jsn: not one of text, json  | Did you mean `json`?
        --max-states 0 b.csp      | --max-states 0: not a number from 1 up |
        --max-states many b.csp   | --max-states many: not a number from 1 up |
        --timeout 30 b.csp        | --timeout 30: not a time such as 30s, 5m or 1h30m |
        --memory 4x b.csp         | --memory 4x: not a size such as 500m or 4g |
        --workers -1 b.csp        | --workers -1: not a number from 1 up |
        --report xml=x b.csp      | --report xml=x: this version writes no report of kind xml | Kinds: json,
        --report json=- b.csp     | --report json=-: reports go to files | --format json
        --report json b.csp       | --report json: which file?           | Example: --report json=report.json
        --report json=no/such/folder/x b.csp | --report json=no/such/folder/x: there is no folder |
        --format                  | missing required parameter for option '--format' |
        -                         | error: - does not exist |
        chek                      | error: chek does not exist | did you mean the command check?
        - -                       | standard input (-) can be read only once |
        trace b.csp               | which log?                           | csp-check trace SPEC LOG
        explore a.csp b.csp       | explore takes one spec, and was given 2 |
        explore --tty -           | standard input (-) holds the commands of --tty |
        explore --port 70000 b.csp | --port 70000: there is no such port |
        """)
    void what_cannot_be_done_is_said_with_what_can(String typed, String message, String hint) {
        assertEquals(2, bench.run(typed.split(" ")), bench.err());
        assertTrue(bench.err().replace("csp-check: ", "").startsWith(message), bench.err());
        assertTrue(hint == null || bench.err().contains(hint), bench.err());
        assertEquals("", bench.out());
        assertEquals(List.of(), bench.decided);
    }

    @Test
    void json_is_the_only_thing_on_standard_output() {
        assertEquals(1, bench.run("--format", "json", "a.csp"));
        String json = bench.out.toString(java.nio.charset.StandardCharsets.UTF_8);
        assertTrue(json.startsWith("{\n  \"schemaVersion\" : 1,"), json);
        assertTrue(json.endsWith("}\n"), json);
        assertTrue(json.contains("\"sha256\" : \"00ff\""), json);
        assertEquals("", bench.err());
        bench.broken("bad.csp", "unexpected token");
        assertEquals(2, bench.run("--format=json", "bad.csp"));
        assertTrue(bench.out().contains("unexpected token"), bench.out());
        assertEquals("error: unexpected token [CSP0101]\n", bench.err());
    }

    @Test
    void a_report_goes_to_its_file_beside_the_text(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("report.json");
        assertEquals(0, bench.run("--report", "json=" + file, "b.csp"));
        assertTrue(Files.readString(file).contains("\"name\" : \"holds in b\""));
        assertTrue(bench.out().startsWith("✓ holds in b"), bench.out());
    }

    @Test
    void one_run_writes_every_kind_of_report(@TempDir Path folder) throws Exception {
        Path old = Files.writeString(folder.resolve("specs.xml"), "an older report");
        bench.environment.put("GITHUB_STEP_SUMMARY", folder.resolve("summary.md").toString());
        Files.writeString(folder.resolve("summary.md"), "# what stands there stays\n");
        var typed = new java.util.ArrayList<String>();
        for (String kind : CheckRequest.REPORT_KINDS) {
            typed.addAll(List.of("--report", kind + "=" + (kind.equals("junit") ? old : folder.resolve("report." + kind))));
        }
        typed.add("a.csp");
        assertEquals(1, bench.run(typed.toArray(String[]::new)));
        assertTrue(Files.readString(old).contains("<failure message=\"fails fails.\" type=\"fails\">"), Files.readString(old));
        assertTrue(Files.readString(folder.resolve("report.json")).startsWith("{\n  \"schemaVersion\" : 1,"));
        assertTrue(Files.readString(folder.resolve("report.sarif")).contains("\"version\" : \"2.1.0\""));
        assertTrue(Files.readString(folder.resolve("report.html")).startsWith("<!DOCTYPE html>"));
        assertTrue(Files.readString(folder.resolve("report.github")).startsWith("::error title=csp-check%3A fails::fails fails.\n::warning "));
        assertTrue(Files.readString(folder.resolve("summary.md")).startsWith("# what stands there stays\n### csp-check\n"));
        try (var files = Files.list(folder)) {
            assertEquals(CheckRequest.REPORT_KINDS.size() + 1, files.count(), "nothing else is left");
        }
    }

    @Test
    void annotations_may_go_to_standard_error_where_runners_read_them_too() {
        assertEquals(1, bench.run("--format", "json", "--report", "github=-", "a.csp"));
        assertTrue(bench.err().startsWith("::error title=csp-check%3A fails::"), bench.err());
        assertTrue(bench.out.toString(java.nio.charset.StandardCharsets.UTF_8).startsWith("{\n  \"schemaVersion\" : 1,"));
    }

    @Test
    void a_report_that_cannot_be_written_is_told_before_anything_is_checked(@TempDir Path folder) {
        assertEquals(2, bench.run("--report", "html=" + folder, "b.csp"));
        assertTrue(bench.err().contains(": is a folder"), bench.err());
        assertEquals(2, bench.run("--report", "html=" + folder.resolve("x"), "--report", "json=" + folder.resolve("x"), "b.csp"));
        assertTrue(bench.err().contains(": another report goes to the same file"), bench.err());
        assertEquals(List.of(), bench.decided);
    }

    @Test
    void no_spec_is_a_usage_error() {
        assertEquals(2, bench.run());
        assertTrue(bench.err().startsWith("csp-check: which spec?\n"), bench.err());
    }

    @Test
    void help_goes_to_standard_output() {
        assertEquals(0, bench.run("--help"));
        assertTrue(bench.out().startsWith("Usage: csp-check [check] [OPTIONS] SPEC..."), bench.out());
        assertTrue(bench.out().lines().allMatch(line -> line.length() <= 100), bench.out());
        assertEquals("", bench.err());
    }

    @Test
    void the_version_is_one_line() {
        assertEquals(0, bench.run("--version"));
        assertTrue(bench.out().matches("csp-check \\S+\n"), bench.out());
    }

    @Test
    void options_without_effect_are_said_to_have_none() {
        assertEquals(0, bench.run("--seed", "1", "b.csp"));
        assertEquals("csp-check: --seed has no effect on checks: nothing in them is random\n", bench.err());
    }
}
