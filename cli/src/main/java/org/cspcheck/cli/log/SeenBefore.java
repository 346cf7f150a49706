package org.cspcheck.cli.log;

import java.util.BitSet;

/**
 * Keys that were seen, as two bits of a filter each: in bounded memory, whatever their number (Bloom, <i>Space/Time Trade-offs in Hash Coding
 * with Allowable Errors</i>, 1970). A key that was added is always known; one that was not may look as if it were.
 */
final class SeenBefore {
    private static final int BITS = 1 << 27;

    private BitSet bits;

    void add(String key) {
        if (bits == null) {
            bits = new BitSet(BITS);
        }
        bits.set(bit(key, 0x9E3779B97F4A7C15L));
        bits.set(bit(key, 0xD6E8FEB86659FD93L));
    }

    boolean mayHold(String key) {
        return bits != null && bits.get(bit(key, 0x9E3779B97F4A7C15L)) && bits.get(bit(key, 0xD6E8FEB86659FD93L));
    }

    private static int bit(String key, long factor) {
        long hash = 0;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * factor;
            hash ^= hash >>> 29;
        }
        return (int) (hash >>> 32 & BITS - 1);
    }
}
