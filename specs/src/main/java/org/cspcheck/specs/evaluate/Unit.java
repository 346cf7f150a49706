package org.cspcheck.specs.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cspcheck.model.source.SpecificationException;
import org.cspcheck.model.value.Lazy;
import org.cspcheck.model.value.Sequence;
import org.cspcheck.model.value.SetValue;
import org.cspcheck.model.value.Tuple;
import org.cspcheck.model.value.Value;

/**
 * The layout of a frame: what code that runs later keeps from around it, and the variables that it binds itself.
 *
 * <p>A unit belongs to a function, a lambda, a {@code let} or a prefix. It keeps just the variables that its code mentions, so two
 * processes that differ only in variables they have forgotten are one state. Layouts are complete before any code runs.
 */
final class Unit {
    /** A variable at compile time: the unit whose frame holds it, and where. */
    record Variable(Unit unit, int slot) {}

    private final Unit outer;
    private final Map<Variable, Integer> kept = new HashMap<>();
    private final List<int[]> captures = new ArrayList<>();
    private int size;

    Unit(Unit outer) {
        this.outer = outer;
    }

    Variable declare() {
        return new Variable(this, size++);
    }

    /** {@return the slot of a variable of this unit or one around it, which is kept from now on} */
    int slotOf(Variable variable) {
        if (variable.unit == this) {
            return variable.slot;
        }
        Integer known = kept.get(variable);
        if (known == null) {
            int from = outer.slotOf(variable);
            known = size++;
            captures.add(new int[] {from, known});
            kept.put(variable, known);
        }
        return known;
    }

    /** {@return what code of this unit needs from a frame of the unit around it} */
    Value[] capture(Value[] outerFrame) {
        var values = new Value[captures.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = outerFrame[captures.get(i)[0]];
        }
        return values;
    }

    /** {@return a frame that begins with what was kept} */
    Value[] frame(Value[] captured) {
        var frame = new Value[size];
        for (int i = 0; i < captured.length; i++) {
            frame[captures.get(i)[1]] = captured[i];
        }
        return frame;
    }

    // ---- values that become part of a process term

    /** Sequences longer than this are not looked through. */
    private static final int LONGEST = 20_000;

    /**
     * Brings values into a form that compares, for they will be part of a state: everything is evaluated. A value that cannot be (it
     * fails, or has no end) stays lazy and equals only itself; whoever needs it later gets the failure then.
     */
    static void settle(Value[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = settled(values[i]);
        }
    }

    private static Value settled(Value value) {
        try {
            Value forced = value.force();
            return switch (forced) {
                case Sequence sequence -> settledSequence(sequence);
                case Tuple tuple -> settledTuple(tuple);
                case Closure closure -> {
                    closure.settle();
                    yield closure;
                }
                default -> forced;
            };
        } catch (SpecificationException | SetValue.InfiniteSetException | StackOverflowError unknowable) {
            return new Unknowable(value);
        }
    }

    private static Value settledTuple(Tuple tuple) {
        var components = new Value[tuple.size()];
        for (int i = 0; i < components.length; i++) {
            components[i] = settled(tuple.get(i));
        }
        return new Tuple(components);
    }

    private static Value settledSequence(Sequence sequence) {
        if (sequence.isListed()) {
            List<Value> elements = sequence.toList();
            elements.replaceAll(Unit::settled);
            return Sequence.of(elements);
        }
        var elements = new ArrayList<Value>();
        for (Sequence rest = sequence; !rest.isEmpty(); rest = rest.tail()) {
            if (elements.size() > LONGEST && !rest.isListed()) {
                return new Unknowable(sequence);
            }
            elements.add(settled(rest.head()));
        }
        return Sequence.of(elements);
    }

    /** A value that fails or has no end: it equals only itself. */
    private static final class Unknowable implements Value.Opaque {
        private final Value value;

        Unknowable(Value value) {
            this.value = value;
        }

        @Override
        public Value force() {
            return value.force();
        }

        @Override
        public String toString() {
            return "..";
        }

        @Override
        public int hashCode() {
            return 1;
        }

        @Override
        public boolean equals(Object other) {
            return this == other || other instanceof Unknowable that && value == that.value;
        }
    }
}
