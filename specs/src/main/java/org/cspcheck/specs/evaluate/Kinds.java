package org.cspcheck.specs.evaluate;

import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.source.Span;
import org.cspcheck.model.value.Compound;
import org.cspcheck.model.value.DotList;
import org.cspcheck.model.value.Dots;
import org.cspcheck.model.value.Lazy;
import org.cspcheck.model.value.MapValue;
import org.cspcheck.model.value.Sequence;
import org.cspcheck.model.value.SetValue;
import org.cspcheck.model.value.Symbol;
import org.cspcheck.model.value.Tuple;
import org.cspcheck.model.value.Value;

/** Values taken as what the place needs, or a message that says what stands there instead. */
final class Kinds {
    private Kinds() {}

    static long integer(Value value, Span span) {
        if (value instanceof Value.Int(long number)) {
            return number;
        }
        throw Faults.wrongKind(span, "a number", value);
    }

    static boolean truth(Value value, Span span) {
        if (value instanceof Value.Bool bool) {
            return bool == Value.Bool.TRUE;
        }
        throw Faults.wrongKind(span, "true or false", value);
    }

    static SetValue set(Value value, Span span) {
        if (value instanceof SetValue set) {
            return set;
        }
        throw Faults.wrongKind(span, "a set", value);
    }

    static Sequence sequence(Value value, Span span) {
        if (value instanceof Sequence sequence) {
            return sequence;
        }
        throw Faults.wrongKind(span, "a sequence", value);
    }

    static MapValue map(Value value, Span span) {
        if (value instanceof MapValue map) {
            return map;
        }
        throw Faults.wrongKind(span, "a map", value);
    }

    static Process process(Value value, Span span) {
        if (value instanceof ProcessValue(Process process)) {
            return process;
        }
        throw Faults.wrongKind(span, "a process", value);
    }

    static Applicable function(Value value, Span span) {
        if (value instanceof Applicable function) {
            return function;
        }
        throw Faults.wrongKind(span, "a function", value);
    }

    /** {@return the number of a complete event} */
    static int event(Value value, Alphabet alphabet, Span span) {
        if (!(value instanceof Compound compound) || !isChannel(compound)) {
            throw Faults.notAnEvent(span, value);
        }
        if (!Dots.isComplete(value)) {
            throw Faults.incompleteEvent(span, value);
        }
        return alphabet.number(value);
    }

    static boolean isChannel(Compound value) {
        return value.symbol().kind() == Symbol.Kind.CHANNEL;
    }

    /** {@return the kind of a value, in words} */
    static String name(Value value) {
        return switch (value) {
            case Value.Int v -> "a number";
            case Value.Bool v -> "a truth value";
            case Value.Char v -> "a character";
            case Tuple v -> "a tuple";
            case Sequence v -> "a sequence";
            case SetValue v -> "a set";
            case MapValue v -> "a map";
            case Compound c when isChannel(c) -> Dots.isComplete(c) ? "an event" : "a channel";
            case Compound v -> "a datatype value";
            case DotList v -> "values joined by dots";
            case Lazy lazy -> name(lazy.force());
            case ProcessValue v -> "a process";
            case Applicable v -> "a function";
            case Value.Opaque v -> "a value";
        };
    }

    static String hint(String expected, Value value) {
        if (value instanceof Applicable) {
            return "give it its arguments";
        }
        if (expected.equals("a set") && value instanceof Sequence) {
            return "set(s) makes a set of a sequence";
        }
        if (expected.equals("a sequence") && value instanceof SetValue) {
            return "seq(s) makes a sequence of a set";
        }
        if (expected.equals("a process") && value instanceof Compound) {
            return "an event becomes a process with a prefix: a -> STOP";
        }
        return "";
    }
}
