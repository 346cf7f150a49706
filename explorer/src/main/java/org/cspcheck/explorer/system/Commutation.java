package org.cspcheck.explorer.system;

/**
 * Which of two steps in a row could as well have come in the other order.
 *
 * <p>A step is the occurrence of a <em>move</em>. Moves have numbers, and each state has its steps in the order of these. Two moves commute if
 * they touch different components: where they follow one another, each was possible before the other, and both orders lead to the same state.
 * A search that has arrived in a state by a move need not look where an earlier move that commutes with it leads: the state where that move came
 * first has this target too. See {@code docs/internals/search.md} for the theorem.
 *
 * <p>A step is written as a number: its move, and in two bits what it does to an observer of the events.
 */
public final class Commutation {
    /** The step of no move: it commutes with none. */
    public static final int NONE = -1;

    /** What a step does to the node of an observer; where there is none, everything is unseen. */
    public enum Effect {
        /** It is not seen, whatever the node. */
        UNSEEN,
        /** It is seen, and leads from this node back to it. */
        SAME_NODE,
        /** It leads to another node. */
        OTHER_NODE
    }

    private static final int EFFECT_BITS = 2;
    private static final int EFFECT = (1 << EFFECT_BITS) - 1;

    /** For each move the components it touches, a bit each; components beyond 64 share bits, so that moves may seem to touch what they don't. */
    private final long[] touched;

    public Commutation(long[] touched) {
        this.touched = touched;
    }

    /** {@return the step of a move that nobody sees} */
    public static int step(int move) {
        return move << EFFECT_BITS;
    }

    /** {@return the same step, seen} */
    public static int seen(int step, Effect effect) {
        return step == NONE ? NONE : step | effect.ordinal();
    }

    /**
     * Leaves out of the steps of a block those whose target another state of the same level has as well, by steps of the same length.
     *
     * @param arrivals for each state of the block the step by which it was reached first
     * @param left to be filled with the numbers of the steps that are left
     * @return how many these are
     */
    public int sift(Successors steps, int[] arrivals, int[] left) {
        int n = 0;
        for (int source = 0; source < steps.sources(); source++) {
            int arrival = arrivals[source];
            int k = steps.from(source);
            int to = steps.to(source);
            if (arrival < 0) {
                for (; k < to; k++) {
                    left[n++] = k;
                }
                continue;
            }
            long touching = touched[arrival >>> EFFECT_BITS];
            int effect = arrival & EFFECT;
            int before = arrival & ~EFFECT;
            for (; k < to; k++) {
                int step = steps.moves[k];
                left[n] = k;
                boolean superfluous = Integer.compareUnsigned(step, before) < 0
                        && (touched[step >>> EFFECT_BITS] & touching) == 0
                        && (step & EFFECT) + effect <= 2; // by the order of effects: not both seen, unless both stay at their node
                n += superfluous ? 0 : 1;
            }
        }
        return n;
    }
}
