package org.cspcheck.cli.log;

import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.Set;
import org.cspcheck.model.event.Event;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.specs.evaluate.Evaluation;

/** The event that a text in a log means: found by evaluation once, by its bytes after that. */
final class EventNames {
    /** The event is passed over. */
    static final int IGNORED = -1;

    /** The channel exists, and its type has no such event. */
    static final int OUTSIDE = -2;

    /** There is no such channel. */
    static final int UNKNOWN = -3;

    private static final int MOST_REMEMBERED = 1 << 17;

    private final Evaluation evaluation;
    private final EventSet ignored;
    private final Set<String> channels;
    private final ByteTable<Integer> remembered = new ByteTable<>();
    private byte[] joined = new byte[256];

    EventNames(Evaluation evaluation, EventSet ignored) {
        this.evaluation = evaluation;
        this.ignored = ignored;
        this.channels = Set.copyOf(evaluation.channels().keySet());
    }

    Set<String> channels() {
        return channels;
    }

    /** {@return the event of a row, or one of the constants above} The row has the first of its parts. */
    int number(Row row, int parts) {
        if (parts == 1) {
            return number(row.bytes(0), row.from(0), row.to(0));
        }
        int length = 0;
        for (int i = 0; i < parts; i++) {
            if (!row.has(i)) {
                continue;
            }
            int more = row.to(i) - row.from(i);
            if (length + more + 1 > joined.length) {
                joined = java.util.Arrays.copyOf(joined, 2 * (length + more + 1));
            }
            System.arraycopy(row.bytes(i), row.from(i), joined, length, more);
            length += more;
            joined[length++] = '.';
        }
        return number(joined, 0, length - 1);
    }

    private int number(byte[] bytes, int from, int to) {
        Integer known = remembered.get(bytes, from, to);
        if (known == null) {
            known = found(new String(bytes, from, to - from, StandardCharsets.UTF_8));
            if (remembered.size() >= MOST_REMEMBERED) {
                remembered.clear();
            }
            remembered.put(bytes, from, to, known);
        }
        return known;
    }

    /** {@return the event of this text, or one of the constants above} */
    int found(String text) {
        OptionalInt number = evaluation.event(text);
        if (number.isPresent()) {
            return ignored.contains(number.getAsInt()) ? IGNORED : number.getAsInt();
        }
        if (text.equals("tick") || text.equals("✓")) {
            return Event.TICK;
        }
        return channels.contains(channel(text)) ? OUTSIDE : UNKNOWN;
    }

    static String channel(String text) {
        int dot = text.indexOf('.');
        return (dot < 0 ? text : text.substring(0, dot)).strip();
    }
}
