package org.cspcheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.cspcheck.explorer.search.LimitReached;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Logs as they are, from the command line to the exit code. */
@Timeout(60)
class TraceCommandTest {
    private static final String TABLE =
            """
            define: |
              channel take, give : {0..1}
              channel beat
              P(i) = take.i -> give.i -> P(i)
            network:
              - {process: P(i), for: 'i <- {0,1}', name: worker}
            """;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private InputStream in = InputStream.nullInputStream();

    private int trace(String section, String log, String... options) throws Exception {
        Files.writeString(folder.resolve("spec.yaml"), TABLE + section);
        if (log != null) {
            Files.writeString(folder.resolve("log"), log);
        }
        var arguments = new java.util.ArrayList<String>(java.util.List.of("trace", folder.resolve("spec.yaml").toString()));
        arguments.add(log == null ? "-" : folder.resolve("log").toString());
        arguments.addAll(java.util.List.of(options));
        out.reset();
        err.reset();
        var surroundings = new Surroundings(in, print(out), print(err), StandardCharsets.UTF_8, Map.of(), false, false, new Interruption());
        return new Main(surroundings, FrontEnd.SPECIFICATIONS, Decider.Factory.EXPLORER).run(arguments.toArray(String[]::new)).number();
    }

    private static PrintStream print(ByteArrayOutputStream into) {
        return new PrintStream(into, false, StandardCharsets.UTF_8);
    }

    private static String events(String... events) {
        var log = new StringBuilder();
        for (String event : events) {
            log.append("{\"event\":\"").append(event).append("\"}\n");
        }
        return log.toString();
    }

    private void says(String part) {
        String all = out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
        assertTrue(all.contains(part), () -> "not said: " + part + "\n" + all);
    }

    /** Counter begins once, and counts from 0: what csp-check run records of a Java process is verified with the same class path. */
    @Test
    void a_log_of_a_network_with_java_processes_is_verified() throws Exception {
        Files.writeString(folder.resolve("java.yaml"), """
                define: |
                  channel begin
                  channel tick, tock : {0..4}
                network:
                  - {java: 'org.cspcheck.cli.SavedJavaRunTest$Counter', name: counter}
                """);
        for (boolean begun : new boolean[] {true, false}) {
            Files.writeString(folder.resolve("log"), events(begun ? new String[] {"begin", "tick.0", "tock.0", "tick.1"} : new String[] {"tick.0"}));
            var surroundings = new Surroundings(in, print(out), print(err), StandardCharsets.UTF_8, Map.of(), false, false, new Interruption());
            var main = new Main(surroundings, FrontEnd.SPECIFICATIONS, Decider.Factory.EXPLORER);
            int code = main.run("trace", "--classpath", "target/test-classes", folder.resolve("java.yaml").toString(), folder.resolve("log").toString()).number();
            assertEquals(begun ? 0 : 1, code, () -> out + "\n" + err);
        }
    }

    @Test
    void a_log_of_the_network_holds() throws Exception {
        assertEquals(0, trace("", events("take.0", "take.1", "give.0", "give.1")));
        says("holds");
    }

    @Test
    void the_first_event_that_is_not_allowed_is_told_with_its_line() throws Exception {
        assertEquals(1, trace("", events("take.0", "take.1", "take.0")));
        says("Line 3 of ");
        says("allowed     give.0, give.1");
        says("refused by  worker(0), which allows give.0");
        says("its last    take.0 (line 1)");
    }

    @Test
    void the_report_holds_what_was_recorded() throws Exception {
        assertEquals(1, trace("", events("take.0", "take.0"), "--format", "json"));
        says("\"kind\" : \"trace\"");
        says("\"event\" : \"take.0\"");
        says("\"allowed\" : [ [ \"give.0\", \"take.1\" ] ]");
        says("\"line\" : 2");
    }

    @Test
    void an_event_outside_the_type_of_its_channel_is_not_allowed() throws Exception {
        assertEquals(1, trace("", events("take.7")));
        says("No process of the specification takes part in this event.");
    }

    @Test
    void an_unknown_channel_is_a_mistake() throws Exception {
        assertEquals(2, trace("", events("tale.0")));
        says("CSP0802");
        says("Did you mean `take`?");
    }

    @Test
    void what_is_ignored_is_passed_over() throws Exception {
        assertEquals(0, trace("trace: {ignore: '{| beat |}'}\n", events("beat", "take.0", "beat")));
        says("1 event, 2 ignored");
        assertEquals(1, trace("", events("beat")));
    }

    @Test
    void a_torn_last_line_is_a_warning() throws Exception {
        assertEquals(0, trace("", events("take.0") + "{\"event\":\"ta"));
        says("warning: line 2 of ");
        says("CSP0803");
        assertEquals(1, trace("", events("take.0") + "{\"event\":\"take.0\"}"), "a whole last line counts without its line feed");
    }

