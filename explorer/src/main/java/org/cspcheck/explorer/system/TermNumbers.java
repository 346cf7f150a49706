package org.cspcheck.explorer.system;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.cspcheck.model.process.Process;

/**
 * Numbers for terms, from 0 in the order in which they were met.
 *
 * <p>An open-addressed table of numbers beside the hashes: a fifth of the memory of a map, and a term that is met again is mostly the same object,
 * which is seen without comparing.
 */
public final class TermNumbers {
    private final List<Process> terms = new ArrayList<>();
    private int[] table = new int[128];
    private int[] hashes = new int[64];

    /** {@return the number of the term; a term not met before gets the next one} */
    public int number(Process term) {
        int hash = mixed(term.hashCode());
        int mask = table.length - 1;
        int slot = hash & mask;
        while (table[slot] != 0) {
            int known = table[slot] - 1;
            if (hashes[known] == hash && isEqual(terms.get(known), term)) {
                return known;
            }
            slot = slot + 1 & mask;
        }
        table[slot] = terms.size() + 1;
        hashes[terms.size()] = hash;
        terms.add(term);
        if (terms.size() == hashes.length) {
            grow();
        }
        return terms.size() - 1;
    }

    private static boolean isEqual(Process known, Process term) {
        return known == term || known.equals(term);
    }

    public int size() {
        return terms.size();
    }

    /** {@return the term with this number} */
    public Process term(int number) {
        return terms.get(number);
    }

    /** {@return the terms by number; later ones are added to it} */
    public List<Process> terms() {
        return Collections.unmodifiableList(terms);
    }

    private void grow() {
        hashes = Arrays.copyOf(hashes, Math.multiplyExact(2, hashes.length));
        table = new int[2 * hashes.length];
        int mask = table.length - 1;
        for (int number = 0; number < terms.size(); number++) {
            int slot = hashes[number] & mask;
            while (table[slot] != 0) {
                slot = slot + 1 & mask;
            }
            table[slot] = number + 1;
        }
    }

    private static int mixed(int hash) {
        int mixed = hash * 0x9e3779b1;
        return mixed ^ mixed >>> 15;
    }
}
