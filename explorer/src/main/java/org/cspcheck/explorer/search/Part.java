package org.cspcheck.explorer.search;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * One part of a visited set: open addressing with linear probing, in slots of as few bytes as the keys need ({@link Slots}), each with the
 * further words of its state behind it. Used by one thread at a time.
 */
final class Part implements AutoCloseable {
    private static final int GROUP = 64;
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
        memory = new Memory((long) bytes * layout.slots() + Long.BYTES, budget);
        slots = layout;
        stride = bytes;
    }

    /** What one worker needs to add keys: those of one part, with where they come from, and room for one group. */
    static final class Scratch {
        static final int POSITION_BITS = 25;

        private long[] keys = new long[1024];
        private int[] origins = new int[1024];
        private int count;
        private final long[] offsets = new long[GROUP];
        private final long[] wanted = new long[GROUP];

        /** Gathers the keys that batches have for a part, in order. */
        void gather(Batch[] batches, int first, int end, int part) {
            count = 0;
            for (int b = first; b < end; b++) {
                Batch batch = batches[b];
                int from = batch.from(part);
                int n = batch.from(part + 1) - from;
                if (count + n > keys.length) {
                    keys = Arrays.copyOf(keys, 2 * (count + n));
                    origins = Arrays.copyOf(origins, keys.length);
                }
                System.arraycopy(batch.keys, from, keys, count, n);
                for (int i = 0; i < n; i++) {
                    origins[count + i] = b << POSITION_BITS | batch.positions[from + i];
                }
                count += n;
            }
        }
    }

    /** Adds the keys that were gathered; what was not in the set is marked as fresh in its batch. */
    void add(Batch[] batches, Scratch scratch) {
        for (int at = 0; at < scratch.count; ) {
            int n = Math.min(GROUP, scratch.count - at);
            if (size + n > slots.room()) {
                grow();
            }
            touch(memory.segment(), slots, scratch, at, n);
            int done = words == 1 ? narrow(batches, scratch, at, n) : wide(batches, scratch, at, n);
            at += done;
            if (done < n) {
                grow();
            }
        }
    }

    /** {@return how many are in: less than all if one found no slot within reach} */
    private int narrow(Batch[] batches, Scratch scratch, int from, int n) {
        MemorySegment table = memory.segment();
        long mask = slots.widthMask;
        int step = stride;
        int reach = slots.reach;
        for (int i = 0; i < n; i++) {
            long wanted = scratch.wanted[i];
            long offset = scratch.offsets[i];
            long word = table.get(WORD, offset);
            long there = word & mask;
            int left = reach;
            while (there != 0 && there != wanted) {
                if (--left == 0) {
                    return i;
                }
                offset += step;
                wanted++;
                word = table.get(WORD, offset);
                there = word & mask;
            }
            if (there == 0) {
                table.set(WORD, offset, word | wanted);
                size++;
                int origin = scratch.origins[from + i];
                batches[origin >>> Scratch.POSITION_BITS].fresh[origin & (1 << Scratch.POSITION_BITS) - 1] = true;
            }
        }
        return n;
    }

    private int wide(Batch[] batches, Scratch scratch, int from, int n) {
        MemorySegment table = memory.segment();
        for (int i = 0; i < n; i++) {
            int origin = scratch.origins[from + i];
            Batch batch = batches[origin >>> Scratch.POSITION_BITS];
            int position = origin & (1 << Scratch.POSITION_BITS) - 1;
            long[] states = batch.steps.states;
            long wanted = scratch.wanted[i];
            long offset = scratch.offsets[i];
            int left = slots.reach;
            long there = table.get(WORD, offset) & slots.widthMask;
            while (there != 0 && !(there == wanted && sameRest(table, offset, states, position))) {
                if (--left == 0) {
                    return i;
                }
                offset += stride;
                wanted++;
                there = table.get(WORD, offset) & slots.widthMask;
            }
            if (there == 0) {
                put(table, offset, wanted, states, position);
                size++;
                batch.fresh[position] = true;
            }
        }
        return n;
    }

    /** Finds the homes and reads them once: independent loads, whose misses overlap. */
    private void touch(MemorySegment table, Slots layout, Scratch scratch, int from, int n) {
        long keyMask = (1L << layout.shift + layout.k) - 1;
        int shift = layout.shift;
        long low = layout.low;
        int m = layout.m;
        int distance = layout.distanceBits;
        long[] starts = layout.starts;
        long step = stride;
        for (int i = 0; i < n; i++) {
            long key = scratch.keys[from + i] & keyMask;
            long lower = key & low;
            int q = (int) (lower * m >>> shift);
            scratch.offsets[i] = ((key >>> shift) * m + q) * step;
            scratch.wanted[i] = lower - starts[q] << distance | 1;
        }
        long sum = 0;
        for (int i = 0; i < n; i++) {
            sum += table.get(WORD, scratch.offsets[i]);
        }
        touched = sum;
    }

    private boolean sameRest(MemorySegment table, long offset, long[] states, int position) {
        long at = offset + slots.width;
        for (int w = 1; w < words; w++, at += Long.BYTES) {
            if (table.get(WORD, at) != states[position * words + w]) {
                return false;
            }
        }
        return true;
    }

    private void put(MemorySegment table, long offset, long content, long[] states, int position) {
        table.set(WORD, offset, table.get(WORD, offset) & ~slots.widthMask | content);
        long at = offset + slots.width;
        for (int w = 1; w < words; w++, at += Long.BYTES) {
            table.set(WORD, at, states[position * words + w]);
        }
    }

    private void grow() {
        Memory old = memory;
        Slots from = slots;
        Slots to = from.larger();
        while (true) {
            arrange(to);
            if (moved(from, old.segment())) {
                old.close();
                return;
            }
            memory.close();
            to = to.larger();
        }
    }

    /** Moves everything, in ascending order of homes; {@return whether every key found a slot within reach} */
    private boolean moved(Slots from, MemorySegment table) {
        MemorySegment target = memory.segment();
        int oldStride = from.width + (words - 1) * Long.BYTES;
        long offset = 0;
        for (int slot = 0; slot < from.slots(); slot++, offset += oldStride) {
            long content = table.get(WORD, offset) & from.widthMask;
            if (content != 0 && !place(target, from.key(slot, content), table, offset + from.width)) {
                return false;
            }
        }
        return true;
    }

    private boolean place(MemorySegment target, long key, MemorySegment source, long others) {
        long lower = key & slots.low;
        int q = (int) (lower * slots.m >>> slots.shift);
        long offset = ((key >>> slots.shift) * slots.m + q) * stride;
        long wanted = lower - slots.starts[q] << slots.distanceBits | 1;
        int left = slots.reach;
        while ((target.get(WORD, offset) & slots.widthMask) != 0) {
            if (--left == 0) {
                return false;
            }
            offset += stride;
            wanted++;
        }
        target.set(WORD, offset, target.get(WORD, offset) & ~slots.widthMask | wanted);
        for (int w = 1; w < words; w++) {
            target.set(WORD, offset + slots.width + (w - 1) * Long.BYTES, source.get(WORD, others + (w - 1) * Long.BYTES));
        }
        return true;
    }

    @Override
    public void close() {
        memory.close();
    }
}
