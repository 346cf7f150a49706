package org.cspcheck.explorer.search.disk;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/** Sorted records in a file that does not change, see {@link RunWriter}; the first key of each block is in memory. */
public final class Run implements AutoCloseable {
    private final Path path;
    private final int words;
    private final RandomAccessFile file;
    private final long records;
    private final long[] offsets;
    private final long[] firstKeys;
    private final int[] lengths;
    private final int[] checksums;
    private boolean forced;

    private Run(Path path, int words, RandomAccessFile file, ByteBuffer end, int blocks, long records) {
        this.path = path;
        this.words = words;
        this.file = file;
        this.records = records;
        this.offsets = new long[blocks];
        this.firstKeys = new long[blocks];
        this.lengths = new int[blocks];
        this.checksums = new int[blocks];
        for (int b = 0; b < blocks; b++) {
            offsets[b] = end.getLong();
            firstKeys[b] = end.getLong();
            lengths[b] = end.getInt();
            checksums[b] = end.getInt();
        }
    }

    static Run open(Path path, int words) {
        RandomAccessFile file = null;
        try {
            file = new RandomAccessFile(path.toFile(), "rw");
            Run run = read(path, words, file);
            file = null;
            return run;
        } catch (IOException e) {
            throw DiskFailure.reading(path, e);
        } finally {
            close(file);
        }
    }

    private static Run read(Path path, int words, RandomAccessFile file) throws IOException {
        long length = file.length();
        if (length < RunWriter.FOOTER) {
            throw DiskFailure.damaged(path);
        }
        ByteBuffer footer = bytes(file, length - RunWriter.FOOTER, RunWriter.FOOTER);
        boolean known = footer.getLong() == RunWriter.MAGIC && footer.getInt() == words;
        int blocks = footer.getInt();
        long records = footer.getLong();
        long index = (long) blocks * RunWriter.ENTRY;
        if (!known || blocks < 0 || index + RunWriter.FOOTER > Math.min(length, Integer.MAX_VALUE)) {
            throw DiskFailure.damaged(path);
        }
        ByteBuffer end = bytes(file, length - RunWriter.FOOTER - index, (int) index + RunWriter.FOOTER);
        if (checksum(end.array(), end.capacity() - Integer.BYTES) != end.getInt(end.capacity() - Integer.BYTES)) {
            throw DiskFailure.damaged(path);
        }
        return new Run(path, words, file, end, blocks, records);
    }

    private static ByteBuffer bytes(RandomAccessFile file, long at, int count) throws IOException {
        byte[] bytes = new byte[count];
        file.seek(at);
        file.readFully(bytes);
        return ByteBuffer.wrap(bytes);
    }

    private static int checksum(byte[] bytes, int count) {
        var checksum = new CRC32C();
        checksum.update(bytes, 0, count);
        return (int) checksum.getValue();
    }

    public Path path() {
        return path;
    }

    public long records() {
        return records;
    }

    /** Reads every block, and throws if one is damaged. */
    void verify() {
        byte[] bytes = new byte[0];
        for (int b = 0; b < offsets.length; b++) {
            bytes = block(b, bytes);
        }
    }

    /** Waits until the file is safe on the disk. */
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

    private byte[] block(int number, byte[] room) {
        byte[] bytes = lengths[number] <= room.length ? room : new byte[Math.max(lengths[number], RunWriter.BLOCK + 256)];
        try {
            file.seek(offsets[number]);
            file.readFully(bytes, 0, lengths[number]);
        } catch (IOException e) {
            throw DiskFailure.reading(path, e);
        }
        if (checksum(bytes, lengths[number]) != checksums[number]) {
            throw DiskFailure.damaged(path);
        }
        return bytes;
    }

    @Override
    public void close() {
        close(file);
    }

    private static void close(RandomAccessFile file) {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException e) {
            // It was only read.
        }
    }

    /** A place in a run that moves forward; at first before the first record. */
    final class Cursor {
        /** The record at this place. */
        final long[] record = new long[words];

        private byte[] bytes = new byte[0];
        private int block = -1;
        private int at;
        private int end;
        private boolean over;

        boolean isOver() {
            return over;
        }

        /** Moves to the next record; {@return whether there is one} */
        boolean next() {
            if (at == end && !enter(block + 1)) {
                return false;
            }
            record[0] += number();
            for (int w = 1; w < words; w++) {
                record[w] = number();
            }
            return true;
        }

        /** Moves to the first record whose key is at least this one, if this place is before it; {@return whether there is one} */
        boolean seek(long key) {
            if (over || block >= 0 && record[0] >= key) {
                return !over;
            }
            int last = lastBefore(key);
            if (last > block) {
                enter(last);
            }
            while (next()) {
                if (record[0] >= key) {
                    return true;
                }
            }
            return false;
        }

        /** {@return the last block that begins before this key, or the one here, or the first} */
        private int lastBefore(long key) {
            int low = Math.max(block, 0);
            int high = low + 1;
            for (int step = 1; high < firstKeys.length && firstKeys[high] < key; step *= 2) {
                low = high;
                high = Math.min(firstKeys.length, high + step);
            }
            while (high - low > 1) {
                int middle = (low + high) >>> 1;
                if (middle < firstKeys.length && firstKeys[middle] < key) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        private boolean enter(int number) {
            if (number >= offsets.length) {
                over = true;
                return false;
            }
            block = number;
            bytes = block(number, bytes);
            at = 0;
            end = lengths[number];
            record[0] = 0;
            return true;
        }

        private long number() {
            byte b = bytes[at++];
            long value = b & 0x7f;
            for (int shift = 7; b < 0; shift += 7) {
                b = bytes[at++];
                value |= (long) (b & 0x7f) << shift;
            }
            return value;
        }
    }
}
