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

/** More sessions than may be open: four at a time. */
class SessionsTest {
    private static final String SPEC =
            """
            define: |
              channel a, b
              P = a -> b -> P
              ONCE = a -> STOP
            trace: {by: /s, against: %s}
            """;

    @TempDir
    private Path folder;

    /** Each word is an event and the number of its session. */
    private Verdict verdict(String process, String words) throws Exception {
        Path file = Files.writeString(folder.resolve("spec.yaml"), SPEC.formatted(process));
        Specification specification = Specifications.read(file.toString(), Optional.empty(), List.of(), InputStream.nullInputStream());
        Evaluation evaluation = specification.evaluation().orElseThrow();
        TraceSection section = specification.trace().orElseThrow();
        var verifier = TraceVerifier.of(evaluation.process(section.against().orElseThrow()), specification.alphabet());
        var findings = new Findings(specification.alphabet(), List.of("log"), "/event", false, event -> List.of());
        var verification = new LogVerification(
                verifier, Mapping.of(section.mapping()), new EventNames(evaluation, EventSet.EMPTY), findings, () -> false, 4);
        var log = new StringBuilder();
        for (String word : words.split(" ")) {
            log.append("{\"event\":\"").append(word.charAt(0)).append("\",\"s\":").append(word.substring(1)).append("}\n");
        }
        try (var lines = new Lines("log", new ByteArrayInputStream(log.toString().getBytes(StandardCharsets.UTF_8)))) {
            verification.read(lines, 0);
        }
        verification.end();
        assertEquals(words.split(" ").length, findings.events());
        return findings.verdict();
    }

    @Test
    void a_session_that_was_closed_and_comes_again_is_never_wrong() throws Exception {
        assertInstanceOf(Verdict.Fails.class, verdict("P", "a1 a2 a3 a4 a1"));
        assertInstanceOf(Verdict.Inconclusive.class, verdict("P", "a1 a2 a3 a4 a5 a1"));
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
}
