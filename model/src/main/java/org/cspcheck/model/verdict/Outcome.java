package org.cspcheck.model.verdict;

import java.util.Optional;

/**
 * A check with its verdict and what it took.
 *
 * @param outlook what may be left, where a limit has stopped a search
 * @param profile where the time went, if that was asked for
 */
public record Outcome(Check check, Verdict verdict, Statistics statistics, Optional<Outlook> outlook, Optional<Profile> profile) {
    public Outcome(Check check, Verdict verdict, Statistics statistics) {
        this(check, verdict, statistics, Optional.empty(), Optional.empty());
    }

    /**
     * What was explored.
     *
     * @param states distinct states; for a refinement pairs of specification node and implementation state
     * @param transitions steps out of them, counted as often as taken
     * @param depth steps from the start to the farthest state
     */
    public record Statistics(long states, long transitions, int depth) {
        public static final Statistics NOTHING = new Statistics(0, 0, 0);
    }

    /** {@return whether the check came out as expected} */
    public boolean ok() {
        return switch (verdict) {
            case Verdict.Holds v -> check.expected();
            case Verdict.Fails v -> !check.expected();
            case Verdict.Inconclusive v -> false;
            case Verdict.Erroneous v -> false;
        };
    }
}
