package org.cspcheck.explorer.reduce;

import org.cspcheck.model.event.EventSet;

/** What a reduced system has in common with the whole. */
public sealed interface Aim {
    /** The states without any step. */
    record Deadlocks() implements Aim {}

    /** Traces, stable failures, divergences and infinite traces. */
    record Behaviour() implements Aim {}

    /** Whether some event of the set can happen, and the least number of steps to it. */
    record Occurrence(EventSet events) implements Aim {}
}
