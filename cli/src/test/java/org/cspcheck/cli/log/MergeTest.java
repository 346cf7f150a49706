package org.cspcheck.cli.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cspcheck.explorer.trace.Session;
import org.cspcheck.explorer.trace.TraceVerifier;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.verdict.Verdict;
import org.cspcheck.specs.Specification;
import org.cspcheck.specs.Specifications;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Logs of several processes as one run. */
@Timeout(60)
class MergeTest {
    private static final String SPEC =
            """
            define: |
              channel a, b, c, d
              AB = a -> b -> AB
              CD = c -> d -> CD
              ABCD = a -> b -> c -> d -> ABCD
              TURNS = a -> b -> TURNS [] c -> d -> TURNS
              ONCE = (a -> c -> b -> STOP) [] (c -> a -> STOP)
              LINKED = (a -> b -> STOP) [|{b}|] (c -> b -> d -> STOP)
            network: AB ||| CD
            trace: {rendezvous: /n%s}
            """;

    @TempDir
    private Path folder;

    private Findings findings;
    private int window = Strands.WINDOW;

    private Specification spec(String more) throws IOException {
        Path file = Files.writeString(folder.resolve("spec.yaml"), SPEC.formatted(more));
        Specification specification = Specifications.read(file.toString(), Optional.empty(), List.of(), InputStream.nullInputStream());
        assertEquals(List.of(), specification.diagnostics());
        return specification;
    }

    /** Logs as texts: {@code "a b1 c"} are three events, the second of them the rendezvous 1; {@code "p:a"} is an event of the process p. */
    private Verdict merged(String more, String... logs) throws IOException {
        Specification specification = spec(more);
        return merged(specification, against(specification), logs);
    }

    private static Process against(Specification specification) {
        return specification.evaluation().orElseThrow().process(specification.trace().orElseThrow().against().orElseThrow());
    }

    private Verdict merged(Specification specification, Process process, String... logs) throws IOException {
        var files = new ArrayList<String>();
        for (int i = 0; i < logs.length; i++) {
            String lines = logs[i].isEmpty() ? "" : Arrays.stream(logs[i].split(" ")).map(MergeTest::line).collect(Collectors.joining());
            files.add(Files.writeString(folder.resolve("log" + i), lines).toString());
        }
        findings = new TraceRun(specification, process, files, () -> false, window).read(InputStream.nullInputStream());
        return findings.verdict();
    }

    private static String line(String word) {
        int colon = word.indexOf(':');
        String event = word.substring(colon + 1, colon + 2);
        String number = word.substring(colon + 2);
        return "{" + (colon < 0 ? "" : "\"process\":\"" + word.substring(0, colon) + "\",") + "\"event\":\"" + event + "\""
                + (number.isEmpty() ? "" : ",\"n\":" + number) + "}\n";
    }

    private void holds(String process, String... logs) throws IOException {
        assertInstanceOf(Verdict.Holds.class, merged(", against: " + process, logs));
    }

    private void fails(String process, int log, int line, String... logs) throws IOException {
        var fails = assertInstanceOf(Verdict.Fails.class, merged(", against: " + process, logs));
        var place = fails.counterexample().orElseThrow().recorded().orElseThrow().place();
        assertEquals(folder.resolve("log" + log) + ":" + line, place.file() + ":" + place.line());
    }

    private void undecided(String reason, String process, String... logs) throws IOException {
        var verdict = assertInstanceOf(Verdict.Inconclusive.class, merged(", against: " + process, logs));
        assertTrue(verdict.reason().contains(reason), verdict::reason);
    }

    private void contradicts(String code, String message, String... logs) throws IOException {
        var verdict = assertInstanceOf(Verdict.Erroneous.class, merged(", against: ABCD", logs));
        assertEquals(code, verdict.diagnostic().code());
        String text = (verdict.diagnostic().message() + " " + verdict.diagnostic().cause()).replace(folder + "/", "");
        assertTrue(text.contains(message), text);
    }

