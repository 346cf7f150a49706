package org.cspcheck.reports.junit;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.verdict.Outcome;
import org.cspcheck.model.verdict.Verdict;
import org.cspcheck.reports.Report;
import org.cspcheck.reports.Report.Finished;
import org.cspcheck.reports.text.CounterexampleText;
import org.cspcheck.reports.text.DiagnosticText;
import org.cspcheck.reports.text.Figures;
import org.cspcheck.reports.text.Headline;
import org.cspcheck.reports.text.Page;
import org.cspcheck.reports.text.ProfileText;
import org.cspcheck.reports.text.Tracing;

/** Writes a {@link Report} as JUnit XML. */
public final class JUnitReport {
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

    private final Report report;
    private final Map<String, Suite> suites = new LinkedHashMap<>();
    private final Xml xml = new Xml();

    private JUnitReport(Report report) {
        this.report = report;
    }

    /** {@return the document} */
    public static String of(Report report) {
        var junit = new JUnitReport(report);
        junit.sort();
        junit.write();
        return junit.xml.toString();
    }

    /** How a test case came out. */
    private sealed interface Result {
        record Passed() implements Result {}

        record Failure(String type, String message, String text) implements Result {}

        record Error(String type, String message, String text) implements Result {}
    }

    private record Case(String name, Duration time, Result result) {}

    private record Suite(List<Case> cases, StringBuilder profiles, StringBuilder warnings, Map<String, Integer> names) {
        /** Readers join test cases of one name, so a second one is told apart. */
        void add(String name, Duration time, Result result) {
            int count = names.merge(name, 1, Integer::sum);
            cases.add(new Case(count == 1 ? name : name + " (" + count + ")", time, result));
        }

        Duration time() {
            return cases.stream().map(Case::time).reduce(Duration.ZERO, Duration::plus);
        }

        long count(Class<? extends Result> kind) {
            return cases.stream().filter(test -> kind.isInstance(test.result)).count();
        }
    }

    // --- sorting ---------------------------------------------------------------------------------------------------------

    private void sort() {
        for (Diagnostic diagnostic : report.diagnosticsOfSpecs()) {
            Suite suite = suite(diagnostic.span().map(span -> span.location().file()).orElse("csp-check"));
            String text = DiagnosticText.of(diagnostic, Page.PLAIN);
            if (diagnostic.isError()) {
                String place = diagnostic.span().map(span -> " at line " + span.location().line()).orElse("");
                suite.add(diagnostic.code() + place, Duration.ZERO, new Result.Error(diagnostic.code(), diagnostic.message(), text));
            } else {
                suite.warnings.append(text);
            }
        }
        for (Finished check : report.finished()) {
            Suite suite = suite(file(check.outcome()));
            suite.add(Headline.name(check.outcome().check()), check.time(), result(check));
            check.outcome().profile().ifPresent(profile -> suite.profiles
                    .append(Headline.name(check.outcome().check())).append('\n').append(ProfileText.of(profile, Page.PLAIN)));
        }
        for (String spec : report.askingNothing()) {
            suite(spec).add("asserts something", Duration.ZERO, new Result.Error("no check", spec + " asserts nothing", ""));
        }
        if (report.run().interrupted()) {
            String message = "interrupted: " + Figures.count(report.run().notStarted(), "check") + " not started";
            suite("csp-check").add("ran to the end", Duration.ZERO, new Result.Error("interrupted", message, ""));
        }
    }

    private String file(Outcome outcome) {
        return outcome.check().span()
                .map(span -> span.location().file())
                .orElse(report.inputs().isEmpty() ? "csp-check" : report.inputs().getFirst().path());
    }

    private Suite suite(String file) {
        return suites.computeIfAbsent(file, name -> new Suite(new ArrayList<>(), new StringBuilder(), new StringBuilder(), new HashMap<>()));
    }

    private static Result result(Finished check) {
        Outcome outcome = check.outcome();
        String message = Headline.of(outcome);
        String place = outcome.check().span().map(span -> span.location() + "\n").orElse("");
        return switch (outcome.verdict()) {
            case Verdict.Inconclusive v -> new Result.Error("inconclusive", message, place + message);
            case Verdict.Erroneous v ->
                new Result.Error(v.diagnostic().code(), message, DiagnosticText.of(v.diagnostic(), Page.PLAIN));
            case Verdict.Holds v -> outcome.ok() ? new Result.Passed() : new Result.Failure("holds", message, told(check, place));
            case Verdict.Fails v -> outcome.ok() ? new Result.Passed() : new Result.Failure("fails", message, told(check, place));
        };
    }

    private static String told(Finished check, String place) {
        return place + check.outcome().check().assertion() + "\n"
                + check.run().map(run -> CounterexampleText.text(run, Page.PLAIN, Tracing.CHANGES)).orElse("");
    }

    // --- writing ---------------------------------------------------------------------------------------------------------

    private void write() {
        xml.element("testsuites", () -> {
            int id = 0;
            for (Map.Entry<String, Suite> suite : suites.entrySet()) {
                suite(suite.getKey(), suite.getValue(), id++);
            }
        });
    }

    private void suite(String file, Suite suite, int id) {
        String name = className(file);
        int dot = name.lastIndexOf('.');
        xml.element(
                "testsuite",
                () -> {
                    xml.element("properties", () -> {
                        xml.empty("property", "name", "file", "value", file);
                        xml.empty("property", "name", "csp-check", "value", report.version());
                    });
                    suite.cases.forEach(test -> testCase(name, test));
                    xml.text("system-out", suite.profiles.toString());
                    xml.text("system-err", suite.warnings.toString());
                },
                "name", name.substring(dot + 1),
                "package", name.substring(0, Math.max(dot, 0)),
                "id", Integer.toString(id),
                "timestamp", SECONDS.format(report.run().start()),
                "hostname", "localhost",
                "tests", Integer.toString(suite.cases.size()),
                "failures", Long.toString(suite.count(Result.Failure.class)),
                "errors", Long.toString(suite.count(Result.Error.class)),
                "time", seconds(suite.time()));
    }

    private void testCase(String className, Case test) {
        String[] attributes = {"name", test.name, "classname", className, "time", seconds(test.time)};
        switch (test.result) {
            case Result.Passed() -> xml.empty("testcase", attributes);
            case Result.Failure(String type, String message, String text) ->
                xml.element("testcase", () -> xml.text("failure", text, "message", message, "type", type), attributes);
            case Result.Error(String type, String message, String text) ->
                xml.element("testcase", () -> xml.text("error", text, "message", message, "type", type), attributes);
        }
    }

    /** Readers split class names at dots: {@code specs/classics/transfer.yaml} is {@code transfer} in {@code specs.classics}. */
    private static String className(String file) {
        int slash = Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\'));
        int dot = file.lastIndexOf('.');
        String stem = dot > slash + 1 ? file.substring(0, dot) : file;
        String name = stem.replace('.', '_').replace('/', '.').replace('\\', '.').replaceAll("[_.]*\\.[_.]*", ".").replaceAll("^\\.|\\.$", "");
        return name.isEmpty() ? "csp-check" : name;
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.3f", time.toNanos() / 1e9);
    }
}
