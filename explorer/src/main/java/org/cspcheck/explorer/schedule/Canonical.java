package org.cspcheck.explorer.schedule;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.cspcheck.runtime.Shared;
import org.cspcheck.runtime.Tasklet;

/**
 * Values of one run as values that can be compared with those of another: processes and shared things by their numbers, collections copied.
 *
 * <p>A value of a class that compares by identity is like no value of another run; {@code strangers} names such classes, because no cycle
 * that holds one is ever closed.
 */
final class Canonical {
    /** A process or a shared thing, by its number. */
    private record Reference(String kind, int number) {}

    /** A record that holds what cannot be compared as it is. */
    private record Made(Class<?> type, List<Object> components) {}

    private final ToIntFunction<Tasklet> processes;
    private final ToIntFunction<Shared> things;
    private final Map<Class<?>, Boolean> plain = new HashMap<>();
    private final Set<String> strangers = new HashSet<>();

    Canonical(ToIntFunction<Tasklet> processes, ToIntFunction<Shared> things) {
        this.processes = processes;
        this.things = things;
    }

    Set<String> strangers() {
        return strangers;
    }

    Object of(Object value) {
        return switch (value) {
            case null -> "null";
            case String text -> text;
            case Number number -> plain(number);
            case Enum<?> constant -> constant;
            case Tasklet process -> new Reference("process", processes.applyAsInt(process));
            case Shared.Side part -> List.of(new Reference("part", things.applyAsInt(part.whole())), part.toString());
            case Shared thing -> new Reference("shared", things.applyAsInt(thing));
            case List<?> list -> all(list);
            case Set<?> set -> Set.copyOf(all(set));
            case Map<?, ?> map -> map(map);
            case Collection<?> collection -> all(collection);
            case Record made when !isPlain(made.getClass()) -> record(made);
            case Throwable thrown -> thrown.toString();
            case Object array when array.getClass().isArray() -> array(array);
            default -> plain(value);
        };
    }

    private List<Object> all(Collection<?> values) {
        var all = new ArrayList<>(values.size());
        values.forEach(value -> all.add(of(value)));
        return all;
    }

    private Object map(Map<?, ?> map) {
        var copy = new HashMap<>();
        map.forEach((key, value) -> copy.put(of(key), of(value)));
        return copy;
    }

    private Object array(Object array) {
        var all = new ArrayList<>();
        for (int i = 0; i < Array.getLength(array); i++) {
            all.add(of(Array.get(array, i)));
        }
        return all;
    }

    private Object record(Record made) {
        var components = new ArrayList<>();
        for (RecordComponent component : made.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                components.add(of(component.getAccessor().invoke(made)));
            } catch (ReflectiveOperationException | RuntimeException closed) {
                return plain(made);
            }
        }
        return new Made(made.getClass(), components);
    }

    /** {@return whether records of this type compare by themselves as they should} */
    private boolean isPlain(Class<?> record) {
        return plain.computeIfAbsent(record, type -> {
            for (RecordComponent component : type.getRecordComponents()) {
                Class<?> of = component.getType();
                if (!of.isPrimitive() && of != String.class && !of.isEnum() && !Number.class.isAssignableFrom(of)) {
                    return type.getName().startsWith("org.cspcheck.model.");
                }
            }
            return true;
        });
    }

    private Object plain(Object value) {
        boolean comparable = plain.computeIfAbsent(value.getClass(), type -> {
            try {
                return type.isRecord() || type.getMethod("equals", Object.class).getDeclaringClass() != Object.class;
            } catch (NoSuchMethodException impossible) {
                return false;
            }
        });
        if (!comparable) {
            strangers.add(value.getClass().getName());
        }
        return value;
    }
}
