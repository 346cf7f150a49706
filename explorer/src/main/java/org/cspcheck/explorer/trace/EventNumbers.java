package org.cspcheck.explorer.trace;

import java.util.OptionalInt;

/** Finds events by how people write them: {@code picks.0.1}. */
@FunctionalInterface
public interface EventNumbers {
    /** {@return the number of the event; empty if the text is no event of the specification's channels} */
    OptionalInt number(String text);
}
