package org.cspcheck.explorer.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.cspcheck.explorer.search.Exploration.Examiner;
import org.cspcheck.explorer.search.Exploration.Finding;
import org.cspcheck.explorer.system.Successors;
import org.cspcheck.model.verdict.Counterexample;
import org.cspcheck.model.verdict.Outcome;

/** One breadth-first search. It stops at the first finding in the order of discovery, which is at the least depth. */
public final class Search implements AutoCloseable {
    private static final int BLOCK = 128;

    /** A finding, about the state with this number. */
    public record Found(Counterexample.Kind kind, long state, int event) {}

    /** One step of a path, with the state it leads to. */
    public record Hop(int event, long[] state) {}

    private final Exploration exploration;
    private final Budget budget;
    private final boolean counts;
    private final int words;
    private final VisitedSet visited;
    private final StateStore store;
    private final List<Long> levels = new ArrayList<>();
    private long transitions;

    private Search(Exploration exploration, Budget budget, boolean counts) {
        this.exploration = exploration;
        this.budget = budget;
        this.counts = counts;
        this.words = exploration.layout().words();
        this.visited = VisitedSet.of(exploration.layout(), budget);
        this.store = new StateStore(words, budget);
    }

    /** {@return the search that decides a check: its states and depth are limited and reported} */
    public static Search deciding(Exploration exploration, Budget budget) {
        return new Search(exploration, budget, true);
    }

    /** {@return a search that serves the explanation of a verdict that is known already} */
    public static Search explaining(Exploration exploration, Budget budget) {
        return new Search(exploration, budget, false);
    }

    /** {@return the first finding; empty when all states were examined} */
    public Optional<Found> run() {
        long[] block = new long[BLOCK * words];
        exploration.initial(block);
        int[] fresh = new int[BLOCK];
        store.append(block, fresh, visited.addAll(block, 1, fresh));
        levels.add(0L);
        Examiner examiner = exploration.examiner();
        Successors successors = new Successors(words);
        for (long from = 0; from < store.size(); ) {
            long to = store.size();
            if (counts) {
                budget.depth(levels.size() - 1);
            }
            for (; from < to; from += BLOCK) {
                int n = (int) Math.min(BLOCK, to - from);
                store.read(from, n, block);
                Finding finding = examiner.examine(block, n, successors);
                transitions += successors.count;
                if (finding != null) {
                    pulse(from);
                    return Optional.of(new Found(finding.kind(), from + finding.position(), finding.event()));
                }
                if (successors.count > fresh.length) {
                    fresh = new int[Math.max(successors.count, fresh.length * 2)];
                }
                store.append(successors.states, fresh, visited.addAll(successors.states, successors.count, fresh));
                pulse(from);
            }
            from = to;
            if (store.size() > to) {
                levels.add(to);
            }
        }
        return Optional.empty();
    }

    private void pulse(long expanded) {
        if (!counts) {
            budget.pulse();
            return;
        }
        long states = store.size();
        budget.explored(new Outcome.Statistics(budget.within(states), transitions, levels.size() - 1));
        budget.states(states);
        budget.pulse(states, transitions, levels.size() - 1, states - expanded);
    }

    public long states() {
        return store.size();
    }

    /** Copies the state with this number. */
    public void read(long number, long[] into) {
        store.read(number, 1, into);
    }

    /** {@return the shortest path to the state with this number: at each step back, the first in the order of discovery} */
    public List<Hop> pathTo(long number) {
        long[] target = new long[words];
        store.read(number, 1, target);
        var path = new ArrayList<Hop>();
        var backwards = new Backwards(path);
        for (int level = levelOf(number); level > 0; level--) {
            target = backwards.step(level - 1, target);
        }
        Collections.reverse(path);
        return path;
    }

    private int levelOf(long number) {
        int found = Collections.binarySearch(levels, number);
        return found >= 0 ? found : -found - 2;
    }

    /** Finds predecessors by expanding a level again. */
    private final class Backwards {
        private final List<Hop> path;
        private final Examiner examiner = exploration.examiner();
        private final Successors successors = new Successors(words);
        private final long[] block = new long[BLOCK * words];

        Backwards(List<Hop> path) {
            this.path = path;
        }

        /** {@return the first state of the level with a step to the target; the step is added to the path} */
        long[] step(int level, long[] target) {
            for (long from = levels.get(level); from < levels.get(level + 1); from += BLOCK) {
                int n = (int) Math.min(BLOCK, levels.get(level + 1) - from);
                store.read(from, n, block);
                examiner.examine(block, n, successors);
                for (int i = 0; i < n; i++) {
                    for (int k = successors.from(i); k < successors.to(i); k++) {
                        if (Arrays.equals(successors.states, k * words, (k + 1) * words, target, 0, words)) {
                            path.add(new Hop(successors.events[k], target));
                            return Arrays.copyOfRange(block, i * words, (i + 1) * words);
                        }
                    }
                }
                budget.pulse();
            }
            throw new IllegalStateException("no state of level " + level + " has a step to one of the next level");
        }
    }

    @Override
    public void close() {
        visited.close();
        store.close();
    }
}
