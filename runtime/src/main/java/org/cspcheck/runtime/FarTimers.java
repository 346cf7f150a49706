package org.cspcheck.runtime;

import java.util.Arrays;

/**
 * Timers that are not next: in tiers, each later than the one behind it, and in no order inside a tier.
 *
 * <p>A tier is divided when its turn comes, so that a timer is sorted only as far as it needs to be (quicksort, put off), in memory that is read from one
 * end to the other.
 *
 * <p>Invariants. Tier k is {@code timers[starts[k]]} up to where tier k+1 starts, the last one up to {@code length}; its deadlines are at least {@code
 * bounds[k]} and less than {@code bounds[k-1]}. {@code whens[i]} is the deadline of {@code timers[i]}. A timer that was taken back stays, and is not
 * FAR any more; {@code live} counts the others, which are at least half where there are many.
 */
final class FarTimers {
    /** How many timers at most go on together, if their deadlines differ. */
    private static final int TOGETHER = 8192;
    private static final int SWEEP = 64;

    private Timer[] timers = new Timer[16];
    private long[] whens = new long[16];
    private int length;
    private int live;
    private long[] bounds = new long[16];
    private int[] starts = new int[16];
    private int tiers;

    boolean isEmpty() {
        return live == 0;
    }

    int size() {
        return live;
    }

    /** {@return whether a timer of this deadline belongs here} */
    boolean holds(long when) {
        return tiers > 0 && when >= bounds[tiers - 1];
    }

    /** A tier before all others: what is added next belongs there, and all that is in no tier is earlier. */
    void begin(long bound) {
        if (tiers == starts.length) {
            starts = Arrays.copyOf(starts, 2 * tiers);
            bounds = Arrays.copyOf(bounds, 2 * tiers);
        }
        starts[tiers] = length;
        bounds[tiers] = bound;
        tiers++;
    }

    /** Adds a timer that belongs here: each tier behind its own makes room at its end. */
    void add(Timer timer) {
        if (length == timers.length) {
            timers = Arrays.copyOf(timers, 2 * length);
            whens = Arrays.copyOf(whens, 2 * length);
        }
        int hole = length++;
        for (int tier = tiers - 1; tier > 0 && timer.when() >= bounds[tier - 1]; tier--) {
            put(hole, timers[starts[tier]], whens[starts[tier]]);
            hole = starts[tier]++;
        }
        put(hole, timer, timer.when());
        timer.place = Timer.FAR;
        live++;
    }

    private void put(int place, Timer timer, long when) {
        timers[place] = timer;
        whens[place] = when;
    }

    /** Takes a timer back that is here. */
    void remove(Timer timer) {
        timer.place = Timer.NOWHERE;
        live--;
        if (length > SWEEP && length > 2 * live) {
            sweep();
        }
    }

    private void sweep() {
        int kept = 0;
        for (int tier = 0; tier < tiers; tier++) {
            int end = tier + 1 < tiers ? starts[tier + 1] : length;
            int start = starts[tier];
            starts[tier] = kept;
            for (int i = start; i < end; i++) {
                if (timers[i].place == Timer.FAR) {
                    put(kept++, timers[i], whens[i]);
                }
            }
        }
        Arrays.fill(timers, kept, length, null);
        length = kept;
    }

    /** Hands over the earliest timers, some of them and in any order; if there are any. */
    void takeEarliest(NearTimers.Taker taker) {
        while (live > 0) {
            while (length - starts[tiers - 1] > TOGETHER && divideLast()) {
                // the later half keeps its place
            }
            int before = live;
            int start = starts[--tiers];
            for (int i = start; i < length; i++) {
                if (timers[i].place == Timer.FAR) {
                    live--;
                    taker.take(timers[i], whens[i]);
                }
            }
            Arrays.fill(timers, start, length, null);
            length = start;
            if (live < before) {
                break;
            }
        }
        if (live == 0) {
            Arrays.fill(timers, 0, length, null);
            length = 0;
            tiers = 0;
        }
    }

    /** Makes two tiers of the last; {@return false if all its deadlines are one} */
    private boolean divideLast() {
        int start = starts[tiers - 1];
        long pivot = middle(whens[start], whens[start + length >>> 1], whens[length - 1]);
        int later = laterFirst(start, pivot);
        if (later == length) { // nothing is less than the pivot
            later = laterFirst(start, ++pivot);
        }
        if (later == start || later == length) {
            return false;
        }
        long bound = bounds[tiers - 1];
        bounds[tiers - 1] = pivot;
        begin(bound);
        starts[tiers - 1] = later;
        return true;
    }

    /** Puts those that are not less than the pivot before the others; {@return where the others start} */
    private int laterFirst(int start, long pivot) {
        int later = start;
        for (int i = start; i < length; i++) {
            long when = whens[i];
            if (when >= pivot) {
                Timer timer = timers[i];
                put(i, timers[later], whens[later]);
                put(later++, timer, when);
            }
        }
        return later;
    }

    static long middle(long a, long b, long c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }

    /** Shows those with deadlines up to this one. */
    void upTo(long deadline, NearTimers.Taker taker) {
        for (int i = 0; i < length; i++) {
            if (whens[i] <= deadline && timers[i].place == Timer.FAR) {
                taker.take(timers[i], whens[i]);
            }
        }
    }
}
