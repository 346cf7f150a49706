package org.cspcheck.explorer.search;

import java.util.ArrayDeque;
import java.util.Optional;
import org.cspcheck.explorer.search.Exploration.Examiner;
import org.cspcheck.explorer.system.Commutation;

/**
 * Rounds on their way through four stages: their blocks are examined; each part of the visited set takes the new states of all blocks, in
 * order; what was new is recorded; and, when its places are known, written to the next level.
 *
 * <p>Workers share the tasks of one stage. In a long level several workers have one round in each stage at the same time, since what is examined does not
 * depend on what was inserted: then there is one end to wait at for a round instead of four, and the shortest tasks are the last ones before it.
 * Rounds are inserted in the order in which they came, so states have the same order for every number of workers and every size of rounds.
 * A round whose examination ended the search is the last one.
 */
final class Pipeline implements AutoCloseable {
    /** Alone, a round stays in the cache of a core. */
    private static final int BLOCKS_ALONE = 4;

    /** With others, a round is long beside the waiting at its end; longer ones gain nothing, and take memory. */
    private static final int BLOCKS_SHARED = 16;

    /** In a shorter level, what is under way at the same time would take memory and find a limit late, for little gain. */
    private static final int LONG_LEVEL = 1 << 14;

    private final Exploration exploration;
    private final Optional<Commutation> commutation;
    private final Budget budget;
    private final VisitedSet visited;
    private final Frontier frontier;
    private final Trail trail;
    private final Team team;
    private final Examiner[] examiners;
    private final Part.Scratch[] scratches;
    private final int most;
    private final ArrayDeque<Round> unused = new ArrayDeque<>();

    // the round whose stage comes next; null where there is none
    private Round toExamine;
    private Round toInsert;
    private Round toRecord;
    private Round toWrite;
    private boolean cut;

    Pipeline(Exploration exploration, Budget budget, VisitedSet visited, Frontier frontier, Trail trail) {
        this.exploration = exploration;
        this.commutation = exploration.commutation();
        this.budget = budget;
        this.visited = visited;
        this.frontier = frontier;
        this.trail = trail;
        this.team = new Team(exploration.isInOrder() ? 1 : budget.workers());
        this.examiners = new Examiner[team.size()];
        this.scratches = new Part.Scratch[team.size()];
        for (int worker = 0; worker < team.size(); worker++) {
            scratches[worker] = new Part.Scratch();
        }
        this.most = exploration.isInOrder() ? 1 : team.size() == 1 ? BLOCKS_ALONE : BLOCKS_SHARED;
    }

    /** {@return the most blocks of a round} */
    int most() {
        return most;
    }

    boolean isEmpty() {
        return toExamine == null && toInsert == null && toRecord == null && toWrite == null;
    }

    /** {@return whether a round may enter} */
    boolean accepts() {
        return !cut && (isEmpty() || team.size() > 1 && frontier.currentSize() >= LONG_LEVEL);
    }

    /** Lets blocks of the current level enter. */
    void enter(long from, int count) {
        toExamine = unused.isEmpty() ? new Round(most, exploration.layout().words()) : unused.pop();
        toExamine.begin(from, count);
    }

    /** {@return new states that have a place in the next level, and are not yet written there} */
    long placed() {
        return toWrite == null ? 0 : toWrite.fresh();
    }

    /** Takes every round one stage further. {@return the one that is through; it is to be given back} */
    Optional<Round> advance() {
        int inserts = toInsert == null ? 0 : tasksToInsert(toInsert);
        int examines = inserts + (toExamine == null ? 0 : toExamine.count());
        int records = examines + (toRecord == null ? 0 : toRecord.examined());
        int writes = records + (toWrite == null ? 0 : toWrite.examined());
        if (inserts > 1) {
            visited.grow(team);
        }
        team.run(writes, (task, worker) -> {
            if (task < inserts) {
                insert(toInsert, task, inserts, scratches[worker]);
            } else if (task < examines) {
                examine(toExamine, task - inserts, worker);
            } else if (task < records) {
                record(toRecord.batches()[task - examines]);
            } else {
                frontier.write(toWrite.places()[task - records], toWrite.batches()[task - records]);
            }
        });
        cut |= toExamine != null && toExamine.isCut();
        if (toRecord != null) {
            place(toRecord);
        }
        Optional<Round> through = Optional.ofNullable(toWrite);
        toWrite = toRecord;
        toRecord = toInsert;
        toInsert = toExamine;
        toExamine = null;
        return through;
    }

    void giveBack(Round round) {
        unused.push(round);
    }

    private void examine(Round round, int block, int worker) {
        if (block > round.examined()) {
            return; // something before it ends the search
        }
        Batch batch = round.batches()[block];
        long first = round.first(block);
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
            round.cutAt(block);
        }
    }

    private static int tasksToInsert(Round round) {
        int keys = 0;
        for (int i = 0; i < round.examined(); i++) {
            keys += round.batches()[i].steps.count;
        }
        return keys < VisitedSet.FEW ? 1 : Keys.PARTS;
    }

    private void insert(Round round, int task, int tasks, Part.Scratch scratch) {
        for (int part = task; part < Keys.PARTS; part += tasks) {
            visited.addAll(round.batches(), round.examined(), part, scratch);
        }
    }

    private static void record(Batch batch) {
        batch.mark();
        batch.trace();
    }

    private void place(Round round) {
        for (int i = 0; i < round.examined(); i++) {
            Batch batch = round.batches()[i];
            round.places()[i] = frontier.extend(batch.foundCount);
            trail.append(batch.trail, batch.trailLength);
        }
    }

    /** Makes the first state a level of its own. */
    void start() {
        var round = new Round(1, exploration.layout().words());
        round.begin(0, 1);
        Batch first = round.batches()[0];
        long[] initial = new long[exploration.layout().words()];
        exploration.initial(initial);
        first.steps.clear();
        first.steps.add(0, initial, 0);
        first.steps.endState();
        first.ask(Optional.empty());
        first.file(visited.keys());
        insert(round, 0, 1, scratches[0]);
        record(first);
        frontier.write(frontier.extend(1), first);
        frontier.advance();
    }

    @Override
    public void close() {
        team.close();
    }
}
