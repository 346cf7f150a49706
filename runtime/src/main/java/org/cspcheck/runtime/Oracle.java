package org.cspcheck.runtime;

import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;

/** Decides at every choice point. */
@FunctionalInterface
public interface Oracle {
    /** {@return the number of the alternative taken, from 0} */
    int choose(ChoicePoint point);

    /**
     * {@return whether every answer is 0}
     *
     * <p>Such an oracle is not asked: choice points are not even made.
     */
    default boolean alwaysFirst() {
        return false;
    }

    /** {@return the oracle that always takes the first alternative: first come, first served} */
    static Oracle first() {
        return First.FIRST;
    }

    /** {@return an oracle that takes any alternative; the same ones for the same seed} */
    static Oracle random(long seed) {
        var random = new SplittableRandom(seed);
        return point -> random.nextInt(point.alternatives());
    }

    /**
     * {@return an oracle that repeats recorded choices}
     *
     * <p>It throws {@link IllegalStateException} when the recording ends too soon or does not fit.
     */
    static Oracle recorded(List<Integer> choices) {
        Iterator<Integer> rest = List.copyOf(choices).iterator();
        return point -> {
            if (!rest.hasNext()) {
                throw new IllegalStateException("the recording ends before choice point " + choices.size());
            }
            int choice = rest.next();
            if (choice < 0 || choice >= point.alternatives()) {
                throw new IllegalStateException("recorded choice " + choice + " of " + point.alternatives() + " alternatives");
            }
            return choice;
        };
    }

    /** The default policy. */
    enum First implements Oracle {
        FIRST;

        @Override
        public int choose(ChoicePoint point) {
            return 0;
        }

        @Override
        public boolean alwaysFirst() {
            return true;
        }
    }
}
