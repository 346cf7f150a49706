package org.cspcheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** From the text of a spec to what stands on the screen, with nothing replaced. */
@Timeout(60)
class EndToEndTest {
    private static final String TABLE =
            """
            define: |
              N = 2
              ID = {0..N-1}
              channel thinks : ID
              channel picks, putsdown : ID.ID
              PHIL(i) = thinks.i -> picks.i.i -> picks.i.((i+1)%N) -> putsdown.i.((i+1)%N) -> putsdown.i.i -> PHIL(i)
              FORK(i) = picks?j:ID!i -> putsdown.j.i -> FORK(i)
            network:
              - {process: PHIL(i), for: 'i <- ID', name: phil}
              - {process: FORK(i), for: 'i <- ID', name: fork}
            check:
              - deadlock free
              - divergence free
              - can: thinks.0
            """;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private String typed = "";

    @BeforeEach
    void write() throws Exception {
        file("table.yaml", TABLE);
        file("copy.csp", """
                include "types.csp"
                COPY = left?x -> right!x -> COPY
                assert COPY :[deadlock free]
                assert COPY [T= left.0 -> right.1 -> STOP
                """);
        file("lib/types.csp", "channel left, right : {0..1}\n");
    }

    private void file(String name, String text) throws Exception {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private int run(String... arguments) {
        out.reset();
        err.reset();
        var surroundings = new Surroundings(
                new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                StandardCharsets.UTF_8,
                Map.of(),
                false,
                false,
                new Interruption());
        String[] inFolder = java.util.Arrays.stream(arguments)
                .map(argument -> argument.matches("[a-z/]+(\\.(csp|yaml))?") && Files.exists(folder.resolve(argument))
                        ? folder.resolve(argument).toString()
                        : argument)
                .toArray(String[]::new);
        ExitCode code = new Main(surroundings, FrontEnd.SPECIFICATIONS, Decider.Factory.EXPLORER).run(inFolder);
        surroundings.out().flush();
        surroundings.err().flush();
        return code.number();
    }

    private String out() {
        return plain(out);
    }

    private String err() {
        return plain(err);
    }

    private String plain(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8).replace(folder + "/", "").replaceAll("\\d+\\.\\d\\d s", "0.00 s");
    }

    @Test
    void a_profile_has_the_stages_of_each_check_and_the_components_of_the_network() {
        run("--profile", "-q", "table.yaml");
        String text = out();
        assertEquals(3, text.split("Where the time went", -1).length - 1, text);
        for (String told : new String[] {"      searching ", "      evaluating ", "      rebuilding ", "      component "}) {
            assertTrue(text.contains(told), told + " in " + text);
        }
        assertTrue(text.lines().anyMatch(line -> line.matches(" +(phil|fork)\\([01]\\) .*")), text); // those that took least are told together
        run("table.yaml");
        assertTrue(!out().contains("Where the time went"));
    }

    /** The first check meets more events each time, before the second one meets its own. */
    @Test
    void a_check_goes_on_from_its_checkpoint_whatever_the_checks_before_it_did() throws Exception {
        file("lazy.csp", """
                channel count : Int
                channel c : {0..8}.Bool
                COUNT(n) = count.n -> COUNT(n + 1)
                COPY(i) = c.i?x -> c.(i + 1)!x -> COPY(i)
                PIPE = (|| i : {0..7} @ [{|c.i, c.(i + 1)|}] COPY(i)) \\ {|c.i | i <- {1..7}|}
                BUFF(s) = #s < 8 & c.0?x -> BUFF(s^<x>) [] #s > 0 & c.8!head(s) -> BUFF(tail(s))
                assert COUNT(0) :[deadlock free]
                assert BUFF(<>) [T= PIPE
                """);
        String there = folder.resolve("kept").toString();
        assertEquals(3, run("lazy.csp", "--reduction", "none", "--max-depth", "5", "--checkpoint", there));
        assertEquals(3, run("lazy.csp", "--reduction", "none", "--max-depth", "20", "--checkpoint", there));
        assertTrue(err().contains("BUFF(<>) [T= PIPE: goes on from the checkpoint at "), err());
        assertEquals(0, run("lazy.csp", "--reduction", "none", "--checkpoint", there, "--assert", "BUFF(<>) ?T= PIPE"));
        assertTrue(err().contains("goes on from the checkpoint at "), err());
        assertTrue(out().contains("6,561 states"), out()); // 3 to the 8th: each buffer is empty, or holds one of two values
    }

