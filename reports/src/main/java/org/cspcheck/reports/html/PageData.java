package org.cspcheck.reports.html;

import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.Location;
import org.cspcheck.model.source.Span;
import org.cspcheck.model.verdict.Check;
import org.cspcheck.model.verdict.Outcome;
import org.cspcheck.model.verdict.Profile;
import org.cspcheck.reports.Report;
import org.cspcheck.reports.Report.Finished;
import org.cspcheck.reports.json.Json;
import org.cspcheck.reports.text.Figures;
import org.cspcheck.reports.text.Headline;
import org.cspcheck.reports.text.SlowComponents;

/** The data of a page as JSON, one method for each object. */
final class PageData {
    private final Json json;

    private PageData(Json json) {
        this.json = json;
    }

    static String of(Report report) {
        var text = new StringWriter();
        try (Json json = Json.compact(text)) {
            new PageData(json).page(report);
        }
        return text.toString();
    }

    private void page(Report report) {
        json.object(() -> {
            json.member("version", report.version());
            json.member("started", report.run().start().toString());
            json.member("time", Figures.time(report.run().time()));
            json.member("workers", report.run().workers());
            report.run().reading().ifPresent(reading -> json.member("reading", Figures.time(reading)));
            json.member("memory", Figures.size(report.run().peakMemoryBytes()));
            json.member("interrupted", report.run().interrupted());
            json.member("notStarted", report.run().notStarted());
            json.strings("askingNothing", report.askingNothing());
            json.objects("inputs", report.inputs(), input -> {
                json.member("path", input.path());
                json.member("sha256", input.sha256());
            });
            json.objects("diagnostics", report.diagnostics(), this::diagnostic);
            json.objects("checks", report.finished(), this::check);
        });
    }

    private void diagnostic(Diagnostic diagnostic) {
        json.member("error", diagnostic.isError());
        json.member("code", diagnostic.code());
        json.member("message", diagnostic.message());
        json.memberUnlessEmpty("cause", diagnostic.cause());
        json.memberUnlessEmpty("hint", diagnostic.hint());
        diagnostic.span().ifPresent(this::excerpt);
        json.objects("notes", diagnostic.notes(), note -> {
            json.member("message", note.message());
            excerpt(note.span());
        });
    }

    private void excerpt(Span span) {
        Location at = span.location();
        json.member("place", at.toString());
        json.member("line", at.lineText());
        json.member("from", at.column() - 1);
        json.member("to", at.column() - 1 + span.width());
    }

    private void check(Finished finished) {
        Outcome outcome = finished.outcome();
        Check check = outcome.check();
        json.member("name", Headline.name(check));
        json.member("assertion", check.assertion());
        json.member("kind", check.property().kind());
        json.member("place", check.span().map(span -> span.location().toString()).orElse(""));
        json.member("expected", check.expected() ? "holds" : "fails");
        json.member("verdict", outcome.verdict().word());
        json.member("ok", outcome.ok());
        json.member("sentence", Headline.of(outcome));
        json.member("states", outcome.statistics().states());
        json.member("transitions", outcome.statistics().transitions());
        json.member("depth", outcome.statistics().depth());
        json.member("time", Figures.time(finished.time()));
        finished.coverage().ifPresent(coverage -> json.object("coverage", () -> {
            json.strings("unseen", coverage.unseen());
            json.objects("processes", coverage.processes(), process -> {
                json.member("process", process.process());
                json.member("visited", process.visited());
                json.member("atLeast", process.atLeast());
                json.member("states", process.states());
                json.member("complete", process.complete());
            });
        }));
        outcome.profile().ifPresent(profile -> json.object("profile", () -> profile(profile)));
        Optional.of(finished).flatMap(Finished::run).ifPresent(run -> json.object("run", () -> new RunData(json, run, finished.scene()).write()));
    }

    private void profile(Profile profile) {
        SlowComponents slow = SlowComponents.of(profile);
        json.member("time", Figures.time(profile.total()));
        json.objects("stages", List.copyOf(profile.stages().entrySet()), stage -> {
            json.member("stage", stage.getKey().word());
            time(stage.getValue(), profile);
        });
        json.objects("components", slow.told(), component -> {
            json.member("name", component.name());
            json.member("compression", component.compression());
            time(component.time(), profile);
            component.size().ifPresent(size -> {
                json.member("states", size.statesBefore());
                json.member("left", size.states());
            });
        });
        json.member("others", slow.others());
        json.member("rest", Figures.time(slow.rest()));
    }

    private void time(Duration time, Profile profile) {
        json.member("time", Figures.time(time));
        json.member("share", SlowComponents.share(time, profile.total()));
    }

    static String place(Optional<Span> span) {
        return span.map(where -> where.location().toString()).orElse("");
    }

    static List<Integer> pair(int first, int second) {
        return List.of(first, second);
    }
}
