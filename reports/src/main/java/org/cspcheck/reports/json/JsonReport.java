package org.cspcheck.reports.json;

import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.Location;
import org.cspcheck.model.source.Span;
import org.cspcheck.model.verdict.Check;
import org.cspcheck.model.verdict.Counterexample;
import org.cspcheck.model.verdict.Counterexample.TakenStep;
import org.cspcheck.model.verdict.Outcome;
import org.cspcheck.model.verdict.Outlook;
import org.cspcheck.model.verdict.Profile;
import org.cspcheck.model.verdict.Property;
import org.cspcheck.model.verdict.SemanticModel;
import org.cspcheck.model.verdict.Verdict;
import org.cspcheck.reports.Report;

/** Writes a {@link Report} as JSON, one method for each object of the schema. */
public final class JsonReport {
    /** Raised when a member changes its meaning or goes; new members leave it as it is. */
    public static final int SCHEMA_VERSION = 1;

    private final Json json;

    private JsonReport(Json json) {
        this.json = json;
    }

    /** {@return the document, which ends in a line feed} */
    public static String of(Report report) {
        return of(report, Optional.empty());
    }

    /** {@return the document about a run that was asked for by its choices} It decides no check. */
    public static String replay(Report report, Counterexample run) {
        return of(report, Optional.of(run));
    }

    private static String of(Report report, Optional<Counterexample> replay) {
        StringWriter text = new StringWriter();
        try (Json json = new Json(text)) {
            new JsonReport(json).report(report, replay);
        }
        return text.append('\n').toString();
    }

    private void report(Report report, Optional<Counterexample> replay) {
        json.object(() -> {
            json.member("schemaVersion", SCHEMA_VERSION);
            json.object("tool", () -> {
                json.member("name", "csp-check");
                json.member("version", report.version());
            });
            json.objects("inputs", report.inputs(), input -> {
                json.member("path", input.path());
                json.member("sha256", input.sha256());
            });
            json.objects("diagnostics", report.diagnostics(), this::diagnostic);
            json.objects("checks", report.finished(), this::finished);
            replay.ifPresent(run -> json.object("replay", () -> counterexample(run)));
            json.object("run", () -> {
                run(report.run());
                json.objectsUnlessEmpty("checks", report.finished(), this::cost);
            });
        });
    }

    private void diagnostic(Diagnostic diagnostic) {
        json.member("severity", switch (diagnostic.severity()) {
            case ERROR -> "error";
            case WARNING -> "warning";
        });
        json.member("code", diagnostic.code());
        json.member("message", diagnostic.message());
        place(diagnostic.span());
        json.memberUnlessEmpty("cause", diagnostic.cause());
        json.memberUnlessEmpty("hint", diagnostic.hint());
        json.objectsUnlessEmpty("notes", diagnostic.notes(), note -> {
            json.member("message", note.message());
            place(Optional.of(note.span()));
        });
    }

    private void place(Optional<Span> span) {
        span.map(Span::location).ifPresent((Location at) -> {
            json.member("file", at.file());
            json.member("line", at.line());
            json.member("column", at.column());
        });
    }

    private void finished(Report.Finished finished) {
        Outcome outcome = finished.outcome();
        Check check = outcome.check();
        json.member("name", check.name());
        json.member("assertion", check.assertion());
        json.member("kind", check.property().kind());
        model(check.property()).ifPresent(model -> json.member("model", model.name()));
        place(check.span());
        json.member("expect", check.expected() ? "holds" : "fails");
        json.member("verdict", outcome.verdict().word());
        json.member("ok", outcome.ok());
        switch (outcome.verdict()) {
            case Verdict.Holds holds -> {
                statistics(outcome.statistics());
                holds.witness().ifPresent(this::witness);
            }
            case Verdict.Fails fails -> {
                statistics(outcome.statistics());
                fails.counterexample().ifPresent(run -> json.object("counterexample", () -> counterexample(run)));
            }
            case Verdict.Inconclusive inconclusive -> {
                json.member("reason", inconclusive.reason());
                statistics(outcome.statistics());
                outcome.outlook().ifPresent(this::outlook);
            }
            case Verdict.Erroneous erroneous -> json.member("reason", erroneous.diagnostic().message());
        }
        finished.coverage().ifPresent(coverage -> json.object("coverage", () -> coverage(coverage)));
    }

    private void coverage(Report.Coverage coverage) {
        json.strings("unseen", coverage.unseen());
        json.objects("processes", coverage.processes(), process -> {
            json.member("process", process.process());
            json.member("visited", process.visited());
            json.member("atLeast", process.atLeast());
            json.member("states", process.states());
            json.member("complete", process.complete());
        });
    }

    private static Optional<SemanticModel> model(Property property) {
        return switch (property) {
            case Property.DeadlockFree p -> Optional.of(p.model());
            case Property.Deterministic p -> Optional.of(p.model());
            case Property.Refines p -> Optional.of(p.model());
            case Property.HasTrace p -> Optional.of(p.model());
            case Property.DivergenceFree p -> Optional.empty();
            case Property.Can p -> Optional.empty();
            case Property.Never p -> Optional.empty();
            case Property.Records p -> Optional.empty();
        };
    }

