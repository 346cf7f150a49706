package org.cspcheck.explorer.search;

import org.cspcheck.explorer.system.Layout;

/**
 * Keys of states: the first word of a state, mixed with the others and then by a bijection of its bits.
 *
 * <p>Since the mixing can be undone, the place where a table keeps a key may carry a part of it (Cleary 1984, Knuth's "quotienting"): equal
 * key and equal further words mean the same state. The top bits of a key say which part of the set it belongs to, the rest where in the part.
 */
final class Keys {
    static final int PART_BITS = 4;
    static final int PARTS = 1 << PART_BITS;

    private static final int FEWEST_BITS = 16;

    private final int words;
    private final int half;
    private final long mask;

    /** Bits of a key below those that name its part. */
    final int rest;

    Keys(Layout layout) {
        words = layout.words();
        int bits = words > 1 ? 63 : Math.max(FEWEST_BITS, layout.bits());
        half = (bits + 1) / 2;
        mask = -1L >>> 64 - bits;
        rest = bits - PART_BITS;
    }

    /** {@return the key of a state} */
    long of(long[] state) {
        long[] key = new long[1];
        of(state, new int[1], 1, key);
        return key[0];
    }

    /** Writes the keys of the states at these positions. */
    void of(long[] states, int[] positions, int count, long[] keys) {
        if (words > 1) {
            wide(states, positions, count, keys);
            return;
        }
        int h = half;
        long m = mask;
        for (int i = 0; i < count; i++) {
            long x = states[positions[i]];
            x ^= x >>> h;
            x = x * 0xd6e8feb86659fd93L & m;
            x ^= x >>> h;
            keys[i] = x * 0xca5a826395121157L & m;
        }
    }

    private void wide(long[] states, int[] positions, int count, long[] keys) {
        for (int i = 0; i < count; i++) {
            int at = positions[i] * words;
            long others = 0;
            for (int w = at + 1; w < at + words; w++) {
                others = (others ^ states[w]) * 0x9e3779b97f4a7c15L;
                others ^= others >>> 32;
            }
            long x = (states[at] ^ others) & mask;
            x ^= x >>> half;
            x = x * 0xd6e8feb86659fd93L & mask;
            x ^= x >>> half;
            keys[i] = x * 0xca5a826395121157L & mask;
        }
    }
}
