package org.cspcheck.explorer.search;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * A set of states of one word: open addressing with linear probing, one word a slot, at most six tenths full.
 *
 * <p>A slot holds the state plus one, so zero is an empty slot. The home slot is the <em>top</em> bits of the mixed state: when the table
 * doubles, its content moves in ascending order, which memory likes.
 */
final class NarrowSet implements VisitedSet {
    private static final int GROUP = 64;
    private static final int FIRST_BITS = 12;
    private static final ValueLayout.OfLong WORD = ValueLayout.JAVA_LONG;

    private final Budget budget;
    private final long[] homes = new long[GROUP];
    private Memory memory;
    private int bits = FIRST_BITS;
    private long size;
    private long touched;

    NarrowSet(Budget budget) {
        this.budget = budget;
        this.memory = new Memory((long) Long.BYTES << bits, budget);
    }

    @Override
    public int addAll(long[] states, int count, int[] fresh) {
        int found = 0;
        for (int from = 0; from < count; from += GROUP) {
            int n = Math.min(GROUP, count - from);
            if ((size + n) * 10 > 6L << bits) {
                grow();
            }
            found = addGroup(states, from, n, fresh, found);
        }
        return found;
    }

    private int addGroup(long[] states, int from, int n, int[] fresh, int found) {
        MemorySegment table = memory.segment();
        long[] home = homes;
        int shift = 64 - bits;
        long mask = (1L << bits) - 1;
        long sum = 0;
        for (int i = 0; i < n; i++) {
            home[i] = mix(states[from + i]) >>> shift;
        }
        for (int i = 0; i < n; i++) {
            sum += table.get(WORD, home[i] << 3); // independent loads: their misses overlap
        }
        touched = sum;
        int next = found;
        for (int i = 0; i < n; i++) {
            long wanted = states[from + i] + 1;
            long slot = home[i];
            long there = table.get(WORD, slot << 3);
            while (there != 0 && there != wanted) {
                slot = slot + 1 & mask;
                there = table.get(WORD, slot << 3);
            }
            if (there == 0) {
                table.set(WORD, slot << 3, wanted);
                fresh[next++] = from + i;
            }
        }
        size += next - found;
        return next;
    }

    private void grow() {
        Memory old = memory;
        MemorySegment from = old.segment();
        long slots = 1L << bits;
        Memory larger = new Memory((long) Long.BYTES << bits + 1, budget);
        memory = larger;
        bits++;
        MemorySegment to = larger.segment();
        long mask = (1L << bits) - 1;
        int shift = 64 - bits;
        for (long i = 0; i < slots; i++) {
            long there = from.get(WORD, i << 3);
            if (there != 0) {
                long slot = mix(there - 1) >>> shift;
                while (to.get(WORD, slot << 3) != 0) {
                    slot = slot + 1 & mask;
                }
                to.set(WORD, slot << 3, there);
            }
        }
        old.close();
    }

    /** Every bit of the result depends on every bit of the state. */
    static long mix(long state) {
        long x = state;
        x ^= x >>> 32;
        x *= 0xd6e8feb86659fd93L;
        x ^= x >>> 32;
        x *= 0xd6e8feb86659fd93L;
        return x;
    }

    @Override
    public void close() {
        memory.close();
    }
}
