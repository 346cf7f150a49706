package org.cspcheck.explorer.search.disk;

/** Takes records: a key and the further words of a state, which stand in the array until the call returns. */
@FunctionalInterface
public interface Records {
    void accept(long[] record);

    /** {@return the order of records: by their words, the key first; no word is negative} */
    static int compare(long[] one, long[] other) {
        for (int w = 0; w < one.length; w++) {
            if (one[w] != other[w]) {
                return one[w] < other[w] ? -1 : 1;
            }
        }
        return 0;
    }
}
