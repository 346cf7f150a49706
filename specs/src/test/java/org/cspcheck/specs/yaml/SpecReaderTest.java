package org.cspcheck.specs.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.cspcheck.model.source.Source;
import org.cspcheck.model.verdict.Limits;
import org.cspcheck.model.verdict.SemanticModel;
import org.cspcheck.specs.yaml.SpecFile.Body;
import org.cspcheck.specs.yaml.SpecFile.Check;
import org.cspcheck.specs.yaml.SpecFile.Claim;
import org.cspcheck.specs.yaml.SpecFile.Expectation;
import org.cspcheck.specs.yaml.SpecFile.Network;
import org.cspcheck.specs.yaml.SpecFile.Timers;
import org.junit.jupiter.api.Test;

class SpecReaderTest {
    private static final String EVERYTHING = """
            name: everything
            about: All sections at once.
            import: [a.csp, lib/b.csp]
            define: |
              channel a, b
            network:
              - process: PHIL(i)
                for: i <- {0..4}
                name: phil
                alphabet: {| a |}
              - java: com.example.Fork
                args: [1, "<a>"]
                implements: FORK
                model: FD
            hide: {a, b}
            check:
              - deadlock free
              - livelock-free
              - Deterministic
              - SPEC [FD= NETWORK \\ {| a |}
              - assert: assert NETWORK :[divergence free]
                name: quiet
                about: Nothing goes on inside for ever.
                expect: fails
                limits: {states: 1_000, time: 1m30s}
              - can: <a, b>
                model: T
              - never: {| b |}
            limits: {states: 100000000, depth: 50, memory: 8g, time: 10m}
            time: {unit: 1ms, timers: {race: 2ms}}
            run:
              bind: {a: stdout, b: "java:com.example.Feed"}
              policy: {queue: random, alt: fair, timers: deadline, seed: 7}
              record: run.jsonl
              choices: run.choices
              monitor: [SPEC]
            trace:
              channel: /event/name
              args: [/event/x, /event/y]
              ignore: {| heartbeat |}
              against: SPEC
              complete: true
            """;

    private static Check check(String text) {
        return Reading.good("check:\n  - " + text + "\n").checks().getFirst();
    }

    private static List<String> texts(List<Source> sources) {
        return sources.stream().map(Source::text).toList();
    }

    @Test
    void every_section_is_read() {
        SpecFile spec = Reading.good(EVERYTHING);
        assertEquals("everything", spec.name().orElseThrow().text());
        assertEquals("All sections at once.", spec.about().orElseThrow().text());
        assertEquals(List.of("a.csp", "lib/b.csp"), texts(spec.imports()));
        assertEquals("channel a, b\n", spec.define().orElseThrow().text());
        assertEquals("{a, b}", spec.hide().orElseThrow().text());
        assertEquals(
                new Limits(OptionalLong.of(100_000_000), OptionalInt.of(50), OptionalLong.of(8L << 30), Optional.of(Duration.ofMinutes(10))),
                spec.limits());
        assertEquals(Duration.ofMillis(1), spec.time().orElseThrow().unit().orElseThrow());
        assertEquals(new Timers.Race(Duration.ofMillis(2)), spec.time().orElseThrow().timers());
        SpecFile.Run run = spec.run().orElseThrow();
        assertEquals("[a, b]", run.bind().keySet().toString());
        assertEquals("java:com.example.Feed", run.bind().get("b").text());
        assertEquals(new SpecFile.Policy(Optional.of("random"), Optional.of("fair"), Optional.of("deadline"), OptionalLong.of(7)), run.policy());
        assertEquals(List.of("SPEC"), texts(run.monitors()));
        SpecFile.Trace trace = spec.trace().orElseThrow();
        assertEquals(List.of("/event/x", "/event/y"), texts(trace.arguments()));
        assertEquals("{| heartbeat |}", trace.ignore().orElseThrow().text());
        assertTrue(trace.complete());
    }

    @Test
    void entries_are_processes_or_classes() {
        List<SpecFile.Entry> entries = assertInstanceOf(Network.Entries.class, Reading.good(EVERYTHING).network().orElseThrow()).entries();
        SpecFile.Entry phil = entries.get(0);
        assertEquals("PHIL(i)", assertInstanceOf(Body.Cspm.class, phil.body()).process().text());
        assertEquals("i <- {0..4}", phil.generators().orElseThrow().text());
        assertEquals("phil", phil.name().orElseThrow().text());
        assertEquals("{| a |}", phil.alphabet().orElseThrow().text());
        Body.Java fork = assertInstanceOf(Body.Java.class, entries.get(1).body());
        assertEquals("com.example.Fork", fork.className().text());
        assertEquals(List.of("1", "<a>"), texts(fork.arguments()));
        assertEquals("FORK", fork.specification().orElseThrow().text());
        assertEquals(Optional.of(SemanticModel.FD), fork.model());
    }

