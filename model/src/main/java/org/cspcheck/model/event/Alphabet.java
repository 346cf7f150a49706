package org.cspcheck.model.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cspcheck.model.value.Value;

/**
 * The visible events met so far, each with its number.
 *
 * <p>An event is a value: a channel, or a channel with fields behind it ({@code c.0.true}). Numbers are given in the order of first use, so
 * a channel of infinite type costs nothing until its events occur. Safe for use by several threads.
 */
public final class Alphabet {
    private final Map<Value, Integer> numbers = new HashMap<>();
    private final List<Value> values = new ArrayList<>();

    /** {@return the number of {@code event}, a new one if it was not met before} */
    public synchronized int number(Value event) {
        Integer known = numbers.get(event);
        if (known != null) {
            return known;
        }
        int number = Event.FIRST_VISIBLE + values.size();
        values.add(event);
        numbers.put(event, number);
        return number;
    }

    /** {@return the event with this number} */
    public synchronized Value value(int event) {
        return values.get(event - Event.FIRST_VISIBLE);
    }

    /** {@return one more than the largest number given so far} */
    public synchronized int bound() {
        return Event.FIRST_VISIBLE + values.size();
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
