package org.cspcheck.cli.explore;

import java.io.StringWriter;
import java.util.List;
import org.cspcheck.explorer.walk.Walk;
import org.cspcheck.model.source.Location;
import org.cspcheck.model.verdict.Check;
import org.cspcheck.model.verdict.Counterexample;
import org.cspcheck.model.verdict.Counterexample.TakenStep;
import org.cspcheck.model.verdict.Counterexample.Waiting;
import org.cspcheck.reports.json.Json;
import org.cspcheck.reports.text.WaitingText;
import org.cspcheck.runtime.log.ChoiceLog;

/** Where a walk stands, as JSON for the page. */
final class WalkJson {
    private final Json json;

    private WalkJson(Json json) {
        this.json = json;
    }

    /** {@return the document} {@code version} counts the changes so far, and {@code message} is what the last request has to say. */
    static String of(Session session, int version, String message) {
        var text = new StringWriter();
        try (Json json = Json.compact(text)) {
            json.object(() -> {
                json.member("version", version);
                json.member("message", message);
                new WalkJson(json).session(session);
            });
        }
        return text.toString();
    }

    private void session(Session session) {
        Walk walk = session.walk();
        json.member("spec", session.name());
        json.member("choices", ChoiceLog.text(walk.choices()));
        json.member("terminated", walk.isTerminated());
        json.member("stuck", walk.isStuck());
        json.member("seenAt", walk.seenAt());
        json.strings("processes", walk.processes());
        json.strings("checks", session.checks().stream().map(Check::name).toList());
        json.objects("steps", walk.history(), this::step);
        json.objects("offers", walk.offers(), this::step);
        json.array("leadTo", walk.leadTo(), json::number);
        json.objects("parts", walk.parts(), this::part);
        json.objects("waiting", walk.waiting(), this::waiting);
        json.strings("circle", walk.isStuck() ? WaitingText.circleOf(walk.waiting()) : List.of());
        session.finding().ifPresent(finding -> json.object("finding", () -> finding(finding)));
    }

    private void step(TakenStep step) {
        json.member("event", step.event());
        step.hidden().ifPresent(hidden -> json.member("hidden", hidden));
        json.strings("processes", step.processes());
    }

    private void part(Walk.Part part) {
        json.member("process", part.process());
        json.member("term", part.term());
        json.strings("readyFor", part.readyFor());
        part.place().ifPresent(span -> {
            Location at = span.location();
            json.member("place", at.toString());
            json.member("line", at.lineText());
            json.member("from", at.column() - 1);
            json.member("to", at.column() - 1 + span.width());
        });
    }

    private void waiting(Waiting waiting) {
        json.member("process", waiting.process());
        json.objects("wishes", waiting.wishes(), wish -> {
            json.member("event", wish.event());
            json.strings("missing", wish.missing());
        });
    }

    private void finding(Counterexample finding) {
        json.member("kind", finding.kind().word());
        finding.event().ifPresent(event -> json.member("event", event));
        json.strings("offers", finding.offers());
        json.array("allowed", finding.allowed(), json::strings);
        json.objects("loop", finding.loop(), this::step);
    }
}
