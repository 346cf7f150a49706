package org.cspcheck.reports.junit;

import static org.cspcheck.reports.Reports.DEADLOCK;
import static org.cspcheck.reports.Reports.HOLDS;
import static org.cspcheck.reports.Reports.HOSTILE;
import static org.cspcheck.reports.Reports.OPEN;
import static org.cspcheck.reports.Reports.outcome;
import static org.cspcheck.reports.Reports.report;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.verdict.Verdict;
import org.cspcheck.reports.Report;
import org.cspcheck.reports.Reports;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class JUnitReportTest {
    private static final Schema SCHEMA = schema();

    /** The jar's schema is Windy Road's with a namespace, which no report has. */
    private static Schema schema() {
        try (InputStream in = JUnitReportTest.class.getResourceAsStream("/xsd/junit.xsd")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("targetNamespace=\"urn:junit.baev.github.com\"", "")
                    .replaceAll("\"ns:", "\"");
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(new StreamSource(new StringReader(text)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The document, which must fit the schema. */
    private static Document xml(Report report) throws Exception {
        String text = JUnitReport.of(report);
        SCHEMA.newValidator().validate(new StreamSource(new StringReader(text)));
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    }

    private static Element only(Document document, String name) {
        assertEquals(1, document.getElementsByTagName(name).getLength(), name);
        return (Element) document.getElementsByTagName(name).item(0);
    }

    private static int count(Document document, String name) {
        return document.getElementsByTagName(name).getLength();
    }

    @Test
    void a_failure_is_a_failure_unless_it_was_expected() throws Exception {
        Document document = xml(report(outcome("good", true, HOLDS), outcome("bad", true, DEADLOCK), outcome("known", false, DEADLOCK)));
        assertEquals(3, count(document, "testcase"));
        Element failure = only(document, "failure");
        assertEquals("bad", ((Element) failure.getParentNode()).getAttribute("name"));
        assertEquals("bad fails. Deadlock: nothing can happen any more.", failure.getAttribute("message"));
        assertTrue(failure.getTextContent().contains("trace     <a>"), failure.getTextContent());
        assertEquals(0, count(document, "error"));
        Element suite = only(document, "testsuite");
        assertEquals("3 1 0", suite.getAttribute("tests") + " " + suite.getAttribute("failures") + " " + suite.getAttribute("errors"));
        assertEquals("4.500", suite.getAttribute("time"));
        assertEquals("2026-01-02T03:04:05", suite.getAttribute("timestamp"));
        assertEquals("specs two tellers", suite.getAttribute("package") + " " + suite.getAttribute("name"));
    }

    @Test
    void what_holds_and_should_not_is_a_failure() throws Exception {
        Element failure = only(xml(report(outcome("good", false, HOLDS))), "failure");
        assertEquals("good holds, and was expected to fail.", failure.getAttribute("message"));
    }

    @Test
    void no_answer_is_an_error_and_never_skipped() throws Exception {
        Document document = xml(report(outcome("big", true, OPEN), outcome("big too", false, OPEN)));
        assertEquals(2, count(document, "error"));
        assertEquals(0, count(document, "skipped") + count(document, "failure"));
    }

    @Test
    void what_is_left_and_where_the_time_went_are_told() throws Exception {
        Document document = xml(report(outcome("good", true, HOLDS), Reports.stopped("big")));
        assertEquals(
                "big has no answer: state limit of 10 reached. 7 states were waiting; perhaps 20 to 40 states in all, by how the search has grown.",
                only(document, "error").getAttribute("message"));
        String out = only(document, "system-out").getTextContent();
        assertTrue(out.startsWith("big\n    Where the time went (1.00 s in all)\n      unfolding         0.80 s  79.9 %\n"), out);
        assertTrue(out.contains("and 297 others: 0.30 s together"), out);
    }

    @Test
    void a_mistake_is_an_error_once_and_a_warning_is_told() throws Exception {
        Diagnostic division = Diagnostic.error("CSP0601", Reports.CHECK, "division by zero");
        Diagnostic missing = Diagnostic.error("CSP0417", null, "no.yaml does not exist");
        Diagnostic warning = Diagnostic.warning("CSP0414", Reports.CHECK, "a text ends before a #");
        Document document = xml(report(List.of(division, missing, warning), outcome("broken", true, new Verdict.Erroneous(division))));
        List<String> failing = IntStream.range(0, count(document, "error"))
                .mapToObj(i -> ((Element) document.getElementsByTagName("error").item(i).getParentNode()).getAttribute("name"))
                .toList();
        assertEquals(List.of("CSP0417", "broken"), failing);
        assertTrue(document.getElementsByTagName("system-err").item(1).getTextContent().contains("a text ends before a #"));
    }

    @Test
    void a_spec_without_checks_and_an_interruption_are_not_green() throws Exception {
        var run = new Report.Run(Instant.EPOCH, Duration.ZERO, 1, 0, true, 2);
        Document document = xml(new Report("1", List.of(), List.of(), List.of(), List.of("empty.csp"), run));
        assertEquals(2, count(document, "error"));
        assertEquals("interrupted: 2 checks not started", ((Element) document.getElementsByTagName("error").item(1)).getAttribute("message"));
    }

    @Test
    void two_checks_of_one_name_stay_two_and_a_hostile_name_stays_a_name() throws Exception {
        Document document = xml(report(outcome(HOSTILE, true, DEADLOCK), outcome(HOSTILE, true, HOLDS)));
        String first = ((Element) document.getElementsByTagName("testcase").item(0)).getAttribute("name");
        String second = ((Element) document.getElementsByTagName("testcase").item(1)).getAttribute("name");
        assertTrue(first.startsWith("x</script><img src=x onerror=alert(1)>\"'&]]>-->"), first);
        assertTrue(first.endsWith("\uFFFD\uFFFD${a}"), first);
        assertEquals(first + " (2)", second);
    }
}
