package org.cspcheck.explorer.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cspcheck.explorer.search.Exploration.Examiner;
import org.cspcheck.explorer.search.Exploration.Finding;
import org.cspcheck.explorer.search.disk.Checkpoint;
import org.cspcheck.explorer.search.disk.DiskFailure;
import org.cspcheck.explorer.system.Successors;
import org.cspcheck.model.verdict.Counterexample;
import org.cspcheck.model.verdict.Outcome;
import org.cspcheck.model.verdict.Outlook;
import org.cspcheck.model.verdict.Profile.Stage;

/**
 * One breadth-first search. It stops at the first finding in the order of discovery, which is at the least depth.
 *
 * <p>A level is expanded in rounds ({@link Pipeline}). What a state's steps are does not depend on what was examined before, and of equal states
 * the first in order is the new one, so states have the same order whatever the number of workers and the size of rounds: that of a search that
 * takes one state after the other.
 */
public final class Search implements AutoCloseable {
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
    private final VisitedSet visited;
    private final Frontier frontier;
    private final Trail trail;
    private final Pipeline pipeline;

    /** Where in the trail the children of each level begin. */
    private final List<Long> levels = new ArrayList<>();

    private final LevelSizes sizes = new LevelSizes();

    private int round = 1;
    private long states;
    private long transitions;

    /** States whose steps are counted. */
    private long expanded;

    /** The first state of the current level that is not expanded. */
    private long position;

    /** Whether the current level is the last of {@link #levels}. */
    private boolean entered;

    /** Whether the search stands between two rounds, or can come to stand there, and can be left. */
    private boolean standing;

    /** Null where everything stays in memory. */
    private final Spill spill;

    private Search(Exploration exploration, Budget budget, boolean counts) {
        this.exploration = exploration;
        this.budget = budget;
        this.counts = counts;
        this.words = exploration.layout().words();
        this.visited = new VisitedSet(exploration.layout(), budget);
        this.frontier = new Frontier(words, budget);
        this.trail = new Trail(budget);
        this.pipeline = new Pipeline(exploration, budget, visited, frontier, trail);
        this.spill = counts ? budget.storage().map(storage -> new Spill(storage, exploration, budget, visited, frontier, trail)).orElse(null) : null;
    }

    /** {@return the search that decides a check: its states and depth are limited and reported} */
    public static Search deciding(Exploration exploration, Budget budget) {
        return new Search(exploration, budget, true);
    }

    /** {@return a search that serves the explanation of a verdict that is known already} */
    public static Search explaining(Exploration exploration, Budget budget) {
        return new Search(exploration, budget, false);
    }

    /** {@return whether an earlier process has left a checkpoint of the next search that decides, if that is about this} */
    public static boolean isUnderWay(Exploration exploration, Budget budget) {
        return budget.storage().filter(storage -> Checkpoints.areThere(storage, exploration, budget)).isPresent();
    }

    /** {@return the first finding; empty when all states were examined} */
    public Optional<Found> run() {
        try (var _ = budget.stages().enter(counts ? Stage.SEARCHING : Stage.REBUILDING)) {
            return found();
        } catch (LimitReached e) {
            if (counts) {
                budget.outlook(new Outlook(waiting(), sizes.inAll(states)));
            }
            throw e;
        }
    }

    private Optional<Found> found() {
        if (spill == null) {
            start();
            return levels();
        }
        try {
            if (!spill.resume(this::restore)) {
                start();
            }
            Optional<Found> found = levels();
            spill.decided(true);
            return found;
        } catch (LimitReached e) {
            spill.stop();
            finish();
            if (standing) {
                spill.leave(this::mark);
            }
            throw e;
        } catch (Exploration.Outgrown e) {
            spill.outgrown();
            throw e;
        } catch (DiskFailure e) {
            throw new LimitReached(e.reason());
        }
    }

    private Optional<Found> levels() {
        while (frontier.currentSize() > 0) {
            if (!entered) {
                if (counts) {
                    budget.depth(levels.size());
                }
                sizes.add(frontier.currentSize(), states);
                levels.add(trail.size());
                entered = true;
            }
            standing = true;
            Optional<Found> found = level();
            if (found.isPresent()) {
                return found;
            }
            settle(List.of());
            tell();
            frontier.advance();
            position = 0;
            entered = false;
            if (spill != null) {
                spill.advance();
            }
        }
        return Optional.empty();
    }

