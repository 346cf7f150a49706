package org.cspcheck.specs.types;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Definitions that may depend on each other: the top of a script with its plain modules, a {@code let}, an instance of a module.
 *
 * @param open those that are being worked out, or depend on one that is, in the order in which they were begun
 * @param instance the instance whose members these are
 */
record Region(Region outer, Deque<Definition> open, Optional<String> instance) {
    static Region inside(Region outer, Optional<String> instance) {
        return new Region(outer, new ArrayDeque<>(), instance);
    }

    /** {@return the innermost instance around; null when there is none} */
    Region inInstance() {
        Region region = this;
        while (region != null && region.instance.isEmpty()) {
            region = region.outer;
        }
        return region;
    }

    boolean isInside(Region other) {
        for (Region region = this; region != null; region = region.outer) {
            if (region == other) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
