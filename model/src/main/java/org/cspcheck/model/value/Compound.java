package org.cspcheck.model.value;

import java.util.Arrays;

/**
 * A channel or constructor with the fields it has so far: {@code c}, {@code c.0}, {@code Pair.1.(Leaf.2)}.
 *
 * <p>Invariant: every field but the last is complete, and there are no more fields than the symbol has.
 */
public final class Compound implements Value {
    private static final Value[] NONE = {};

    private final Symbol symbol;
    private final Value[] fields;
    private int hash;

    Compound(Symbol symbol, Value... fields) {
        this.symbol = symbol;
        this.fields = fields.length == 0 ? NONE : fields;
    }

    public Symbol symbol() {
        return symbol;
    }

    public int size() {
        return fields.length;
    }

    /** {@return the field with this position, from 0} */
    public Value field(int position) {
        return fields[position];
    }

    Value last() {
        return fields[fields.length - 1];
    }

    boolean isEvent() {
        return symbol.kind() == Symbol.Kind.CHANNEL;
    }

    /** {@return this with one field more, which is one that the symbol may have there} */
    public Compound with(Value field) {
        Value[] longer = Arrays.copyOf(fields, fields.length + 1);
        longer[fields.length] = field;
        return new Compound(symbol, longer);
    }

    Compound withLast(Value field) {
        Value[] changed = fields.clone();
        changed[fields.length - 1] = field;
        return new Compound(symbol, changed);
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Compound that
                        && symbol == that.symbol
                        && hashCode() == that.hashCode()
                        && Arrays.equals(fields, that.fields);
    }

    @Override
    public int hashCode() {
        if (hash == 0) {
            hash = Hashing.combine(Hashing.combine(symbol.name().hashCode(), symbol.position()), ValueText.hashForced(fields));
        }
        return hash;
    }

    @Override
    public String toString() {
        var text = new StringBuilder(symbol.name());
        for (int i = 0; i < fields.length; i++) {
            boolean nested = fields[i] instanceof Compound inner && inner.fields.length > 0 && i + 1 < fields.length && !isEvent();
            text.append('.').append(nested ? "(" + fields[i] + ")" : fields[i].toString());
        }
        return text.toString();
    }
}
