package org.cspcheck.explorer.search.disk;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * Writes a run. Records come in ascending order; what comes twice is written once.
 *
 * <pre>
 * file   = block* index footer
 * block  = records, in BLOCK bytes or a few more: difference of the key to the one before (in a block's first record to 0), then the other words,
 *          all as numbers of seven bits a byte, the lowest first
 * index  = for each block: offset (8), first key (8), length (4), checksum (4)
 * footer = MAGIC (8), words (4), blocks (4), records (8), checksum of index and footer (4)
 * </pre>
 */
public final class RunWriter implements AutoCloseable {
    static final long MAGIC = 0x637370636b52554eL;
    static final int BLOCK = 1 << 14;
    static final int ENTRY = 24;
    static final int FOOTER = 28;

    private static final int MOST_BYTES_OF_A_WORD = 9;
    private static final int OUTPUT = 1 << 18;

    private final Path path;
    private final int words;
    private final RandomAccessFile file;
    private final byte[] output;
    private final CRC32C checksum = new CRC32C();
    private final long[] last;
    private ByteBuffer index = ByteBuffer.allocate(64 * ENTRY);
    private int filled;
    private int blockStart;
    private long written;
    private long records;
    private int blocks;
    private long firstKey;
    private boolean finished;

    RunWriter(Path path, int words) {
        this.path = path;
        this.words = words;
        this.last = new long[words];
        this.output = new byte[OUTPUT + BLOCK + 2 * words * MOST_BYTES_OF_A_WORD];
        try {
            file = new RandomAccessFile(path.toFile(), "rw");
            file.setLength(0);
        } catch (IOException e) {
            throw DiskFailure.writing(path, e);
        }
    }

    void add(long[] record) {
        if (records > 0 && Arrays.equals(record, last)) {
            return;
        }
        if (filled == blockStart) {
            firstKey = record[0];
            number(record[0]);
        } else {
            number(record[0] - last[0]);
        }
        for (int w = 1; w < words; w++) {
            number(record[w]);
        }
        System.arraycopy(record, 0, last, 0, words);
        records++;
        if (filled - blockStart >= BLOCK) {
            endBlock();
        }
    }

    private void number(long value) {
        long rest = value;
        while (rest > 0x7f) {
            output[filled++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        output[filled++] = (byte) rest;
    }

    private void endBlock() {
        if (filled == blockStart) {
            return;
        }
        if (index.remaining() < ENTRY) {
            index = ByteBuffer.allocate(2 * index.capacity()).put(index.flip());
        }
        checksum.reset();
        checksum.update(output, blockStart, filled - blockStart);
        index.putLong(written + blockStart).putLong(firstKey).putInt(filled - blockStart).putInt((int) checksum.getValue());
        blocks++;
        blockStart = filled;
        if (filled >= OUTPUT) {
            write(output, filled);
            filled = 0;
            blockStart = 0;
        }
    }

    private void write(byte[] bytes, int count) {
        try {
            file.write(bytes, 0, count);
        } catch (IOException e) {
            throw DiskFailure.writing(path, e);
        }
        written += count;
    }

    /** {@return the run, now that all records are in} */
    Run finish() {
        endBlock();
        write(output, filled);
        ByteBuffer end = ByteBuffer.allocate(index.position() + FOOTER).put(index.flip());
        end.putLong(MAGIC).putInt(words).putInt(blocks).putLong(records);
        checksum.reset();
        checksum.update(end.array(), 0, end.position());
        end.putInt((int) checksum.getValue());
        write(end.array(), end.capacity());
        finished = true;
        close(file);
        return Run.open(path, words);
    }

    /** A run that was not finished is taken away. */
    @Override
    public void close() {
        if (finished) {
            return;
        }
        close(file);
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // A file without a footer is no run; the folder is cleared when it is used again.
        }
    }

    private static void close(RandomAccessFile file) {
        try {
            file.close();
        } catch (IOException e) {
            // Whatever was lost with it is missed when the run is opened.
        }
    }
}
