package org.cspcheck.reports.sarif;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.Location;
import org.cspcheck.model.verdict.Check;
import org.cspcheck.model.verdict.Counterexample;
import org.cspcheck.model.verdict.Outcome;
import org.cspcheck.model.verdict.Verdict;
import org.cspcheck.reports.Report;
import org.cspcheck.reports.Report.Finished;
import org.cspcheck.reports.json.Json;
import org.cspcheck.reports.text.Figures;
import org.cspcheck.reports.text.Headline;

/** Writes a {@link Report} as SARIF, one method for each object of the standard. */
public final class SarifReport {
    private static final String SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static final String FINGERPRINT = "cspCheck/v1";

    private final Json json;
    private final Report report;
    private final Places places;
    private final Map<String, Rule> rules;
    private final List<String> order;
    private final Fingerprints fingerprints = new Fingerprints();

    private SarifReport(Json json, Report report) {
        this.json = json;
        this.report = report;
        this.places = new Places(json);
        this.rules = Rule.of(report);
        this.order = Rule.order(rules);
    }

    /** {@return the document, which ends in a line feed} */
    public static String of(Report report) {
        StringWriter text = new StringWriter();
        try (Json json = new Json(text)) {
            new SarifReport(json, report).log();
        }
        return text.append('\n').toString();
    }

    private void log() {
        json.object(() -> {
            json.member("$schema", SCHEMA);
            json.member("version", "2.1.0");
            json.objects("runs", List.of(report), this::run);
        });
    }

    private void run(Report whole) {
        json.object("tool", () -> json.object("driver", () -> {
            json.member("name", "csp-check");
            json.member("version", whole.version());
            json.objects("rules", List.copyOf(rules.values()), this::rule);
        }));
        json.objects("invocations", List.of(whole.run()), this::invocation);
        json.objects("artifacts", whole.inputs(), input -> {
            json.object("location", () -> json.member("uri", Places.uri(input.path())));
            json.object("hashes", () -> json.member("sha-256", input.sha256()));
        });
        json.member("columnKind", "utf16CodeUnits");
        var results = new ArrayList<Runnable>();
        whole.diagnosticsOfSpecs().stream()
                .filter(diagnostic -> diagnostic.span().isPresent())
                .forEach(diagnostic -> results.add(() -> diagnostic(diagnostic)));
        whole.finished().stream().filter(check -> !check.outcome().ok()).forEach(check -> results.add(() -> check(check)));
        json.objects("results", results, Runnable::run);
    }

    private void rule(Rule rule) {
        json.member("id", rule.id());
        json.member("name", rule.name());
        json.object("shortDescription", () -> json.member("text", rule.description()));
        json.object("defaultConfiguration", () -> json.member("level", rule.level()));
    }

    private void invocation(Report.Run run) {
        List<Diagnostic> placeless = report.diagnosticsOfSpecs().stream().filter(diagnostic -> diagnostic.span().isEmpty()).toList();
        boolean mistaken = report.diagnostics().stream().anyMatch(Diagnostic::isError);
        json.member("executionSuccessful", !run.interrupted() && !mistaken);
        json.member("startTimeUtc", run.start().toString());
        json.member("endTimeUtc", run.start().plus(run.time()).toString());
        json.objectsUnlessEmpty("toolConfigurationNotifications", placeless, diagnostic -> {
            json.object("descriptor", () -> json.member("id", diagnostic.code()));
            json.member("level", diagnostic.isError() ? "error" : "warning");
            places.message(text(diagnostic));
        });
        if (run.interrupted()) {
            json.objects("toolExecutionNotifications", List.of(run), stopped -> {
                json.member("level", "error");
                places.message("Interrupted: " + Figures.count(stopped.notStarted(), "check") + " not started.");
            });
        }
    }

    private void check(Finished finished) {
        Outcome outcome = finished.outcome();
        Check check = outcome.check();
        boolean open = outcome.verdict() instanceof Verdict.Inconclusive;
        head(Rule.of(check.property()).id(), open ? "open" : "fail", Rule.level(outcome.verdict()), Headline.of(outcome));
        Optional<Counterexample.LogPlace> recorded = finished.run().flatMap(Counterexample::recorded).map(Counterexample.Recorded::place);
        recorded.ifPresent(line -> json.objects("locations", List.of(line), places::physical));
        check.span().filter(span -> recorded.isEmpty()).ifPresent(span -> json.objects("locations", List.of(span), places::physical));
        String file = check.span().map(span -> span.location().file()).orElse("");
        fingerprint(file, check.property().kind(), Headline.name(check), check.assertion());
        if (finished.run().isPresent()) {
            new CodeFlow(json, finished.scene(), check.span()).write(finished.run().get());
        }
        json.object("properties", () -> {
            json.member("assertion", check.assertion());
            json.member("expect", check.expected() ? "holds" : "fails");
            json.member("verdict", outcome.verdict().word());
        });
    }

    private void diagnostic(Diagnostic diagnostic) {
        head(diagnostic.code(), "fail", diagnostic.isError() ? "error" : "warning", text(diagnostic));
        json.objects("locations", List.of(diagnostic.span().orElseThrow()), places::physical);
        Optional<Location> at = diagnostic.span().map(span -> span.location());
        fingerprint(diagnostic.code(), at.map(Location::file).orElse(""), at.map(where -> where.lineText().strip()).orElse(""));
        json.objectsUnlessEmpty("relatedLocations", diagnostic.notes(), note -> {
            places.physical(note.span());
            places.message(note.message());
        });
    }

    private void head(String rule, String kind, String level, String message) {
        json.member("ruleId", rule);
        json.member("ruleIndex", order.indexOf(rule));
        json.member("kind", kind);
        json.member("level", level);
        places.message(message);
    }

    private void fingerprint(String... parts) {
        json.object("partialFingerprints", () -> json.member(FINGERPRINT, fingerprints.of(parts)));
    }

    private static String text(Diagnostic diagnostic) {
        String why = diagnostic.cause().isEmpty() ? "" : " " + diagnostic.cause();
        return diagnostic.message() + "." + why + (diagnostic.hint().isEmpty() ? "" : " Try: " + diagnostic.hint());
    }
}
