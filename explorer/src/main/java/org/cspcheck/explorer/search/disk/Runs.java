package org.cspcheck.explorer.search.disk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The visited states on disk: runs, the oldest first, which may have records in common. */
public final class Runs implements AutoCloseable {
    private static final int MANY = 8;
    private static final int OFTEN = 1 << 12;

    private final int words;
    private final Supplier<Path> names;
    private final Consumer<Path> dropped;
    private final Runnable pulse;
    private final List<Run> runs = new ArrayList<>();

    /**
     * @param names paths for new runs
     * @param dropped told of runs that are not needed here any more
     * @param pulse called now and then; what it throws ends the work
     */
    public Runs(int words, Supplier<Path> names, Consumer<Path> dropped, Runnable pulse) {
        this.words = words;
        this.names = names;
        this.dropped = dropped;
        this.pulse = pulse;
    }

    public boolean isEmpty() {
        return runs.isEmpty();
    }

    public List<Path> paths() {
        return runs.stream().map(Run::path).toList();
    }

    /** Waits until all runs are safe on the disk. */
    public void force() {
        runs.forEach(Run::force);
    }

    /** What gives its records in ascending order. */
    @FunctionalInterface
    public interface Sorted {
        void forEach(Records sink);
    }

    /** {@return a run with these records, which is not one of the runs here} */
    public Run write(Sorted records) {
        try (var writer = new RunWriter(names.get(), words)) {
            records.forEach(writer::add);
            return writer.finish();
        }
    }

    /** Takes over a run that an earlier process has written. */
    public void adopt(Run run) {
        runs.add(run);
    }

    /** Takes over a new run. */
    public void add(Run run) {
        runs.add(run);
        if (runs.size() > MANY) {
            merge();
        }
    }

    /** Merges the newest runs: as many as leave a larger one before them, so that a record is moved a logarithm of times. */
    private void merge() {
        int from = runs.size() - 1;
        long together = runs.get(from).records();
        while (from > 0 && (runs.get(from - 1).records() <= together || runs.size() - from < 2)) {
            from--;
            together += runs.get(from).records();
        }
        List<Run> parts = runs.subList(from, runs.size());
        List<Run> merged = List.copyOf(parts);
        Run whole = write(sink -> merge(merged, sink));
        parts.clear();
        runs.add(whole);
        for (Run part : merged) {
            part.close();
            dropped.accept(part.path());
        }
    }

    private void merge(List<Run> parts, Records sink) {
        var cursors = new ArrayList<Run.Cursor>();
        for (Run part : parts) {
            Run.Cursor cursor = part.new Cursor();
            if (cursor.next()) {
                cursors.add(cursor);
            }
        }
        for (long done = 0; !cursors.isEmpty(); done++) {
            Run.Cursor least = cursors.get(0);
            for (int i = 1; i < cursors.size(); i++) {
                least = Records.compare(cursors.get(i).record, least.record) < 0 ? cursors.get(i) : least;
            }
            sink.accept(least.record);
            if (!least.next()) {
                cursors.remove(least);
            }
            if (done % OFTEN == 0) {
                pulse.run();
            }
        }
    }

    /** Gives all records on disk whose key is among the first {@code count}, which ascend; in the order of keys, some perhaps twice. */
    public void withKeys(long[] keys, int count, Records sink) {
        var cursors = new ArrayList<Run.Cursor>();
        runs.forEach(run -> cursors.add(run.new Cursor()));
        for (int i = 0; i < count && !cursors.isEmpty(); i++) {
            if (i % OFTEN == 0) {
                pulse.run();
            }
            long key = keys[i];
            if (i > 0 && key == keys[i - 1]) {
                continue;
            }
            for (int c = cursors.size() - 1; c >= 0; c--) {
                Run.Cursor cursor = cursors.get(c);
                for (boolean more = cursor.seek(key); more && cursor.record[0] == key; more = cursor.next()) {
                    sink.accept(cursor.record);
                }
                if (cursor.isOver()) {
                    cursors.remove(c);
                }
            }
        }
    }

    /** Gives the records of one run in order. */
    public static void read(Run run, Records sink) {
        Run.Cursor cursor = run.new Cursor();
        while (cursor.next()) {
            sink.accept(cursor.record);
        }
    }

    @Override
    public void close() {
        runs.forEach(Run::close);
        runs.clear();
    }
}