    private Optional<Found> level() {
        long size = frontier.currentSize();
        long next = position;
        long last = System.nanoTime();
        while (position < size) {
            if (next < size && pipeline.accepts() && (pipeline.isEmpty() || !isKeeping())) {
                int count = (int) Math.min(round, (size - next + Batch.MOST - 1) / Batch.MOST);
                if (spill != null) {
                    spill.bring(next, count);
                }
                pipeline.enter(next, count);
                next += (long) count * Batch.MOST;
            }
            long before = position;
            Optional<Found> found = advance();
            if (found.isPresent()) {
                return found;
            }
            if (position > before) {
                long now = System.nanoTime();
                adapt(now - last);
                last = now;
                pulse(waiting());
                if (spill != null && pipeline.isEmpty()) {
                    keep();
                }
            }
        }
        return Optional.empty();
    }

    /** A round has come through so long after the one before. */
    private void adapt(long time) {
        if (time < SHORT_NANOS) {
            round = Math.min(2 * round, pipeline.most());
        } else if (time > LONG_NANOS) {
            round = Math.max(1, round / 2);
        }
    }

    /** Found and not expanded: the same for every size of rounds, also in the middle of one. */
    private long waiting() {
        return budget.within(states) - expanded;
    }

    /** Leaves memory for the disk where there is too much of it, and now and then a checkpoint. */
    private void keep() {
        boolean due = spill.isDue();
        if (isKeeping()) {
            settle(List.of());
            spill.relieve();
        }
        if (due) {
            spill.leave(this::mark);
        }
    }

    /** {@return whether what is under way should come to its end, because something is to leave memory then} */
    private boolean isKeeping() {
        return spill != null && (spill.isDue() || spill.isCrowded());
    }

    /** Drops the states of the next level that the disk knows. These rounds are through, and not counted yet. */
    private void settle(List<Round> uncounted) {
        if (spill != null) {
            states -= spill.settle(uncounted);
        }
    }

    private Checkpoint.Standing mark() {
        settle(List.of());
        return new Checkpoint.Standing(levels.stream().mapToLong(Long::longValue).toArray(), position, entered, states, transitions);
    }

    private void restore(Checkpoint.Standing from) {
        Arrays.stream(from.levels()).forEach(levels::add);
        position = from.position();
        entered = from.entered();
        states = from.states();
        transitions = from.transitions();
        expanded = states - (frontier.currentSize() - position + frontier.nextSize());
        frontier.expanded(position);
        tell();
    }

    private void start() {
        pipeline.start();
        states = 1;
    }

    /** Takes what is under way one stage further, and counts the round that is through. */
    private Optional<Found> advance() {
        standing = false;
        Optional<Found> found = pipeline.advance().flatMap(this::through);
        standing = true;
        return found;
    }

    private Optional<Found> through(Round first) {
        var rounds = new ArrayList<>(List.of(first));
        if (spill != null && (first.isCut() || !budget.allows(states + first.fresh()))) { // what is told next must be settled
            while (!pipeline.isEmpty()) {
                pipeline.advance().ifPresent(rounds::add);
            }
            settle(rounds);
        }
        for (Round round : rounds) {
            for (int i = 0; i < round.examined(); i++) {
                count(round.batches()[i]);
            }
            position = round.end(frontier.currentSize());
            if (round.isCut()) {
                standing = true; // it is the last one
                return Optional.of(found(round.batches()[round.examined()], position));
            }
            pipeline.giveBack(round);
        }
        frontier.expanded(position);
        return Optional.empty();
    }

    /** Brings what is under way to its end, where that can be done. */
    private void finish() {
        try {
            while (standing && !pipeline.isEmpty()) {
                advance();
            }
        } catch (LimitReached e) { // the one that is about to be told, which another worker has met as well
            return;
        }
    }

    private void count(Batch batch) {
        transitions += batch.steps.count;
        states += batch.foundCount;
        if (counts) {
            budget.explored(new Outcome.Statistics(budget.within(states), transitions, levels.size() - 1));
            budget.states(states);
        }
        expanded += batch.count;
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
        tell();
        budget.pulse(states, transitions, levels.size() - 1, waiting, () -> sizes.inAll(states));
    }

    /** What may not be new is not told. */
    private void tell() {
        if (counts) {
            long open = spill == null ? 0 : spill.unsettled() - pipeline.placed();
            budget.explored(new Outcome.Statistics(budget.within(states - open), transitions, levels.size() - 1));
        }
    }

    /** {@return the path by which the state of a finding was first reached: no path is shorter} */
    public List<Hop> pathTo(Found found) {
        try (var _ = budget.stages().enter(Stage.REBUILDING)) {
            return path(found);
        } catch (LimitReached | DiskFailure e) {
            if (spill != null) {
                spill.decided(false);
            }
            throw e instanceof DiskFailure disk ? new LimitReached(disk.reason()) : e;
        }
    }

    private List<Hop> path(Found found) {
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
        pipeline.close();
        visited.close();
        frontier.close();
        trail.close();
        if (spill != null) {
            spill.close();
        }
    }
}
