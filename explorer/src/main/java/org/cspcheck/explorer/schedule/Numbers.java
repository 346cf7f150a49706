package org.cspcheck.explorer.schedule;

import java.util.Arrays;

/** Numbers pairs of numbers: 0, 1, 2, ... in the order in which they come. Open addressing, linear probing. */
final class Numbers {
    private static final int FREE = -1;

    private long[] keys = new long[1024];
    private int[] values = new int[1024];
    private int size;

    Numbers() {
        Arrays.fill(values, FREE);
    }

    int of(int first, int second) {
        long key = (long) first << 32 | second & 0xFFFF_FFFFL;
        int at = place(key);
        if (values[at] == FREE) {
            if (2 * size >= keys.length) {
                grow();
                at = place(key);
            }
            keys[at] = key;
            values[at] = size++;
        }
        return values[at];
    }

    private int place(long key) {
        int at = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & (keys.length - 1);
        while (values[at] != FREE && keys[at] != key) {
            at = (at + 1) & (keys.length - 1);
        }
        return at;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        keys = new long[2 * oldKeys.length];
        values = new int[keys.length];
        Arrays.fill(values, FREE);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] != FREE) {
                int at = place(oldKeys[i]);
                keys[at] = oldKeys[i];
                values[at] = oldValues[i];
            }
        }
    }
}
