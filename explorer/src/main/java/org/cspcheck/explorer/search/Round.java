package org.cspcheck.explorer.search;

import java.util.concurrent.atomic.AtomicInteger;

/** Blocks of one level that go through the stages of a search together. */
final class Round {
    private final int words;
    private final Batch[] batches;

    /** For each block where its new states stand in the next level. */
    private final long[] places;

    private final AtomicInteger stop = new AtomicInteger();
    private long from;
    private int count;

    Round(int most, int words) {
        this.words = words;
        batches = new Batch[most];
        places = new long[most];
    }

    void begin(long first, int blocks) {
        for (int i = 0; i < blocks; i++) {
            if (batches[i] == null) {
                batches[i] = new Batch(words);
            }
        }
        from = first;
        count = blocks;
        stop.set(blocks);
    }

    Batch[] batches() {
        return batches;
    }

    long[] places() {
        return places;
    }

    /** {@return the first state of a block} */
    long first(int block) {
        return from + (long) block * Batch.MOST;
    }

    int count() {
        return count;
    }

    /** {@return the blocks before the first one whose examination ended the search: all if none did} */
    int examined() {
        return stop.get();
    }

    /** {@return whether an examination ended the search} */
    boolean isCut() {
        return stop.get() < count;
    }

    void cutAt(int block) {
        stop.accumulateAndGet(block, Math::min);
    }

    /** {@return the end of what was examined} */
    long end(long size) {
        return Math.min(size, first(stop.get()));
    }

    long fresh() {
        long fresh = 0;
        for (int i = 0; i < examined(); i++) {
            fresh += batches[i].foundCount;
        }
        return fresh;
    }
}
