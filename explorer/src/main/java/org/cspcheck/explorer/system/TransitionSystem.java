package org.cspcheck.explorer.system;

import java.util.Optional;
import java.util.OptionalLong;
import org.cspcheck.model.process.Process;

/** States and steps of a process. Equal states have equal words. */
public interface TransitionSystem {
    Layout layout();

    /** Writes the first state. */
    void initial(long[] into);

    /** {@return what computes steps} One for each worker: an expander is not safe for use by several threads. */
    Expander expander();

    /** {@return the settled term of the state at this place; where a component is compressed, one of those that it stands for} */
    Process describe(long[] states, int at);

    /** {@return whether only one expander may be used at a time, by one thread} */
    default boolean isInOrder() {
        return false;
    }

    /** {@return the walk in terms, as the firing rules have it} A system around another one passes this on. */
    default Account account(Walk walk) {
        return Account.literal(this, walk);
    }

    /**
     * {@return a number that tells this system from others whose states have other words or other steps; empty where the words of states mean
     * something else in another run of this program}
     */
    default OptionalLong fingerprint() {
        return OptionalLong.empty();
    }

    /** {@return which steps commute; empty where nothing is known about it} Expanders then tell the moves of steps. */
    default Optional<Commutation> commutation() {
        return Optional.empty();
    }

    /** Computes the steps of a block of states. */
    @FunctionalInterface
    interface Expander {
        /** Replaces the content of {@code out} by the steps of the first {@code count} states of the block. */
        void expand(long[] states, int count, Successors out);
    }
}
