package org.cspcheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cspcheck.cli.corpus.JavaExamples;
import org.cspcheck.explorer.trace.TraceVerifier;
import org.cspcheck.runtime.boundary.Feed;
import org.cspcheck.runtime.boundary.Sink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code run}, as it is typed. */
@Timeout(60)
class RunTest {
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
            """;

    private static final String COPIER =
            """
            define: |
              channel key, mid, display : {0..9}
              A = key?x -> mid!x -> (if x == 0 then SKIP else A)
              B = mid?x -> (if x == 0 then SKIP else display!((x+1)%10) -> B)
            network: (A [|{|mid|}|] B) \\ {|mid|}
            run:
              bind: {key: stdin, display: stdout}
            """;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Interruption interruption = new Interruption();

    private int run(String spec, InputStream in, String... options) throws Exception {
        Path file = folder.resolve("net.yaml");
        Files.writeString(file, spec);
        out.reset();
        err.reset();
        var surroundings = new Surroundings(
                in,
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                StandardCharsets.UTF_8,
                Map.of(),
                false,
                false,
                interruption);
        var arguments = new ArrayList<>(List.of("run", file.toString()));
        arguments.addAll(List.of(options));
        return new Main(surroundings, FrontEnd.SPECIFICATIONS, Decider.Factory.EXPLORER).run(arguments.toArray(String[]::new)).number();
    }

    private int run(String spec, String... options) throws Exception {
        return run(spec, InputStream.nullInputStream(), options);
    }

    private static InputStream typed(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8).replaceAll("\\d+\\.\\d\\d s", "0.00 s");
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private List<String> events(Path log) throws Exception {
        return Files.readAllLines(log).stream().map(line -> line.replaceAll(".*\"event\":\"(.*)\"}", "$1")).toList();
    }

    @Test
    void a_network_that_terminates_ends_with_0() throws Exception {
        assertEquals(0, run("define: |\n  channel a, b\nnetwork: (a -> b -> SKIP) [|{b}|] (b -> SKIP)\n"));
        assertEquals("✓ terminated, after 2 events and 0.00 s\n", out());
        assertEquals("", err());
    }

    @Test
    void a_deadlock_ends_with_1_and_says_who_waits_for_what_on_whom() throws Exception {
        assertEquals(1, run(TABLE));
        assertEquals(
                """
                ✗ deadlock: nothing can happen any more, after 2 events and 0.00 s

                    process   waits to            on
                    phil(0)   perform picks.0.1   fork(1)
                    phil(1)   perform picks.1.0   fork(0)
                    fork(0)   perform drops.0.0   phil(0)
                    fork(1)   perform drops.1.1   phil(1)

