package org.cspcheck.explorer.search;

import org.cspcheck.explorer.system.Successors;

/**
 * Keys that one worker met lately, in a table that stays in the cache of a core: what is here need not be asked of the visited set.
 *
 * <p>States that stand side by side in a level have the same parent, so they share targets: of two independent steps the second leads to the
 * same state whichever came first. More than half of all steps end here, and that is as much less random access to memory.
 *
 * <p>It keeps the order of the search: a worker takes blocks in ascending order, so the key that is here stands before the one that is dropped,
 * and whatever ends a round after the latter puts the former into the set.
 */
final class Recent {
    private static final int BITS = 16;

    /** Complements of keys, so that none is zero; made when it is worth it. */
    private long[] known = new long[0];

    private final int shift;
    private long seen;

    Recent(Keys keys) {
        shift = Math.max(0, keys.rest - BITS);
    }

    /** Drops the keys met lately; {@return how many are left} Writes for each that is left which step it belongs to. */
    int sift(Successors steps, long[] keys, int[] positions) {
        int n = steps.count;
        seen += n;
        if (steps.words > 1 || seen < 1 << BITS) { // the keys of wide states do not tell them apart
            for (int i = 0; i < n; i++) {
                positions[i] = i;
            }
            return n;
        }
        if (known.length == 0) {
            known = new long[1 << BITS];
        }
        return sift(known, shift, keys, n, positions);
    }

    /** Without a branch on what cannot be foretold. */
    private static int sift(long[] known, int shift, long[] keys, int n, int[] positions) {
        int left = 0;
        for (int i = 0; i < n; i++) {
            long key = keys[i];
            int place = (int) (key >>> shift) & (1 << BITS) - 1;
            long there = known[place];
            known[place] = ~key;
            keys[left] = key;
            positions[left] = i;
            left += there == ~key ? 0 : 1;
        }
        return left;
    }
}
