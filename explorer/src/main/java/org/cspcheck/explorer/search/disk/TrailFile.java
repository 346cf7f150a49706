package org.cspcheck.explorer.search.disk;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/** The older bytes of a trail: only ever appended to. */
public final class TrailFile implements AutoCloseable {
    private static final int PAGE = 1 << 14;

    private final Path path;
    private final RandomAccessFile file;
    private final CRC32C checksum = new CRC32C();
    private final byte[] page = new byte[PAGE];
    private long pageAt = -1;
    private long length;

    public TrailFile(Path path) {
        this.path = path;
        try {
            file = new RandomAccessFile(path.toFile(), "rw");
            file.setLength(0);
        } catch (IOException e) {
            throw DiskFailure.writing(path, e);
        }
    }

    /** The first bytes of what an earlier process has written, if they are whole; what follows them is cut off. */
    private TrailFile(Path path, long length) throws IOException {
        this.path = path;
        file = new RandomAccessFile(path.toFile(), "rw");
        for (long rest = length; rest > 0; ) {
            int n = (int) Math.min(rest, PAGE);
            file.readFully(page, 0, n);
            checksum.update(page, 0, n);
            rest -= n;
        }
        this.length = length;
    }

    static TrailFile adopt(Path path, long length, long checksum) {
        TrailFile trail;
        try {
            trail = new TrailFile(path, length);
        } catch (IOException e) {
            throw DiskFailure.reading(path, e);
        }
        if (trail.checksum() != checksum) {
            trail.close();
            throw DiskFailure.damaged(path);
        }
        return trail;
    }

    public Path path() {
        return path;
    }

    public long length() {
        return length;
    }

    long checksum() {
        return checksum.getValue();
    }

    public void append(byte[] bytes, int count) {
        try {
            file.seek(length);
            file.write(bytes, 0, count);
        } catch (IOException e) {
            throw DiskFailure.writing(path, e);
        }
        checksum.update(bytes, 0, count);
        pageAt = -1;
        length += count;
    }

    public byte at(long place) {
        long start = place - place % PAGE;
        if (start != pageAt) {
            try {
                file.seek(start);
                file.readFully(page, 0, (int) Math.min(PAGE, length - start));
            } catch (IOException e) {
                throw DiskFailure.reading(path, e);
            }
            pageAt = start;
        }
        return page[(int) (place - start)];
    }

    /** {@return how far it goes now, for a checkpoint} */
    public Checkpoint.Trail mark() {
        return new Checkpoint.Trail(path.getFileName().toString(), length, checksum());
    }

    public void force() {
        try {
            file.getFD().sync();
        } catch (IOException e) {
            throw DiskFailure.writing(path, e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            // What matters was forced.
        }
    }
}
