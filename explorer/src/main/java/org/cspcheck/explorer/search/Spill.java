package org.cspcheck.explorer.search;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.cspcheck.explorer.search.disk.Checkpoint;
import org.cspcheck.explorer.search.disk.DiskFailure;
import org.cspcheck.explorer.search.disk.Folder;
import org.cspcheck.explorer.search.disk.LevelFile;
import org.cspcheck.explorer.search.disk.Run;
import org.cspcheck.explorer.search.disk.Runs;
import org.cspcheck.explorer.search.disk.Storage;
import org.cspcheck.explorer.search.disk.TrailFile;

/**
 * What a search does when its memory is full: delayed duplicate detection; and the checkpoints it leaves.
 *
 * <p>Visited states are in the table or in runs on disk. A state that the table does not know is put into it and into the next level, in the order of
 * discovery, but it is <em>unsettled</em> while there are runs: it may be in one. Settling looks all unsettled states up, in the order of their keys,
 * and takes those that are on disk out of the next level and out of the trail, so what is left is what a search in memory would have, in the same
 * order. It is done at the end of a level, before a finding or a limit of states is told, and when the unsettled states take too much room.
 * Only settled states leave memory: the table as a run, chunks of the next level, the trail. Used by the thread that searches.
 */
final class Spill implements AutoCloseable {
    private static final int FEWEST = 1 << 10;
    private static final int MOST = 1 << 26;
    private static final ValueLayout.OfByte BYTE = ValueLayout.JAVA_BYTE;

    private final Budget budget;
    private final VisitedSet visited;
    private final Frontier frontier;
    private final Trail trail;
    private final int words;
    private final Checkpoints checkpoints;
    private final Storage storage;
    private Runs runs;
    private Optional<LevelFile> current = Optional.empty();
    private Optional<LevelFile> next = Optional.empty();
    private Optional<TrailFile> trailFile = Optional.empty();
    private long room = -1;

    /** Whether a limit was reached: what is left to do is done without asking for time. */
    private boolean stopped;

    /** Where the unsettled states of the next level begin, and what the trail tells of them. */
    private long settled;

    private long settledTrail;

    Spill(Storage storage, Exploration exploration, Budget budget, VisitedSet visited, Frontier frontier, Trail trail) {
        this.budget = budget;
        this.visited = visited;
        this.frontier = frontier;
        this.trail = trail;
        this.words = exploration.layout().words();
        this.storage = storage;
        this.checkpoints = new Checkpoints(storage, exploration, budget);
        this.runs = new Runs(words, () -> file("run"), checkpoints::discard, () -> {
            if (!stopped) {
                budget.pulse();
            }
        });
    }

    private Path file(String kind) {
        return checkpoints.folder().file(kind);
    }

    private long room() {
        if (room < 0) {
            room = storage.room().orElseGet(() -> budget.room() * 3 / 4);
        }
        return room;
    }

    // --- settling ----------------------------------------------------------------------------------------------------------

    /** {@return states of the next level that may be on disk} */
    long unsettled() {
        return runs.isEmpty() ? 0 : frontier.nextSize() - settled;
    }

    /**
     * Drops what the disk knows: {@return how many states that were counted before} What these rounds have found was not counted: their own counts
     * become less. Nothing is under way.
     */
    long settle(List<Round> uncounted) {
        long from = settled;
        BitSet dropped = unsettled() == 0 ? new BitSet() : onDisk(from, (int) unsettled());
        if (!dropped.isEmpty()) {
            drop(from, dropped);
        }
        long inRounds = 0;
        for (Round round : uncounted) {
            for (int i = 0; i < round.examined() && !dropped.isEmpty(); i++) {
                Batch batch = round.batches()[i];
                int first = (int) (round.places()[i] - from);
                int known = dropped.get(first, first + batch.foundCount).cardinality();
                batch.foundCount -= known;
                inRounds += known;
            }
        }
        settled = frontier.nextSize();
        settledTrail = trail.size();
        return dropped.cardinality() - inRounds;
    }

