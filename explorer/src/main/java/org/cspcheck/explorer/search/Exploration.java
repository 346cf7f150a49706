package org.cspcheck.explorer.search;

import java.util.Optional;
import org.cspcheck.explorer.system.Commutation;
import org.cspcheck.explorer.system.Layout;
import org.cspcheck.explorer.system.Successors;
import org.cspcheck.model.verdict.Counterexample;

/** What a search walks over and what it looks for: states, their steps, and the first finding. */
public interface Exploration {
    Layout layout();

    /** Writes the first state. */
    void initial(long[] into);

    /** {@return what computes steps and looks at them} One for each worker. */
    Examiner examiner();

    /**
     * {@return whether blocks must be examined by one thread, one after the other} Where what examiners share is not safe for threads, and where
     * a limit strikes within an examination.
     */
    default boolean isInOrder() {
        return false;
    }

    /** {@return what the words of states mean; empty where that can't be told to another run of this program} */
    default Optional<Meaning> meaning() {
        return Optional.empty();
    }

    /** {@return which steps commute; empty where nothing is known about it} Examiners then tell the moves of steps. */
    default Optional<Commutation> commutation() {
        return Optional.empty();
    }

    /**
     * What a checkpoint says of the words of states.
     *
     * @param fingerprint tells this exploration from others whose states have other words or other steps
     */
    record Meaning(long fingerprint, Notes notes) {}

    /** What has come up in a search and has to be known to one that goes on with it. Used between two rounds. */
    interface Notes {
        Notes NONE = new Notes() {
            @Override
            public long[] taken() {
                return new long[0];
            }

            @Override
            public boolean read(long[] taken) {
                return taken.length == 0;
            }
        };

        long[] taken();

        /** Knows what another search knew when it took these; {@return whether that is possible: whether they are notes of the same exploration} */
        boolean read(long[] taken);
    }

    /** The states of an exploration turn out to need more bits than their words have: nothing is known, and whoever searches begins again with more words. */
    final class Outgrown extends RuntimeException {
        private static final long serialVersionUID = 1;

        public Outgrown() {
            super("", null, false, false);
        }
    }

    /** Computes the steps of a block of states and looks at them. The steps do not depend on what was examined before. */
    @FunctionalInterface
    interface Examiner {
        /** Replaces the content of {@code out} by the steps of the block; {@return the first finding, null if there is none} */
        Finding examine(long[] states, int count, Successors out);
    }

    /**
     * What was looked for.
     *
     * @param position of the state in its block
     * @param event the event in question, -1 if it is about the state alone
     */
    record Finding(Counterexample.Kind kind, int position, int event) {
        public static final int NO_EVENT = -1;
    }
}
