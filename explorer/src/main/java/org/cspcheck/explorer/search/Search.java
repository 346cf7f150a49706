package org.cspcheck.explorer.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.cspcheck.explorer.search.Exploration.Examiner;
import org.cspcheck.explorer.search.Exploration.Finding;
import org.cspcheck.explorer.system.Successors;
import org.cspcheck.model.verdict.Counterexample;
import org.cspcheck.model.verdict.Outcome;

/**
 * One breadth-first search. It stops at the first finding in the order of discovery, which is at the least depth.
 *
 * <p>A level is expanded in rounds. In a round workers share, first, the blocks to examine; then the parts of the visited set, each of which
 * takes the new states of all blocks in order; then the blocks again, to write down what was new. What a state's steps are does not depend on
 * what was examined before, and of equal states the first in order is the new one, so states have the same order whatever the number of
 * workers and the size of rounds: that of a search that takes one state after the other.
 */
public final class Search implements AutoCloseable {
    /** Alone, a round stays in the cache of a core. */
    private static final int BATCHES_ALONE = 4;

    /** With others, a round is long beside the waiting at its end. */
    private static final int BATCHES_SHARED = 128;

    private static final long SHORT_NANOS = 5_000_000;
    private static final long LONG_NANOS = 50_000_000;

    /**
     * A finding.
     *
     * @param state it is about
     * @param depth steps from the start to the state
     * @param place of the state in its level
     */
    public record Found(Counterexample.Kind kind, long[] state, int event, int depth, long place) {}

    /** One step of a path, with the state it leads to. */
    public record Hop(int event, long[] state) {}

    private final Exploration exploration;
    private final Budget budget;
    private final boolean counts;
    private final int words;
    private final Team team;
    private final VisitedSet visited;
    private final Frontier frontier;
    private final Trail trail;

    /** Where in the trail the children of each level begin. */
    private final List<Long> levels = new ArrayList<>();

    private final Batch[] batches;
    private final Examiner[] examiners;
    private final Recent[] recents;
    private final Part.Scratch[] scratches;
    private final long[] places;
    private final AtomicInteger stop = new AtomicInteger();
    private int round = 1;
    private long states;
    private long transitions;

    private Search(Exploration exploration, Budget budget, boolean counts) {
        this.exploration = exploration;
        this.budget = budget;
        this.counts = counts;
        this.words = exploration.layout().words();
        this.team = new Team(exploration.isInOrder() ? 1 : budget.workers());
        this.visited = new VisitedSet(exploration.layout(), budget);
        this.frontier = new Frontier(words, budget);
        this.trail = new Trail(budget);
        this.batches = new Batch[exploration.isInOrder() ? 1 : team.size() == 1 ? BATCHES_ALONE : BATCHES_SHARED];
        this.examiners = new Examiner[team.size()];
        this.recents = new Recent[team.size()];
        this.scratches = new Part.Scratch[team.size()];
        this.places = new long[batches.length];
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
        start();
        while (frontier.currentSize() > 0) {
            levels.add(trail.size());
            if (counts) {
                budget.depth(levels.size() - 1);
            }
            long size = frontier.currentSize();
            for (long from = 0; from < size; ) {
                int n = (int) Math.min(round, (size - from + Batch.MOST - 1) / Batch.MOST);
                Optional<Found> found = round(from, n);
                if (found.isPresent()) {
                    return found;
                }
                from = Math.min(size, from + (long) n * Batch.MOST);
                frontier.expanded(from);
                pulse(size - from + frontier.nextSize());
            }
            frontier.advance();
        }
        return Optional.empty();
    }

    private void start() {
        scratches[0] = new Part.Scratch();
        Batch first = batch(0);
        long[] initial = new long[words];
        exploration.initial(initial);
        first.steps.clear();
        first.steps.add(0, initial, 0);
        first.steps.endState();
        first.file(visited.keys(), new Recent(visited.keys()));
        for (int part = 0; part < Keys.PARTS; part++) {
            visited.addAll(batches, 1, part, scratches[0]);
        }
        first.trace();
        frontier.write(frontier.extend(1), first);
        frontier.advance();
        states = 1;
    }

    private Batch batch(int number) {
        if (batches[number] == null) {
            batches[number] = new Batch(words);
        }
        return batches[number];
    }