    /** {@return which of these states of the next level are on disk} */
    private BitSet onDisk(long from, int count) {
        budget.heap((long) count * Long.BYTES);
        long[] keys = new long[count];
        long[] state = new long[words];
        for (int i = 0; i < count; i++) {
            frontier.readNext(from + i, state, 0);
            keys[i] = visited.keys().of(state);
        }
        Arrays.sort(keys);
        var known = new KnownRecords(words, visited.keys().rest + Keys.PART_BITS, budget);
        runs.withKeys(keys, count, known::add);
        keys = null;
        known.index();
        var found = new BitSet(count);
        for (int i = 0; i < count && !known.isEmpty(); i++) {
            frontier.readNext(from + i, state, 0);
            if (known.contains(visited.keys().of(state), state)) {
                found.set(i);
            }
        }
        return found;
    }

    private void drop(long from, BitSet dropped) {
        long to = from + dropped.nextSetBit(0);
        for (long place = to; place < frontier.nextSize(); place++) {
            if (!dropped.get((int) (place - from))) {
                frontier.moveNext(place, to++);
            }
        }
        frontier.truncate(to);
        trail.forget(settledTrail, dropped);
    }

    // --- leaving memory ----------------------------------------------------------------------------------------------------

    /** {@return whether something should leave memory} */
    boolean isCrowded() {
        return tableIsFull() || levelIsFull() || trailIsFull() || unsettled() > Math.clamp(room() / 32 / (2 * words + 1), FEWEST, MOST);
    }

    private boolean tableIsFull() {
        return visited.outgrows(room() / 2);
    }

    private boolean levelIsFull() {
        return frontier.nextBytes() > room() / 8;
    }

    private boolean trailIsFull() {
        return trail.bytesInMemory() > room() / 16;
    }

    /** Takes to the disk what has become too much; everything is settled. */
    void relieve() {
        if (tableIsFull()) {
            runs.add(runs.write(visited::forEach));
            visited.clear();
        }
        if (levelIsFull()) {
            for (int chunk = 0; chunk < Frontier.chunkOf(frontier.nextSize()); chunk++) {
                if (frontier.nextChunk(chunk) != null) {
                    keep(nextFile(), chunk, frontier.nextChunk(chunk));
                    frontier.evict(chunk);
                }
            }
        }
        if (trailIsFull()) {
            trail.evict(trailFile());
        }
    }

    private LevelFile nextFile() {
        next = Optional.of(next.orElseGet(() -> new LevelFile(file("level"), frontier.chunkBytes())));
        return next.get();
    }

    private TrailFile trailFile() {
        trailFile = Optional.of(trailFile.orElseGet(() -> new TrailFile(file("trail"))));
        return trailFile.get();
    }

    private void keep(LevelFile file, int chunk, MemorySegment content) {
        if (!file.holds(chunk)) {
            byte[] bytes = new byte[frontier.chunkBytes()];
            MemorySegment.copy(content, BYTE, 0, bytes, 0, bytes.length);
            file.write(chunk, bytes);
        }
    }

    /** The next level has become the current one. */
    void advance() {
        current.ifPresent(file -> {
            file.close();
            checkpoints.discard(file.path());
        });
        current = next;
        next = Optional.empty();
        settled = 0;
        settledTrail = trail.size();
    }

    /** Sees to it that blocks of the current level are in memory. */
    void bring(long from, int blocks) {
        long end = Math.min(frontier.currentSize(), from + (long) blocks * Batch.MOST);
        byte[] bytes = null;
        for (int chunk = Frontier.chunkOf(from); chunk <= Frontier.chunkOf(end - 1); chunk++) {
            if (frontier.currentChunk(chunk) == null) {
                bytes = bytes == null ? new byte[frontier.chunkBytes()] : bytes;
                current.orElseThrow().read(chunk, bytes);
                MemorySegment.copy(bytes, 0, frontier.admit(chunk), BYTE, 0, bytes.length);
            }
        }
    }

    // --- checkpoints -------------------------------------------------------------------------------------------------------

