package org.cspcheck.explorer.search;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.cspcheck.explorer.search.disk.TrailFile;

/**
 * How each state was first reached, in a byte or a byte and a half for each state.
 *
 * <p>States are written in the order of discovery. For each state that was expanded there is the number, among its steps, of each step that
 * led to a new state, or a mark that none did. The n-th such number of a level belongs to the n-th state of the next one, so walking from the
 * start of a level tells a state's parent and the step from it.
 */
final class Trail implements AutoCloseable {
    /** Beside the last number of a state: the next one belongs to the next state. */
    static final byte LAST = (byte) 0x80;

    static final byte NO_CHILD = (byte) 0xff;

    private static final int ESCAPE = 126;
    private static final int FIRST_BITS = 12;
    private static final ValueLayout.OfByte BYTE = ValueLayout.JAVA_BYTE;

    private final Budget budget;
    private final List<Memory> chunks = new ArrayList<>();
    private long size;

    /** What stands before {@link #base} is in this file. */
    private TrailFile file;

    private long base;

    Trail(Budget budget) {
        this.budget = budget;
    }

    /** Writes the number of a step; {@return the next place} */
    static int write(int step, byte[] into, int at) {
        if (step < ESCAPE) {
            into[at] = (byte) step;
            return at + 1;
        }
        into[at] = ESCAPE;
        for (int i = 0; i < 4; i++) {
            into[at + 1 + i] = (byte) (step >>> 8 * i);
        }
        return at + 5;
    }

    long size() {
        return size;
    }

    void append(byte[] bytes, int count) {
        for (int done = 0; done < count; ) {
            int chunk = chunkOf(size - base);
            if (chunk == chunks.size()) {
                chunks.add(new Memory(bytesIn(chunk), budget));
            }
            int n = (int) Math.min(count - done, base + startOf(chunk) + bytesIn(chunk) - size);
            MemorySegment.copy(bytes, done, chunks.get(chunk).segment(), BYTE, size - base - startOf(chunk), n);
            done += n;
            size += n;
        }
    }

    private byte at(long place) {
        if (place < base) {
            return file.at(place);
        }
        int chunk = chunkOf(place - base);
        return chunks.get(chunk).segment().get(BYTE, place - base - startOf(chunk));
    }

    private void set(long place, byte code) {
        int chunk = chunkOf(place - base);
        chunks.get(chunk).segment().set(BYTE, place - base - startOf(chunk), code);
    }

    long bytesInMemory() {
        return size - base;
    }

    /** Moves everything to the end of a file, which holds what was moved before. */
    void evict(TrailFile to) {
        byte[] bytes = new byte[1 << FIRST_BITS];
        while (base < size) {
            int n = (int) Math.min(bytes.length, size - to.length());
            for (int i = 0; i < n; i++) {
                bytes[i] = at(to.length() + i);
            }
            to.append(bytes, n);
            if (to.length() == size) {
                restore(to);
            }
        }
    }

    /** Begins with what is in a file. */
    void restore(TrailFile from) {
        chunks.forEach(Memory::close);
        chunks.clear();
        file = from;
        base = from.length();
        size = base;
    }

    /** Forgets children: the n-th after {@code from}, where a state's codes begin, if n is in the set. */
    void forget(long from, BitSet dropped) {
        long to = from;
        int child = 0;
        for (long at = from; at < size; ) {
            long first = to;
            long last = -1;
            boolean more = at(at) != NO_CHILD;
            at += more ? 0 : 1;
            while (more) {
                byte code = at(at);
                int length = (code & 0x7f) == ESCAPE ? 5 : 1;
                if (!dropped.get(child++)) {
                    last = to;
                    set(to++, (byte) (code & 0x7f));
                    for (int i = 1; i < length; i++) {
                        set(to++, at(at + i));
                    }
                }
                at += length;
                more = code >= 0;
            }
            if (last < 0) {
                set(first, NO_CHILD);
                to = first + 1;
            } else {
                set(last, (byte) (at(last) | LAST));
            }
        }
        size = to;
    }

    /** Where a state came from. */
    record Origin(long parent, int step) {}

    /** {@return the parent, counted within its level, of a child, counted within its own} The level's bytes begin at {@code from}. */
    Origin origin(long from, long child) {
        long parent = 0;
        long children = 0;
        for (long at = from; ; at++) {
            byte code = at(at);
            if (code == NO_CHILD) {
                parent++;
                continue;
            }
            int step = code & 0x7f;
            if (children == child) {
                return new Origin(parent, step == ESCAPE ? escaped(at + 1) : step);
            }
            children++;
            at += step == ESCAPE ? 4 : 0;
            parent += code < 0 ? 1 : 0;
        }
    }

    private int escaped(long at) {
        int step = 0;
        for (int i = 0; i < 4; i++) {
            step |= (at(at + i) & 0xff) << 8 * i;
        }
        return step;
    }

    private static int chunkOf(long place) {
        return place >>> FIRST_BITS == 0 ? 0 : 64 - FIRST_BITS - Long.numberOfLeadingZeros(place);
    }

    private static long bytesIn(int chunk) {
        return 1L << FIRST_BITS + Math.max(0, chunk - 1);
    }

    private static long startOf(int chunk) {
        return chunk == 0 ? 0 : bytesIn(chunk);
    }

    @Override
    public void close() {
        chunks.forEach(Memory::close);
    }
}