    @Test
    void a_deadlock_is_told_from_the_first_step_to_who_waits_for_whom() {
        assertEquals(1, run("table.yaml"));
        assertEquals(
                """
                ✗ deadlock free    fails           19 states    27 transitions   depth 4   0.00 s

                    Deadlock: nothing can happen any more.

                    trace     <thinks.0, picks.0.0, thinks.1, picks.1.1>

                    1  thinks.0    phil(0)
                    2  picks.0.0   phil(0), fork(0)
                    3  thinks.1    phil(1)
                    4  picks.1.1   phil(1), fork(1)

                    process   is ready for   waits for
                    phil(0)   picks.0.1      fork(1)
                    phil(1)   picks.1.0      fork(0)
                    fork(0)   putsdown.0.0   phil(0)
                    fork(1)   putsdown.1.1   phil(1)

                    They wait in a circle:
                      phil(0) → fork(1) → phil(1) → fork(0) → phil(0)

                """,
                out().lines().limit(20).map(line -> line + "\n").collect(java.util.stream.Collectors.joining())
                        .replaceFirst("fails.*\n", "fails           19 states    27 transitions   depth 4   0.00 s\n"));
        assertTrue(out().endsWith("3 checks in 0.00 s: 2 as expected, 1 not\n"), out());
        assertEquals("", err());
    }

    @Test
    void an_include_is_looked_for_on_the_include_path() {
        assertEquals(2, run("copy.csp"));
        assertTrue(err().startsWith("copy.csp:1:1: error: cannot read `types.csp` [CSP0207]\n"), err());
        assertEquals("", out());
        assertEquals(1, run("--include-path", "lib", "copy.csp"));
        assertTrue(out().contains("It performs right.1, which the specification does not allow there."), out());
        assertTrue(out().contains("then      right.1\n    allowed   right.0\n"), out());
    }

    @Test
    void standard_input_is_a_spec_as_well() {
        typed = "channel a\nP = a -> P\nassert P :[deadlock free]\n";
        assertEquals(0, run("-"));
        assertTrue(out().startsWith("✓ P :[deadlock free]  holds  "), out());
        typed = TABLE;
        assertEquals(1, run("--language", "yaml", "-"));
        assertEquals(2, run("--language", "cspm", "-"));
    }

    @Test
    void termination_is_no_deadlock_unless_asked_for() throws Exception {
        file("ends.csp", "channel a\nassert a -> SKIP :[deadlock free]\n");
        assertEquals(0, run("ends.csp"));
        assertEquals(1, run("--termination-is-deadlock", "ends.csp"));
        assertTrue(out().contains("It has terminated."), out());
    }

    @Test
    void a_limit_leaves_the_check_open() throws Exception {
        file("counts.csp", "channel a : Int\nP(n) = a.n -> P(n+1)\nassert P(0) :[deadlock free]\n");
        assertEquals(3, run("--max-states", "50", "counts.csp"));
        assertTrue(out().contains("? P(0) :[deadlock free]  inconclusive "), out());
        assertTrue(out().contains("50 reached."), out());
    }

    @Test
    void the_same_is_told_for_every_number_of_workers() {
        run("--workers", "1", "table.yaml");
        String one = out();
        run("--workers", "4", "table.yaml");
        assertEquals(one, out());
    }

    @Test
    void what_was_read_can_be_printed() throws Exception {
        file("two.csp", "channel a, b\nP = a->b->P\n -- said in passing\nassert P:[deadlock free]\n");
        assertEquals(0, run("print", "two.csp"));
        assertEquals("""
                -- two.csp
                    1  channel a, b
                    2  P = a -> b -> P
                    4  assert P :[deadlock free [FD]]
                """, out());
        assertEquals(0, run("print", "--aut", "two.csp"));
        assertEquals("des (0, 2, 2)\n(0, \"a\", 1)\n(1, \"b\", 0)\n", out());
        assertEquals(0, run("print", "--aut", "--process", "STOP", "two.csp"));
        assertEquals("des (0, 0, 1)\n", out());
        assertEquals(2, run("print", "--aut", "--process", "Q", "two.csp"));
        assertTrue(err().contains("Q is not defined"), err());
        assertEquals(2, run("print", "--aut", "--dot", "two.csp"));
        assertEquals(2, run("print", "--process", "P", "two.csp"));
        assertEquals(2, run("print", "two.csp", "two.csp"));
    }
}
