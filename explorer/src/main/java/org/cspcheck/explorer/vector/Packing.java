package org.cspcheck.explorer.vector;

import java.util.List;
import org.cspcheck.explorer.system.Layout;

/** Where in the words of a state each component has its local state: as few bits as it needs, never across two words. */
record Packing(int words, int bits, int[] word, int[] shift, long[] mask) {
    private static final int WORD = 63;

    static Packing of(List<LeafGraph> graphs) {
        int n = graphs.size();
        var packing = new Packing(0, 0, new int[n], new int[n], new long[n]);
        int at = 0;
        int used = 0;
        for (int c = 0; c < n; c++) {
            int width = 32 - Integer.numberOfLeadingZeros(graphs.get(c).states() - 1);
            if (used + width > WORD) {
                at++;
                used = 0;
            }
            packing.word[c] = at;
            packing.shift[c] = used;
            packing.mask[c] = (1L << width) - 1;
            used += width;
        }
        return new Packing(at + 1, Math.max(1, used), packing.word, packing.shift, packing.mask);
    }

    Layout layout(boolean silent) {
        return new Layout(words, bits, silent);
    }

    int local(long[] states, int at, int component) {
        return (int) (states[at + word[component]] >>> shift[component] & mask[component]);
    }

    /** {@return what a move of the component changes in its word} */
    long difference(int component, int from, int to) {
        return (long) (from ^ to) << shift[component];
    }
}
