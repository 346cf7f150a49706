package org.cspcheck.model.value;

import java.util.Comparator;
import java.util.Iterator;

/**
 * A total order on values, for listing sets: numbers by size, symbols as declared, everything else component by component.
 *
 * <p>It is not the {@code <} of CSPm. Consistent with equals, and the same on every run.
 */
public final class ValueOrder implements Comparator<Value> {
    public static final ValueOrder INSTANCE = new ValueOrder();

    private ValueOrder() {}

    @Override
    public int compare(Value a, Value b) {
        Value left = a.force();
        Value right = b.force();
        if (left == right) {
            return 0;
        }
        int kinds = Integer.compare(kind(left), kind(right));
        if (kinds != 0) {
            return kinds;
        }
        return switch (left) {
            case Value.Int i -> Long.compare(i.value(), ((Value.Int) right).value());
            case Value.Bool bool -> bool.compareTo((Value.Bool) right);
            case Value.Char c -> Integer.compare(c.codePoint(), ((Value.Char) right).codePoint());
            case Tuple tuple -> tuples(tuple, (Tuple) right);
            case Sequence sequence -> all(sequence.iterator(), ((Sequence) right).iterator());
            case SetValue set -> sets(set, (SetValue) right);
            case MapValue map -> all(map.flat().iterator(), ((MapValue) right).flat().iterator());
            case Compound compound -> compounds(compound, (Compound) right);
            case DotList list -> all(list.items().iterator(), ((DotList) right).items().iterator());
            case Value.Opaque opaque -> byText(opaque, right);
            case Lazy lazy -> throw new AssertionError("forced values are not lazy");
        };
    }

    private static int kind(Value value) {
        return switch (value) {
            case Value.Int v -> 0;
            case Value.Bool v -> 1;
            case Value.Char v -> 2;
            case Compound v -> 3;
            case DotList v -> 4;
            case Tuple v -> 5;
            case Sequence v -> 6;
            case SetValue v -> 7;
            case MapValue v -> 8;
            case Value.Opaque v -> 9;
            case Lazy v -> throw new AssertionError("forced values are not lazy");
        };
    }

    private int tuples(Tuple left, Tuple right) {
        int order = Integer.compare(left.size(), right.size());
        for (int i = 0; order == 0 && i < left.size(); i++) {
            order = compare(left.get(i), right.get(i));
        }
        return order;
    }

    private int sets(SetValue left, SetValue right) {
        if (left.isFinite() && right.isFinite()) {
            int sizes = Integer.compare(left.elements().size(), right.elements().size());
            return sizes != 0 ? sizes : all(left.elements().iterator(), right.elements().iterator());
        }
        int finite = Boolean.compare(right.isFinite(), left.isFinite());
        return finite != 0 ? finite : byText(left, right);
    }

    private int compounds(Compound left, Compound right) {
        int order = left.symbol().kind().compareTo(right.symbol().kind());
        if (order == 0) {
            order = Integer.compare(left.symbol().position(), right.symbol().position());
        }
        if (order == 0) {
            order = left.symbol().name().compareTo(right.symbol().name());
        }
        for (int i = 0; order == 0 && i < Math.min(left.size(), right.size()); i++) {
            order = compare(left.field(i), right.field(i));
        }
        return order != 0 ? order : Integer.compare(left.size(), right.size());
    }

    private int all(Iterator<? extends Value> left, Iterator<? extends Value> right) {
        while (left.hasNext() && right.hasNext()) {
            int order = compare(left.next(), right.next());
            if (order != 0) {
                return order;
            }
        }
        return Boolean.compare(left.hasNext(), right.hasNext());
    }

    private static int byText(Value left, Value right) {
        if (left.equals(right)) {
            return 0;
        }
        int hashes = Integer.compare(left.hashCode(), right.hashCode());
        return hashes != 0 ? hashes : left.toString().compareTo(right.toString());
    }
}
