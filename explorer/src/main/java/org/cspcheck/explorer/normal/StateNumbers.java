package org.cspcheck.explorer.normal;

import java.util.Arrays;
import org.cspcheck.explorer.search.Budget;

/** Numbers for states, from 0 in the order in which they were met. */
public final class StateNumbers {
    private final int words;
    private final Budget budget;
    private long[] states;
    private int[] table = new int[64];
    private int size;

    public StateNumbers(int words, Budget budget) {
        this.words = words;
        this.budget = budget;
        this.states = new long[32 * words];
    }

    public int size() {
        return size;
    }

    /** {@return the number of the state at this place; a state not met before gets the next one} */
    public int number(long[] block, int at) {
        int mask = table.length - 1;
        int slot = hash(block, at) & mask;
        while (table[slot] != 0) {
            int known = table[slot] - 1;
            if (Arrays.equals(states, known * words, (known + 1) * words, block, at, at + words)) {
                return known;
            }
            slot = slot + 1 & mask;
        }
        if (size >= table.length / 2) {
            grow();
            return number(block, at);
        }
        table[slot] = size + 1;
        System.arraycopy(block, at, states, size * words, words);
        return size++;
    }

    public void read(int number, long[] into) {
        System.arraycopy(states, number * words, into, 0, words);
    }

    private void grow() {
        budget.heap((long) table.length * (8 + 4L * words));
        states = Arrays.copyOf(states, Math.multiplyExact(table.length, words));
        table = new int[Math.multiplyExact(table.length, 2)];
        int mask = table.length - 1;
        for (int number = 0; number < size; number++) {
            int slot = hash(states, number * words) & mask;
            while (table[slot] != 0) {
                slot = slot + 1 & mask;
            }
            table[slot] = number + 1;
        }
    }

    private int hash(long[] block, int at) {
        long hash = 0;
        for (int w = 0; w < words; w++) {
            hash = (hash ^ block[at + w]) * 0x9e3779b97f4a7c15L;
            hash ^= hash >>> 32;
        }
        return (int) (hash * 0xd6e8feb86659fd93L >>> 32);
    }
}
