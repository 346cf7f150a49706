package org.cspcheck.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Every run of a small network: each sequence of answers is tried, by running the network again from its beginning. */
public final class AllRuns {
    /** The answers so far, and at each how many there were to choose from. */
    private final List<Integer> answers = new ArrayList<>();
    private final List<Integer> alternatives = new ArrayList<>();
    private int at;

    private AllRuns() {}

    /** {@return what happens in each run: its events, and its ending; empty if there are more than {@code most} runs} */
    public static Optional<Set<String>> of(int most, Behaviour net) {
        var all = new AllRuns();
        var runs = new TreeSet<String>();
        int count = 0;
        do {
            all.at = 0;
            Trial trial = Trial.of(all::choose, net);
            runs.add(String.join(" ", trial.events()) + " " + trial.ending().getClass().getSimpleName());
            if (++count > most) {
                return Optional.empty();
            }
        } while (all.advance());
        return Optional.of(runs);
    }

    private int choose(ChoicePoint point) {
        if (at == answers.size()) {
            answers.add(0);
            alternatives.add(point.alternatives());
        }
        return answers.get(at++);
    }

    private boolean advance() {
        for (int last = answers.size() - 1; last >= 0; last--) {
            int next = answers.removeLast() + 1;
            if (next < alternatives.get(last)) {
                answers.add(next);
                return true;
            }
            alternatives.removeLast();
        }
        return false;
    }
}