    @Test
    void checks_are_words_assertions_or_mappings() {
        List<Check> checks = Reading.good(EVERYTHING).checks();
        assertInstanceOf(Claim.DeadlockFree.class, checks.get(0).claim());
        assertInstanceOf(Claim.DivergenceFree.class, checks.get(1).claim());
        assertInstanceOf(Claim.Deterministic.class, checks.get(2).claim());
        assertEquals("SPEC [FD= NETWORK \\ {| a |}", assertInstanceOf(Claim.Assertion.class, checks.get(3).claim()).text().text());
        Check quiet = checks.get(4);
        Source text = assertInstanceOf(Claim.Assertion.class, quiet.claim()).text();
        assertEquals("NETWORK :[divergence free]", text.text());
        assertEquals("spec.yaml:21:20", text.span(0, 1).location().toString());
        assertEquals(Expectation.FAILS, quiet.expect());
        assertEquals(OptionalLong.of(1000), quiet.limits().states());
        assertEquals(Optional.of(Duration.ofSeconds(90)), quiet.limits().time());
        assertEquals("<a, b>", assertInstanceOf(Claim.Can.class, checks.get(5).claim()).eventOrTrace().text());
        assertEquals("{| b |}", assertInstanceOf(Claim.Never.class, checks.get(6).claim()).eventSet().text());
    }

    @Test
    void cspm_may_start_with_what_yaml_keeps_for_itself() {
        String network = "||| i : {0..2} @ P(i)";
        Source text = assertInstanceOf(Network.Expression.class, Reading.good("network: " + network + "\n").network().orElseThrow()).text();
        assertEquals(network, text.text());
        Reading.assertTypedWhereItSays(text);
        assertEquals("[] x:S @ P", assertInstanceOf(Claim.Assertion.class, check("assert: '[] x:S @ P'").claim()).text().text());
        assertEquals("{a.1}", assertInstanceOf(Claim.Never.class, check("never: {a.1}").claim()).eventSet().text());
    }

    @Test
    void a_private_use_character_in_a_text_stays_what_it_is() {
        assertEquals("\uE0C0", Reading.good("about: \uE0C0\n").about().orElseThrow().text());
    }

    @Test
    void all_errors_of_a_file_are_told_at_once() {
        assertEquals(
                List.of("CSP0406 1:1", "CSP0407 2:7", "CSP0405 5:5", "CSP0410 6:13", "CSP0416 7:5", "CSP0410 8:18", "CSP0410 8:30"),
                Reading.of("""
                        nmae: x
                        hide: [a]
                        check:
                          - assert: P [T= Q
                            assert: P [T= R
                            expect: fail
                          - dedlock free
                        limits: {states: many, time: 10}
                        """).summary());
    }

    @Test
    void a_misspelt_word_gets_the_one_that_was_meant() {
        assertTrue(Reading.fault("chekc: []\n").hint().startsWith("Did you mean `check`?"));
        assertTrue(Reading.fault("definitions: x\n").hint().startsWith("Did you mean `define`?"));
        assertEquals("Did you mean `fails`?", Reading.fault("check:\n- {can: a, expect: fail}\n").hint());
        assertEquals("Did you mean `deadlock free`?", Reading.fault("check: [dedlock-free]\n").hint());
    }

    @Test
    void an_entry_is_exactly_one_process() {
        assertEquals("CSP0408", Reading.fault("network:\n- name: x\n").code());
        assertEquals("CSP0409", Reading.fault("network:\n- {process: P, java: C}\n").code());
        assertEquals("CSP0409", Reading.fault("network:\n- {process: P, args: [1]}\n").code());
        assertEquals("CSP0409", Reading.fault("network:\n- {java: C, model: T}\n").code());
        assertEquals("CSP0407", Reading.fault("network:\n- PHIL(0)\n").code());
    }

    @Test
    void a_check_claims_exactly_one_thing() {
        assertEquals("CSP0408", Reading.fault("check:\n- name: x\n").code());
        assertEquals("CSP0409", Reading.fault("check:\n- {can: a, never: b}\n").code());
    }

    @Test
    void a_key_without_a_value_is_told() {
        assertEquals(List.of("CSP0407 1:8", "CSP0407 2:7"), Reading.of("define:\ncheck:\n").summary());
    }

    @Test
    void text_that_yaml_takes_for_a_comment_is_warned_of() {
        assertEquals(List.of("CSP0414 1:14"), Reading.of("define: n == #xs\n").summary());
        assertEquals(List.of("CSP0415 1:9"), Reading.of("define: >\n  P = STOP -- idle\n  Q = SKIP\n").summary());
        assertEquals(List.of(), Reading.of("define: n # xs\n").summary());
    }

    @Test
    void traces_and_runs_have_their_own_rules() {
        assertEquals("CSP0409", Reading.fault("trace: {event: /e, channel: /c}\n").code());
        assertEquals("CSP0409", Reading.fault("trace: {args: [/a]}\n").code());
        assertEquals("CSP0410", Reading.fault("trace: {event: e}\n").code());
        assertEquals("CSP0410", Reading.fault("run: {bind: {a: printer}}\n").code());
        assertEquals("CSP0410", Reading.fault("time: {timers: lazy}\n").code());
        assertEquals("CSP0410", Reading.fault("trace: {complete: yes}\n").code());
    }
}
