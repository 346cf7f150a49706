package org.cspcheck.explorer.search;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.cspcheck.explorer.search.disk.Records;

/**
 * One part of a visited set: open addressing with linear probing, in slots of as few bytes as the keys need ({@link Slots}), each with the
 * further words of its state behind it. Used by one thread at a time.
 */
final class Part implements AutoCloseable {
    private static final int GROUP = 64;

    /** So many slots after the home are looked at together with it. */
    private static final int LOOK = 3;

    private static final ValueLayout.OfLong WORD = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final int words;
    private final Budget budget;
    private Slots slots;
    private int stride;
    private Memory memory;
    private int size;
    private long touched;

    Part(int rest, int words, Budget budget) {
        this.words = words;
        this.budget = budget;
        arrange(Slots.first(rest));
    }

    private void arrange(Slots layout) {
        int bytes = layout.width + (words - 1) * Long.BYTES;
        memory = new Memory((long) bytes * (layout.slots() + LOOK) + Long.BYTES, budget);
        slots = layout;
        stride = bytes;
    }

    /** Room for one group of keys: where each has its home, and what its slot would hold there. One for each worker. */
    static final class Scratch {
        private final long[] places = new long[GROUP];
        private final long[] wanted = new long[GROUP];
    }

    /** Adds the keys that a batch has for this part, those from {@code from} to before {@code to}; marks in the batch what is new. */
    void add(Batch batch, int from, int to, Scratch scratch) {
        for (int at = from; at < to; ) {
            int n = Math.min(GROUP, to - at);
            if (size + n > slots.room()) {
                grow();
            }
            touch(batch.keys, at, n, scratch);
            int done = words == 1 ? narrow(batch, at, n, scratch) : wide(batch, at, n, scratch);
            at += done;
            if (done < n) {
                grow();
            }
        }
    }

    /** Finds the homes and reads them once: independent loads, whose misses overlap. */
    private void touch(long[] keys, int from, int n, Scratch scratch) {
        Slots layout = slots;
        MemorySegment space = memory.space();
        long base = memory.base();
        long keyMask = (1L << layout.shift + layout.k) - 1;
        int shift = layout.shift;
        long low = layout.low;
        int m = layout.m;
        int distance = layout.distanceBits;
        long[] starts = layout.starts;
        long step = stride;
        long[] places = scratch.places;
        long[] wanted = scratch.wanted;
        long sum = 0;
        for (int i = 0; i < n; i++) {
            long key = keys[from + i] & keyMask;
            long lower = key & low;
            int q = (int) (lower * m >>> shift);
            long place = base + ((key >>> shift) * m + q) * step;
            places[i] = place;
            wanted[i] = lower - starts[q] << distance | 1;
        }
        long last = LOOK * step;
        for (int i = 0; i < n; i++) { // nothing else in this loop: the shorter it is, the more loads are under way
            sum += space.get(WORD, places[i]) + space.get(WORD, places[i] + last);
        }
        touched = sum;
    }

    /**
     * Looks at the home and the next slots at once, without asking after each: most keys are there, and a branch that cannot be foretold costs
     * more than four slots. {@return how many are in: less than all if one found no slot within reach}
     */
    private int narrow(Batch batch, int from, int n, Scratch scratch) {
        MemorySegment space = memory.space();
        long mask = slots.widthMask;
        long step = stride;
        int reach = slots.reach;
        for (int i = 0; i < n; i++) {
            long wanted = scratch.wanted[i];
            long place = scratch.places[i];
            long d0 = (space.get(WORD, place) & mask ^ wanted) - 1;
            long d1 = (space.get(WORD, place + step) & mask ^ wanted + 1) - 1;
            long d2 = (space.get(WORD, place + 2 * step) & mask ^ wanted + 2) - 1;
            long d3 = (space.get(WORD, place + LOOK * step) & mask ^ wanted + 3) - 1;
            if ((d0 | d1 | d2 | d3) < 0) { // one of them was equal: contents have 63 bits
                continue;
            }
            long word = space.get(WORD, place);
            int left = reach;
            while ((word & mask) != 0 && (word & mask) != wanted) {
                if (--left == 0) {
                    return i;
                }
                place += step;
                wanted++;
                word = space.get(WORD, place);
            }
            if ((word & mask) == 0) {
                space.set(WORD, place, word | wanted);
                size++;
                batch.added[from + i] = true;
            }
        }
        return n;
    }

    private int wide(Batch batch, int from, int n, Scratch scratch) {
        MemorySegment space = memory.space();
        long mask = slots.widthMask;
        long[] states = batch.steps.states;
        for (int i = 0; i < n; i++) {
            int position = batch.positions[from + i];
            long wanted = scratch.wanted[i];
            long place = scratch.places[i];
            int left = slots.reach;
            long there = space.get(WORD, place) & mask;
            while (there != 0 && !(there == wanted && sameRest(space, place, states, position))) {
                if (--left == 0) {
                    return i;
                }
                place += stride;
                wanted++;
                there = space.get(WORD, place) & mask;
            }
            if (there == 0) {
                put(space, place, wanted, states, position);
                size++;
                batch.added[from + i] = true;
            }
        }
        return n;
    }

