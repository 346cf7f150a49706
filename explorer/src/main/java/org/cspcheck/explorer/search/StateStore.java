package org.cspcheck.explorer.search;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

/** States in the order in which they were appended, outside the Java heap. Chunks double, so nothing is ever copied. */
final class StateStore implements AutoCloseable {
    private static final int FIRST_BITS = 12;

    private final int words;
    private final Budget budget;
    private final List<Memory> chunks = new ArrayList<>();
    private long size;

    StateStore(int words, Budget budget) {
        this.words = words;
        this.budget = budget;
    }

    long size() {
        return size;
    }

    /** Appends the states at these positions of a block. */
    void append(long[] states, int[] positions, int count) {
        for (int done = 0; done < count; ) {
            int chunk = chunkOf(size);
            if (chunk == chunks.size()) {
                chunks.add(new Memory(words * statesIn(chunk) << 3, budget));
            }
            int n = (int) Math.min(count - done, startOf(chunk) + statesIn(chunk) - size);
            MemorySegment segment = chunks.get(chunk).segment();
            long offset = (size - startOf(chunk)) * words << 3;
            for (int i = 0; i < n; i++) {
                for (int w = 0; w < words; w++, offset += 8) {
                    segment.set(ValueLayout.JAVA_LONG, offset, states[positions[done + i] * words + w]);
                }
            }
            done += n;
            size += n;
        }
    }

    /** Copies states with consecutive numbers. */
    void read(long first, int count, long[] into) {
        for (int done = 0; done < count; ) {
            int chunk = chunkOf(first + done);
            int n = (int) Math.min(count - done, startOf(chunk) + statesIn(chunk) - first - done);
            long offset = (first + done - startOf(chunk)) * words << 3;
            MemorySegment.copy(chunks.get(chunk).segment(), ValueLayout.JAVA_LONG, offset, into, done * words, n * words);
            done += n;
        }
    }

    private static int chunkOf(long number) {
        return number >>> FIRST_BITS == 0 ? 0 : 64 - FIRST_BITS - Long.numberOfLeadingZeros(number);
    }

    private static long statesIn(int chunk) {
        return 1L << FIRST_BITS + Math.max(0, chunk - 1);
    }

    private static long startOf(int chunk) {
        return chunk == 0 ? 0 : statesIn(chunk);
    }

    @Override
    public void close() {
        chunks.forEach(Memory::close);
    }
}
