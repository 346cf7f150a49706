package org.cspcheck.explorer.symmetry;

import java.util.Arrays;

/**
 * Colour refinement: vertices get different colours where what is around them differs, however far away.
 *
 * <p>A colour is a hash of what it stands for and has nothing of the numbers of vertices in it, so the colours of two refinements can be
 * compared. Two things may have one hash by accident; then a guess is made from it that fails to be verified, or none is made.
 */
final class Colours {
    /** So much is looked at in one network before no more symmetry is looked for: a second or two. */
    private static final long MOST_WORK = 400_000_000;

    private final Structure structure;
    private final long size;
    private long work;

    Colours(Structure structure) {
        this.structure = structure;
        long total = 4L * structure.vertices;
        for (long[] steps : structure.steps) {
            total += steps.length;
        }
        for (int[] rule : structure.rules) {
            total += rule.length;
        }
        this.size = total;
    }

    boolean isExhausted() {
        return work > MOST_WORK;
    }

    /** {@return the colours of a structure of which nothing is known} */
    long[] first() {
        long[] colours = new long[structure.vertices];
        for (int v = 0; v < colours.length; v++) {
            int sort = v < structure.components ? 1 : v < structure.keysFrom[0] ? 2 : 3;
            colours[v] = mix(sort + (structure.done[v] ? 4 : 0));
        }
        return stable(colours);
    }

    /** {@return the colours when some vertices are painted with colours of their own} */
    long[] painted(long[] colours, int... vertices) {
        long[] painted = colours.clone();
        for (int i = 0; i < vertices.length; i++) {
            painted[vertices[i]] = mix(painted[vertices[i]] + 0x51ed2701L * (i + 1));
        }
        return stable(painted);
    }

    private long[] stable(long[] start) {
        long[] colours = start;
        int known = distinct(colours);
        while (!isExhausted()) {
            colours = refined(colours);
            int now = distinct(colours);
            if (now <= known) {
                break;
            }
            known = now;
        }
        return colours;
    }

    private static int distinct(long[] colours) {
        long[] sorted = colours.clone();
        Arrays.sort(sorted);
        int count = 1;
        for (int i = 1; i < sorted.length; i++) {
            count += sorted[i] == sorted[i - 1] ? 0 : 1;
        }
        return count;
    }

    private long[] refined(long[] old) {
        work += size;
        long[] seen = new long[old.length];
        for (int c = 0; c < structure.components; c++) {
            belong(c, structure.localsFrom, 11, old, seen);
            belong(c, structure.keysFrom, 12, old, seen);
            for (long step : structure.steps[c]) {
                int source = Structure.source(step);
                int key = Structure.key(step);
                int target = Structure.target(step);
                seen[source] += mix(old[key] * 3 + mix(old[target] + 13));
                seen[target] += mix(old[key] * 5 + mix(old[source] + 14));
                seen[key] += mix(old[source] * 7 + mix(old[target] + 15));
            }
        }
        for (int[] rule : structure.rules) {
            long colour = mix(rule[0] + 16);
            for (int k = 1; k < rule.length; k++) {
                colour += mix(old[rule[k]] + 17);
            }
            colour = mix(colour);
            for (int k = 1; k < rule.length; k++) {
                seen[rule[k]] += colour;
            }
        }
        for (int v = 0; v < old.length; v++) {
            seen[v] = mix(seen[v] + mix(old[v]));
        }
        return seen;
    }

    private static void belong(int component, int[] from, int role, long[] old, long[] seen) {
        for (int v = from[component]; v < from[component + 1]; v++) {
            seen[component] += mix(old[v] + role);
            seen[v] += mix(old[component] + role);
        }
    }

    private static long mix(long x) {
        long y = (x ^ x >>> 30) * 0xbf58476d1ce4e5b9L;
        y = (y ^ y >>> 27) * 0x94d049bb133111ebL;
        return y ^ y >>> 31;
    }
}