    /** A limit was reached. */
    void stop() {
        stopped = true;
    }

    boolean isDue() {
        return checkpoints.isDue();
    }

    /** Leaves a checkpoint, if this search can have one; to mark settles everything. A search goes on if that fails. */
    void leave(Supplier<Checkpoint.Standing> mark) {
        checkpoints.attempt(() -> write(mark.get()));
    }

    private void write(Checkpoint.Standing standing) {
        Optional<Run> table = visited.isEmpty() ? Optional.empty() : Optional.of(runs.write(visited::forEach));
        try {
            var levels = List.of(level(standing.position()), nextLevel());
            trail.evict(trailFile());
            checkpoints.write(standing, runs, table, files(), levels, tail(), trailFile());
        } finally {
            table.ifPresent(Run::close);
        }
    }

    private Checkpoint.Level level(long position) {
        int from = Frontier.chunkOf(position);
        int to = Frontier.chunkOf(frontier.currentSize() + Frontier.CHUNK - 1);
        if (from < to && current.isEmpty()) {
            current = Optional.of(new LevelFile(file("level"), frontier.chunkBytes()));
        }
        for (int chunk = from; chunk < to; chunk++) {
            if (frontier.currentChunk(chunk) != null) {
                keep(current.orElseThrow(), chunk, frontier.currentChunk(chunk));
            }
        }
        return new Checkpoint.Level(from < to ? current.get().path().getFileName().toString() : "", from, to, frontier.currentSize());
    }

    private Checkpoint.Level nextLevel() {
        int to = Frontier.chunkOf(frontier.nextSize());
        for (int chunk = 0; chunk < to; chunk++) {
            if (frontier.nextChunk(chunk) != null) {
                keep(nextFile(), chunk, frontier.nextChunk(chunk));
            }
        }
        return new Checkpoint.Level(to > 0 ? nextFile().path().getFileName().toString() : "", 0, to, frontier.nextSize());
    }

    /** The chunk of the next level that is not full, if there is one. */
    private long[] tail() {
        long size = frontier.nextSize();
        return size % Frontier.CHUNK == 0 ? new long[0] : frontier.nextChunk(Frontier.chunkOf(size)).toArray(ValueLayout.JAVA_LONG);
    }

    private List<LevelFile> files() {
        var files = new ArrayList<LevelFile>();
        current.ifPresent(files::add);
        next.ifPresent(files::add);
        return files;
    }

    /** Goes on where an earlier process has left the same search; {@return whether there was such a place} */
    boolean resume(Consumer<Checkpoint.Standing> restore) {
        return checkpoints.resume(words, frontier.chunkBytes(), (checkpoint, files) -> {
            current = Optional.of(files.current());
            next = Optional.of(files.next());
            trailFile = Optional.of(files.trail());
            trail.restore(files.trail());
            files.runs().forEach(runs::adopt);
            files.table().ifPresent(this::load);
            MemorySegment tail = frontier.restore(checkpoint.current().size(), checkpoint.next().size());
            if (tail != null) {
                MemorySegment.copy(checkpoint.tail(), 0, tail, ValueLayout.JAVA_LONG, 0, checkpoint.tail().length);
            }
            settled = checkpoint.next().size();
            settledTrail = trail.size();
            restore.accept(checkpoint.standing());
        });
    }

    /** What was in memory goes there again, if it has the room. */
    private void load(Run table) {
        if (table.records() * (8L + 8L * words) > room() / 2) {
            runs.adopt(table);
            return;
        }
        Runs.read(table, visited::restore);
        table.close();
    }

    /** The search has its answer, or not: then its checkpoints stay. */
    void decided(boolean decided) {
        checkpoints.decided(decided);
    }

    /** The search begins again with other words. */
    void outgrown() {
        checkpoints.outgrown();
    }

    @Override
    public void close() {
        runs.close();
        current.ifPresent(LevelFile::close);
        next.ifPresent(LevelFile::close);
        trailFile.ifPresent(TrailFile::close);
        checkpoints.close();
    }
}
