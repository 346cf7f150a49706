package org.cspcheck.runtime.component;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What code is about to do when it waits.
 *
 * <p>Answers are numbers. To an offer: all events of the first branch, then those of the second, and so on, then the timer; to a choice: its
 * alternatives.
 */
sealed interface Situation {
    /** {@return how many answers there are} */
    int answers();

    /** It offers the events of every branch; after {@code timeout} it goes on without one. */
    record Offers(List<Communication> branches, long timeout) implements Situation {
        static final long NEVER = -1;

        @Override
        public int answers() {
            return events() + (timeout == NEVER ? 0 : 1);
        }

        int events() {
            return branches.stream().mapToInt(branch -> branch.events().length).sum();
        }

        @Override
        public String toString() {
            var parts = new ArrayList<String>();
            branches.forEach(branch -> parts.add(branch.text()));
            if (timeout != NEVER) {
                parts.add("a timeout after " + timeout + " ns");
            }
            return parts.isEmpty() ? "nothing" : parts.stream().collect(Collectors.joining(" or "));
        }
    }

    /** It makes a choice of its own. */
    record Chooses(int alternatives) implements Situation {
        @Override
        public int answers() {
            return alternatives;
        }

        @Override
        public String toString() {
            return "choose(" + alternatives + ")";
        }
    }

    /** It has returned. */
    record Finished() implements Situation {
        @Override
        public int answers() {
            return 0;
        }

        @Override
        public String toString() {
            return "its end";
        }
    }

    /** It has thrown an exception. */
    record Failed(String what) implements Situation {
        @Override
        public int answers() {
            return 0;
        }

        @Override
        public String toString() {
            return what;
        }
    }
}
