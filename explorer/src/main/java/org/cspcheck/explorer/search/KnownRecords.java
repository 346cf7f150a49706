package org.cspcheck.explorer.search;

import java.util.Arrays;

/** Records that come in the order of their keys, and are then looked up by key and state; keys are spread evenly. */
final class KnownRecords {
    private static final int IN_A_ROW = 4;

    private final int words;
    private final int bits;
    private final Budget budget;
    private long[] records;
    private int count;

    /** For the top bits of a key, where the keys with them begin. */
    private int[] starts = new int[0];

    private int shift;

    /** @param bits of a key */
    KnownRecords(int words, int bits, Budget budget) {
        this.words = words;
        this.bits = bits;
        this.budget = budget;
        this.records = new long[64 * words];
    }

    boolean isEmpty() {
        return count == 0;
    }

    void add(long[] record) {
        if ((count + 1) * words > records.length) {
            budget.heap(2L * records.length * Long.BYTES);
            records = Arrays.copyOf(records, 2 * records.length);
        }
        System.arraycopy(record, 0, records, count++ * words, words);
    }

    /** No more will come. */
    void index() {
        int top = Math.clamp(32 - Integer.numberOfLeadingZeros(count / IN_A_ROW), 1, Math.min(bits, 28));
        shift = bits - top;
        starts = new int[(1 << top) + 1];
        for (int i = 0; i < count; i++) {
            starts[(int) (records[i * words] >>> shift) + 1]++;
        }
        for (int i = 0; i + 1 < starts.length; i++) {
            starts[i + 1] += starts[i];
        }
    }

    /** {@return whether the state with this key is among them} Its first word follows from the key and the others. */
    boolean contains(long key, long[] state) {
        int row = (int) (key >>> shift);
        for (int i = starts[row]; i < starts[row + 1]; i++) {
            int at = i * words;
            if (records[at] == key && Arrays.equals(records, at + 1, at + words, state, 1, words)) {
                return true;
            }
        }
        return false;
    }
}
