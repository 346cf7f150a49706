package org.cspcheck.reports.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.Source;
import org.cspcheck.model.verdict.Check;
import org.cspcheck.model.verdict.Counterexample;
import org.cspcheck.model.verdict.Counterexample.Kind;
import org.cspcheck.model.verdict.Counterexample.TakenStep;
import org.cspcheck.model.verdict.Counterexample.Waiting;
import org.cspcheck.model.verdict.Counterexample.Wish;
import org.cspcheck.model.verdict.Limits;
import org.cspcheck.model.verdict.Outcome;
import org.cspcheck.model.verdict.Outcome.Statistics;
import org.cspcheck.model.verdict.Profile;
import org.cspcheck.model.verdict.Profile.Stage;
import org.cspcheck.model.verdict.Property;
import org.cspcheck.model.verdict.SemanticModel;
import org.cspcheck.model.verdict.Verdict;
import org.cspcheck.reports.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonReportTest {
    private static final Source SPEC = Source.of("spec.yaml", "check:\n  - deadlock free\n");
    private static final Report.Run RUN = new Report.Run(Instant.EPOCH, Duration.ofMillis(410), 2, 123_456_789, false, 0);
    private static final List<Report.Input> INPUTS = List.of(new Report.Input("spec.yaml", "0".repeat(64)));
    private static final List<TakenStep> STEPS = List.of(
            new TakenStep("picks.0.0", List.of("phil(0)", "fork(0)"), Optional.empty()),
            new TakenStep("tau", List.of("phil(1)"), Optional.of("mid.3")),
            new TakenStep("tick", List.of(), Optional.empty()));

    private static Outcome outcome(Property property, boolean expected, Verdict verdict) {
        Check check = new Check("a check", "NETWORK :[..]", Process.STOP, property, false, expected, Optional.of(SPEC.span(11, 24)), Limits.NONE);
        return new Outcome(check, verdict, new Statistics(12, 34, 5));
    }

    private static Counterexample run(Kind kind) {
        return new Counterexample(
                kind,
                STEPS,
                Optional.of("eats.0"),
                List.of(),
                List.of(List.of("a", "b"), List.of()),
                kind == Kind.DIVERGENCE ? STEPS : List.of(),
                kind == Kind.NONDETERMINISM ? Optional.of(STEPS) : Optional.empty(),
                List.of(new Waiting("phil(0)", List.of(new Wish("picks.0.1", List.of("fork(1)"))))),
                List.of(0, 3, 1));
    }

    /** The document, which must fit the schema. */
    private static JsonNode json(List<Diagnostic> diagnostics, Outcome... outcomes) {
        String text = JsonReport.of(new Report("1.0", INPUTS, diagnostics, finished(outcomes), List.of(), RUN));
        JsonNode tree = JsonMapper.shared().readTree(text);
        assertEquals(List.of(), schema().validate(tree), text);
        return tree;
    }

    private static List<Report.Finished> finished(Outcome... outcomes) {
        return Arrays.stream(outcomes).map(outcome -> new Report.Finished(outcome, Duration.ofSeconds(1), Optional.empty())).toList();
    }

    private static Schema schema() {
        InputStream in = JsonReport.class.getResourceAsStream("csp-report.schema.json");
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(in);
    }

    private static JsonNode check(Outcome outcome) {
        return json(List.of(), outcome).at("/checks/0");
    }

    @Test
    void an_empty_report_is_this_text() {
        assertEquals(
                """
                {
                  "schemaVersion" : 1,
                  "tool" : {
                    "name" : "csp-check",
                    "version" : "1.0"
                  },
                  "inputs" : [ ],
                  "diagnostics" : [ ],
                  "checks" : [ ],
                  "run" : {
                    "seconds" : 0.41,
                    "workers" : 2,
                    "peakMemoryBytes" : 123456789
                  }
                }
                """,
                JsonReport.of(new Report("1.0", List.of(), List.of(), List.of(), List.of(), RUN)));
    }

    @Test
    void an_event_of_a_log_has_its_line_and_who_refused_it() {
        var place = new Counterexample.LogPlace("app.jsonl", 17);
        var refuser = new Counterexample.Refuser(
                "phil(0)", List.of("a"), List.of(new Counterexample.Cause("b", new Counterexample.LogPlace("app.jsonl", 9))), Optional.of(List.of("b")));
        var recorded = new Counterexample.Recorded(place, 12, Optional.of("s1"), false, List.of(refuser), List.of(), Optional.of("it is too large"));
        var failure = new Counterexample(Kind.TRACE, STEPS, Optional.of("c"), List.of(), List.of(List.of("a")), List.of(), Optional.empty(), List.of(),
                List.of(), Optional.of(recorded));
        JsonNode check = check(outcome(new Property.Records("app.jsonl"), true, new Verdict.Fails(Optional.of(failure))));
        assertEquals("trace", check.at("/kind").asString());
        assertEquals(17, check.at("/counterexample/recorded/line").asInt());
        assertEquals("phil(0)", check.at("/counterexample/recorded/refusers/0/process").asString());
        assertEquals(9, check.at("/counterexample/recorded/refusers/0/causes/0/line").asInt());
    }

    @Test
    void what_varies_stands_under_run_in_the_order_of_the_checks() {
        var profile = new Profile(
                Map.of(Stage.SEARCHING, Duration.ofNanos(1_500_500)),
                List.of(new Profile.Component("P", "", Map.of(Stage.UNFOLDING, Duration.ofNanos(2000)), Optional.of(new Profile.Size(4, 6, 3, 4)))));
        Outcome plain = outcome(new Property.DivergenceFree(), true, new Verdict.Holds(Optional.empty()));
        var clocked = new Outcome(plain.check(), plain.verdict(), plain.statistics(), Optional.empty(), Optional.of(profile));
        assertEquals(
                JsonMapper.shared().readTree("""
                        [{"name": "a check", "seconds": 1.0, "statesPerSecond": 12},
                         {"name": "a check", "seconds": 1.0, "statesPerSecond": 12, "profile": {
                            "seconds": 0.001501, "stages": {"searching": 0.001501},
                            "components": [{"name": "P", "statesBefore": 4, "transitionsBefore": 6, "states": 3, "transitions": 4,
                                            "stages": {"unfolding": 0.000002}}]}}]"""),
                json(List.of(), plain, clocked).at("/run/checks"));
    }

    @Test
    void a_check_says_what_was_asked_and_what_came_out() {
        JsonNode check = check(outcome(new Property.DeadlockFree(SemanticModel.FD), true, new Verdict.Holds(Optional.empty())));
        assertEquals(
                JsonMapper.shared().readTree("""
                        {"name": "a check", "assertion": "NETWORK :[..]", "kind": "deadlock-free", "model": "FD",
                         "file": "spec.yaml", "line": 2, "column": 5, "expect": "holds", "verdict": "holds", "ok": true,
                         "states": 12, "transitions": 34, "depth": 5}"""),
                check);
    }

    @Test
    void a_counterexample_has_its_trace_without_tau_and_its_steps_with_it() {
        JsonNode run = check(outcome(new Property.DivergenceFree(), false, new Verdict.Fails(Optional.of(run(Kind.DIVERGENCE))))).get("counterexample");
        assertEquals("[\"picks.0.0\",\"tick\"]", run.get("trace").toString());
        assertEquals("{\"event\":\"tau\",\"processes\":[\"phil(1)\"],\"hidden\":\"mid.3\"}", run.at("/steps/1").toString());
        assertEquals("[\"picks.0.0\",\"mid.3\",\"tick\"]", run.get("loop").toString());
        assertEquals("[[\"a\",\"b\"],[]]", run.get("allowed").toString());
        assertEquals("[0,3,1]", run.get("choices").toString());
        assertEquals("fork(1)", run.at("/waiting/0/wishes/0/missing/0").asString());
        assertFalse(run.has("offers"));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void every_kind_of_counterexample_fits_the_schema(Kind kind) {
        JsonNode check = check(outcome(new Property.Can(List.of(3), false), true, new Verdict.Fails(Optional.of(run(kind)))));
        assertEquals(kind.word(), check.at("/counterexample/kind").asString());
        assertEquals(kind == Kind.REFUSAL, check.at("/counterexample").has("offers"));
    }

    @Test
    void the_run_that_was_asked_for_is_a_witness_and_no_counterexample() {
        JsonNode found = check(outcome(new Property.Can(List.of(3), false), true, new Verdict.Holds(Optional.of(run(Kind.RUN)))));
        assertTrue(found.has("witness") && !found.has("counterexample"));
        JsonNode denied = check(outcome(new Property.DivergenceFree(), true, new Verdict.Holds(Optional.of(run(Kind.DIVERGENCE)))));
        assertTrue(denied.has("counterexample") && !denied.has("witness"));
    }

    @Test
    void a_check_without_an_answer_says_why_and_is_not_ok() {
        JsonNode open = check(outcome(new Property.DivergenceFree(), false, new Verdict.Inconclusive("state limit of 1000 reached")));
        assertEquals("state limit of 1000 reached", open.get("reason").asString());
        assertFalse(open.get("ok").asBoolean());
        JsonNode error = check(outcome(
                new Property.DivergenceFree(), true, new Verdict.Erroneous(Diagnostic.error("CSP0501", null, "Division by zero"))));
        assertEquals("Division by zero", error.get("reason").asString());
        assertFalse(error.has("states"));
    }

    @Test
    void a_diagnostic_has_its_place_its_cause_and_its_notes() {
        Diagnostic diagnostic = Diagnostic.warning("CSP0112", SPEC.span(11, 24), "m\u0001\"\n")
                .because("c")
                .tryThis("t")
                .with(List.of(new Diagnostic.Note("first here", SPEC.span(0, 5))));
        assertEquals(
                JsonMapper.shared().readTree("""
                        {"severity": "warning", "code": "CSP0112", "message": "m\\u0001\\"\\n", "file": "spec.yaml", "line": 2, "column": 5,
                         "cause": "c", "hint": "t", "notes": [{"message": "first here", "file": "spec.yaml", "line": 1, "column": 1}]}"""),
                json(List.of(diagnostic)).at("/diagnostics/0"));
        assertFalse(json(List.of(Diagnostic.error("CSP0417", null, "x"))).at("/diagnostics/0").has("file"));
    }

    @Test
    void the_schema_allows_no_unknown_member() {
        String text = JsonReport.of(new Report("1.0", INPUTS, List.of(), List.of(), List.of(), RUN)).replace("\"inputs\"", "\"input\"");
        assertEquals(2, schema().validate(JsonMapper.shared().readTree(text)).size());
    }

    @Test
    void the_kinds_of_the_schema_are_those_of_the_model() throws Exception {
        try (InputStream in = JsonReport.class.getResourceAsStream("csp-report.schema.json")) {
            JsonNode kinds = JsonMapper.shared().readTree(in).at("/$defs/run/properties/kind/enum");
            assertEquals(
                    Arrays.stream(Kind.values()).map(Kind::word).sorted().toList(),
                    kinds.valueStream().map(JsonNode::asString).sorted().toList());
        }
    }
}
