package org.cspcheck.explorer.symmetry;

import java.util.Arrays;

/**
 * Guesses an automorphism from two colourings of a structure: each vertex goes where the other colouring has its colour.
 *
 * <p>Vertices that share a colour are taken in their order. Where that does not give an automorphism, one of them is painted apart from the
 * others in both colourings, and all is guessed again.
 */
final class Matching {
    private static final int MOST_TRIES = 32;

    private final Structure structure;
    private final Colours colours;

    Matching(Structure structure, Colours colours) {
        this.structure = structure;
        this.colours = colours;
    }

    /**
     * {@return an automorphism, each vertex with its image; null if none was found}
     *
     * @param still whether vertices that have the same colour in both stay where they are
     */
    int[] between(long[] here, long[] there, boolean still) {
        long[] left = here;
        long[] right = there;
        for (int tries = 0; tries < MOST_TRIES && !colours.isExhausted(); tries++) {
            var guess = new Guess(left, right, still);
            if (!guess.isComplete()) {
                return null;
            }
            if (structure.isAutomorphism(guess.image)) {
                return guess.image;
            }
            if (guess.tied < 0) {
                return null;
            }
            left = colours.painted(left, guess.tied);
            right = colours.painted(right, guess.image[guess.tied]);
        }
        return null;
    }

    private final class Guess {
        final int[] image = new int[structure.vertices];
        private final long[] left;
        private final long[] right;
        private final boolean still;

        /** The first vertex that could have gone elsewhere. */
        int tied = -1;

        Guess(long[] left, long[] right, boolean still) {
            this.left = left;
            this.right = right;
            this.still = still;
        }

        /** {@return whether every vertex has an image} */
        boolean isComplete() {
            if (!match(0, structure.components, 0, structure.components)) {
                return false;
            }
            return matchParts(structure.keysFrom) && matchParts(structure.localsFrom);
        }

        private boolean matchParts(int[] from) {
            for (int c = 0; c < structure.components; c++) {
                if (!match(from[c], from[c + 1], from[image[c]], from[image[c] + 1])) {
                    return false;
                }
            }
            return true;
        }

        private boolean match(int from, int to, int otherFrom, int otherTo) {
            int[] here = moving(from, to, from == otherFrom, left);
            int[] there = moving(otherFrom, otherTo, from == otherFrom, right);
            if (here.length != there.length) {
                return false;
            }
            for (int i = 0; i < here.length; i++) {
                if (left[here[i]] != right[there[i]]) {
                    return false;
                }
                image[here[i]] = there[i];
                if (tied < 0 && i > 0 && left[here[i]] == left[here[i - 1]]) {
                    tied = here[i - 1];
                }
            }
            return true;
        }

        /** The vertices of a range by their colours, then by their numbers; those that stay are matched at once. */
        private int[] moving(int from, int to, boolean same, long[] by) {
            int[] moving = new int[to - from];
            int count = 0;
            for (int v = from; v < to; v++) {
                if (same && still && left[v] == right[v]) {
                    image[v] = v;
                } else {
                    moving[count++] = v;
                }
            }
            return Arrays.stream(moving, 0, count)
                    .boxed()
                    .sorted((a, b) -> by[a] != by[b] ? Long.compare(by[a], by[b]) : Integer.compare(a, b))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
    }
}
