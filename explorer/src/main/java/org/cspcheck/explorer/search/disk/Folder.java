package org.cspcheck.explorer.search.disk;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The files of one search. Their names end in numbers that ascend, so no file is written to that a checkpoint may need.
 *
 * <p>A checkpoint appears by renaming, after everything it needs is safe on the disk. The files that one of the two newest needs are kept.
 */
public final class Folder implements AutoCloseable {
    private static final String LOCK = "lock";
    private static final String CHECKPOINT = "checkpoint-";
    private static final String TEMPORARY = "spill-";
    private static final String UNFINISHED = ".part";
    private static final int KEPT = 2;

    private final Path path;
    private final FileChannel channel;
    private final boolean temporary;
    private int number;

    private Folder(Path path, FileChannel channel, boolean temporary) {
        this.path = path;
        this.channel = channel;
        this.temporary = temporary;
        for (String name : names(path)) {
            String digits = name.replaceAll("\\D", "");
            number = digits.isEmpty() || digits.length() > 9 ? number : Math.max(number, Integer.parseInt(digits));
        }
    }

    /** Somebody else uses the folder. */
    public static final class InUse extends RuntimeException {
        private static final long serialVersionUID = 1;

        InUse(Path path) {
            super(path.toString());
        }
    }

    /** {@return whether there is a folder of this name} */
    public static boolean exists(Path in, String name) {
        return Files.isDirectory(in.resolve(name));
    }

    /** {@return the folder of this name, made if need be} */
    public static Folder kept(Path in, String name) {
        Path path = in.resolve(name);
        return new Folder(path, lock(path).orElseThrow(() -> new InUse(path)), false);
    }

    /** {@return a folder that is deleted when it is closed} Those that dead processes have left are deleted too. */
    public static Folder temporary(Path in) {
        for (String name : names(in)) {
            if (name.startsWith(TEMPORARY) && Files.isDirectory(in.resolve(name))) {
                lock(in.resolve(name)).ifPresent(channel -> new Folder(in.resolve(name), channel, true).close());
            }
        }
        for (int i = 0; ; i++) {
            Path path = in.resolve(TEMPORARY + ProcessHandle.current().pid() + "-" + i);
            Optional<FileChannel> channel = Files.exists(path) ? Optional.empty() : lock(path);
            if (channel.isPresent()) {
                return new Folder(path, channel.get(), true);
            }
        }
    }

