package org.cspcheck.runtime.log;

import java.util.List;
import java.util.stream.Collectors;
import org.cspcheck.runtime.Snapshot;
import org.cspcheck.runtime.Snapshot.ProcessState;

/** The state of a scheduler as JSON. */
public final class StateText {
    private StateText() {}

    /** {@return one JSON object: turns, now, open, processes, timers, circle} */
    public static String json(Snapshot state) {
        return "{\"turns\":" + state.turns() + ",\"now\":" + state.now() + ",\"open\":" + state.open()
                + ",\"processes\":" + array(state.processes().stream().map(StateText::process).toList())
                + ",\"timers\":" + array(state.timers().stream()
                        .map(timer -> "{\"what\":" + Json.quoted(timer.what()) + ",\"when\":" + timer.when() + "}")
                        .toList())
                + ",\"circle\":" + array(state.circle().stream().map(Json::quoted).toList()) + "}";
    }

    private static String process(ProcessState process) {
        return "{\"process\":" + Json.quoted(process.path()) + ",\"status\":" + Json.quoted(process.status().toString())
                + (process.waitsFor() == null ? "" : ",\"waitsFor\":" + Json.quoted(process.waitsFor()))
                + ",\"on\":" + array(process.on().stream().map(Json::quoted).toList())
                + ",\"stuck\":" + process.stuck()
                + (process.loopHead() == null ? "" : ",\"loopHead\":" + Json.quoted(process.loopHead().toString())) + "}";
    }

    private static String array(List<String> elements) {
        return elements.stream().collect(Collectors.joining(",", "[", "]"));
    }
}
