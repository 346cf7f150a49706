package org.cspcheck.cli.explore;

import java.io.StringWriter;
import org.cspcheck.explorer.walk.Walk;
import org.cspcheck.model.verdict.Check;
import org.cspcheck.model.verdict.Counterexample.TakenStep;
import org.cspcheck.model.verdict.Counterexample.Waiting;
import org.cspcheck.reports.json.Json;
import org.cspcheck.runtime.log.ChoiceLog;

/** Where a walk stands, as JSON for the page. */
final class WalkJson {
    private final Json json;

    private WalkJson(Json json) {
        this.json = json;
    }

    /** {@return the document} {@code message} is what the last request has to say. */
    static String of(Session session, String message) {
        var text = new StringWriter();
        try (Json json = Json.compact(text)) {
            json.object(() -> new WalkJson(json).session(session, message));
        }
        return text.toString();
    }

    private void session(Session session, String message) {
        Walk walk = session.walk();
        json.member("message", message);
        json.member("choices", ChoiceLog.text(walk.choices()));
        json.member("terminated", walk.isTerminated());
        json.member("seenAt", walk.seenAt());
        json.strings("processes", walk.processes());
        json.strings("checks", session.checks().stream().map(Check::name).toList());
        json.objects("steps", walk.history(), this::step);
        json.objects("offers", walk.offers(), this::step);
        json.objects("parts", walk.parts(), this::part);
        json.objects("waiting", walk.waiting(), this::waiting);
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
    }

    private void waiting(Waiting waiting) {
        json.member("process", waiting.process());
        json.objects("wishes", waiting.wishes(), wish -> {
            json.member("event", wish.event());
            json.strings("missing", wish.missing());
        });
    }
}
