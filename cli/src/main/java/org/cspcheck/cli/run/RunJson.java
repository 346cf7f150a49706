package org.cspcheck.cli.run;

import java.io.StringWriter;
import java.util.List;
import org.cspcheck.cli.run.Running.Outcome;
import org.cspcheck.runtime.Ending;
import org.cspcheck.runtime.Snapshot;
import org.cspcheck.runtime.log.StateText;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** What came of a run, as one JSON document. */
public final class RunJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private RunJson() {}

    /**
     * {@return {@code {"schemaVersion", "tool", "spec", "outcome", "reason", "events", "state", "run"}}}
     *
     * <p>{@code outcome} is one of terminated, deadlock, livelock, failed, input-ended, interrupted, time-limit, choices-ended,
     * choices-unfit, boundary-failed, objected; {@code state} is there where processes wait for good.
     */
    public static String of(Running.Report report, String version, String spec) {
        var text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeNumberProperty("schemaVersion", 1);
            json.writeObjectPropertyStart("tool");
            json.writeStringProperty("name", "csp-check");
            json.writeStringProperty("version", version);
            json.writeEndObject();
            json.writeStringProperty("spec", spec);
            json.writeStringProperty("outcome", word(report.outcome()));
            String reason = reason(report.outcome());
            if (reason != null) {
                json.writeStringProperty("reason", reason);
            }
            json.writeNumberProperty("events", report.events());
            Snapshot state = state(report.outcome());
            if (state != null) {
                json.writeName("state");
                json.writeRawValue(StateText.json(state));
            }
            json.writeObjectPropertyStart("run");
            json.writeNumberProperty("seconds", report.time().toNanos() / 1e9);
            json.writeEndObject();
            json.writeEndObject();
        }
        return text.append('\n').toString();
    }

    private static String word(Outcome outcome) {
        return switch (outcome) {
            case Outcome.OfItself(Ending.Terminated _) -> "terminated";
            case Outcome.OfItself(Ending.Failed _) -> "failed";
            case Outcome.OfItself(Ending.Deadlocked _) -> "deadlock";
            case Outcome.OfItself(Ending.Livelocked _) -> "livelock";
            case Outcome.OfItself(Ending.Stopped _), Outcome.Interrupted _ -> "interrupted";
            case Outcome.InputEnded _ -> "input-ended";
            case Outcome.TimeOver _ -> "time-limit";
            case Outcome.ChoicesOver _ -> "choices-ended";
            case Outcome.ChoicesUnfit _ -> "choices-unfit";
            case Outcome.BoundaryFailed _ -> "boundary-failed";
            case Outcome.Objected _ -> "objected";
        };
    }

    private static String reason(Outcome outcome) {
        return switch (outcome) {
            case Outcome.OfItself(Ending.Failed(var failure)) -> failure.getMessage();
            case Outcome.InputEnded(List<String> inputs, var _) -> String.join(", ", inputs);
            case Outcome.ChoicesUnfit(String why) -> why;
            case Outcome.BoundaryFailed(String channel, Exception reason) -> channel + ": " + reason;
            case Outcome.Objected(String monitor, String why) -> monitor + ": " + why;
            case Outcome.OfItself _, Outcome.Interrupted _, Outcome.TimeOver _, Outcome.ChoicesOver _ -> null;
        };
    }

    private static Snapshot state(Outcome outcome) {
        return switch (outcome) {
            case Outcome.OfItself(Ending.Deadlocked(Snapshot state)) -> state;
            case Outcome.OfItself(Ending.Livelocked(Snapshot state)) -> state;
            case Outcome.InputEnded(List<String> _, Ending.Deadlocked(Snapshot state)) -> state;
            case Outcome.OfItself _, Outcome.Interrupted _, Outcome.TimeOver _, Outcome.ChoicesOver _, Outcome.ChoicesUnfit _,
                    Outcome.BoundaryFailed _, Outcome.Objected _ -> null;
        };
    }
}
