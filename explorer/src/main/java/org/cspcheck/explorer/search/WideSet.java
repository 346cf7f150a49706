package org.cspcheck.explorer.search;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** A set of states of several words, as {@link NarrowSet}; the first word of a slot holds that of the state plus one. */
final class WideSet implements VisitedSet {
    private static final int GROUP = 32;
    private static final int FIRST_BITS = 12;
    private static final ValueLayout.OfLong WORD = ValueLayout.JAVA_LONG;

    private final int words;
    private final Budget budget;
    private final long[] homes = new long[GROUP];
    private Memory memory;
    private int bits = FIRST_BITS;
    private long size;
    private long touched;

    WideSet(int words, Budget budget) {
        this.words = words;
        this.budget = budget;
        this.memory = new Memory((long) words * Long.BYTES << bits, budget);
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
        long stride = (long) words << 3;
        int shift = 64 - bits;
        long mask = (1L << bits) - 1;
        long sum = 0;
        for (int i = 0; i < n; i++) {
            homes[i] = mix(states, (from + i) * words) >>> shift;
        }
        for (int i = 0; i < n; i++) {
            sum += table.get(WORD, homes[i] * stride);
        }
        touched = sum;
        int next = found;
        for (int i = 0; i < n; i++) {
            int at = (from + i) * words;
            long slot = homes[i];
            while (!isAt(table, slot * stride, states, at) && table.get(WORD, slot * stride) != 0) {
                slot = slot + 1 & mask;
            }
            if (table.get(WORD, slot * stride) == 0) {
                put(table, slot * stride, states, at);
                fresh[next++] = from + i;
            }
        }
        size += next - found;
        return next;
    }

    private boolean isAt(MemorySegment table, long offset, long[] states, int at) {
        if (table.get(WORD, offset) != states[at] + 1) {
            return false;
        }
        for (int w = 1; w < words; w++) {
            if (table.get(WORD, offset + (w << 3)) != states[at + w]) {
                return false;
            }
        }
        return true;
    }

    private void put(MemorySegment table, long offset, long[] states, int at) {
        table.set(WORD, offset, states[at] + 1);
        for (int w = 1; w < words; w++) {
            table.set(WORD, offset + (w << 3), states[at + w]);
        }
    }

    private void grow() {
        Memory old = memory;
        MemorySegment from = old.segment();
        long slots = 1L << bits;
        Memory larger = new Memory((long) words * Long.BYTES << bits + 1, budget);
        memory = larger;
        bits++;
        MemorySegment to = larger.segment();
        long stride = (long) words << 3;
        long mask = (1L << bits) - 1;
        long[] state = new long[words];
        for (long i = 0; i < slots; i++) {
            if (from.get(WORD, i * stride) != 0) {
                MemorySegment.copy(from, WORD, i * stride, state, 0, words);
                state[0]--;
                long slot = mix(state, 0) >>> 64 - bits;
                while (to.get(WORD, slot * stride) != 0) {
                    slot = slot + 1 & mask;
                }
                put(to, slot * stride, state, 0);
            }
        }
        old.close();
    }

    private long mix(long[] states, int at) {
        long hash = NarrowSet.mix(states[at]);
        for (int w = 1; w < words; w++) {
            hash = NarrowSet.mix(hash ^ hash >>> 32 ^ states[at + w] * 0x9e3779b97f4a7c15L);
        }
        return hash;
    }

    @Override
    public void close() {
        memory.close();
    }
}
