package org.cspcheck.explorer.compress;

import java.util.Arrays;

/** The steps of one state, collected and given out each once: few in the order in which they came, many in the order of their labels. */
final class Steps {
    private static final int FEW = 32;

    private long[] keys = new long[16];
    private int count;

    void add(int label, int target) {
        if (count == keys.length) {
            keys = Arrays.copyOf(keys, 2 * count);
        }
        keys[count++] = (long) label << 32 | target;
    }

    /** Closes the open state of the graph with these steps. */
    void flush(Graph.Building building) {
        if (count > FEW) {
            Arrays.sort(keys, 0, count);
        }
        for (int i = 0; i < count; i++) {
            if (!isRepeated(i)) {
                building.step((int) (keys[i] >>> 32), (int) keys[i]);
            }
        }
        building.endState();
        count = 0;
    }

    private boolean isRepeated(int i) {
        if (count > FEW) {
            return i > 0 && keys[i] == keys[i - 1];
        }
        for (int other = 0; other < i; other++) {
            if (keys[other] == keys[i]) {
                return true;
            }
        }
        return false;
    }
}
