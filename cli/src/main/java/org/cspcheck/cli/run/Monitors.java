package org.cspcheck.cli.run;

import java.util.Arrays;
import java.util.List;
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

    /**
     * The events of an alphabet by name; all events that happen are in it.
     *
     * <p>Found by the hashes of their names in an open table, a few bytes each: a network of a hundred thousand processes has as many events.
     */
    private static final class Named implements EventNumbers {
        private static final int RECENT = 1 << 10;

        private final Alphabet alphabet;
        private int[] slots = new int[64];
        private int known = Event.FIRST_VISIBLE;
        private final String[] recent = new String[RECENT];
        private final int[] numbers = new int[RECENT];

        Named(Alphabet alphabet) {
            this.alphabet = alphabet;
        }

        @Override
        public OptionalInt number(String text) {
            int place = text.hashCode() & RECENT - 1;
            if (!text.equals(recent[place])) {
                int number = find(text);
                if (number == 0) {
                    return OptionalInt.empty();
                }
                recent[place] = text;
                numbers[place] = number;
            }
            return OptionalInt.of(numbers[place]);
        }

        private int find(String text) {
            if (known < alphabet.bound()) {
                meet(alphabet.bound());
            }
            int slot = home(text);
            while (slots[slot] != 0 && !alphabet.name(slots[slot]).equals(text)) {
                slot = slot + 1 & slots.length - 1;
            }
            return slots[slot];
        }

        private void meet(int bound) {
            if (4L * bound > 3L * slots.length) {
                slots = new int[Integer.highestOneBit(bound) << 2];
                known = Event.FIRST_VISIBLE;
            }
            for (; known < bound; known++) {
                int slot = home(alphabet.name(known));
                while (slots[slot] != 0) {
                    slot = slot + 1 & slots.length - 1;
                }
                slots[slot] = known;
            }
        }

        private int home(String name) {
            return (int) (name.hashCode() * 0x9E3779B97F4A7C15L >>> 32) & slots.length - 1;
        }
    }
}
