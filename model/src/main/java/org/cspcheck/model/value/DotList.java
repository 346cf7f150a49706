package org.cspcheck.model.value;

import java.util.Arrays;
import java.util.List;

/** Values joined by dots with no symbol in front that would take them as fields: {@code 1.2}. It has two items or more. */
public final class DotList implements Value {
    private final Value[] items;

    DotList(Value... items) {
        this.items = items;
    }

    public List<Value> items() {
        return Arrays.asList(items);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DotList that && Arrays.equals(items, that.items);
    }

    @Override
    public int hashCode() {
        return 11 + Arrays.hashCode(items);
    }

    @Override
    public String toString() {
        return ValueText.join("", Arrays.asList(items), ".", "");
    }
}
