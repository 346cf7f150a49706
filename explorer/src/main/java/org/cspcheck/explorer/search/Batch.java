package org.cspcheck.explorer.search;

import java.util.Arrays;
import org.cspcheck.explorer.search.Exploration.Finding;
import org.cspcheck.explorer.system.Successors;

/**
 * A block of states on its way through a round: examined, its steps filed by part, put into the set, and what was new written down.
 *
 * <p>In each of these stages one thread at a time works on the batch, or, in the set, on the positions of one part.
 */
final class Batch {
    static final int MOST = 128;

    final long[] block;
    final Successors steps;
    int count;

    /** What the examination ended with; null if it found nothing. */
    Finding finding;

    /** What the examination threw; null if it did not. */
    Throwable failure;

    /** Keys of the targets, part after part; in each part in the order of the steps. */
    long[] keys = new long[0];

    /** For each key the number of its step. */
    int[] positions = new int[0];

    /** For each key whether it is new; those of one part stand together, so that workers who mark them are out of each other's way. */
    boolean[] added = new boolean[0];

    /** For each step whether its target is new, and this step the first to it. */
    boolean[] fresh = new boolean[0];

    /** The numbers of those steps, ascending. */
    int[] found = new int[0];

    int foundCount;

    /** How the new states are reached, see {@link Trail}. */
    byte[] trail = new byte[0];

    int trailLength;

    private final int[] ends = new int[Keys.PARTS + 1];
    private long[] unsorted = new long[0];
    private int[] kept = new int[0];

    Batch(int words) {
        block = new long[MOST * words];
        steps = new Successors(words);
    }

    int from(int part) {
        return ends[part];
    }

    /** Files the targets of the steps by part, less those met lately; a counting sort. */
    void file(Keys mixing, Recent recent) {
        int n = steps.count;
        if (n > keys.length) {
            keys = new long[steps.events.length];
            unsorted = new long[keys.length];
            positions = new int[keys.length];
            kept = new int[keys.length];
            added = new boolean[keys.length];
            fresh = new boolean[keys.length];
        }
        Arrays.fill(fresh, 0, n, false);
        mixing.of(steps.states, n, unsorted);
        n = recent.sift(steps, unsorted, kept);
        Arrays.fill(added, 0, n, false);
        int[] next = ends;
        Arrays.fill(next, 0);
        int rest = mixing.rest;
        for (int i = 0; i < n; i++) {
            next[(int) (unsorted[i] >>> rest)]++;
        }
        int before = 0;
        for (int p = 0; p < next.length; p++) {
            int here = next[p];
            next[p] = before;
            before += here;
        }
        for (int i = 0; i < n; i++) {
            long key = unsorted[i];
            int to = next[(int) (key >>> rest)]++;
            keys[to] = key;
            positions[to] = kept[i];
        }
        System.arraycopy(next, 0, next, 1, next.length - 1); // each has moved to the beginning of the next
        next[0] = 0;
    }

    /** Tells from the keys which steps lead to new states. */
    void mark() {
        for (int i = 0, n = ends[Keys.PARTS]; i < n; i++) {
            fresh[positions[i]] = added[i];
        }
    }

    /** Counts what is new and writes down how it is reached. */
    void trace() {
        int most = steps.count + steps.sources();
        if (6 * most > trail.length) {
            trail = new byte[8 * most];
        }
        if (steps.count > found.length) {
            found = new int[steps.events.length];
        }
        int at = 0;
        int total = 0;
        for (int source = 0; source < steps.sources(); source++) {
            int last = -1;
            int first = steps.from(source);
            for (int k = first; k < steps.to(source); k++) {
                if (fresh[k]) {
                    last = at;
                    at = Trail.write(k - first, trail, at);
                    found[total++] = k;
                }
            }
            if (last < 0) {
                trail[at++] = Trail.NO_CHILD;
            } else {
                trail[last] |= Trail.LAST;
            }
        }
        foundCount = total;
        trailLength = at;
    }
}
