package org.cspcheck.model.value;

import java.util.Arrays;

/** A tuple {@code (1, true)}; {@code ()} has no components. Components may be lazy. */
public final class Tuple implements Value {
    private final Value[] components;

    public Tuple(Value... components) {
        this.components = components;
    }

    public int size() {
        return components.length;
    }

    /** {@return the component with this position, from 0, evaluated} */
    public Value get(int position) {
        return components[position].force();
    }

    /** {@return the component with this position, from 0, as it is: it may be lazy} */
    public Value unforced(int position) {
        return components[position];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tuple that && ValueText.sameForced(components, that.components);
    }

    @Override
    public int hashCode() {
        return 7 + ValueText.hashForced(components);
    }

    @Override
    public String toString() {
        return ValueText.join("(", Arrays.asList(components), ", ", ")");
    }
}
