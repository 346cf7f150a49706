package org.cspcheck.explorer.search;

import org.cspcheck.explorer.system.Layout;

/** The states met so far, exactly, outside the Java heap. Works in blocks, so that the misses of many probes overlap. */
interface VisitedSet extends AutoCloseable {
    /**
     * Adds the states of a block.
     *
     * @param fresh receives, ascending, the positions in the block of the states that were not in the set; the first of equals counts
     * @return how many were new
     */
    int addAll(long[] states, int count, int[] fresh);

    @Override
    void close();

    /** {@return an empty set for states of this layout} */
    static VisitedSet of(Layout layout, Budget budget) {
        return layout.words() == 1 ? new NarrowSet(budget) : new WideSet(layout.words(), budget);
    }
}
