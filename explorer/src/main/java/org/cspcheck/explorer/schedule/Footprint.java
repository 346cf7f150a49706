package org.cspcheck.explorer.schedule;

import java.util.Arrays;

/**
 * What a step uses: sides of things, the order of what can be seen, or anything.
 *
 * <p>Two bits for each thing, one for each side.
 */
final class Footprint {
    private static final int ANYTHING = 0;
    private static final int SEEN = 1;

    private long[] words;

    Footprint() {
        this.words = new long[1];
    }

    /** A copy. */
    Footprint(Footprint other) {
        this.words = other.words.clone();
    }

    void clear() {
        Arrays.fill(words, 0);
    }

    void addAnything() {
        add(ANYTHING);
    }

    /** Something happened that can be seen, and the order of such things matters. */
    void addSeen() {
        add(SEEN);
    }

    /** @param side 0 or 1 */
    void addSide(int thing, int side) {
        add(2 * thing + 2 + side);
    }

    private void add(int bit) {
        if (bit >> 6 >= words.length) {
            words = Arrays.copyOf(words, 2 * (bit >> 6) + 1);
        }
        words[bit >> 6] |= 1L << bit;
    }

    void addAll(Footprint other) {
        if (other.words.length > words.length) {
            words = Arrays.copyOf(words, other.words.length);
        }
        for (int i = 0; i < other.words.length; i++) {
            words[i] |= other.words[i];
        }
    }

    boolean isAnything() {
        return (words[0] & 1L << ANYTHING) != 0;
    }

    /** {@return whether steps with these footprints can be done in either order} */
    boolean commutes(Footprint other) {
        if (isAnything() || other.isAnything()) {
            return false;
        }
        for (int i = Math.min(words.length, other.words.length) - 1; i >= 0; i--) {
            if ((words[i] & other.words[i]) != 0) {
                return false;
            }
        }
        return true;
    }
}