    private boolean sameRest(MemorySegment space, long place, long[] states, int position) {
        long at = place + slots.width;
        for (int w = 1; w < words; w++, at += Long.BYTES) {
            if (space.get(WORD, at) != states[position * words + w]) {
                return false;
            }
        }
        return true;
    }

    private void put(MemorySegment space, long place, long content, long[] states, int position) {
        space.set(WORD, place, space.get(WORD, place) & ~slots.widthMask | content);
        long at = place + slots.width;
        for (int w = 1; w < words; w++, at += Long.BYTES) {
            space.set(WORD, at, states[position * words + w]);
        }
    }

    void grow() {
        Memory old = memory;
        Slots from = slots;
        Slots to = from.larger();
        while (true) {
            arrange(to);
            if (moved(from, old)) {
                old.close();
                return;
            }
            memory.close();
            to = to.larger();
        }
    }

    /** Moves everything, in ascending order of homes; {@return whether every key found a slot within reach} */
    private boolean moved(Slots from, Memory old) {
        MemorySegment source = old.space();
        int oldStride = from.width + (words - 1) * Long.BYTES;
        long mask = from.widthMask;
        long at = old.base();
        int end = from.slots();
        for (int slot = 0; slot < end; slot++, at += oldStride) {
            long content = source.get(WORD, at) & mask;
            if (content != 0) {
                long place = place(from.key(slot, content));
                if (place < 0) {
                    return false;
                }
                if (words > 1) {
                    MemorySegment.copy(source, at + from.width, memory.space(), place + slots.width, (words - 1) * (long) Long.BYTES);
                }
            }
        }
        return true;
    }

    /** Puts in a key that is not there; {@return where, -1 if there was no slot within reach} */
    private long place(long key) {
        Slots to = slots;
        MemorySegment target = memory.space();
        long lower = key & to.low;
        int q = (int) (lower * to.m >>> to.shift);
        long place = memory.base() + ((key >>> to.shift) * to.m + q) * stride;
        long wanted = lower - to.starts[q] << to.distanceBits | 1;
        long word = target.get(WORD, place);
        for (int left = to.reach; (word & to.widthMask) != 0; word = target.get(WORD, place)) {
            if (--left == 0) {
                return -1;
            }
            place += stride;
            wanted++;
        }
        target.set(WORD, place, word & ~to.widthMask | wanted);
        return place;
    }

    // --- for the disk ------------------------------------------------------------------------------------------------------

    long bytes() {
        return memory.bytes();
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** {@return whether so many of 256 places that may be taken are} */
    boolean isFilled(int of256) {
        return size > slots.room() * of256 / 256;
    }

    long grownBytes() {
        Slots larger = slots.larger();
        return (long) (larger.width + (words - 1) * Long.BYTES) * larger.slots();
    }

    void clear() {
        memory.segment().fill((byte) 0);
        size = 0;
    }

    /** Adds a state that is not here. */
    void restore(long[] record) {
        if (size + 1 > slots.room()) {
            grow();
        }
        long key = record[0] & (1L << slots.shift + slots.k) - 1;
        long place = place(key);
        while (place < 0) {
            grow();
            place = place(key);
        }
        for (int w = 1; w < words; w++) {
            memory.space().set(WORD, place + slots.width + (w - 1) * Long.BYTES, record[w]);
        }
        size++;
    }

    /**
     * Gives all states in ascending order. Homes have the order of keys, and no key is put before its home or beyond an empty slot, so only
     * what stands between two empty slots has to be sorted.
     */
    void forEach(long partBits, Records sink) {
        MemorySegment space = memory.space();
        long[][] cluster = new long[16][words];
        int n = 0;
        long place = memory.base();
        for (int slot = 0; slot < slots.slots(); slot++, place += stride) {
            long content = space.get(WORD, place) & slots.widthMask;
            if (content == 0) {
                give(cluster, n, sink);
                n = 0;
                continue;
            }
            if (n == cluster.length) {
                cluster = Arrays.copyOf(cluster, 2 * n);
                for (int i = n; i < cluster.length; i++) {
                    cluster[i] = new long[words];
                }
            }
            cluster[n][0] = partBits | slots.key(slot, content);
            for (int w = 1; w < words; w++) {
                cluster[n][w] = space.get(WORD, place + slots.width + (w - 1) * Long.BYTES);
            }
            n++;
        }
        give(cluster, n, sink);
    }

    private static void give(long[][] cluster, int n, Records sink) {
        if (n > 1) {
            Arrays.sort(cluster, 0, n, Records::compare);
        }
        for (int i = 0; i < n; i++) {
            sink.accept(cluster[i]);
        }
    }

    @Override
    public void close() {
        memory.close();
    }
}
