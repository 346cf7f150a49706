package org.cspcheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code csp-check SPEC --choices}: the run that a counterexample is, again. */
@Timeout(60)
class ReplayTest {
    private static final String TABLE =
            """
            define: |
              ID = {0..1}
              channel eats : ID
              channel picks, drops : ID.ID
              PHIL(i) = picks.i.i -> picks.i.(1-i) -> eats.i -> drops.i.(1-i) -> drops.i.i -> PHIL(i)
              FORK(i) = picks?j:ID!i -> drops.j.i -> FORK(i)
            network:
              - {process: PHIL(i), for: 'i <- ID', name: phil}
              - {process: FORK(i), for: 'i <- ID', name: fork}
            check:
              - deadlock free
              - can: eats.0
              - {assert: 'PHIL(0) [T= PHIL(1)', name: alike}
            """;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... options) throws Exception {
        Path file = Files.writeString(folder.resolve("table.yaml"), TABLE);
        out.reset();
        err.reset();
        var surroundings = new Surroundings(
                InputStream.nullInputStream(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                StandardCharsets.UTF_8,
                Map.of(),
                false,
                false,
                new Interruption());
        var arguments = new ArrayList<>(List.of(file.toString()));
        arguments.addAll(List.of(options));
        return new Main(surroundings, FrontEnd.SPECIFICATIONS, Decider.Factory.EXPLORER).run(arguments.toArray(String[]::new)).number();
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** What stands between a check's line and the summary. */
    private static String block(String text) {
        return text.substring(text.indexOf("\n\n"), text.indexOf("They wait in a circle"));
    }

    @Test
    void a_counterexample_says_how_to_replay_it_and_the_replay_tells_the_same_run() throws Exception {
        assertEquals(1, run("--assert", "deadlock free", "--trace", "full"));
        String told = out();
        Matcher hint = Pattern.compile("To replay it: csp-check \\S+ --assert 'deadlock free' --choices (?:'([\\d* ]+)'|(\\S+))\n").matcher(told);
        assertTrue(hint.find(), told);
        String choices = hint.group(1) == null ? hint.group(2) : hint.group(1);

        assertEquals(1, run("--assert", "deadlock free", "--choices", choices, "--trace", "full"), err());
        assertEquals(block(told), block("\n" + out()));
        assertEquals("", err());
    }

    @Test
    void choices_are_a_file_a_text_or_the_array_of_a_report() throws Exception {
        String text = "0*2";
        assertEquals(0, run("--choices", text));
        String told = out();
        assertTrue(told.contains("trace     <picks.0.0, picks.0.1>"), told);
        Path file = Files.writeString(folder.resolve("run.choices"), "0 # the first\n0\n");
        assertEquals(0, run("--choices", file.toString()));
        assertEquals(told, out());
        assertEquals(0, run("--choices", "[0, 0]"));
        assertEquals(told, out());
    }

    @Test
    void a_run_that_can_go_on_says_how_and_who_waits() throws Exception {
        assertEquals(0, run("--choices", "0*2"));
        assertTrue(out().contains("After these steps it can go on."), out());
        assertTrue(out().contains("offers    eats.0"), out());
        assertTrue(out().contains("phil(1)   picks.1.1      fork(1)"), out());
    }

    @Test
    void the_check_that_is_selected_says_which_process_takes_the_choices() throws Exception {
        assertEquals(0, run("--assert", "alike", "--choices", "0"));
        assertTrue(out().contains("trace     <picks.1.1>"), out());
        assertEquals(2, run("--assert", "*", "--choices", "0"));
        assertTrue(err().contains("--assert selects 3"), err());
    }

    @Test
    void choices_of_another_run_are_told_where_they_do_not_fit() throws Exception {
        assertEquals(2, run("--choices", "0 17"));
        assertTrue(err().contains("choice 2 of 2 is 17, and there are only 0 to 1: these are choices of another run"), err());
        assertTrue(out().contains("trace     <picks.0.0>"), out());
        assertEquals(2, run("--choices", "nowhere.choices"));
        assertTrue(err().startsWith("csp-check: --choices nowhere.choices cannot be read\n"), err());
        assertEquals(2, run("--choices", "1*"));
        assertTrue(err().contains("1* is neither a number nor number*times"), err());
    }

    @Test
    void the_document_holds_the_run_and_no_check() throws Exception {
        assertEquals(1, run("--assert", "deadlock free", "--format", "json"));
        Matcher array = Pattern.compile("\"choices\" : (\\[[^]]*])").matcher(out());
        assertTrue(array.find(), out());
        String choices = array.group(1);
        assertEquals(1, run("--choices", choices.replaceAll("\\s", ""), "--format", "json"), err());
        assertTrue(out().contains("\"checks\" : [ ]"), out());
        assertTrue(out().contains("\"replay\" : {\n    \"kind\" : \"deadlock\""), out());
    }
}