    private static Optional<FileChannel> lock(Path path) {
        FileChannel channel = null;
        try {
            Files.createDirectories(path);
            channel = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(channel);
            }
        } catch (OverlappingFileLockException e) {
            // Another search of this process.
        } catch (IOException e) {
            throw DiskFailure.writing(path, e);
        }
        close(channel);
        return Optional.empty();
    }

    private static List<String> names(Path path) {
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw DiskFailure.reading(path, e);
        }
    }

    public Path path() {
        return path;
    }

    /** {@return the path of a new file} */
    public Path file(String kind) {
        return path.resolve("%s-%06d".formatted(kind, ++number));
    }

    /** {@return the checkpoints that are whole in themselves, the newest first} Their files may not be. */
    public List<Checkpoint> checkpoints() {
        var found = new ArrayList<Checkpoint>();
        for (String name : checkpointNames()) {
            try {
                found.add(Checkpoint.of(Files.readAllBytes(path.resolve(name))));
            } catch (IOException | RuntimeException e) {
                // Torn: the one before it counts.
            }
        }
        return found;
    }

    /** {@return whether there is a checkpoint, whole or not} */
    public boolean hasCheckpoints() {
        return !checkpointNames().isEmpty();
    }

    private List<String> checkpointNames() {
        return names(path).stream()
                .filter(name -> name.startsWith(CHECKPOINT) && !name.endsWith(UNFINISHED))
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** What a checkpoint needs, verified. */
    public record Restored(List<Run> runs, Optional<Run> table, LevelFile current, LevelFile next, TrailFile trail) {}

    /** {@return the files of a checkpoint} Throws if one is damaged or gone. */
    public Restored restore(Checkpoint checkpoint, int words, int chunkBytes) {
        var opened = new ArrayList<AutoCloseable>();
        try {
            var runs = new ArrayList<Run>();
            for (String name : checkpoint.runs()) {
                runs.add(run(name, words, opened));
            }
            Optional<Run> table = checkpoint.table().isEmpty() ? Optional.empty() : Optional.of(run(checkpoint.table(), words, opened));
            LevelFile current = level(checkpoint.current(), chunkBytes, opened);
            LevelFile next = level(checkpoint.next(), chunkBytes, opened);
            var trail = checkpoint.trail();
            return new Restored(runs, table, current, next, TrailFile.adopt(existing(trail.file()), trail.length(), trail.checksum()));
        } catch (DiskFailure e) {
            opened.forEach(Folder::close);
            throw e;
        }
    }

    private Run run(String name, int words, Collection<AutoCloseable> opened) {
        Run run = Run.open(existing(name), words);
        opened.add(run);
        run.verify();
        return run;
    }

    private LevelFile level(Checkpoint.Level level, int bytes, Collection<AutoCloseable> opened) {
        var file = new LevelFile(level.file().isEmpty() ? file("level") : existing(level.file()), bytes);
        opened.add(file);
        file.adopt(level.from(), level.to());
        return file;
    }

    /** Opening for writing would make it. */
    private Path existing(String name) {
        Path file = path.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw DiskFailure.reading(file, new NoSuchFileException("it is gone"));
        }
        return file;
    }

    /** Writes a checkpoint, all of whose files are safe on the disk. */
    public void write(Checkpoint checkpoint) {
        Path target = file("checkpoint");
        Path part = target.resolveSibling(target.getFileName() + UNFINISHED);
        try (var file = new RandomAccessFile(part.toFile(), "rw")) {
            file.write(checkpoint.bytes());
            file.getFD().sync();
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw DiskFailure.writing(target, e);
        }
        force();
    }

    /** The names in the folder have to be safe as well. */
    private void force() {
        try (FileChannel folder = FileChannel.open(path, StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException e) {
            // Windows does not open folders; what a crash of the machine loses there is the newest checkpoint.
        }
    }

    /** Deletes what neither these nor one of the two newest checkpoints need. */
    public void clear(Collection<Path> needed) {
        List<String> checkpoints = checkpointNames();
        Set<String> kept = new HashSet<>(checkpoints.subList(0, Math.min(KEPT, checkpoints.size())));
        checkpoints().stream().limit(KEPT).map(Checkpoint::files).forEach(kept::addAll);
        needed.forEach(file -> kept.add(file.getFileName().toString()));
        kept.add(LOCK);
        names(path).stream().filter(name -> !kept.contains(name)).forEach(name -> remove(path.resolve(name)));
    }

    /** Deletes everything: the search was decided, or begins anew. */
    public void empty() {
        names(path).stream().filter(name -> !name.equals(LOCK)).sorted().forEach(name -> remove(path.resolve(name)));
    }

    /** Deletes one file. */
    public void delete(Path file) {
        remove(file);
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // It takes room and is in nobody's way; the next one who clears the folder tries again.
        }
    }

    /** Takes the folder away if it is temporary or empty. */
    @Override
    public void close() {
        if (temporary) {
            empty();
        }
        boolean empty = names(path).equals(List.of(LOCK));
        if (empty) {
            remove(path.resolve(LOCK));
        }
        close(channel);
        if (empty) {
            remove(path);
        }
    }

    private static void close(AutoCloseable open) {
        try {
            if (open != null) {
                open.close();
            }
        } catch (Exception e) {
            // It was only read, or it is a lock, which ends with the process at the latest.
        }
    }
}