    @Test
    void a_rendezvous_happens_once_when_it_is_next_in_all_logs_that_have_it() throws IOException {
        holds("ABCD", "a b1 d2", "b1 c d2");
        assertEquals(4, findings.events());
        fails("ABCD", 1, 1, "a b1 d2", "c b1 d2");
    }

    @Test
    void events_that_are_not_ordered_are_taken_as_the_specification_allows() throws IOException {
        holds("ABCD", "b d", "a c");
        holds("TURNS", "a b a b", "c d");
    }

    @Test
    void processes_with_events_of_their_own_are_verified_in_any_order() throws IOException {
        holds("NETWORK", "a b a b", "c d c");
        fails("NETWORK", 1, 2, "a b a b", "c c");
    }

    @Test
    void another_order_may_be_allowed_where_one_is_not() throws IOException {
        holds("ONCE", "a", "c b");
        holds("ONCE", "a b", "c");
        holds("ONCE", "c", "a b");
        fails("ONCE", 0, 1, "d", "c b");
    }

    @Test
    void three_ends_are_one_event() throws IOException {
        holds("ABCD", "a b1", "b1 c", "b1");
        fails("ABCD", 0, 2, "a c1", "c1", "c1");
    }

    @Test
    void an_end_without_another_is_told_and_nothing_after_it_is_believed() throws IOException {
        undecided("the rendezvous 1 at line 2 of", "ABCD", "a b1 c", "a2");
        assertEquals("CSP0810", findings.diagnostics().getFirst().code());
    }

    @Test
    void a_refusal_beside_an_end_without_another_is_final_only_if_that_end_is_refused_as_well() throws IOException {
        undecided("has no other end", "TURNS", "c", "a1", "b");
        fails("TURNS", 2, 1, "c", "b1", "b");
    }

    @Test
    void rendezvous_that_cross_are_a_contradiction() throws IOException {
        contradicts("CSP0807", "rendezvous 1 is at line 1 of log0, and in the other log only at line 2 of log1", "a1 b2", "b2 a1");
        contradicts("CSP0807", "at line 2 of log0", "a b1 c2", "d3 b1", "c2 d3");
    }

    @Test
    void ends_with_different_events_and_numbers_used_twice_are_contradictions() throws IOException {
        contradicts("CSP0808", "the rendezvous 1 is a at line 1 of log0 and b at line 1 of log1", "a1", "b1");
        contradicts("CSP0809", "the rendezvous 1 stands at line 1 of log0 and again at line 3", "a1 b a1", "a1");
    }

    @Test
    void processes_that_share_a_log_have_orders_of_their_own() throws IOException {
        String process = ", process: /process, against: ABCD";
        assertInstanceOf(Verdict.Holds.class, merged(process, "q:b1 p:a p:b1 q:c"));
        assertInstanceOf(Verdict.Fails.class, merged(process, "q:b1 p:a p:b1 p:c p:d q:b"));
    }

    @Test
    void a_process_that_begins_behind_a_long_wait_is_found_and_what_cannot_be_kept_is_said() throws IOException {
        String process = ", process: /process, against: NETWORK";
        String waits = "p:b " + "p:a p:b ".repeat(100_000);
        assertInstanceOf(Verdict.Fails.class, merged(process, waits + "q:c"));
        var verdict = assertInstanceOf(Verdict.Inconclusive.class, merged(process, waits + "q:a"));
        assertTrue(verdict.reason().contains("than are kept"), verdict::reason);
    }

    /** The other route: every order of the events that agrees with the logs is tried. */
    @Test
    void the_verdict_is_that_of_some_order_of_the_events() throws IOException {
        Map<Answer, Integer> met = verdicts();
        assertTrue(met.get(Answer.HOLDS) > 50 && met.get(Answer.FAILS) > 50 && !met.containsKey(Answer.OPEN), met::toString);
    }

