package org.cspcheck.explorer.search;

/**
 * How a part of a visited set lays out keys of {@code rest} bits in {@code m * 2^k} slots, where m is 4 to 7.
 *
 * <p>The home slot of a key is the key as a fraction of the number of slots, rounded down, so keys and homes have the same order. What the
 * home does not tell is the remainder. A slot holds the remainder above the distance from its home plus one; all zero is an empty slot. Distances
 * reach up to {@code reach}, and that many slots stand after the last home.
 */
final class Slots {
    private static final int FEWEST_DISTANCE_BITS = 8;
    private static final int MOST_DISTANCE_BITS = 12;

    /** Parts with fewer slots double; larger ones grow by a quarter or less, which costs time and saves memory. */
    private static final int SMALL = 1 << 21;

    final int m;
    final int k;

    /** Bits of a key below the top k. */
    final int shift;

    final long low;

    /** For each of the m homes that share the top k bits, the least lower bits that lead to it. */
    final long[] starts;

    final int distanceBits;
    final long distanceMask;
    final int reach;

    /** Bytes of a slot that hold remainder and distance. */
    final int width;

    final long widthMask;

    private final int rest;

    /** {@code home / m} is {@code home * inverse >>> 34}: exact for homes below 2^31. */
    private final long inverse;

    Slots(int rest, int m, int k) {
        this.rest = rest;
        this.m = m;
        this.k = k;
        this.inverse = ((1L << 34) + m - 1) / m;
        this.shift = rest - k;
        this.low = (1L << shift) - 1;
        this.starts = new long[m];
        for (int q = 0; q < m; q++) {
            starts[q] = ((long) q << shift) / m + (((long) q << shift) % m == 0 ? 0 : 1);
        }
        int remainderBits = 64 - Long.numberOfLeadingZeros((low + m) / m - 1);
        this.width = Math.min(8, (remainderBits + FEWEST_DISTANCE_BITS + 7) / 8);
        this.widthMask = -1L >>> 64 - 8 * width;
        this.distanceBits = Math.min(MOST_DISTANCE_BITS, Math.min(63, 8 * width) - remainderBits);
        this.distanceMask = (1L << distanceBits) - 1;
        this.reach = (int) Math.min(distanceMask, homes());
    }

    static Slots first(int rest) {
        return new Slots(rest, 4, 2);
    }

    Slots larger() {
        if (homes() < SMALL || m == 7) {
            return new Slots(rest, 4, k + 1);
        }
        return new Slots(rest, m + 1, k);
    }

    int homes() {
        return m << k;
    }

    int slots() {
        return homes() + reach;
    }

    /** {@return how many keys may be put in before the slots are too full} */
    long room() {
        return homes() * 2L / 3;
    }

    /** {@return the key whose remainder and distance stand in this slot} */
    long key(int slot, long content) {
        int home = slot - (int) (content & distanceMask) + 1;
        int top = (int) (home * inverse >>> 34);
        return (long) top << shift | starts[home - top * m] + (content >>> distanceBits);
    }
}
