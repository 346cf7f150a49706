package org.cspcheck.explorer.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Looks for the simplest run that goes wrong in the same way: the fewest deviations from the default order, and among those the shortest.
 *
 * <p>First deviations are taken away one by one as long as the run still goes wrong. Then all runs with no deviation are tried, with one, with
 * two, ..., each deviation later than the one before, until that is as many as were left: what is found there has the fewest. With too many
 * runs to try, the first result stands.
 */
final class Shrinking {
    private static final int MOST_RUNS = 20_000;
    private static final int SPARE_TURNS = 100;

    private final Schedules subject;
    private final Predicate<Story> wrong;
    private final String event;
    private Story best;
    private int runs;

    /** @param event where runs are cut short, if it happens; null to lead them to their ends */
    private Shrinking(Schedules subject, Predicate<Story> wrong, String event) {
        this.subject = subject;
        this.wrong = wrong;
        this.event = event;
    }

    /** {@return the simplest run for which {@code wrong} holds, as it does for the one by these answers} */
    static Story of(Schedules subject, List<Integer> choices, String event, Predicate<Story> wrong) {
        Story found = Retelling.upTo(event, subject, choices);
        if (!wrong.test(found)) {
            throw new IllegalStateException("the run that was found does not go wrong again: " + found.text());
        }
        int turns = SPARE_TURNS + 4 * (found.choices().size() + found.steps().size());
        var shrinking = new Shrinking(subject.bounds(subject.bounds().turns(Math.min(turns, subject.bounds().turns()))), wrong, event);
        shrinking.best = found;
        shrinking.takeAway();
        shrinking.fewest();
        return shrinking.best;
    }

    private Story lead(List<Integer> choices) {
        runs++;
        return Retelling.upTo(event, subject, choices);
    }

    private void takeAway() {
        for (boolean smaller = true; smaller && runs < MOST_RUNS / 4; ) {
            smaller = false;
            for (int i = 0; i < best.choices().size(); i++) {
                if (best.choices().get(i) != 0) {
                    var without = new ArrayList<>(best.choices());
                    without.set(i, 0);
                    smaller |= keep(lead(without));
                }
            }
        }
    }

    private boolean keep(Story story) {
        if (wrong.test(story) && simpler(story)) {
            best = story;
            return true;
        }
        return false;
    }

    private boolean simpler(Story story) {
        int fewer = Integer.compare(story.deviations(), best.deviations());
        return fewer < 0 || fewer == 0 && story.choices().size() < best.choices().size();
    }

    private void fewest() {
        for (int deviations = 0; deviations <= best.deviations() && runs < MOST_RUNS; deviations++) {
            deviate(List.of(), deviations);
        }
    }

    /** Tries all runs that begin with these answers and deviate so often after them. */
    private void deviate(List<Integer> prefix, int deviations) {
        if (runs >= MOST_RUNS) {
            return;
        }
        Story story = lead(prefix);
        keep(story);
        for (int i = prefix.size(); deviations > 0 && i < story.open().size(); i++) {
            for (int answer = 1; answer < story.open().get(i); answer++) {
                var next = new ArrayList<>(story.choices().subList(0, i));
                next.add(answer);
                deviate(next, deviations - 1);
            }
        }
    }
}