    /** Expands blocks of the current level. */
    private Optional<Found> round(long from, int count) {
        long begin = System.nanoTime();
        for (int i = 0; i < count; i++) {
            batch(i);
        }
        stop.set(count);
        team.run(count, (i, worker) -> examine(i, worker, from + (long) i * Batch.MOST));
        int examined = stop.get();
        insert(examined);
        for (int i = 0; i < examined; i++) {
            count(batches[i]);
        }
        long time = System.nanoTime() - begin;
        round = time < SHORT_NANOS ? Math.min(2 * round, batches.length) : time > LONG_NANOS ? Math.max(1, round / 2) : round;
        return examined == count ? Optional.empty() : Optional.of(found(batches[examined], from + (long) examined * Batch.MOST));
    }

    private void examine(int number, int worker, long first) {
        if (number > stop.get()) {
            return; // something before it ends the search
        }
        Batch batch = batches[number];
        batch.finding = null;
        batch.failure = null;
        batch.count = (int) Math.min(Batch.MOST, frontier.currentSize() - first);
        try {
            budget.pulse();
            if (examiners[worker] == null) {
                examiners[worker] = exploration.examiner();
                recents[worker] = new Recent(visited.keys());
            }
            frontier.read(first, batch.count, batch.block);
            batch.finding = examiners[worker].examine(batch.block, batch.count, batch.steps);
            if (batch.finding == null) {
                batch.file(visited.keys(), recents[worker]);
            }
        } catch (RuntimeException | Error e) { // thrown again when all before it is done
            batch.failure = e;
        }
        if (batch.finding != null || batch.failure != null) {
            stop.accumulateAndGet(number, Math::min);
        }
    }

    private void insert(int count) {
        int keys = 0;
        for (int i = 0; i < count; i++) {
            keys += batches[i].steps.count;
        }
        if (keys < VisitedSet.FEW) {
            for (int part = 0; part < Keys.PARTS; part++) {
                visited.addAll(batches, count, part, scratches[0]);
            }
        } else {
            team.run(Keys.PARTS, (part, worker) -> {
                if (scratches[worker] == null) {
                    scratches[worker] = new Part.Scratch();
                }
                visited.addAll(batches, count, part, scratches[worker]);
            });
        }
        if (count > 0) {
            team.run(count, (i, worker) -> batches[i].trace());
            for (int i = 0; i < count; i++) {
                places[i] = frontier.extend(batches[i].foundCount);
                trail.append(batches[i].trail, batches[i].trailLength);
            }
            team.run(count, (i, worker) -> frontier.write(places[i], batches[i]));
        }
    }

    private void count(Batch batch) {
        transitions += batch.steps.count;
        states += batch.foundCount;
        if (counts) {
            budget.explored(new Outcome.Statistics(budget.within(states), transitions, levels.size() - 1));
            budget.states(states);
        }
    }

    private Found found(Batch batch, long first) {
        switch (batch.failure) {
            case null -> {}
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalStateException(batch.failure);
        }
        transitions += batch.steps.count;
        pulse(0);
        Finding finding = batch.finding;
        int at = finding.position() * words;
        return new Found(
                finding.kind(),
                Arrays.copyOfRange(batch.block, at, at + words),
                finding.event(),
                levels.size() - 1,
                first + finding.position());
    }

    private void pulse(long waiting) {
        if (!counts) {
            budget.pulse();
            return;
        }
        budget.explored(new Outcome.Statistics(budget.within(states), transitions, levels.size() - 1));
        budget.pulse(states, transitions, levels.size() - 1, waiting);
    }

    /** {@return the path by which the state of a finding was first reached: no path is shorter} */
    public List<Hop> pathTo(Found found) {
        int[] steps = new int[found.depth()];
        long place = found.place();
        for (int depth = found.depth(); depth > 0; depth--) {
            Trail.Origin origin = trail.origin(levels.get(depth - 1), place);
            steps[depth - 1] = origin.step();
            place = origin.parent();
            budget.pulse();
        }
        return along(steps);
    }

    private List<Hop> along(int[] steps) {
        var path = new ArrayList<Hop>();
        Examiner examiner = exploration.examiner();
        var successors = new Successors(words);
        long[] state = new long[words];
        exploration.initial(state);
        for (int step : steps) {
            examiner.examine(state, 1, successors);
            state = Arrays.copyOfRange(successors.states, step * words, (step + 1) * words);
            path.add(new Hop(successors.events[step], state));
        }
        return path;
    }

    @Override
    public void close() {
        team.close();
        visited.close();
        frontier.close();
        trail.close();
    }
}