                    They wait in a circle:
                      phil(0) → fork(1) → phil(1) → fork(0) → phil(0)
                """,
                out());
    }

    @Test
    void the_outcome_is_one_json_document() throws Exception {
        assertEquals(1, run(TABLE, "--format", "json"));
        assertTrue(out().contains("\"outcome\":\"deadlock\",\"events\":2,\"state\":{"), out());
        assertTrue(out().contains("\"circle\":[\"net/phil(0)\",\"net/fork(1)\",\"net/phil(1)\",\"net/fork(0)\"]"), out());
    }

    @Test
    void lines_come_in_and_go_out_as_values() throws Exception {
        assertEquals(0, run(COPIER, typed("1\n2+3\n\n9\n0\n"), "-q"), err());
        assertEquals("2\n6\n0\n", out());
    }

    @Test
    void a_line_that_is_no_value_is_told_and_the_next_one_counts() throws Exception {
        assertEquals(0, run(COPIER, typed("1\ny\n12\n3\n0\n"), "-q"));
        assertEquals("2\n4\n", out());
        assertTrue(err().contains("<stdin>, line 2:1:1: error: `y` is not defined [CSP0301]"), err());
        assertTrue(err().contains("<stdin>, line 3:1:1: error: 12 is no value of the channel key [CSP0732]"), err());
    }

    /** Two of five rounds are gone; in the fifth a number would be looked for that there is not. */
    @Test
    void an_evaluation_without_end_does_not_hold_up_a_run_that_never_gets_there() throws Exception {
        String spec =
                """
                define: |
                  channel a
                  channel c : {0..9}
                  find(n) = head(<x | x <- <n..>, x < 0>)
                  P(n) = if n == 5 then c.find(1) -> STOP else a -> P(n+1)
                  Q = a -> a -> STOP
                network: Q [| {a} |] P(0)
                """;
        assertEquals(1, run(spec));
        assertTrue(out().startsWith("✗ deadlock: nothing can happen any more, after 2 events and "), out());
    }

    @Test
    void an_input_that_ends_is_no_deadlock() throws Exception {
        assertEquals(0, run(COPIER, typed("4\n")));
        assertEquals("5\n", out());
        assertTrue(err().startsWith("· the input has ended, and the rest waits for more of it (key from stdin)"), err());
    }

    @Test
    void a_deadlock_that_no_input_can_mend_is_told_while_the_input_is_open() throws Exception {
        String spec = TABLE.replace("channel eats : ID", "channel eats : ID\n  channel key") + "run: {bind: {key: stdin}}\n";
        try (var open = new java.io.PipedInputStream(new java.io.PipedOutputStream())) {
            assertEquals(1, run(spec, open));
        }
        assertTrue(out().startsWith("✗ deadlock"), out());
    }

    @Test
    void the_record_has_a_line_for_each_event() throws Exception {
        Path log = folder.resolve("run.jsonl");
        run(TABLE + "run: {record: '" + log + "'}\n");
        List<String> lines = Files.readAllLines(log);
        assertEquals(List.of("picks.0.0", "picks.1.1"), events(log));
        assertTrue(lines.get(0).matches("\\{\"seq\":1,\"time\":\"[-0-9T:.]+Z\",\"process\":\"fork\\(0\\)\",\"event\":\"picks\\.0\\.0\"}"), lines.get(0));
    }

    @Test
    void recorded_choices_make_the_same_events_happen_again() throws Exception {
        Path log = folder.resolve("run.jsonl");
        Path choices = folder.resolve("run.choices");
        String random = TABLE + "run: {record: '" + log + "', choices: '" + choices + "', policy: random}\n";
        assertEquals(1, run(random, "--seed", "3"));
        List<String> first = events(log);
        Path kept = folder.resolve("kept.choices");
        Files.copy(choices, kept);
        assertEquals(1, run(random, "--choices", kept.toString()));
        assertEquals(first, events(log));
        assertEquals(1, run(random, "--seed", "3"));
        assertEquals(first, events(log), "the same seed, the same choices");
    }

    @Test
    void other_seeds_make_other_runs() throws Exception {
        Path log = folder.resolve("run.jsonl");
        String random = TABLE + "run: {record: '" + log + "', policy: random}\n";
        run(random, "--seed", "3");
        List<String> first = events(log);
        for (int seed = 4; seed < 12; seed++) {
            run(random, "--seed", Integer.toString(seed));
            if (!events(log).equals(first)) {
                return;
            }
        }
        assertNotEquals(first, events(log), "nine seeds made the same run");
    }

    @Test
    void a_replay_stops_where_the_choices_do() throws Exception {
        Path choices = folder.resolve("some.choices");
        Files.writeString(choices, "0*3\n");
        assertEquals(0, run(TABLE, "--choices", choices.toString()));
        assertTrue(out().startsWith("· the recorded choices end here (3 were made)"), out());
        Files.writeString(choices, "0 17");
        assertEquals(2, run(TABLE, "--choices", choices.toString()));
        assertTrue(out().startsWith("✗ the recorded choices do not fit: choice 2 is 17, and the network has"), out());
    }

    @Test
    void a_fair_policy_serves_branches_in_turn_and_a_priority_the_first() throws Exception {
        Path log = folder.resolve("run.jsonl");
        String spec = "define: |\n  channel a, b, c\n  P(n) = if n == 0 then SKIP else a -> P(n-1) [] b -> P(n-1) [] c -> P(n-1)\nnetwork: P(6)\n";
        assertEquals(0, run(spec + "run: {record: '" + log + "'}\n"));
        assertEquals(List.of("a", "b", "c", "a", "b", "c"), events(log));
        assertEquals(0, run(spec + "run: {record: '" + log + "', policy: {alt: priority}}\n"));
        assertEquals(List.of("a", "a", "a", "a", "a", "a"), events(log));
    }

    @Test
    void processes_that_always_find_a_partner_do_not_keep_others_from_running() throws Exception {
        Path log = folder.resolve("run.jsonl");
        String spec = "define: |\n  channel a, b\n  A(n) = if n == 0 then SKIP else a -> A(n-1)\n  B(n) = if n == 0 then SKIP else b -> B(n-1)\nnetwork: A(3) ||| B(3)\n";
        assertEquals(0, run(spec + "run: {record: '" + log + "'}\n"));
        assertEquals(List.of("a", "b", "a", "b", "a", "b"), events(log));
    }

    @Test
    void an_interruption_ends_with_130_and_the_logs_are_whole() throws Exception {
        Path log = folder.resolve("run.jsonl");
        String endless = "define: |\n  channel a : {0..1}\n  P = a.0 -> a.1 -> P\nnetwork: P\nrun: {record: '" + log + "'}\n";
        Thread.ofPlatform().daemon().start(() -> {
            while (!Files.exists(log)) {
                Thread.onSpinWait();
            }
            interruption.request();
        });
        assertEquals(130, run(endless));
        String text = Files.readString(log);
        assertTrue(text.isEmpty() || text.endsWith("\"}\n"), "the last line is torn");
        List<String> events = events(log);
        for (int i = 0; i < events.size(); i++) {
            assertEquals("a." + i % 2, events.get(i));
        }
        assertTrue(out().startsWith("· interrupted, after " + events.size() + " event"), out());
    }

    @Test
    void a_time_limit_is_no_answer() throws Exception {
        assertEquals(3, run("define: |\n  channel a\n  P = a -> P\nnetwork: P\n", "--timeout", "1ms"));
    }

    @Test
    void a_mistake_found_while_running_is_told_with_its_place() throws Exception {
        assertEquals(2, run("define: |\n  channel a : {0..6}\n  P(n) = a!(6/n) -> P(n-1)\nnetwork: P(2)\n"));
        assertTrue(err().contains("net.yaml:3:") && err().contains("division by zero"), err());
    }

    @Test
    void what_cannot_be_bound_is_told() throws Exception {
        assertEquals(2, run("define: |\n  channel a, b\n  x = 3\nnetwork: STOP\nrun: {bind: {x: stdout, nowhere: stdout, a: printer}}\n"));
        assertTrue(err().contains("CSP0301") && err().contains("`nowhere` is not defined"), err());
        assertTrue(err().contains("CSP0410"), err());
        assertEquals(2, run("define: |\n  channel a, b\n  x = 3\nnetwork: STOP\nrun: {bind: {x: stdout}}\n"));
        assertTrue(err().contains("3 is no channel, so it cannot be bound [CSP0731]"), err());
        assertEquals(2, run("define: |\n  channel a, b\nnetwork: STOP\nrun: {bind: {a: stdin, b: stdin}}\n"));
        assertTrue(err().contains("a second channel is bound to stdin [CSP0733]"), err());
        assertEquals(2, run("define: |\n  channel a, b\nnetwork: STOP\nrun: {bind: {a: 'java:org.example.Absent'}}\n"));
        assertTrue(err().contains("there is no class org.example.Absent [CSP0735]"), err());
    }

    @Test
    void usage_errors_end_with_2() throws Exception {
        assertEquals(2, run("define: |\n  channel a\nnetwork: STOP\nrun: {policy: replay}\n"));
        assertTrue(err().contains("which choices are to be repeated?"), err());
        assertEquals(2, run(COPIER, "--format", "json"));
        assertEquals(2, run(COPIER, "--seed", "x"));
        assertEquals(2, run("define: |\n  channel a\n"));
    }

    /** Three prices, then no more. */
    public static final class Prices implements Feed {
        private int next = 1;

        @Override
        public Object next() {
            return next > 3 ? null : next++;
        }
    }

    /** Keeps what it is given. */
    public static final class Till implements Sink {
        static final List<String> PAID = new ArrayList<>();

        @Override
        public void accept(String value) {
            if (value.equals("6")) {
                throw new IllegalStateException("too much");
            }
            PAID.add(value);
        }
    }

    private static String shop(int factor) {
        return """
                define: |
                  channel price, paid : {0..9}
                  SHOP = price?x -> paid!(x*%d) -> SHOP
                network: SHOP
                run:
                  bind: {price: 'java:%s', paid: 'java:%s'}
                """.formatted(factor, Prices.class.getName(), Till.class.getName());
    }

    @Test
    void classes_feed_channels_and_take_from_them() throws Exception {
        Till.PAID.clear();
        assertEquals(0, run(shop(3).replace("{0..9}", "{0..3}").replace("x*3", "4-x")), err());
        assertEquals(List.of("3", "2", "1"), Till.PAID);
        assertTrue(out().startsWith("· the input has ended"), out());
    }

    @Test
    void a_class_that_fails_ends_the_run_with_1() throws Exception {
        assertEquals(1, run(shop(3)));
        assertTrue(out().contains("failed: java.lang.IllegalStateException: too much"), out());
    }

    @Test
    void a_monitor_objects_to_the_first_event_that_it_does_not_allow() throws Exception {
        Path log = folder.resolve("run.jsonl");
        String spec = "define: |\n  channel a, b, c\n  P = a -> b -> c -> P\n  S = a -> S [] b -> S\nnetwork: P\nrun: {record: '" + log + "', monitor: ['RUN({a,b,c})', S]}\n";
        assertEquals(1, run(spec));
        assertTrue(out().startsWith("✗ the monitor S objects: it does not allow c here; allowed: a, b, after 3 events"), out());
        assertEquals(List.of("a", "b", "c"), events(log));
    }

    @Test
    void a_run_that_its_monitors_allow_ends_as_it_would_without() throws Exception {
        assertEquals(0, run("define: |\n  channel a, b\nnetwork: a -> b -> SKIP\nrun: {monitor: [a -> b -> STOP]}\n"), err());
    }

    @Test
    void every_event_of_a_run_is_allowed_by_the_network_itself() throws Exception {
        for (int seed = 0; seed < 20; seed++) {
            assertEquals(1, run(TABLE + "run: {policy: random, monitor: [NETWORK]}\n", "--seed", Integer.toString(seed)));
            assertTrue(out().startsWith("✗ deadlock"), out());
        }
    }

    /** Stops the run once its log has so many lines. */
    private void interruptAfter(Path log, int lines) {
        Thread.ofPlatform().daemon().start(() -> {
            try {
                while (!Files.exists(log) || Files.readAllLines(log).size() < lines) {
                    Thread.sleep(5);
                }
                interruption.request();
            } catch (Exception over) {
                throw new IllegalStateException(over);
            }
        });
    }

    @Test
    void a_saved_run_goes_on_as_if_nothing_had_happened() throws Exception {
        Path log = folder.resolve("run.jsonl");
        Path saved = folder.resolve("run.saved");
        String ring = """
                define: |
                  channel c : {0..2}.{0..4}
                  channel turn : {0..4}
                  FIRST = turn?t -> c.0!0 -> LOOP(t)
                  LOOP(t) = c.2?x -> turn!((t+1)%%5) -> c.0!x -> LOOP((t+1)%%5)
                  A = c.0?x -> c.1!((x+1)%%5) -> A
                  B = c.1?x -> c.2!((x+3)%%5) -> B
                network: FIRST [|{|c.0,c.2|}|] (A [|{|c.1|}|] B)
                run: {record: '%s', policy: random}
                """.formatted(log);
        interruptAfter(log, 50);
        assertEquals(130, run(ring, "--save", saved.toString(), "--seed", "1"), err());
        int before = events(log).size();
        assertTrue(err().contains("csp-check: saved;"), err());
        interruption = new Interruption();
        interruptAfter(log, before + 50);
        assertEquals(130, run(ring, "--resume", saved.toString(), "--seed", "2"), err());
        List<String> all = events(log);
        assertTrue(all.size() >= before + 50);
        var specification = FrontEnd.SPECIFICATIONS.read(
                folder.resolve("net.yaml").toString(), new CheckRequest.Reading(Optional.empty(), List.of(), ClassPath.of(List.of())), InputStream.nullInputStream());
        var evaluation = specification.evaluation().orElseThrow();
        var session = TraceVerifier.of(evaluation.network("NETWORK"), specification.alphabet()).session();
        for (String event : all) {
            assertTrue(session.accept(evaluation.event(event).orElseThrow(), 0), "no trace of the network at " + session.events() + ": " + event);
        }
        List<String> lines = Files.readAllLines(log);
        assertTrue(lines.get(before).startsWith("{\"seq\":" + (before + 1) + ","), lines.get(before));
    }

    @Test
    void input_that_was_not_taken_is_saved_too() throws Exception {
        Path saved = folder.resolve("run.saved");
        String spec = """
                define: |
                  channel key, tick : {0..9}
                  P = key?x -> key?y -> Q
                  Q = tick.0 -> Q
                network: P
                run: {bind: {key: stdin}}
                """;
        assertEquals(3, run(spec, typed("1\n7\n3\n4\n"), "--save", saved.toString(), "--timeout", "300ms"), err());
        List<String> lines = Files.readAllLines(saved);
        assertTrue(lines.contains("pending key from stdin\t3") && lines.contains("pending key from stdin\t4"), lines.toString());
    }

    @Test
    void a_run_does_not_go_on_with_another_spec() throws Exception {
        Path saved = folder.resolve("run.saved");
        String spec = "define: |\n  channel a\n  P = a -> P\nnetwork: P\n";
        assertEquals(3, run(spec, "--save", saved.toString(), "--timeout", "50ms"), err());
        assertEquals(2, run(spec + "name: other\n", "--resume", saved.toString()));
        assertTrue(err().contains("the spec has changed since"), err());
    }

    @Test
    void java_processes_run_and_deadlock_as_those_in_cspm() throws Exception {
        String spec = Files.readString(Path.of("..", "specs", "java", "philosophers", "philosophers-deadlock.yaml"));
        String classes = JavaExamples.classPath().getFirst().toString();
        assertEquals(1, run(spec, "--classpath", classes), err());
        assertTrue(out().startsWith("✗ deadlock: nothing can happen any more, after 10 events"), out());
        String mixed = spec.replaceFirst("java: philosophers.Fork\n    args: .*", "process: FORK(i)")
                .replace("network:", "  FORK(i) = picks?j:{i,(i-1)%N}!i -> putsdown.j.i -> FORK(i)\nnetwork:");
        assertEquals(1, run(mixed, "--classpath", classes), err());
        assertTrue(out().contains("phil(0)   perform picks.0.1") && out().contains("They wait in a circle:"), out());
    }

    @Test
    void processes_and_the_classes_of_the_boundary_share_what_is_static() throws Exception {
        String classes = compiled(
                """
                package shop;
                public final class Till implements org.cspcheck.runtime.component.Component {
                    static volatile boolean open;
                    @Override
                    public void run(org.cspcheck.runtime.component.Events events) throws Exception {
                        open = true;
                        events.perform("paid", 3);
                    }
                }
                """,
                """
                package shop;
                public final class Receipts implements org.cspcheck.runtime.boundary.Sink {
                    @Override
                    public void accept(String value) {
                        if (!Till.open) {
                            throw new IllegalStateException("another Till");
                        }
                    }
                }
                """);
        String spec = """
                define: |
                  channel paid : {0..9}
                network:
                  - {java: shop.Till, alphabet: '{|paid|}'}
                run: {bind: {paid: 'java:shop.Receipts'}}
                """;
        assertEquals(0, run(spec, "--classpath", classes), () -> out() + err());
    }

    private String compiled(String... classes) throws Exception {
        Path sources = Files.createDirectories(folder.resolve("src"));
        var arguments = new ArrayList<>(List.of("-d", folder.resolve("classes").toString(), "-cp", System.getProperty("java.class.path")));
        for (String text : classes) {
            String name = text.replaceFirst("(?s).*?class (\\w+).*", "$1");
            arguments.add(Files.writeString(sources.resolve(name + ".java"), text).toString());
        }
        assertEquals(0, javax.tools.ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)));
        return folder.resolve("classes").toString();
    }
}
