package org.cspcheck.reports.html;

import static org.cspcheck.reports.Reports.DEADLOCK;
import static org.cspcheck.reports.Reports.HOLDS;
import static org.cspcheck.reports.Reports.HOSTILE;
import static org.cspcheck.reports.Reports.outcome;
import static org.cspcheck.reports.Reports.report;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.verdict.Verdict;
import org.cspcheck.reports.Report;
import org.cspcheck.reports.Reports;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What can be told of the page without a browser; what it looks like and how it behaves was seen in one. */
class HtmlReportTest {
    private static final Report REPORT = report(
            List.of(Diagnostic.warning("CSP0414", Reports.CHECK, HOSTILE)),
            outcome(HOSTILE, true, DEADLOCK),
            outcome("loops", true, new Verdict.Fails(Optional.of(Reports.divergence()))),
            outcome("good", true, HOLDS));

    private static final String PAGE = HtmlReport.of(REPORT);

    private static Document document() throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(PAGE)));
    }

    private static Element byId(Document document, String id) {
        var all = document.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            if (((Element) all.item(i)).getAttribute("id").equals(id)) {
                return (Element) all.item(i);
            }
        }
        throw new AssertionError("no element " + id);
    }

    private static JsonNode data() throws Exception {
        return JsonMapper.shared().readTree(byId(document(), "data").getTextContent());
    }

    @Test
    void the_page_is_well_formed_and_every_part_is_in_it() throws Exception {
        Document document = document();
        assertEquals("html", document.getDocumentElement().getTagName());
        assertEquals(2, document.getElementsByTagName("script").getLength());
        assertEquals(1, document.getElementsByTagName("style").getLength());
        assertFalse(PAGE.contains("/*DATA*/") || PAGE.contains("/*STYLE*/") || PAGE.contains("/*SCRIPT*/"));
    }

    @Test
    void what_is_left_and_where_the_time_went_are_told() throws Exception {
        JsonNode check = JsonMapper.shared().readTree(PageData.of(report(Reports.stopped("big")))).at("/checks/0");
        assertTrue(check.at("/sentence").asString().endsWith("7 states were waiting; perhaps 20 to 40 states in all, by how the search has grown."));
        JsonNode profile = check.at("/profile");
        assertEquals("1.00 s", profile.at("/time").asString());
        assertEquals(
                JsonMapper.shared().readTree("""
                        [{"stage": "unfolding", "time": "0.80 s", "share": "79.9 %"}, {"stage": "searching", "time": "0.20 s", "share": "20.1 %"}]"""),
                profile.at("/stages"));
        assertEquals(3, profile.at("/components").size());
        assertEquals(HOSTILE, profile.at("/components/0/name").asString());
        assertEquals("50.0 % 1000 10", profile.at("/components/0/share").asString() + " " + profile.at("/components/0/states") + " " + profile.at("/components/0/left"));
        assertTrue(profile.at("/components/1/states").isMissingNode(), "it was given up");
        assertEquals("297 0.30 s", profile.at("/others") + " " + profile.at("/rest").asString());
    }

    @Test
    void nothing_is_loaded_from_anywhere() throws Exception {
        assertFalse(PAGE.contains("://") || PAGE.contains("@import") || PAGE.contains("url("));
        for (String name : List.of("link", "img", "iframe", "object", "base", "form")) {
            assertEquals(0, document().getElementsByTagName(name).getLength(), name);
        }
        assertTrue(PAGE.contains("content=\"default-src 'none';"));
    }

    @Test
    void no_name_becomes_markup() throws Exception {
        assertFalse(PAGE.contains("<img") || PAGE.contains("x</script"));
        assertEquals(2, PAGE.split("</script", -1).length - 1, "the two of the page itself");
        assertFalse(PAGE.contains("innerHTML") || PAGE.contains("insertAdjacentHTML") || PAGE.contains("document.write"));
        assertEquals(HOSTILE.replace('\n', ' ').replaceAll("\\s+", " "), data().at("/checks/0/name").asString());
    }

    @Test
    void each_reference_of_the_scripts_to_the_page_has_its_element() throws Exception {
        Document document = document();
        Set<String> asked = new HashSet<>();
        Matcher matcher = Pattern.compile("getElementById\\('([a-z]+)'\\)").matcher(PAGE);
        while (matcher.find()) {
            asked.add(matcher.group(1));
        }
        asked.remove("run"); // made by the scripts
        assertEquals(Set.of("data", "drawing", "live", "main", "nav", "paper", "summary", "theme", "title"), asked);
        asked.forEach(id -> byId(document, id));
        for (Node child = byId(document, "theme"); child != null; child = child.getParentNode()) {
            assertFalse(child instanceof Element element && element.hasAttribute("hidden"));
        }
    }

    @Test
    void a_run_refers_to_its_tables() throws Exception {
        JsonNode run = data().at("/checks/0/run");
        assertEquals("[\"left\"," + JsonMapper.shared().writeValueAsString(HOSTILE) + "]", run.get("processes").toString());
        assertEquals("[\"a\",\"tau\",\"mid.3\",\"b\"]", run.get("events").toString());
        assertEquals(2, run.get("steps").size());
        JsonNode second = run.at("/steps/1");
        assertEquals("tau mid.3 left", name(run, "events", second.get(0)) + " " + name(run, "events", second.get(1)) + " " + name(run, "processes", second.get(2)));
        JsonNode first = run.at("/moments/0");
        assertEquals(4, first.size(), "two offers, each with where it leads");
        JsonNode taken = run.at("/table/" + first.get(0).asInt());
        assertEquals("a", name(run, "events", taken.get(0)));
        assertEquals(1, first.get(1).asInt());
        assertEquals(-1, first.get(3).asInt());
        assertEquals(3, run.at("/more/0").asInt());
        assertEquals("specs/two tellers.yaml:2:10", name(run, "places", run.at("/written/0/0")));
    }

    private static String name(JsonNode run, String table, JsonNode number) {
        return run.get(table).get(number.asInt()).asString();
    }

    @Test
    void the_network_has_a_place_for_each_process() throws Exception {
        JsonNode network = data().at("/checks/0/run/network");
        assertEquals(2, network.get("nodes").size());
        assertEquals("mid", network.at("/joints/1/channel").asString());
        assertTrue(network.at("/joints/1/hidden").asBoolean());
    }

    @Test
    void a_loop_stands_apart_from_the_way_to_it() throws Exception {
        JsonNode run = data().at("/checks/1/run");
        assertEquals(2, run.get("steps").size());
        assertEquals(2, run.get("loop").size());
        assertFalse(data().at("/checks/2").has("run"));
    }
}