    private void statistics(Outcome.Statistics statistics) {
        json.member("states", statistics.states());
        json.member("transitions", statistics.transitions());
        json.member("depth", statistics.depth());
    }

    private void outlook(Outlook outlook) {
        json.member("waiting", outlook.waiting());
        outlook.inAll().ifPresent(range -> json.object("estimatedStates", () -> {
            json.member("least", range.least());
            json.member("most", range.most());
        }));
    }

    /** Why {@code assert not} holds is a counterexample of what it denies; the run of a {@code can:} is none of anything. */
    private void witness(Counterexample run) {
        json.object(run.kind() == Counterexample.Kind.RUN ? "witness" : "counterexample", () -> counterexample(run));
    }

    private void counterexample(Counterexample run) {
        json.member("kind", run.kind().word());
        json.strings("trace", run.trace());
        run.event().ifPresent(event -> json.member("event", event));
        if (run.kind() == Counterexample.Kind.REFUSAL) {
            // Offering nothing is what a refusal may be about.
            json.strings("offers", run.offers());
        } else {
            json.stringsUnlessEmpty("offers", run.offers());
        }
        json.arrayUnlessEmpty("allowed", run.allowed(), json::strings);
        json.stringsUnlessEmpty("loop", run.loop().stream().map(step -> step.hidden().orElse(step.event())).toList());
        json.objects("steps", run.steps(), this::step);
        json.objectsUnlessEmpty("loopSteps", run.loop(), this::step);
        run.second().ifPresent(steps -> json.objects("second", steps, this::step));
        json.objectsUnlessEmpty("waiting", run.waiting(), waiting -> {
            json.member("process", waiting.process());
            json.objects("wishes", waiting.wishes(), wish -> {
                json.member("event", wish.event());
                json.strings("missing", wish.missing());
            });
        });
        json.arrayUnlessEmpty("choices", run.choices(), json::number);
        run.recorded().ifPresent(recorded -> json.object("recorded", () -> recorded(recorded)));
    }

    private void recorded(Counterexample.Recorded recorded) {
        logPlace(recorded.place());
        json.member("position", recorded.position());
        recorded.session().ifPresent(session -> json.member("session", session));
        json.member("whole", recorded.whole());
        json.objectsUnlessEmpty("lines", recorded.lines(), this::logPlace);
        recorded.unreplayed().ifPresent(why -> json.member("unreplayed", why));
        json.objects("refusers", recorded.refusers(), refuser -> {
            json.member("process", refuser.process());
            json.strings("offered", refuser.offered());
            json.objects("causes", refuser.causes(), cause -> {
                json.member("event", cause.event());
                logPlace(cause.place());
            });
            refuser.path().ifPresent(path -> json.strings("path", path));
        });
    }

    private void logPlace(Counterexample.LogPlace place) {
        json.member("file", place.file());
        json.member("line", place.line());
    }

    private void step(TakenStep step) {
        json.member("event", step.event());
        json.strings("processes", step.processes());
        step.hidden().ifPresent(event -> json.member("hidden", event));
    }

    private void run(Report.Run run) {
        json.member("seconds", run.time().toMillis() / 1000.0);
        json.member("workers", run.workers());
        json.member("peakMemoryBytes", run.peakMemoryBytes());
        if (run.interrupted()) {
            json.member("interrupted", true);
        }
        run.reading().ifPresent(time -> json.member("readingSeconds", seconds(time)));
    }

    private void cost(Report.Finished finished) {
        long states = finished.outcome().statistics().states();
        json.member("name", finished.outcome().check().name());
        json.member("seconds", finished.time().toMillis() / 1000.0);
        if (states > 0 && finished.time().isPositive()) {
            json.member("statesPerSecond", Math.round(states / (finished.time().toNanos() * 1e-9)));
        }
        finished.outcome().profile().ifPresent(profile -> json.object("profile", () -> profile(profile)));
    }

    private void profile(Profile profile) {
        json.member("seconds", seconds(profile.total()));
        stages(profile.stages());
        json.objects("components", profile.components(), component -> {
            json.member("name", component.name());
            json.memberUnlessEmpty("compression", component.compression());
            component.size().ifPresent(size -> {
                json.member("statesBefore", size.statesBefore());
                json.member("transitionsBefore", size.transitionsBefore());
                json.member("states", size.states());
                json.member("transitions", size.transitions());
            });
            stages(component.stages());
        });
    }

    private void stages(Map<Profile.Stage, Duration> stages) {
        json.object("stages", () -> stages.forEach((stage, time) -> json.member(stage.word(), seconds(time))));
    }

    /** To the microsecond: most components take less than a thousandth of a second. */
    private static double seconds(Duration time) {
        return Math.round(time.toNanos() / 1000.0) / 1e6;
    }
}
