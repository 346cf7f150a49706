package org.cspcheck.explorer.search;

import java.util.Arrays;
import java.util.Optional;
import org.cspcheck.explorer.search.Exploration.Finding;
import org.cspcheck.explorer.system.Commutation;
import org.cspcheck.explorer.system.Successors;

/**
 * A block of states on its way through a round: examined, its steps filed by part, put into the set, and what was new written down.
 *
 * <p>In each of these stages one thread at a time works on the batch, or, in the set, on the positions of one part.
 */
final class Batch {
    static final int MOST = 128;

    final long[] block;

    /** For each state of the block the step by which it was reached first, see {@link Commutation}. */
    final int[] arrivals = new int[MOST];

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

    /** For each step that is asked whether its target is new, and this step the first to it. */
    boolean[] fresh = new boolean[0];

    /** The numbers of those steps, ascending. */
    int[] found = new int[0];

    int foundCount;

    /** How the new states are reached, see {@link Trail}. */
    byte[] trail = new byte[0];

    int trailLength;

    private final int[] ends = new int[Keys.PARTS + 1];
    private long[] unsorted = new long[0];

    /** The numbers of the steps whose targets are asked of the visited set, ascending. */
    private int[] asked = new int[0];

    private int askedCount;

    Batch(int words) {
        block = new long[MOST * words];
        steps = new Successors(words);
    }

    int from(int part) {
        return ends[part];
    }

    /** Chooses the steps whose targets are asked of the visited set: all, less those that other states of the level have as well. */
    void ask(Optional<Commutation> commutation) {
        int most = steps.events.length;
        if (asked.length < most) {
            asked = new int[most];
            keys = new long[most];
            unsorted = new long[most];
            positions = new int[most];
            added = new boolean[most];
            fresh = new boolean[most];
        }
        askedCount = commutation.isPresent() ? commutation.get().sift(steps, arrivals, asked) : all(steps.count);
    }

    private int all(int count) {
        for (int k = 0; k < count; k++) {
            asked[k] = k;
        }
        return count;
    }

    /** Files the targets that are asked by part; a counting sort. */
    void file(Keys mixing) {
        int n = askedCount;
        mixing.of(steps.states, asked, n, unsorted);
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
            positions[to] = asked[i];
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
        int next = 0;
        for (int source = 0; source < steps.sources(); source++) {
            int last = -1;
            int first = steps.from(source);
            for (int to = steps.to(source); next < askedCount && asked[next] < to; next++) {
                if (fresh[asked[next]]) {
                    last = at;
                    at = Trail.write(asked[next] - first, trail, at);
                    found[total++] = asked[next];
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
