package org.cspcheck.model.value;

import java.util.ArrayList;
import java.util.List;

/**
 * The dot operator.
 *
 * <p>{@code a.b} re-associates: where {@code a} ends in a symbol with open fields, {@code b} goes there, item by item; else the two stand
 * side by side in a {@link DotList}.
 */
public final class Dots {
    private Dots() {}

    /** {@return {@code left.right}} */
    public static Value dot(Value left, Value right) {
        if (right instanceof DotList list) {
            Value joined = left;
            for (Value item : list.items()) {
                joined = dot(joined, item);
            }
            return joined;
        }
        if (left instanceof DotList list) {
            return dotOnto(list, right);
        }
        return left instanceof Compound compound && !isComplete(compound) ? fill(compound, right) : new DotList(left, right);
    }

    private static Value dotOnto(DotList list, Value right) {
        var items = new ArrayList<>(list.items());
        Value last = items.getLast();
        if (last instanceof Compound compound && !isComplete(compound)) {
            items.set(items.size() - 1, fill(compound, right));
        } else {
            items.add(right);
        }
        return new DotList(items.toArray(Value[]::new));
    }

    /** Puts one item into the last incomplete field, which exists; a field that is complete then must belong to its declared set. */
    private static Compound fill(Compound compound, Value item) {
        boolean nested = compound.size() > 0 && compound.last() instanceof Compound inner && !isComplete(inner);
        Compound filled = nested ? compound.withLast(fill((Compound) compound.last(), item)) : compound.with(item);
        int field = filled.size() - 1;
        if (isComplete(filled.last()) && !filled.symbol().fields().get(field).contains(filled.last())) {
            throw new OutsideFieldException(filled.symbol(), field, filled.last());
        }
        return filled;
    }

    /** A field was given a value that its declaration does not allow. */
    public static final class OutsideFieldException extends RuntimeException {
        private final transient Symbol symbol;
        private final int field;
        private final transient Value value;

        OutsideFieldException(Symbol symbol, int field, Value value) {
            super(value + " in field " + field + " of " + symbol, null, false, false);
            this.symbol = symbol;
            this.field = field;
            this.value = value;
        }

        public Symbol symbol() {
            return symbol;
        }

        /** {@return the position of the field, from 0} */
        public int field() {
            return field;
        }

        public Value value() {
            return value;
        }
    }

    /** {@return whether every field that the value's symbols have is there} */
    public static boolean isComplete(Value value) {
        return switch (value) {
            case Compound c -> c.size() == c.symbol().arity() && (c.size() == 0 || isComplete(c.last()));
            case DotList list -> isComplete(list.items().getLast());
            default -> true;
        };
    }

    /** {@return the values that stand between dots, at the top level: one for anything but a dot list} */
    public static List<Value> items(Value value) {
        return value instanceof DotList list ? list.items() : List.of(value);
    }

    /** {@return the innermost symbol with open fields, with the fields it has; null when the value is complete} */
    public static Compound open(Value value) {
        return switch (value) {
            case Compound c when c.size() > 0 && c.last() instanceof Compound inner && !isComplete(inner) -> open(inner);
            case Compound c when c.size() < c.symbol().arity() -> c;
            case DotList list -> open(list.items().getLast());
            default -> null;
        };
    }
}
