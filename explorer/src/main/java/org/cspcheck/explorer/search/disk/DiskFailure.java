package org.cspcheck.explorer.search.disk;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The disk is full, a file cannot be written or read, or its content is not what was written: no fault of the search, and no answer. */
public final class DiskFailure extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final long MEGABYTE = 1 << 20;

    /** A disk with less left is full: what is written at once is smaller. */
    private static final long LITTLE = 64 * MEGABYTE;

    private DiskFailure(String reason, IOException cause) {
        super(reason, cause);
    }

    static DiskFailure writing(Path file, IOException cause) {
        return new DiskFailure("writing " + file + " failed: " + cause.getMessage() + room(file), cause);
    }

    /** How full the disk is, and what would help, if it is that. */
    private static String room(Path file) {
        try {
            FileStore disk = Files.getFileStore(file.getParent());
            return disk.getUsableSpace() < LITTLE ? room(disk.getUsableSpace(), disk.getTotalSpace(), size(file.getParent())) : "";
        } catch (IOException | RuntimeException unknown) {
            return "";
        }
    }

    /** Merging writes runs once more before it deletes them. */
    static String room(long free, long total, long used) {
        return " (" + megabytes(free) + " of " + megabytes(total) + " free; the files of this search take " + megabytes(used)
                + ", and need as much again to go on: free it, or give --checkpoint a folder on a larger disk)";
    }

    private static String megabytes(long bytes) {
        return (bytes + MEGABYTE - 1) / MEGABYTE + " MB";
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            long size = 0;
            for (Path file : (Iterable<Path>) files::iterator) {
                size += Files.size(file);
            }
            return size;
        }
    }

    static DiskFailure reading(Path file, IOException cause) {
        return new DiskFailure("reading " + file + " failed: " + cause.getMessage(), cause);
    }

    static DiskFailure damaged(Path file) {
        return new DiskFailure(file + " is damaged", null);
    }

    /** {@return what happened, as people read it} */
    public String reason() {
        return getMessage();
    }
}
