package org.cspcheck.runtime;

import java.util.Collection;
import java.util.List;

/** What a suspended process waits for. Its {@code toString} says it to people: {@code "read c"}. */
public interface Waiting {
    /**
     * The process is to end, and does not wait any longer: takes it out of every table, so that nobody resumes it.
     *
     * @return whether it may go on now, with {@link Ended}; false if whoever it waits for will resume it soon
     */
    boolean abandon(Tasklet process);

    /** {@return the processes that are known to be able to resume it; empty if none is known} */
    default Collection<Tasklet> on(Tasklet process) {
        return List.of();
    }

    /** {@return whether {@link #on} names everybody who can resume it, so that it waits for good if there is nobody} */
    default boolean knowsAll() {
        return false;
    }

    /** {@return whether it needs all of those that it waits on, and not just one} */
    default boolean needsAll() {
        return false;
    }

    /** {@return whether something outside of the network may resume it, or time} */
    default boolean outside() {
        return false;
    }

    /** {@return whether the process can tell afterwards that it had to wait} If unsure, it can. */
    default boolean noticed() {
        return true;
    }
}
