package org.cspcheck.cli.explore;

import java.io.StringWriter;
import java.util.List;
import org.cspcheck.explorer.walk.Walk;
import org.cspcheck.model.verdict.Check;
import org.cspcheck.model.verdict.Counterexample.TakenStep;
import org.cspcheck.model.verdict.Counterexample.Waiting;
import org.cspcheck.runtime.log.ChoiceLog;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Where a walk stands, as JSON for the page. */
final class WalkJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonGenerator json;

    private WalkJson(JsonGenerator json) {
        this.json = json;
    }

    /** {@return the document} {@code message} is what the last request has to say. */
    static String of(Session session, String message) {
        var text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            new WalkJson(json).session(session, message);
        }
        return text.toString();
    }

    private void session(Session session, String message) {
        Walk walk = session.walk();
        json.writeStartObject();
        json.writeStringProperty("message", message);
        json.writeStringProperty("choices", ChoiceLog.text(walk.choices()));
        json.writeBooleanProperty("terminated", walk.isTerminated());
        json.writeNumberProperty("seenAt", walk.seenAt());
        strings("processes", walk.processes());
        array("checks", session.checks(), (Check check) -> json.writeString(check.name()));
        array("steps", walk.history(), this::step);
        array("offers", walk.offers(), this::step);
        array("parts", walk.parts(), this::part);
        array("waiting", walk.waiting(), this::waiting);
        json.writeEndObject();
    }

    private void step(TakenStep step) {
        json.writeStartObject();
        json.writeStringProperty("event", step.event());
        step.hidden().ifPresent(hidden -> json.writeStringProperty("hidden", hidden));
        strings("processes", step.processes());
        json.writeEndObject();
    }

    private void part(Walk.Part part) {
        json.writeStartObject();
        json.writeStringProperty("process", part.process());
        json.writeStringProperty("term", part.term());
        strings("readyFor", part.readyFor());
        json.writeEndObject();
    }

    private void waiting(Waiting waiting) {
        json.writeStartObject();
        json.writeStringProperty("process", waiting.process());
        array("wishes", waiting.wishes(), wish -> {
            json.writeStartObject();
            json.writeStringProperty("event", wish.event());
            strings("missing", wish.missing());
            json.writeEndObject();
        });
        json.writeEndObject();
    }

    private void strings(String name, List<String> values) {
        array(name, values, json::writeString);
    }

    private <T> void array(String name, List<T> values, java.util.function.Consumer<T> each) {
        json.writeName(name);
        json.writeStartArray();
        values.forEach(each);
        json.writeEndArray();
    }
}