    @Test
    void garbage_is_what_the_spec_says() throws Exception {
        String log = events("take.0") + "garbage\n" + events("give.0");
        assertEquals(2, trace("", log));
        says("CSP0801");
        says("line 2 of ");
        assertEquals(0, trace("trace: {unreadable: skip}\n", log));
        assertEquals(3, trace("trace: {unreadable: gap}\n", log));
        says("Events are missing at line 2");
    }

    @Test
    void with_a_gap_a_log_never_holds_but_may_fail() throws Exception {
        assertEquals(3, trace("", events("take.0") + "{\"gap\":true}\n" + events("take.0")));
        assertEquals(1, trace("", events("take.0") + "{\"gap\":true}\n" + events("take.0", "take.0")));
    }

    @Test
    void a_log_without_events_shows_nothing() throws Exception {
        assertEquals(3, trace("", ""));
        assertEquals(3, trace("", "{\"message\":\"hello\"}\n"));
        says("have no /event");
    }

    @Test
    void a_complete_log_ends_where_the_specification_may_stop() throws Exception {
        String against = "trace: {complete: true, against: 'take.0 -> give.0 -> SKIP'}\n";
        assertEquals(0, trace(against, events("take.0", "give.0")));
        assertEquals(1, trace(against, events("take.0")));
        says("it ends there, or rests with nothing on offer");
    }

    @Test
    void what_a_process_offered_when_it_stopped_is_a_refusal_of_the_rest() throws Exception {
        String offers = "{\"offers\":[%s]}\n";
        assertEquals(0, trace("", events("take.0") + offers.formatted("\"give.0\",\"take.1\"")));
        assertEquals(1, trace("", events("take.0") + offers.formatted("\"take.1\"")));
        says("does not allow");
    }

    @Test
    void offers_of_a_process_are_compared_with_what_it_must_accept() throws Exception {
        String offers = "{\"process\":\"%s\",\"offers\":[%s]}\n";
        assertEquals(0, trace("", events("take.0") + offers.formatted("worker(1)", "\"take.1\"") + offers.formatted("worker(0)", "\"give.0\"")));
        assertEquals(1, trace("", events("take.0") + offers.formatted("worker(0)", "\"take.1\"")));
        says("must offer  give.0");
        says("offered by  worker(0), which allows give.0");
        assertEquals(2, trace("", offers.formatted("worker", "")));
        says("CSP0806");
    }

    @Test
    void a_clock_that_jumps_back_is_a_warning() throws Exception {
        assertEquals(0, trace("", "{\"time\":\"2026-01-01T10:00:02Z\",\"event\":\"take.0\"}\n{\"time\":\"2026-01-01T10:00:01Z\",\"event\":\"give.0\"}\n"));
        says("CSP0804");
    }

    @Test
    void channel_and_data_make_an_event() throws Exception {
        String section = "trace: {channel: /op/name, args: [/who]}\n";
        assertEquals(0, trace(section, "{\"op\":{\"name\":\"take\"},\"who\":1}\n{\"who\":1,\"op\":{\"name\":\"give\"}}\n"));
        assertEquals(1, trace(section, "{\"op\":{\"name\":\"take\"},\"who\":1}\n{\"op\":{\"name\":\"give\"},\"who\":0}\n"));
    }

    @Test
    void text_is_read_by_a_pattern_and_other_lines_are_passed_over() throws Exception {
        String section = "trace: {pattern: '^\\S+ (?<what>take|give) by (?<who>\\d)', channel: /what, args: [/who]}\n";
        assertEquals(0, trace(section, "starting up\n10:00 take by 0\n10:01 give by 0\n"));
        assertEquals(1, trace(section, "10:00 take by 0\n10:01 take by 0\n"));
    }

    @Test
    void csv_is_read_by_its_titles() throws Exception {
        String section = "trace: {format: csv, event: /what}\n";
        assertEquals(0, trace(section, "when,what\n1,take.0\n2,\"give.0\"\n"));
        assertEquals(1, trace(section, "what;when\ngive.0;2\n"));
    }

    @Test
    void sessions_are_verified_one_by_one() throws Exception {
        String section = "trace: {by: /s, against: 'P(0)'}\n";
        String good = "{\"s\":\"a\",\"event\":\"take.0\"}\n{\"s\":\"b\",\"event\":\"take.0\"}\n{\"s\":\"a\",\"event\":\"give.0\"}\n";
        assertEquals(0, trace(section, good));
        says("2 sessions");
        assertEquals(1, trace(section, good + "{\"s\":\"a\",\"event\":\"give.0\"}\n{\"s\":\"b\",\"event\":\"take.0\"}\n", "--all-failures"));
        says("session a: give.0, event 3");
        says("session b: take.0, event 2");
    }

