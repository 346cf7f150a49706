package org.cspcheck.explorer.reference;

import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;

/**
 * Many random values, the same on every run, and the smallest that goes wrong.
 *
 * <p>Values too large for the reference are passed over and counted. To be used inside jqwik's own tests only.
 *
 * @param text how a value is shown
 */
record Sampling<T>(Arbitrary<T> values, Function<T, String> text) {
    private static final int SHRINKING_STEPS = 3000;

    /** What was looked at. */
    record Tally(int checked, int passedOver) {
        @Override
        public String toString() {
            return checked + " checked, " + passedOver + " passed over";
        }
    }

    /** Says what is wrong with a value, if anything is. */
    interface Claim<T> {
        Optional<String> objection(T value);
    }

    /**
     * {@return how many were checked}
     *
     * @throws AssertionError with the smallest value found that the claim objects to
     */
    Tally check(int count, long seed, Claim<T> claim) {
        RandomGenerator<T> generator = values.generator(1000, false);
        int checked = 0;
        for (int i = 0; i < count; i++) {
            Shrinkable<T> sample = generator.next(new Random(seed * 1_000_003 + i));
            Optional<Optional<String>> answer = ask(claim, sample.value());
            if (answer.isPresent()) {
                checked++;
                if (answer.get().isPresent()) {
                    throw failure(smallest(sample, claim), claim, "sample " + i + " of seed " + seed);
                }
            }
        }
        return new Tally(checked, count - checked);
    }

    private Optional<Optional<String>> ask(Claim<T> claim, T value) {
        try {
            return Optional.of(claim.objection(value));
        } catch (TransitionSystem.TooLargeException | Denotation.InexactException e) {
            return Optional.empty();
        }
    }

    private T smallest(Shrinkable<T> found, Claim<T> claim) {
        Shrinkable<T> smallest = found;
        int budget = SHRINKING_STEPS;
        for (boolean smaller = true; smaller && budget > 0; ) {
            smaller = false;
            var candidates = smallest.shrink().iterator();
            while (!smaller && candidates.hasNext() && budget-- > 0) {
                Shrinkable<T> candidate = candidates.next();
                if (ask(claim, candidate.value()).flatMap(answer -> answer).isPresent()) {
                    smallest = candidate;
                    smaller = true;
                }
            }
        }
        return smallest.value();
    }

    private AssertionError failure(T value, Claim<T> claim, String where) {
        return new AssertionError(claim.objection(value).orElseThrow() + "\n" + text.apply(value) + "-- " + where);
    }
}
