package org.cspcheck.model.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/** A finite map {@code (| 0 => 1 |)}. */
public final class MapValue implements Value {
    public static final MapValue EMPTY = new MapValue(new TreeMap<>(ValueOrder.INSTANCE));

    private final TreeMap<Value, Value> entries;

    private MapValue(TreeMap<Value, Value> entries) {
        this.entries = entries;
    }

    /** {@return the map with these entries; values may be lazy} */
    public static MapValue of(Map<Value, Value> entries) {
        var sorted = new TreeMap<Value, Value>(ValueOrder.INSTANCE);
        sorted.putAll(entries);
        return new MapValue(sorted);
    }

    /** {@return this map with {@code key} bound to {@code value}} */
    public MapValue with(Value key, Value value) {
        var changed = new TreeMap<>(entries);
        changed.put(key, value);
        return new MapValue(changed);
    }

    /** {@return this map without {@code key}} */
    public MapValue without(Value key) {
        var changed = new TreeMap<>(entries);
        changed.remove(key);
        return new MapValue(changed);
    }

    /** {@return what {@code key} is bound to, or null} */
    public Value get(Value key) {
        return entries.get(key);
    }

    /** {@return the entries in the order of their keys} */
    public SequencedMap<Value, Value> entries() {
        return java.util.Collections.unmodifiableSequencedMap(entries);
    }

    /** Keys and values one after the other, evaluated. */
    List<Value> flat() {
        var flat = new ArrayList<Value>();
        entries.forEach((key, value) -> {
            flat.add(key.force());
            flat.add(value.force());
        });
        return flat;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MapValue that && flat().equals(that.flat());
    }

    @Override
    public int hashCode() {
        return 13 + flat().stream().mapToInt(value -> value.force().hashCode()).reduce(1, (a, b) -> 31 * a + b);
    }

    @Override
    public String toString() {
        var text = new StringBuilder("(|");
        String between = " ";
        for (var entry : entries.entrySet()) {
            text.append(between).append(entry.getKey()).append(" => ").append(entry.getValue());
            between = ", ";
        }
        return text.append(" |)").toString();
    }
}