    @Test
    void compressed_logs_are_read_and_may_be_torn() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(events("take.0", "take.0").getBytes(StandardCharsets.UTF_8));
        }
        in = new ByteArrayInputStream(bytes.toByteArray());
        assertEquals(1, trace("", null));
        in = new ByteArrayInputStream(bytes.toByteArray(), 0, bytes.size() - 12);
        assertTrue(trace("", null) != 70);
        says("CSP0803");
        in = new ByteArrayInputStream(new byte[] {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd});
        assertEquals(2, trace("", null));
        says("zstdcat");
    }

    /** A stream is decided at the event that decides, not at its end. */
    @Test
    void a_live_stream_is_followed() throws Exception {
        in = new InputStream() {
            private final byte[] bytes = events("take.0", "take.0").getBytes(StandardCharsets.UTF_8);
            private int at;

            @Override
            public int read() {
                if (at == bytes.length) {
                    throw new LimitReached("the stream was asked for more");
                }
                return bytes[at++];
            }

            @Override
            public int read(byte[] into, int from, int length) {
                into[from] = (byte) read();
                return 1;
            }
        };
        assertEquals(1, trace("", null));
    }

    /** What was read is told, and neither its end nor what was not read is judged. */
    @Test
    void an_interrupted_log_does_not_hold() throws Exception {
        var interruption = new Interruption();
        in = new java.io.FilterInputStream(new ByteArrayInputStream(events("take.0", "give.0").getBytes(StandardCharsets.UTF_8))) {
            @Override
            public int read(byte[] into, int from, int length) throws java.io.IOException {
                int count = super.read(into, from, Math.min(length, 19));
                if (count < 0) {
                    interruption.request();
                }
                return count;
            }
        };
        Files.writeString(folder.resolve("spec.yaml"), TABLE + "trace: {complete: true}\n");
        var surroundings = new Surroundings(in, print(out), print(err), StandardCharsets.UTF_8, Map.of(), false, false, interruption);
        assertEquals(130, new Main(surroundings, FrontEnd.SPECIFICATIONS, Decider.Factory.EXPLORER)
                .run("trace", folder.resolve("spec.yaml").toString(), "-").number());
        says("Interrupted after 2 events");
    }

    @Test
    void reports_of_a_log_show_its_line() throws Exception {
        Path sarif = folder.resolve("log.sarif");
        Path junit = folder.resolve("log.xml");
        Path page = folder.resolve("log.html");
        assertEquals(1, trace("", events("take.0", "take.1", "take.0"), "--report", "sarif=" + sarif, "--report", "junit=" + junit,
                "--report", "html=" + page, "--report", "github=-", "--coverage"));
        says("log,line=3,title=");
        assertTrue(Files.readString(sarif).contains("\"startLine\" : 3"));
        assertTrue(Files.readString(sarif).contains("refuses take.0; allows give.0"));
        assertTrue(Files.readString(junit).contains("refused by  worker(0), which allows give.0"));
        assertTrue(Files.readString(page).contains("\"recorded\":{\"place\":\"line 3 of "));
        assertEquals(1, trace("", events("take.0", "take.0"), "--format", "json", "--coverage"));
        says("\"unseen\" : [ \"give.0\", \"give.1\", \"take.1\" ]");
    }

    @Test
    void a_missing_log_and_a_missing_argument_are_told() throws Exception {
        assertEquals(2, trace("", null, "no-such-log"));
        says("no-such-log");
        var surroundings = new Surroundings(in, print(out), print(err), StandardCharsets.UTF_8, Map.of(), false, false, new Interruption());
        assertEquals(2, new Main(surroundings, FrontEnd.SPECIFICATIONS, Decider.Factory.EXPLORER).run("trace", "spec.yaml").number());
        says("which log?");
    }

    /** What a real server and real clients said to each other, and the same with one reply exchanged. */
    @Test
    void the_log_of_a_real_server_holds_and_a_changed_one_fails_where_it_was_changed() throws Exception {
        Path redis = java.util.stream.Stream.of("specs/traces/redis", "../specs/traces/redis").map(Path::of).filter(Files::isDirectory).findFirst().orElseThrow();
        assertEquals(0, trace(redis, "sample.jsonl"));
        says("18 sessions");
        assertEquals(1, trace(redis, "mutated.jsonl"));
        says("Line 20 of ");
        says("session 1: reply.integer");
        says("reply.queued");
    }

    private int trace(Path folder, String log) {
        out.reset();
        err.reset();
        var surroundings = new Surroundings(in, print(out), print(err), StandardCharsets.UTF_8, Map.of(), false, false, new Interruption());
        return new Main(surroundings, FrontEnd.SPECIFICATIONS, Decider.Factory.EXPLORER)
                .run("trace", folder.resolve("redis.yaml").toString(), folder.resolve(log).toString())
                .number();
    }

    @Test
    void coverage_tells_what_no_log_has_visited() throws Exception {
        assertEquals(0, trace("", events("take.0"), "--coverage"));
        says("worker(0): 2 of 2 states");
        says("worker(1): 1 of 2 states");
        says("not seen: give.0, give.1, take.1");
    }

    @Test
    void a_long_log_needs_no_more_memory_than_a_short_one() throws Exception {
        var log = new StringBuilder();
        for (int i = 0; i < 50_000; i++) {
            log.append("{\"event\":\"take.0\"}\n{\"event\":\"give.0\"}\n");
        }
        assertEquals(0, trace("", log.toString(), "--format", "json"));
        says("\"states\" : 3");
        says("\"transitions\" : 100000");
    }
}
