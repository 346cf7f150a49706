package org.cspcheck.reports.sarif;

import static org.cspcheck.reports.Reports.DEADLOCK;
import static org.cspcheck.reports.Reports.HOLDS;
import static org.cspcheck.reports.Reports.HOSTILE;
import static org.cspcheck.reports.Reports.OPEN;
import static org.cspcheck.reports.Reports.outcome;
import static org.cspcheck.reports.Reports.report;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.Source;
import org.cspcheck.model.verdict.Check;
import org.cspcheck.model.verdict.Outcome;
import org.cspcheck.model.verdict.Verdict;
import org.cspcheck.reports.Report;
import org.cspcheck.reports.Reports;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SarifReportTest {
    private static final Schema SCHEMA = schema();

    private static Schema schema() {
        InputStream in = SarifReportTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json");
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(in);
    }

    /** The only run of the document, which must fit the schema. */
    private static JsonNode run(Report report) {
        String text = SarifReport.of(report);
        JsonNode tree = JsonMapper.shared().readTree(text);
        assertEquals(List.of(), SCHEMA.validate(tree), text);
        return tree.at("/runs/0");
    }

    @Test
    void only_what_is_not_as_expected_is_a_result() {
        JsonNode run = run(report(outcome("good", true, HOLDS), outcome("known", false, DEADLOCK), outcome("bad", true, DEADLOCK), outcome("big", true, OPEN)));
        assertEquals(2, run.get("results").size());
        assertEquals("bad fails. Deadlock: nothing can happen any more.", run.at("/results/0/message/text").asString());
        assertEquals("fail error", run.at("/results/0/kind").asString() + " " + run.at("/results/0/level").asString());
        assertEquals("open none", run.at("/results/1/kind").asString() + " " + run.at("/results/1/level").asString());
        assertEquals("csp/deadlock-free", run.at("/tool/driver/rules/" + run.at("/results/0/ruleIndex").asInt() + "/id").asString());
        assertTrue(run.at("/invocations/0/executionSuccessful").asBoolean());
    }

    @Test
    void a_result_stands_at_its_check() {
        JsonNode place = run(report(outcome("bad", true, DEADLOCK))).at("/results/0/locations/0/physicalLocation");
        assertEquals("specs/two%20tellers.yaml", place.at("/artifactLocation/uri").asString());
        assertEquals(
                JsonMapper.shared().readTree("{\"startLine\": 5, \"startColumn\": 5, \"endLine\": 5, \"endColumn\": 18}"), place.get("region"));
    }

    @Test
    void each_process_is_a_thread_and_those_of_one_step_have_its_number() {
        JsonNode flows = run(report(outcome("bad", true, DEADLOCK))).at("/results/0/codeFlows/0/threadFlows");
        assertEquals(2, flows.size());
        assertEquals("left", flows.at("/0/id").asString());
        assertEquals(HOSTILE.replace("\uD800", "?"), flows.at("/1/id").asString().replace("\uD800", "?"));
        assertEquals(List.of(1, 2, 3), orders(flows.get(0)));
        assertEquals(List.of(1, 3), orders(flows.get(1)));
        assertEquals("mid.3 (hidden)", flows.at("/0/locations/1/location/message/text").asString());
        assertEquals("waits to perform b with right", flows.at("/0/locations/2/location/message/text").asString());
    }

    private static List<Integer> orders(JsonNode thread) {
        return thread.get("locations").valueStream().map(place -> place.get("executionOrder").asInt()).toList();
    }

    @Test
    void a_step_stands_where_it_is_written_else_at_its_process_else_at_the_check() {
        JsonNode flows = run(report(outcome("bad", true, DEADLOCK))).at("/results/0/codeFlows/0/threadFlows");
        assertEquals("2:10", start(flows.at("/0/locations/0")));
        assertEquals("5:5", start(flows.at("/0/locations/1")));
        assertEquals("5:5", start(flows.at("/1/locations/0")));
    }

    private static String start(JsonNode place) {
        JsonNode region = place.at("/location/physicalLocation/region");
        return region.get("startLine").asInt() + ":" + region.get("startColumn").asInt();
    }

    @Test
    void a_fingerprint_is_the_same_when_lines_move_and_another_for_another_check() {
        String here = fingerprint(outcome("bad", true, DEADLOCK));
        assertEquals(here, fingerprint(moved(outcome("bad", true, new Verdict.Holds(Optional.empty())))));
        assertNotEquals(here, fingerprint(outcome("worse", true, DEADLOCK)));
        JsonNode twice = run(report(outcome("bad", true, DEADLOCK), outcome("bad", true, DEADLOCK))).get("results");
        assertNotEquals(twice.at("/0/partialFingerprints").toString(), twice.at("/1/partialFingerprints").toString());
    }

    private static Outcome moved(Outcome outcome) {
        Check check = outcome.check();
        Source longer = Source.of(Reports.SPEC.name(), "# a line more\n" + Reports.SPEC.text());
        var there = Optional.of(longer.span(Reports.CHECK.start() + 14, Reports.CHECK.end() + 14));
        var moved = new Check(check.name(), check.assertion(), check.subject(), check.property(), check.negated(), false, there, check.limits());
        return new Outcome(moved, outcome.verdict(), outcome.statistics());
    }

    private static String fingerprint(Outcome outcome) {
        return run(report(outcome)).at("/results/0/partialFingerprints").toString();
    }

    @Test
    void a_mistake_with_a_place_is_a_result_and_one_without_is_a_notification() {
        Diagnostic placed = Diagnostic.warning("CSP0414", Reports.CHECK, "a text ends before a #")
                .tryThis("quotes")
                .with(List.of(new Diagnostic.Note("here", Reports.STEP_A)));
        JsonNode run = run(report(List.of(placed, Diagnostic.error("CSP0417", null, "no.yaml does not exist"))));
        assertEquals("a text ends before a #. Try: quotes", run.at("/results/0/message/text").asString());
        assertEquals("here", run.at("/results/0/relatedLocations/0/message/text").asString());
        assertEquals(1, run.get("results").size());
        assertEquals("no.yaml does not exist.", run.at("/invocations/0/toolConfigurationNotifications/0/message/text").asString());
        assertFalse(run.at("/invocations/0/executionSuccessful").asBoolean());
    }

    @Test
    void a_loop_follows_its_run_in_the_count() {
        JsonNode flows = run(report(outcome("bad", true, new Verdict.Fails(Optional.of(Reports.divergence()))))).at("/results/0/codeFlows/0/threadFlows");
        assertEquals(List.of(1, 2, 3, 4), orders(flows.get(0)));
        assertEquals("for ever: mid.3 (hidden)", flows.at("/0/locations/3/location/message/text").asString());
    }

    @Test
    void paths_become_references() {
        assertEquals("a%20b/c%23d.csp", Places.uri("a b/c#d.csp"));
        assertEquals("file:///tmp/x.csp", Places.uri("/tmp/x.csp"));
        assertEquals("./a:b.csp", Places.uri("a:b.csp"));
        assertEquals("%3Cstdin%3E", Places.uri("<stdin>"));
    }
}
