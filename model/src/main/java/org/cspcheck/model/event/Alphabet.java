package org.cspcheck.model.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cspcheck.model.value.Compound;
import org.cspcheck.model.value.Symbol;
import org.cspcheck.model.value.Value;
import org.cspcheck.model.value.ValueOrder;

/**
 * The visible events met so far, each with its number.
 *
 * <p>An event is a value: a channel, or a channel with fields behind it ({@code c.0.true}). Numbers are given in the order of first use, so
 * a channel of infinite type costs nothing until its events occur. An event of up to two fields that are numbers takes some fourteen bytes: it is
 * held as one word, and its value is made anew for whoever asks. Safe for use by several threads.
 */
public final class Alphabet {
    private static final int FIELD_BITS = 22;
    private static final int MOST_CHANNELS = 1 << 16;
    private static final int CHUNK_BITS = 11;
    private static final int CHUNK = 1 << CHUNK_BITS;

    /** Of each event a word, or, below 0, which of {@link #others} it is. */
    private long[][] events = new long[1][16];

    private int size;
    /** Open table, as long as it needs to be: the position of an event that is a word, and one more. */
    private int[] slots = new int[32];

    private int packed;
    private final List<Value> others = new ArrayList<>();
    private final Map<Value, Integer> numbers = new HashMap<>();
    private final List<Symbol> channels = new ArrayList<>();
    private final Map<Symbol, Integer> channelNumbers = new HashMap<>();

    /** {@return the number of {@code event}, a new one if it was not met before} */
    public synchronized int number(Value event) {
        int known = find(event);
        if (known != 0) {
            return known;
        }
        int number = Event.FIRST_VISIBLE + size;
        long word = word(event, true);
        if (word >= 0) {
            if (5L * ++packed > 4L * slots.length) {
                enlarge();
            }
            slots[slot(word)] = size + 1;
        } else {
            word = -1 - others.size();
            others.add(event);
            numbers.put(event, number);
        }
        add(word);
        return number;
    }

    /** In chunks, of which the first grows: what is there is never more than a chunk too much. */
    private void add(long word) {
        int chunk = size >>> CHUNK_BITS;
        if (chunk == events.length) {
            events = Arrays.copyOf(events, chunk + Math.max(1, chunk >> 3));
        }
        if (events[chunk] == null) {
            events[chunk] = new long[CHUNK];
        } else if (size == events[chunk].length) {
            events[0] = Arrays.copyOf(events[0], 2 * size);
        }
        events[chunk][size++ & CHUNK - 1] = word;
    }

    private long at(int position) {
        return events[position >>> CHUNK_BITS][position & CHUNK - 1];
    }

    /** {@return the number of {@code event}; 0 if it was not met before} */
    public synchronized int find(Value event) {
        long word = word(event, false);
        if (word >= 0) {
            int at = slots[slot(word)];
            return at == 0 ? 0 : Event.FIRST_VISIBLE + at - 1;
        }
        return numbers.getOrDefault(event, 0);
    }

    /** {@return the event as a word: the channel, how many fields, the fields; below 0 if it is none} */
    private long word(Value event, boolean add) {
        if (!(event.force() instanceof Compound compound) || compound.size() > 2) {
            return -1;
        }
        Integer channel = channelNumbers.get(compound.symbol());
        if (channel == null) {
            if (!add || channels.size() == MOST_CHANNELS) {
                return -1;
            }
            channel = channels.size();
            channels.add(compound.symbol());
            channelNumbers.put(compound.symbol(), channel);
        }
        long word = (long) channel << 2 | compound.size();
        for (int i = 0; i < compound.size(); i++) {
            if (!(compound.field(i).force() instanceof Value.Int(long field)) || field < 0 || field >> FIELD_BITS != 0) {
                return -1;
            }
            word = word << FIELD_BITS | field;
        }
        return compound.size() == 2 ? word : word << FIELD_BITS * (2 - compound.size());
    }

    private Compound compound(long word) {
        Compound event = channels.get((int) (word >>> 2 * FIELD_BITS + 2)).bare();
        int fields = (int) (word >>> 2 * FIELD_BITS) & 3;
        for (int i = 1; i <= fields; i++) {
            event = event.with(Value.Int.of(word >>> FIELD_BITS * (2 - i) & (1 << FIELD_BITS) - 1));
        }
        return event;
    }

    private int slot(long word) {
        int slot = (int) ((word * 0x9E3779B97F4A7C15L >>> 32) * slots.length >>> 32);
        while (slots[slot] != 0 && at(slots[slot] - 1) != word) {
            slot = slot + 1 == slots.length ? 0 : slot + 1;
        }
        return slot;
    }

    private void enlarge() {
        slots = new int[slots.length + (slots.length >> (slots.length < CHUNK ? 0 : 2))];
        for (int i = 0; i < size; i++) {
            if (at(i) >= 0) {
                slots[slot(at(i))] = i + 1;
            }
        }
    }

    /** {@return the event with this number} */
    public synchronized Value value(int event) {
        long word = word(event);
        return word >= 0 ? compound(word) : others.get((int) (-1 - word));
    }

    /**
     * {@return how two events stand to each other: channels as declared, then field by field}
     *
     * <p>Numbers depend on what was evaluated first; this order does not. {@link Event#TAU} and {@link Event#TICK} come before all others.
     */
    public int compare(int event, int other) {
        if (event == other || !Event.isVisible(event) || !Event.isVisible(other)) {
            return Integer.compare(event, other);
        }
        long word = word(event);
        long otherWord = word(other);
        if (word >= 0 && word >>> 2 * FIELD_BITS == otherWord >>> 2 * FIELD_BITS) {
            return Long.compare(word, otherWord);
        }
        int order = ValueOrder.INSTANCE.compare(value(event), value(other));
        return order != 0 ? order : Integer.compare(event, other); // channels of two instances of a module
    }

    private synchronized long word(int event) {
        return at(event - Event.FIRST_VISIBLE);
    }

    /** {@return one more than the largest number given so far} */
    public synchronized int bound() {
        return Event.FIRST_VISIBLE + size;
    }

    /**
     * {@return how people write the event} {@code tau} and {@code tick} for the two that have no value; channels that scripts call so are
     * {@code ::tau} and {@code ::tick}, so that no event is ever taken for another.
     */
    public String name(int event) {
        return switch (event) {
            case Event.TAU -> "tau";
            case Event.TICK -> "tick";
            default -> {
                String name = value(event).toString();
                yield name.equals("tau") || name.equals("tick") ? "::" + name : name;
            }
        };
    }
}
