package org.cspcheck.cli.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cspcheck.explorer.trace.TraceVerifier;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.verdict.Verdict;
import org.cspcheck.specs.Specification;
import org.cspcheck.specs.Specifications;
import org.cspcheck.specs.TraceSection;
import org.cspcheck.specs.evaluate.Evaluation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More sessions than may be open: four at a time. Others are put away where there is room, or forgotten. */
class SessionsTest {
    private static final String SPEC =
            """
            define: |
              channel a, b
              P = a -> b -> P
              ONCE = a -> STOP
              BOTH = a -> b -> STOP
            trace: {by: /s, against: %s}
            """;

    @TempDir
    private Path folder;

    private boolean complete;

    /** Each word is an event and the number of its session. */
    private Verdict verdict(String process, String words) throws Exception {
        return verdict(process, words, 0);
    }

    /** @param room for those that are not open */
    private Verdict verdict(String process, String words, long room) throws Exception {
        Path file = Files.writeString(folder.resolve("spec.yaml"), SPEC.formatted(process));
        Specification specification = Specifications.read(file.toString(), Optional.empty(), List.of(), InputStream.nullInputStream());
        Evaluation evaluation = specification.evaluation().orElseThrow();
        TraceSection section = specification.trace().orElseThrow();
        var verifier = TraceVerifier.of(evaluation.process(section.against().orElseThrow()), specification.alphabet());
        var findings = new Findings(specification.alphabet(), List.of("log"), "/event", complete, event -> List.of());
        var verification = new LogVerification(
                verifier, Mapping.of(section.mapping()), new EventNames(evaluation, EventSet.EMPTY), findings, () -> false, 4, room);
        var log = new StringBuilder();
        for (String word : words.split(" ")) {
            log.append(word.equals("?") ? "{\"gap\":true}\n" : "{\"event\":\"" + word.charAt(0) + "\",\"s\":" + word.substring(1) + "}\n");
        }
        try (var lines = new Lines("log", new ByteArrayInputStream(log.toString().getBytes(StandardCharsets.UTF_8)))) {
            verification.read(lines, 0);
        }
        verification.end();
        assertEquals(words.replace("? ", "").split(" ").length, findings.events());
        return findings.verdict();
    }

    @Test
    void a_session_that_was_closed_and_comes_again_is_never_wrong() throws Exception {
        assertInstanceOf(Verdict.Fails.class, verdict("P", "a1 a2 a3 a4 a1"));
        assertInstanceOf(Verdict.Inconclusive.class, verdict("P", "a1 a2 a3 a4 a5 a1"));
        assertInstanceOf(Verdict.Fails.class, verdict("P", "a1 a2 a3 a4 a5 a1", Long.MAX_VALUE));
    }

    @Test
    void the_ones_heard_of_last_stay_open() throws Exception {
        assertInstanceOf(Verdict.Fails.class, verdict("P", "a1 a2 a3 a4 a5 a4"));
        assertInstanceOf(Verdict.Fails.class, verdict("P", "a1 a2 a3 a4 b1 a5 b4 a1 a1"));
    }

    @Test
    void sessions_that_allow_nothing_more_are_closed_first() throws Exception {
        assertInstanceOf(Verdict.Holds.class, verdict("ONCE", "a1 a2 a3 a4 a5 a6 a7 a8 a9"));
    }

    @Test
    void a_session_that_was_put_away_goes_on_where_it_stood() throws Exception {
        String words = "a1 a2 a3 a4 a5 b1 a6 a7 b2 b3 b4 a1 a8 b8 b5 b6 b7";
        assertInstanceOf(Verdict.Holds.class, verdict("P", words, Long.MAX_VALUE));
        for (String wrong : List.of("a1", "b2", "b8")) {
            var fails = assertInstanceOf(Verdict.Fails.class, verdict("P", words + " " + wrong, Long.MAX_VALUE));
            var recorded = fails.counterexample().orElseThrow().recorded().orElseThrow();
            assertEquals(wrong.equals("a1") ? 4 : 3, recorded.position());
            assertEquals(Optional.empty(), recorded.unreplayed());
        }
    }

    /** Two routes: each session alone, and all of them mixed with hardly any room. */
    @Test
    void a_hundred_sessions_mixed_come_out_as_each_alone() throws Exception {
        var random = new java.util.Random(7);
        for (int round = 0; round < 30; round++) {
            var next = new int[100];
            var words = new StringBuilder();
            for (int i = 0; i < 400; i++) {
                int session = random.nextInt(100);
                words.append(next[session]++ % 2 == 0 ? "a" : "b").append(session).append(' ');
            }
            assertInstanceOf(Verdict.Holds.class, verdict("P", words.toString().strip(), Long.MAX_VALUE));
            int wrong = random.nextInt(100);
            words.append(next[wrong] % 2 == 0 ? "b" : "a").append(wrong);
            assertInstanceOf(Verdict.Fails.class, verdict("P", words.toString(), Long.MAX_VALUE));
            assertInstanceOf(Verdict.Fails.class, verdict("P", "a200 a200 " + words, Long.MAX_VALUE));
        }
    }

    @Test
    void an_end_that_is_not_allowed_is_told_of_a_session_that_was_put_away_and_open_for_one_that_was_forgotten() throws Exception {
        complete = true;
        String words = "a1 a2 b2 a3 b3 a4 b4 a5 b5 a6 b6";
        var fails = assertInstanceOf(Verdict.Fails.class, verdict("BOTH", words, Long.MAX_VALUE));
        var recorded = fails.counterexample().orElseThrow().recorded().orElseThrow();
        assertEquals(Optional.of("1"), recorded.session());
        assertEquals(2, recorded.position());
        assertEquals(Optional.empty(), recorded.unreplayed());
        assertInstanceOf(Verdict.Inconclusive.class, verdict("BOTH", words, 0));
        assertInstanceOf(Verdict.Holds.class, verdict("BOTH", words + " b1", Long.MAX_VALUE));
    }

    @Test
    void behind_a_gap_of_all_sessions_none_is_judged_by_what_may_have_been_lost() throws Exception {
        for (long room : new long[] {0, Long.MAX_VALUE}) {
            assertInstanceOf(Verdict.Inconclusive.class, verdict("P", "a1 a2 a3 a4 a5 ? a1 a2 b6 a7 b5", room));
            assertInstanceOf(Verdict.Fails.class, verdict("P", "a1 ? a1 a1", room));
            assertInstanceOf(Verdict.Fails.class, verdict("P", "? b6 b6", room));
        }
    }
}
