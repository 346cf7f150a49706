package org.cspcheck.cli.run;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.cspcheck.explorer.trace.EventMonitor;
import org.cspcheck.explorer.trace.EventMonitor.Standing;
import org.cspcheck.explorer.trace.EventNumbers;
import org.cspcheck.explorer.trace.TraceVerifier;
import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.event.Event;
import org.cspcheck.runtime.EventSink;
import org.cspcheck.specs.Production;

/** The specifications that a run is verified against while it goes on: what happens is a trace of each. */
final class Monitors {
    private static final int FEW = 8;

    private final Alphabet alphabet;
    private final Objection objection;

    /** Told at the first event that a monitor does not allow, and once about a monitor that cannot follow any more. */
    interface Objection {
        void raised(String monitor, String why, boolean decided);
    }

    Monitors(Alphabet alphabet, Objection objection) {
        this.alphabet = alphabet;
        this.objection = objection;
    }

    EventSink of(Production.Monitor monitor) {
        String name = monitor.text().text().strip();
        var session = TraceVerifier.of(monitor.process(), alphabet).session();
        return new EventMonitor(session, new Named(alphabet), event -> false, standing -> raise(name, standing));
    }

    private void raise(String name, Standing standing) {
        switch (standing) {
            case Standing.Allowed _ -> {}
            case Standing.Refused(String event, var refusal) -> objection.raised(
                    name,
                    "it does not allow " + event + " here" + refusal.map(why -> "; allowed: " + events(why.allowed())).orElse(""),
                    true);
            case Standing.Undecided(String reason) -> objection.raised(name, reason, false);
        }
    }

    private String events(int[] allowed) {
        if (allowed.length == 0) {
            return "nothing";
        }
        List<String> some = Arrays.stream(allowed).limit(FEW).mapToObj(alphabet::name).toList();
        return some.stream().collect(Collectors.joining(", ")) + (allowed.length > FEW ? " and " + (allowed.length - FEW) + " more" : "");
    }

    /** The events of an alphabet by name; all events that happen are in it. */
    private static final class Named implements EventNumbers {
        private final Alphabet alphabet;
        private final Map<String, Integer> numbers = new HashMap<>();
        private int known = Event.FIRST_VISIBLE;

        Named(Alphabet alphabet) {
            this.alphabet = alphabet;
        }

        @Override
        public OptionalInt number(String text) {
            for (; known < alphabet.bound(); known++) {
                numbers.put(alphabet.name(known), known);
            }
            Integer number = numbers.get(text);
            return number == null ? OptionalInt.empty() : OptionalInt.of(number);
        }
    }
}
