package org.cspcheck.runtime.component;

import java.util.Arrays;
import java.util.List;

/**
 * How code came to where it is: what has happened since the heads of the loops that it is in.
 *
 * <p>Values; two trails of one program that are equal lead to the same state.
 */
final class Trail {
    /** Something that happened. */
    sealed interface Item {
        /** A loop was at its head with this value; {@code hash} as it was then. */
        record Head(Object value, int hash) implements Item {}

        /** The code was about to do something and got an answer. */
        record Answered(Situation situation, int answer) implements Item {}
    }

    static final Trail START = new Trail(new Item[0]);

    private final Item[] items;
    private final int hash;

    private Trail(Item[] items) {
        this.items = items;
        this.hash = Arrays.hashCode(items);
    }

    static Trail of(List<Item> items) {
        return new Trail(items.toArray(Item[]::new));
    }

    List<Item> items() {
        return Arrays.asList(items);
    }

    /** {@return the value at the innermost head; null if no loop has been entered} */
    Object head() {
        for (int i = items.length - 1; i >= 0; i--) {
            if (items[i] instanceof Item.Head(Object value, int hash)) {
                return value;
            }
        }
        return null;
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Trail that && hash == that.hash && Arrays.equals(items, that.items);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
