package org.cspcheck.explorer.search;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.cspcheck.explorer.search.Exploration.Meaning;
import org.cspcheck.explorer.search.disk.Checkpoint;
import org.cspcheck.explorer.search.disk.DiskFailure;
import org.cspcheck.explorer.search.disk.Folder;
import org.cspcheck.explorer.search.disk.LevelFile;
import org.cspcheck.explorer.search.disk.Run;
import org.cspcheck.explorer.search.disk.Runs;
import org.cspcheck.explorer.search.disk.Storage;
import org.cspcheck.explorer.search.disk.TrailFile;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.SpecificationException;

/**
 * The folder of one search, and when it gets a checkpoint.
 *
 * <p>A search whose states mean nothing to another process, and one that is only an attempt, has a temporary folder and no checkpoints. A
 * checkpoint takes at most a tenth of the time. If one cannot be written, the one before stays, and the search goes on.
 */
final class Checkpoints implements AutoCloseable {
    private static final int SHARE = 10;

    private final Storage storage;
    private final Budget budget;
    private final Optional<Meaning> meaning;
    private final int number;
    private final String name;
    private final String identity;
    private Optional<Folder> folder = Optional.empty();
    private long due;
    private boolean told;
    private boolean decided;

    Checkpoints(Storage storage, Exploration exploration, Budget budget) {
        this.storage = storage;
        this.budget = budget;
        this.number = budget.nextSearch();
        this.name = name(storage, exploration, number);
        this.meaning = number == 0 ? Optional.empty() : exploration.meaning();
        long[] initial = new long[exploration.layout().words()];
        exploration.initial(initial);
        this.identity = String.join("\n", storage.subject(), storage.inputs(), exploration.layout().toString(), Arrays.toString(initial), meaning.map(Meaning::fingerprint).toString());
        this.due = System.nanoTime() + storage.every().toNanos();
    }

    private boolean isPossible() {
        return meaning.isPresent();
    }

    /** {@return the folder, made if need be} */
    Folder folder() {
        folder = Optional.of(folder.orElseGet(() -> isPossible() ? kept() : Folder.temporary(storage.folder())));
        return folder.get();
    }

    private Folder kept() {
        try {
            return Folder.kept(storage.folder(), name);
        } catch (Folder.InUse e) {
            throw new SpecificationException(Diagnostic.error("CSP0911", null, "the checkpoint in " + e.getMessage() + " is in use by another process")
                    .tryThis("Wait for it, or give this one another folder."));
        }
    }

    /** The same for the same question about a spec of the same name, whatever is in it. */
    private static String name(Storage storage, Exploration exploration, int number) {
        String subject = storage.subject() + "\n" + exploration.layout().words();
        return "search-" + Long.toHexString(Fingerprint.of(subject.getBytes(StandardCharsets.UTF_8))) + "-" + number;
    }

    /** {@return whether an earlier process has left a checkpoint of the next search, if that is this one} */
    static boolean areThere(Storage storage, Exploration exploration, Budget budget) {
        return Folder.exists(storage.folder(), name(storage, exploration, budget.nextSearch()));
    }

    // --- writing -----------------------------------------------------------------------------------------------------------

    boolean isDue() {
        if (System.nanoTime() < due) {
            return false;
        }
        if (!isPossible()) {
            due = Long.MAX_VALUE;
            tellWhyNot();
        }
        return isPossible();
    }

    /** Of an attempt nobody wants one. */
    private void tellWhyNot() {
        if (number > 0 && !told) {
            told = true;
            budget.unkept("what the states of this search mean is not known to another process");
        }
    }

    private void tell(String remark) {
        if (!told) {
            told = true;
            budget.remark(remark);
        }
    }

    void attempt(Runnable write) {
        if (!isPossible()) {
            tellWhyNot();
            return;
        }
        boolean interrupted = Thread.interrupted(); // it would close files
        long begin = System.nanoTime();
        try {
            write.run();
        } catch (DiskFailure | LimitReached e) {
            tell("no checkpoint: " + e.getMessage() + (folder().hasCheckpoints() ? "; the one before it stays" : ""));
        } finally {
            long end = System.nanoTime();
            due = end + Math.max(storage.every().toNanos(), SHARE * (end - begin));
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    void write(
            Checkpoint.Standing standing,
            Runs runs,
            Optional<Run> table,
            List<LevelFile> files,
            List<Checkpoint.Level> levels,
            long[] tail,
            TrailFile trail) {
        runs.force();
        table.ifPresent(Run::force);
        files.forEach(LevelFile::force);
        trail.force();
        folder().write(new Checkpoint(
                identity,
                standing,
                runs.paths().stream().map(path -> path.getFileName().toString()).toList(),
                table.map(run -> run.path().getFileName().toString()).orElse(""),
                levels.get(0),
                levels.get(1),
                tail,
                trail.mark(),
                meaning.orElseThrow().notes().taken()));
        var needed = new ArrayList<>(runs.paths());
        files.forEach(file -> needed.add(file.path()));
        needed.add(trail.path());
        folder().clear(needed);
    }

    /** A file is not needed any more by the search; a checkpoint may need it still. */
    void discard(Path file) {
        if (!isPossible() || !folder().hasCheckpoints()) {
            folder().delete(file);
        }
    }

    // --- going on ----------------------------------------------------------------------------------------------------------

    /** {@return whether the place of a checkpoint was taken} */
    boolean resume(int words, int chunkBytes, BiConsumer<Checkpoint, Folder.Restored> take) {
        if (!isPossible() || !Folder.exists(storage.folder(), name)) {
            return false;
        }
        for (Checkpoint checkpoint : folder().checkpoints()) {
            if (!checkpoint.identity().equals(identity)) {
                throw ofAnother();
            }
            try {
                take.accept(checkpoint, folder().restore(checkpoint, words, chunkBytes));
                if (!meaning.orElseThrow().notes().read(checkpoint.notes())) {
                    throw ofAnother();
                }
                due = System.nanoTime() + storage.every().toNanos();
                budget.remark("goes on from the checkpoint at " + checkpoint.standing().states() + " states");
                return true;
            } catch (DiskFailure e) {
                tell(e.reason() + "; the checkpoint before it is tried");
            }
        }
        if (folder().hasCheckpoints()) {
            budget.remark("no checkpoint in " + folder().path() + " is whole: the search begins anew");
        }
        folder().empty();
        return false;
    }

    private SpecificationException ofAnother() {
        return new SpecificationException(Diagnostic.error("CSP0910", null, "the checkpoint in " + folder().path() + " is one of another spec, or of this one before it was changed")
                .because("A checkpoint can only be gone on with where files and options are the same.")
                .tryThis("Give another folder to --checkpoint, or delete this one."));
    }

    void decided(boolean yes) {
        decided = yes;
        if (yes && number > 0) {
            budget.searched();
        }
    }

    /** The search begins again with other words: what it has left is of no use, and the next one has its number. */
    void outgrown() {
        decided = true;
    }

    @Override
    public void close() {
        folder.ifPresent(open -> {
            if (decided || !open.hasCheckpoints()) {
                open.empty();
            }
            open.close();
        });
    }
}
