package org.cspcheck.runtime.component;

import java.util.List;

/**
 * All events of a channel that begin with given fields; one for each text, so they compare by identity.
 *
 * @param text as people write it, {@code left} or {@code picks.0}
 * @param events their numbers, in the order of CSPm
 * @param fields what each of them carries behind the given fields
 */
record Communication(String text, int[] events, List<Fields> fields) {
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return text;
    }
}
