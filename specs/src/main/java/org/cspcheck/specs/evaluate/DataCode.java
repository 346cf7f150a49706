package org.cspcheck.specs.evaluate;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import org.cspcheck.model.source.Span;
import org.cspcheck.model.value.Dots;
import org.cspcheck.model.value.MapValue;
import org.cspcheck.model.value.Sequence;
import org.cspcheck.model.value.SetValue;
import org.cspcheck.model.value.SymbolicSet;
import org.cspcheck.model.value.Tuple;
import org.cspcheck.model.value.Value;

/** Code for tuples, sequences, sets, maps and dots. Tuples and sequences are lazy, sets are not. */
final class DataCode {
    private DataCode() {}

    private static Value[] delayed(List<Code> codes, Value[] frame) {
        var values = new Value[codes.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = codes.get(i).delay(frame);
        }
        return values;
    }

    private static List<Value> evaluated(List<Code> codes, Value[] frame) {
        var values = new ArrayList<Value>(codes.size());
        for (Code code : codes) {
            values.add(code.eval(frame));
        }
        return values;
    }

    static Code tuple(Span span, List<Code> items) {
        return Code.of(span, frame -> new Tuple(delayed(items, frame)));
    }

    static Code sequence(Span span, List<Code> items) {
        return Code.of(span, frame -> Sequence.of(delayed(items, frame)));
    }

    static Code set(Span span, List<Code> items) {
        return Code.of(span, frame -> SetValue.of(evaluated(items, frame)));
    }

    /** <code>{| a, b |}</code>. */
    static Code productions(Span span, List<Code> items) {
        return Code.of(span, frame -> new SymbolicSet.Productions(evaluated(items, frame)));
    }

    static Code map(Span span, List<Code> keys, List<Code> values) {
        return Code.of(span, frame -> {
            var entries = new LinkedHashMap<Value, Value>();
            for (int i = 0; i < keys.size(); i++) {
                entries.put(keys.get(i).eval(frame), values.get(i).delay(frame));
            }
            return MapValue.of(entries);
        });
    }

    static Code dots(Span span, List<Code> parts) {
        return Code.of(span, frame -> {
            Value joined = parts.getFirst().eval(frame);
            for (int i = 1; i < parts.size(); i++) {
                joined = dot(joined, parts.get(i).eval(frame), span);
            }
            return joined;
        });
    }

    /** {@return {@code left.right}, where a value outside a declared field is the mistake of this place} */
    static Value dot(Value left, Value right, Span span) {
        try {
            return Dots.dot(left, right);
        } catch (Dots.OutsideFieldException fault) {
            throw Faults.outsideField(span, fault);
        }
    }

    /** {@code <from..to>}; with null for the end it goes on for ever. */
    static Code sequenceRange(Span span, Code from, Code to) {
        return Code.of(span, frame -> {
            long low = Kinds.integer(from.eval(frame), from.span);
            return to == null ? upwards(low) : Sequence.of(SetValue.range(low, Kinds.integer(to.eval(frame), to.span)).elements());
        });
    }

    private static Sequence upwards(long low) {
        return Sequence.cons(Value.Int.of(low), () -> upwards(low + 1));
    }

    /** <code>{from..to}</code>; with null for the end it goes on for ever. */
    static Code setRange(Span span, Code from, Code to) {
        return Code.of(span, frame -> {
            long low = Kinds.integer(from.eval(frame), from.span);
            return to == null ? new SymbolicSet.Integers(low) : SetValue.range(low, Kinds.integer(to.eval(frame), to.span));
        });
    }

    /** {@code <e | generators>}: the parts are joined as they are needed. */
    static final class SequenceComprehension extends Code {
        private final Generators generators;
        private final Code part;

        SequenceComprehension(Span span, Generators generators, Code part) {
            super(span);
            this.generators = generators;
            this.part = part;
        }

        @Override
        Value eval(Value[] frame) {
            return join(generators.bindings(frame));
        }

        private Sequence join(Iterator<Value[]> bindings) {
            while (bindings.hasNext()) {
                var first = (Sequence) part.eval(bindings.next());
                if (!first.isEmpty()) {
                    return append(first, bindings);
                }
            }
            return Sequence.EMPTY;
        }

        private Sequence append(Sequence first, Iterator<Value[]> rest) {
            return Sequence.cons(first.first(), () -> first.tail().isEmpty() ? join(rest) : append(first.tail(), rest));
        }
    }

    /** <code>{e | generators}</code>: the union of the parts. */
    static final class SetComprehension extends Code {
        private final Generators generators;
        private final Code part;

        SetComprehension(Span span, Generators generators, Code part) {
            super(span);
            this.generators = generators;
            this.part = part;
        }

        @Override
        Value eval(Value[] frame) {
            var members = new ArrayList<Value>();
            SetValue endless = SetValue.EMPTY;
            var prefixes = new ArrayList<Value>();
            for (Iterator<Value[]> bindings = generators.bindings(frame); bindings.hasNext(); ) {
                switch (part.eval(bindings.next())) {
                    case SymbolicSet.Productions productions -> prefixes.addAll(productions.prefixes());
                    case SetValue set when set.isFinite() -> members.addAll(set.elements());
                    case Value set -> endless = smallest(endless, (SetValue) set);
                }
            }
            SetValue all = prefixes.isEmpty() ? SetValue.of(members) : new SymbolicSet.Productions(prefixes).union(SetValue.of(members));
            return endless.union(all);
        }

        /** <code>{1..}</code> and <code>{2..}</code> together are <code>{1..}</code>. */
        private static SetValue smallest(SetValue left, SetValue right) {
            if (left instanceof SymbolicSet.Integers a && right instanceof SymbolicSet.Integers b) {
                return a.low() == null || b.low() != null && a.low() <= b.low() ? a : b;
            }
            return left.union(right);
        }
    }
}