    /** Ends of a rendezvous that stand farther apart than is read ahead may leave the answer open, and never make it wrong. */
    @Test
    void a_window_that_is_too_small_never_makes_a_verdict_wrong() throws IOException {
        for (int size : new int[] {1, 2, 4}) {
            window = size;
            Map<Answer, Integer> met = verdicts();
            assertTrue(met.get(Answer.HOLDS) > 50 && met.get(Answer.FAILS) > 50, met::toString);
        }
    }

    private Map<Answer, Integer> verdicts() throws IOException {
        Map<Answer, Integer> met = new EnumMap<>(Answer.class);
        var specifications = new ArrayList<Specification>();
        for (String process : List.of("ABCD", "TURNS", "ONCE", "LINKED", "NETWORK")) {
            specifications.add(spec(", against: " + process));
        }
        for (int seed = 0; seed < 400; seed++) {
            var random = new Random(seed);
            Specification specification = specifications.get(seed % 5);
            Process process = against(specification);
            List<List<Integer>> ends = ends(random);
            List<String> events = ends.stream().map(end -> "abcd".substring(random.nextInt(4)).substring(0, 1)).toList();
            String[] logs = IntStream.range(0, 3).mapToObj(log -> log(log, ends, events)).toArray(String[]::new);
            Verdict verdict = merged(specification, process, logs);
            boolean some = some(specification, process, ends, events);
            Answer answer = verdict instanceof Verdict.Holds ? Answer.HOLDS : verdict instanceof Verdict.Fails ? Answer.FAILS : Answer.OPEN;
            met.merge(answer, 1, Integer::sum);
            assertTrue(answer == Answer.OPEN || some == (answer == Answer.HOLDS), () -> verdict + ": " + String.join(" | ", logs));
        }
        return met;
    }

    private enum Answer {
        HOLDS,
        FAILS,
        OPEN
    }

    /** The logs that record each of a few events. */
    private static List<List<Integer>> ends(Random random) {
        return IntStream.range(0, 1 + random.nextInt(5))
                .mapToObj(event -> random.nextBoolean() ? List.of(random.nextInt(3))
                        : random.nextInt(4) == 0 ? List.of(0, 1, 2) : List.of(List.of(0, 1), List.of(0, 2), List.of(1, 2)).get(random.nextInt(3)))
                .toList();
    }

    private static String log(int log, List<List<Integer>> ends, List<String> events) {
        return IntStream.range(0, events.size())
                .filter(i -> ends.get(i).contains(log))
                .mapToObj(i -> events.get(i) + (ends.get(i).size() > 1 ? Integer.toString(i) : ""))
                .collect(Collectors.joining(" "));
    }

    private static boolean some(Specification specification, Process process, List<List<Integer>> ends, List<String> events) {
        var verifier = TraceVerifier.of(process, specification.alphabet());
        int[] numbers = events.stream().mapToInt(event -> specification.evaluation().orElseThrow().event(event).orElseThrow()).toArray();
        return some(verifier, ends, numbers, List.of(), new HashSet<>());
    }

    private static boolean some(TraceVerifier verifier, List<List<Integer>> ends, int[] events, List<Integer> order, Set<List<Integer>> tried) {
        Session session = verifier.session();
        if (!order.stream().allMatch(event -> session.accept(events[event], 0))) {
            return false;
        }
        return order.size() == events.length || IntStream.range(0, events.length)
                .filter(next -> !order.contains(next))
                .filter(next -> IntStream.range(0, next).allMatch(
                        earlier -> order.contains(earlier) || ends.get(earlier).stream().noneMatch(ends.get(next)::contains)))
                .anyMatch(next -> {
                    var longer = new ArrayList<>(order);
                    longer.add(next);
                    return tried.add(longer) && some(verifier, ends, events, longer, tried);
                });
    }
}
