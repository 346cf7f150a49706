package org.cspcheck.explorer.system;

/**
 * How the states of a system are laid out.
 *
 * @param words of one state; the highest bit of every word is 0
 * @param bits used in the last word, counted from the lowest, 1 to 63
 * @param silent whether a step may be tau
 */
public record Layout(int words, int bits, boolean silent) {
    public Layout {
        if (words < 1 || bits < 1 || bits > 63) {
            throw new IllegalArgumentException("layout of " + words + " words, " + bits + " bits");
        }
    }
}
