package org.cspcheck.cli.log;

import java.util.Arrays;
import java.util.function.BiConsumer;

/** Values by texts that are ranges of bytes: nothing is made to look one up. Open addressing; grows up to a bound, which its user watches. */
final class ByteTable<V> {
    private byte[][] keys = new byte[64][];
    private int[] hashes = new int[64];
    private Object[] values = new Object[64];
    private int size;

    int size() {
        return size;
    }

    static int hash(byte[] bytes, int from, int to) {
        int hash = 1;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        return hash * 0x9E3779B9;
    }

    /** {@return the value of this text; null if there is none} */
    V get(byte[] bytes, int from, int to) {
        int hash = hash(bytes, from, to);
        int mask = keys.length - 1;
        for (int slot = hash >>> 8 & mask; keys[slot] != null; slot = slot + 1 & mask) {
            if (hashes[slot] == hash && Arrays.equals(keys[slot], 0, keys[slot].length, bytes, from, to)) {
                return value(slot);
            }
        }
        return null;
    }

    /** Adds a text that is not there yet. */
    void put(byte[] bytes, int from, int to, V value) {
        if (2 * size >= keys.length) {
            grow();
        }
        insert(Arrays.copyOfRange(bytes, from, to), hash(bytes, from, to), value);
    }

    @SuppressWarnings("unchecked")
    private V value(int slot) {
        return (V) values[slot];
    }

    private void insert(byte[] key, int hash, Object value) {
        int mask = keys.length - 1;
        int slot = hash >>> 8 & mask;
        while (keys[slot] != null) {
            slot = slot + 1 & mask;
        }
        keys[slot] = key;
        hashes[slot] = hash;
        values[slot] = value;
        size++;
    }

    private void grow() {
        byte[][] oldKeys = keys;
        int[] oldHashes = hashes;
        Object[] oldValues = values;
        keys = new byte[2 * oldKeys.length][];
        hashes = new int[keys.length];
        values = new Object[keys.length];
        size = 0;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != null) {
                insert(oldKeys[i], oldHashes[i], oldValues[i]);
            }
        }
    }

    void clear() {
        keys = new byte[64][];
        hashes = new int[64];
        values = new Object[64];
        size = 0;
    }

    void forEach(BiConsumer<byte[], V> each) {
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != null) {
                each.accept(keys[i], value(i));
            }
        }
    }
}
