package org.cspcheck.explorer.search.disk;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.zip.CRC32C;

/** The states of one level in chunks of one size: chunk n stands in slot n, with its checksum behind it. A chunk is written once. */
public final class LevelFile implements AutoCloseable {
    private final Path path;
    private final RandomAccessFile file;
    private final byte[] slot;
    private final int bytes;
    private final BitSet held = new BitSet();
    private boolean forced = true;

    public LevelFile(Path path, int bytes) {
        this.path = path;
        this.bytes = bytes;
        this.slot = new byte[bytes + Integer.BYTES];
        try {
            file = new RandomAccessFile(path.toFile(), "rw");
        } catch (IOException e) {
            throw DiskFailure.writing(path, e);
        }
    }

    public Path path() {
        return path;
    }

    /** {@return whether the chunk is in the file} */
    public boolean holds(int chunk) {
        return held.get(chunk);
    }

    public void write(int chunk, byte[] content) {
        System.arraycopy(content, 0, slot, 0, bytes);
        ByteBuffer.wrap(slot).putInt(bytes, checksum(chunk));
        try {
            file.seek((long) chunk * slot.length);
            file.write(slot);
        } catch (IOException e) {
            throw DiskFailure.writing(path, e);
        }
        held.set(chunk);
        forced = false;
    }

    /** Replaces {@code content} by the chunk. */
    public void read(int chunk, byte[] content) {
        try {
            file.seek((long) chunk * slot.length);
            file.readFully(slot);
        } catch (IOException e) {
            throw DiskFailure.reading(path, e);
        }
        if (ByteBuffer.wrap(slot).getInt(bytes) != checksum(chunk)) {
            throw DiskFailure.damaged(path);
        }
        System.arraycopy(slot, 0, content, 0, bytes);
    }

    /** Takes over what an earlier process has written, if it is whole. */
    void adopt(int from, int to) {
        byte[] content = new byte[bytes];
        for (int chunk = from; chunk < to; chunk++) {
            read(chunk, content);
        }
        held.set(from, to);
    }

    /** A chunk in a slot that is not its own is not whole. */
    private int checksum(int chunk) {
        var checksum = new CRC32C();
        checksum.update(slot, 0, bytes);
        checksum.update(chunk);
        checksum.update(chunk >>> 8);
        checksum.update(chunk >>> 16);
        return (int) checksum.getValue();
    }

    public void force() {
        try {
            if (!forced) {
                file.getFD().sync();
                forced = true;
            }
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
