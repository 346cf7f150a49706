package org.cspcheck.explorer.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.cspcheck.explorer.search.Exploration.Examiner;
import org.cspcheck.explorer.search.Exploration.Finding;
import org.cspcheck.explorer.search.disk.Checkpoint;
import org.cspcheck.explorer.search.disk.DiskFailure;
import org.cspcheck.explorer.system.Commutation;
import org.cspcheck.explorer.system.Successors;
import org.cspcheck.model.verdict.Counterexample;
import org.cspcheck.model.verdict.Outcome;
import org.cspcheck.model.verdict.Outlook;
import org.cspcheck.model.verdict.Profile.Stage;

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
    private static final int BATCHES_SHARED = 32;

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
    private final Optional<Commutation> commutation;
    private final boolean counts;
    private final int words;
    private final Team team;
    private final VisitedSet visited;
    private final Frontier frontier;
    private final Trail trail;

    /** Where in the trail the children of each level begin. */
    private final List<Long> levels = new ArrayList<>();

    private final LevelSizes sizes = new LevelSizes();

    private final Batch[] batches;
    private final Examiner[] examiners;
    private final Part.Scratch[] scratches;
    private final long[] places;
    private final AtomicInteger stop = new AtomicInteger();
    private int round = 1;
    private long states;
    private long transitions;

    /** States whose steps are counted. */
    private long expanded;

    /** The first state of the current level that is not expanded. */
    private long position;

    /** Whether the current level is the last of {@link #levels}. */
    private boolean entered;

    /** Whether the search stands between two blocks, and can be left there. */
    private boolean standing;

    /** Null where everything stays in memory. */
    private final Spill spill;

    private Search(Exploration exploration, Budget budget, boolean counts) {
        this.exploration = exploration;
        this.budget = budget;
        this.counts = counts;
        this.commutation = exploration.commutation();
        this.words = exploration.layout().words();
        this.team = new Team(exploration.isInOrder() ? 1 : budget.workers());
        this.visited = new VisitedSet(exploration.layout(), budget);
        this.frontier = new Frontier(words, budget);
        this.trail = new Trail(budget);
        this.batches = new Batch[exploration.isInOrder() ? 1 : team.size() == 1 ? BATCHES_ALONE : BATCHES_SHARED];
        this.examiners = new Examiner[team.size()];
        this.scratches = new Part.Scratch[team.size()];
        this.scratches[0] = new Part.Scratch();
        this.places = new long[batches.length];
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
            if (standing) {
                spill.stop();
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
            standing = true;
            if (!entered) {
                if (counts) {
                    budget.depth(levels.size());
                }
                sizes.add(frontier.currentSize(), states);
                levels.add(trail.size());
                entered = true;
            }
            long size = frontier.currentSize();
            while (position < size) {
                int n = (int) Math.min(round, (size - position + Batch.MOST - 1) / Batch.MOST);
                Optional<Found> found = round(position, n);
                if (found.isPresent()) {
                    return found;
                }
                frontier.expanded(position);
                pulse(waiting());
                if (spill != null) {
                    keep();
                }
            }
            settle(0);
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

    /** Found and not expanded: the same for every size of rounds, also in the middle of one. */
    private long waiting() {
        return budget.within(states) - expanded;
    }

    /** Leaves memory for the disk where there is too much of it, and now and then a checkpoint. */
    private void keep() {
        boolean due = spill.isDue();
        if (due || spill.isCrowded()) {
            settle(0);
            spill.relieve();
        }
        if (due) {
            spill.leave(this::mark);
        }
    }

    /** Drops the states of the next level that the disk knows. The first {@code count} batches are not counted yet. */
    private void settle(int count) {
        if (spill != null) {
            states -= spill.settle(batches, places, count);
        }
    }

    private Checkpoint.Standing mark() {
        settle(0);
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
        Batch first = batch(0);
        long[] initial = new long[words];
        exploration.initial(initial);
        first.steps.clear();
        first.steps.add(0, initial, 0);
        first.steps.endState();
        first.ask(Optional.empty());
        first.file(visited.keys());
        for (int part = 0; part < Keys.PARTS; part++) {
            visited.addAll(batches, 1, part, scratches[0]);
        }
        first.mark();
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
        if (spill != null) {
            spill.bring(from, count);
        }
        stop.set(count);
        team.run(count, (i, worker) -> examine(i, worker, from + (long) i * Batch.MOST));
        int examined = stop.get();
        standing = false;
        insert(examined);
        if (spill != null && (examined < count || !budget.allows(states + fresh(examined)))) {
            settle(examined);
        }
        for (int i = 0; i < examined; i++) {
            count(batches[i]);
        }
        position = Math.min(frontier.currentSize(), from + (long) examined * Batch.MOST);
        standing = true;
        long time = System.nanoTime() - begin;
        round = time < SHORT_NANOS ? Math.min(2 * round, batches.length) : time > LONG_NANOS ? Math.max(1, round / 2) : round;
        return examined == count ? Optional.empty() : Optional.of(found(batches[examined], from + (long) examined * Batch.MOST));
    }

    private long fresh(int count) {
        long fresh = 0;
        for (int i = 0; i < count; i++) {
            fresh += batches[i].foundCount;
        }
        return fresh;
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
            }
            frontier.read(first, batch.count, batch.block, batch.arrivals);
            batch.finding = examiners[worker].examine(batch.block, batch.count, batch.steps);
            if (batch.finding == null) {
                batch.ask(commutation);
                batch.file(visited.keys());
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
            team.run(count, (i, worker) -> {
                batches[i].mark();
                batches[i].trace();
            });
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
            long open = spill == null ? 0 : spill.unsettled();
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
        team.close();
        visited.close();
        frontier.close();
        trail.close();
        if (spill != null) {
            spill.close();
        }
    }
}
