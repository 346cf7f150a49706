package org.cspcheck.explorer.schedule;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
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
 * Numbers for values, the same for equal values in all runs: 0, 2, 4, ... for those that compare by themselves, odd ones for what is made of others.
 *
 * <pre>
 * composite ::= mark | composite number      a list, element by element; a set or a map, in the order of the numbers; a record, an array; a reference
 * </pre>
 *
 * <p>The mark at the head says of what kind it is, so two composites with one number are equal. Processes and shared things stand for their own
 * numbers. A value of a class that compares by identity is like no value of another run; {@code strangers} names such classes, because no cycle
 * that holds one is ever closed.
 */
final class Values {
    private enum Mark { NULL, PROCESS, THING, SIDE, LIST, SET, MAP, RECORD, ARRAY }

    /** How a record is told apart: by itself if there are no readers. */
    private record Shape(List<Method> readers) {
        static final Shape PLAIN = new Shape(List.of());
    }

    private static final int SMALL = 256;

    private final ToIntFunction<Tasklet> processes;
    private final ToIntFunction<Shared> things;
    private final Map<Object, Integer> atoms = new HashMap<>();
    private final Numbers composites = new Numbers();
    private final int[] marks = new int[Mark.values().length];
    private final int[] small = new int[SMALL];
    private final Map<Class<?>, Shape> shapes = new HashMap<>();
    private final Map<Class<?>, Boolean> comparable = new HashMap<>();
    private final Set<String> strangers = new HashSet<>();

    Values(ToIntFunction<Tasklet> processes, ToIntFunction<Shared> things) {
        this.processes = processes;
        this.things = things;
        for (Mark mark : Mark.values()) {
            marks[mark.ordinal()] = atom(mark);
        }
        for (int i = 0; i < SMALL; i++) {
            small[i] = atom(i);
        }
    }

    Set<String> strangers() {
        return strangers;
    }

    int of(Object value) {
        return switch (value) {
            case null -> mark(Mark.NULL);
            case Integer number when number >= 0 && number < SMALL -> small[number];
            case String text -> atom(text);
            case Enum<?> constant -> atom(constant);
            case Tasklet process -> and(mark(Mark.PROCESS), processes.applyAsInt(process));
            case Shared.Side part -> and(and(mark(Mark.SIDE), things.applyAsInt(part.whole())), part.side());
            case Shared thing -> and(mark(Mark.THING), things.applyAsInt(thing));
            case Set<?> set -> sorted(mark(Mark.SET), set.stream().mapToInt(this::of).toArray());
            case Map<?, ?> map -> sorted(mark(Mark.MAP), map.entrySet().stream().mapToInt(entry -> and(of(entry.getKey()), of(entry.getValue()))).toArray());
            case Collection<?> collection -> all(collection);
            case Record made -> record(made);
            case Throwable thrown -> atom(thrown.toString());
            case Object array when array.getClass().isArray() -> array(array);
            default -> atom(value);
        };
    }

    private int mark(Mark mark) {
        return marks[mark.ordinal()];
    }

    private int and(int composite, int number) {
        return 2 * composites.of(composite, number) + 1;
    }

    private int all(Collection<?> values) {
        int all = mark(Mark.LIST);
        for (Object value : values) {
            all = and(all, of(value));
        }
        return all;
    }

    private int sorted(int mark, int[] numbers) {
        Arrays.sort(numbers);
        int all = mark;
        for (int number : numbers) {
            all = and(all, number);
        }
        return all;
    }

    private int array(Object array) {
        int all = and(mark(Mark.ARRAY), atom(array.getClass()));
        for (int i = 0; i < Array.getLength(array); i++) {
            all = and(all, of(Array.get(array, i)));
        }
        return all;
    }

    private int record(Record made) {
        Shape shape = shapes.computeIfAbsent(made.getClass(), Values::shape);
        if (shape == Shape.PLAIN) {
            return atom(made);
        }
        int all = and(mark(Mark.RECORD), atom(made.getClass()));
        try {
            for (Method reader : shape.readers) {
                all = and(all, of(reader.invoke(made)));
            }
        } catch (ReflectiveOperationException closed) {
            return atom(made);
        }
        return all;
    }

    /** Records of numbers, texts and enum constants compare by themselves as they should; others may hold processes and shared things. */
    private static Shape shape(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        boolean plain = Arrays.stream(components).map(RecordComponent::getType).allMatch(Values::isPlain);
        if (plain || type.getName().startsWith("org.cspcheck.model.")) {
            return Shape.PLAIN;
        }
        List<Method> readers = Arrays.stream(components).map(RecordComponent::getAccessor).toList();
        return readers.stream().allMatch(Method::trySetAccessible) ? new Shape(readers) : Shape.PLAIN;
    }

    private static boolean isPlain(Class<?> type) {
        return type.isPrimitive() || type == String.class || type.isEnum() || Number.class.isAssignableFrom(type);
    }

    private int atom(Object value) {
        Integer known = atoms.get(value);
        if (known != null) {
            return known;
        }
        if (!comparable.computeIfAbsent(value.getClass(), Values::comparesByItself)) {
            strangers.add(value.getClass().getName());
        }
        int number = 2 * atoms.size();
        atoms.put(value, number);
        return number;
    }

    private static boolean comparesByItself(Class<?> type) {
        try {
            return type.isRecord() || type == Class.class || type.getMethod("equals", Object.class).getDeclaringClass() != Object.class;
        } catch (NoSuchMethodException impossible) {
            return false;
        }
    }
}
