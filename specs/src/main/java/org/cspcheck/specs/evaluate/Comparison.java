package org.cspcheck.specs.evaluate;

import org.cspcheck.model.source.Span;
import org.cspcheck.model.value.Compound;
import org.cspcheck.model.value.DotList;
import org.cspcheck.model.value.Lazy;
import org.cspcheck.model.value.MapValue;
import org.cspcheck.model.value.Sequence;
import org.cspcheck.model.value.SetValue;
import org.cspcheck.model.value.SymbolicSet;
import org.cspcheck.model.value.Tuple;
import org.cspcheck.model.value.Value;

/**
 * Equality and order as CSPm has them: sets by inclusion, sequences by prefix, maps by inclusion with values in order, tuples from left to
 * right; processes and functions not at all.
 */
final class Comparison {
    /** How two values stand to each other. */
    enum Order {
        LESS,
        EQUAL,
        GREATER,
        UNRELATED
    }

    private Comparison() {}

    static boolean equal(Value left, Value right, Span span) {
        checkComparable(left, span);
        checkComparable(right, span);
        try {
            return left.equals(right);
        } catch (SetValue.InfiniteSetException fault) {
            throw Faults.infiniteSet(span, fault);
        }
    }

    private static void checkComparable(Value value, Span span) {
        if (value instanceof ProcessValue || value instanceof Applicable) {
            throw Faults.incomparable(span, value);
        }
        if (value instanceof SetValue set && !(set instanceof SymbolicSet) && !set.isEmpty()) {
            checkComparable(set.elements().getFirst(), span);
        }
        if (value instanceof Tuple tuple) {
            for (int i = 0; i < tuple.size(); i++) {
                checkComparable(tuple.get(i), span);
            }
        }
    }

    static Order order(Value left, Value right, Span span) {
        return switch (left) {
            case Value.Int(long number) -> Long.compare(number, Kinds.integer(right, span)) < 0
                    ? Order.LESS
                    : number == Kinds.integer(right, span) ? Order.EQUAL : Order.GREATER;
            case Value.Char(int c) when right instanceof Value.Char(int other) -> of(Integer.compare(c, other));
            case Value.Bool bool when right instanceof Value.Bool other -> of(bool.compareTo(other));
            case SetValue set -> sets(set, Kinds.set(right, span), span);
            case Sequence sequence -> sequences(sequence, Kinds.sequence(right, span), span);
            case Tuple tuple when right instanceof Tuple other && tuple.size() == other.size() -> tuples(tuple, other, span);
            case MapValue map -> maps(map, Kinds.map(right, span), span);
            case Value.Char c -> throw Faults.wrongKind(span, "a character", right);
            case Value.Bool b -> throw Faults.wrongKind(span, "true or false", right);
            case Tuple t -> throw Faults.wrongKind(span, "a tuple of " + t.size(), right);
            case Compound c -> throw Faults.incomparable(span, left);
            case DotList d -> throw Faults.incomparable(span, left);
            case Value.Opaque o -> throw Faults.incomparable(span, left);
            case Lazy lazy -> order(lazy.force(), right, span);
        };
    }

    private static Order of(int comparison) {
        return comparison < 0 ? Order.LESS : comparison == 0 ? Order.EQUAL : Order.GREATER;
    }

    private static Order sets(SetValue left, SetValue right, Span span) {
        try {
            if (left.equals(right)) {
                return Order.EQUAL;
            }
            if (left.isFinite() && left.isSubsetOf(right)) {
                return Order.LESS;
            }
            return right.isFinite() && right.isSubsetOf(left) ? Order.GREATER : Order.UNRELATED;
        } catch (SetValue.InfiniteSetException fault) {
            throw Faults.infiniteSet(span, fault);
        }
    }

    private static Order sequences(Sequence left, Sequence right, Span span) {
        Sequence a = left;
        Sequence b = right;
        while (!a.isEmpty() && !b.isEmpty()) {
            if (!equal(a.head(), b.head(), span)) {
                return Order.UNRELATED;
            }
            a = a.tail();
            b = b.tail();
        }
        return a.isEmpty() ? b.isEmpty() ? Order.EQUAL : Order.LESS : Order.GREATER;
    }

    private static Order tuples(Tuple left, Tuple right, Span span) {
        for (int i = 0; i < left.size(); i++) {
            Order order = order(left.get(i), right.get(i), span);
            if (order != Order.EQUAL) {
                return order;
            }
        }
        return Order.EQUAL;
    }

    private static Order maps(MapValue left, MapValue right, Span span) {
        boolean below = isBelow(left, right, span);
        boolean above = isBelow(right, left, span);
        return below ? above ? Order.EQUAL : Order.LESS : above ? Order.GREATER : Order.UNRELATED;
    }

    private static boolean isBelow(MapValue left, MapValue right, Span span) {
        return left.entries().entrySet().stream().allMatch(entry -> {
            Value other = right.get(entry.getKey());
            if (other == null) {
                return false;
            }
            Order order = order(entry.getValue().force(), other.force(), span);
            return order == Order.LESS || order == Order.EQUAL;
        });
    }
}
