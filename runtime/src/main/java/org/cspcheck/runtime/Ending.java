package org.cspcheck.runtime;

/** How a network ended. */
public sealed interface Ending {
    /** Every process came to its end. */
    record Terminated() implements Ending {}

    /** A process failed and nobody caught it; the others were ended. */
    record Failed(Failure failure) implements Ending {}

    /** Nobody could go on; {@code state} says who waits where on whom. */
    record Deadlocked(Snapshot state) implements Ending {}

    /** The processes were busy for very long, and nothing happened that can be seen. */
    record Livelocked(Snapshot state) implements Ending {}

    /** It was stopped from outside. */
    record Stopped() implements Ending {}
}
