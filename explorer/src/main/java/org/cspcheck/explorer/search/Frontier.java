package org.cspcheck.explorer.search;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

/**
 * The states of the level that is expanded and of the next one, in order, outside the Java heap.
 *
 * <p>Chunks that were expanded serve the next level, so both together take about as much as the wider of the two. A chunk may be taken out of a
 * level while {@link Spill} has it on disk.
 */
final class Frontier implements AutoCloseable {
    private static final int CHUNK_BITS = 12;
    static final int CHUNK = 1 << CHUNK_BITS;
    private static final int MOST_IN_SLAB = 1 << 11;
    private static final ValueLayout.OfLong WORD = ValueLayout.JAVA_LONG;
    private static final ValueLayout.OfInt NUMBER = ValueLayout.JAVA_INT;

    private final int words;
    private final Budget budget;
    private final List<Memory> slabs = new ArrayList<>();
    private final List<MemorySegment> free = new ArrayList<>();
    private List<MemorySegment> current = new ArrayList<>();
    private List<MemorySegment> next = new ArrayList<>();
    private int released;
    private int evicted;
    private long currentSize;
    private long nextSize;

    Frontier(int words, Budget budget) {
        this.words = words;
        this.budget = budget;
    }

    long currentSize() {
        return currentSize;
    }

    long nextSize() {
        return nextSize;
    }

    /** Makes the next level the current one. */
    void advance() {
        release(current.size());
        var empty = current;
        empty.clear();
        current = next;
        currentSize = nextSize;
        next = empty;
        nextSize = 0;
        evicted = 0;
        released = 0;
    }

    /** The states of the current level before this one are not needed any more. */
    void expanded(long before) {
        release((int) (before >>> CHUNK_BITS));
    }

    private void release(int chunks) {
        for (; released < chunks; released++) {
            if (current.get(released) != null) {
                free.add(current.get(released));
            }
        }
    }

    int chunkBytes() {
        return CHUNK * (words * Long.BYTES + Integer.BYTES);
    }

    static int chunkOf(long place) {
        return (int) (place >>> CHUNK_BITS);
    }

    /** {@return bytes of the next level that are in memory} */
    long nextBytes() {
        return (long) (next.size() - evicted) * chunkBytes();
    }

    /** {@return a chunk of the current level; null if it was taken out} */
    MemorySegment currentChunk(int number) {
        return current.get(number);
    }

    /** {@return a chunk of the next level; null if it was taken out} */
    MemorySegment nextChunk(int number) {
        return next.get(number);
    }

    /** Takes a chunk of the next level out. */
    void evict(int number) {
        free.add(next.set(number, null));
        evicted++;
    }

    /** Puts a chunk of the current level back; {@return its memory, to be filled} */
    MemorySegment admit(int number) {
        current.set(number, unused());
        return current.get(number);
    }

    /** Cuts the next level off. */
    void truncate(long size) {
        nextSize = size;
        while ((long) (next.size() - 1) << CHUNK_BITS >= nextSize) {
            free.add(next.removeLast());
        }
    }

    /** Begins with levels whose chunks are elsewhere, but for the last of the next one if it is not full; {@return that one} */
    MemorySegment restore(long ofCurrent, long ofNext) {
        while ((long) current.size() << CHUNK_BITS < ofCurrent) {
            current.add(null);
        }
        currentSize = ofCurrent;
        while ((long) next.size() << CHUNK_BITS < ofNext) {
            next.add(null);
        }
        nextSize = ofNext;
        evicted = chunkOf(ofNext);
        if ((ofNext & CHUNK - 1) == 0) {
            return null;
        }
        next.set(next.size() - 1, unused());
        return next.getLast();
    }

    private MemorySegment unused() {
        if (free.isEmpty()) {
            allocate();
        }
        return free.removeLast();
    }

    private long stateAt(long place) {
        return (place & CHUNK - 1) * words * Long.BYTES;
    }

    private long arrivalAt(long place) {
        return (long) CHUNK * words * Long.BYTES + (place & CHUNK - 1) * Integer.BYTES;
    }

    /** Copies a state of the next level. */
    void readNext(long place, long[] into, int at) {
        MemorySegment.copy(next.get(chunkOf(place)), WORD, stateAt(place), into, at, words);
    }

    /** Puts one state of the next level in the place of another. */
    void moveNext(long from, long to) {
        MemorySegment source = next.get(chunkOf(from));
        MemorySegment target = next.get(chunkOf(to));
        MemorySegment.copy(source, stateAt(from), target, stateAt(to), (long) words * Long.BYTES);
        MemorySegment.copy(source, arrivalAt(from), target, arrivalAt(to), Integer.BYTES);
    }

    /** Makes room for more states of the next level; {@return the place of the first} */
    long extend(long count) {
        long first = nextSize;
        nextSize += count;
        while ((long) next.size() << CHUNK_BITS < nextSize) {
            next.add(unused());
        }
        return first;
    }

    private void allocate() {
        int chunks = Math.min(MOST_IN_SLAB, 1 << slabs.size());
        long bytes = chunkBytes();
        var slab = new Memory(chunks * bytes, budget);
        slabs.add(slab);
        for (int i = chunks - 1; i >= 0; i--) {
            free.add(slab.segment().asSlice(i * bytes, bytes));
        }
    }

    /** Copies the new targets of a batch to places of the next level; different places may be written by different threads. */
    void write(long first, Batch batch) {
        long place = first;
        long[] states = batch.steps.states;
        MemorySegment chunk = null;
        for (int i = 0; i < batch.foundCount; i++, place++) {
            if (chunk == null || (place & CHUNK - 1) == 0) {
                chunk = next.get((int) (place >>> CHUNK_BITS));
            }
            long offset = stateAt(place);
            int at = batch.found[i] * words;
            chunk.set(NUMBER, arrivalAt(place), batch.steps.moves[batch.found[i]]);
            for (int w = 0; w < words; w++) {
                chunk.set(WORD, offset + w * Long.BYTES, states[at + w]);
            }
        }
    }

    /** Copies states of the current level; {@code first} is a multiple of {@link Batch#MOST}, which {@code count} does not exceed. */
    void read(long first, int count, long[] into, int[] arrivals) {
        MemorySegment chunk = current.get((int) (first >>> CHUNK_BITS));
        MemorySegment.copy(chunk, WORD, stateAt(first), into, 0, count * words);
        MemorySegment.copy(chunk, NUMBER, arrivalAt(first), arrivals, 0, count);
    }

    @Override
    public void close() {
        slabs.forEach(Memory::close);
    }
}
