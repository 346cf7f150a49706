package org.cspcheck.cli.log;

/**
 * Keys that were seen, as eight bits of a filter each: in bounded memory, whatever their number (Bloom, <i>Space/Time Trade-offs in Hash Coding
 * with Allowable Errors</i>, 1970). A key that was added is always known; one that was not may look as if it were: one of a billion after a million keys in a
 * filter of 16 MB.
 */
final class SeenBefore {
    private static final int HASHES = 8;
    private static final long LARGEST = 1L << 28;

    private final long bits;
    private long[] words;

    /** An eighth of a small heap, once a key is added. */
    SeenBefore() {
        this.bits = Math.clamp(Long.highestOneBit(Runtime.getRuntime().maxMemory()), 1L << 26, LARGEST);
    }

    void add(String key) {
        if (words == null) {
            words = new long[(int) (bits >>> 6)];
        }
        long first = hash(key, 0x9E3779B97F4A7C15L);
        long step = hash(key, 0xD6E8FEB86659FD93L) | 1;
        for (int i = 0; i < HASHES; i++) {
            long bit = bit(first + i * step);
            words[(int) (bit >>> 6)] |= 1L << bit;
        }
    }

    boolean mayHold(String key) {
        if (words == null) {
            return false;
        }
        long first = hash(key, 0x9E3779B97F4A7C15L);
        long step = hash(key, 0xD6E8FEB86659FD93L) | 1;
        for (int i = 0; i < HASHES; i++) {
            long bit = bit(first + i * step);
            if ((words[(int) (bit >>> 6)] & 1L << bit) == 0) {
                return false;
            }
        }
        return true;
    }

    private long bit(long hash) {
        return (hash ^ hash >>> 32) & bits - 1;
    }

    private static long hash(String key, long factor) {
        long hash = factor;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * factor;
            hash ^= hash >>> 29;
        }
        return hash;
    }
}
