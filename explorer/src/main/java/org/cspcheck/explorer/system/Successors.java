package org.cspcheck.explorer.system;

import java.util.Arrays;

/**
 * The steps of a block of states, state by state.
 *
 * <p>Step {@code k} has the event {@code events[k]} and the target at {@code states[k * words]}; state {@code i} has the steps from {@code
 * from(i)} to before {@code to(i)}. The arrays are open because the innermost loops write them; whoever writes calls {@link #ensure}
 * first and {@link #endState} after each state.
 */
public final class Successors {
    public final int words;
    public long[] states;
    public int[] events;

    /** For each step how it commutes with others, see {@link Commutation}. */
    public int[] moves;

    public int count;
    private int[] ends = new int[256];
    private int sources;

    public Successors(int words) {
        this.words = words;
        this.states = new long[1024 * words];
        this.events = new int[1024];
        this.moves = new int[1024];
    }

    public void clear() {
        count = 0;
        sources = 0;
    }

    /** Makes room for this many more steps. */
    public void ensure(int more) {
        int needed = count + more;
        if (needed > events.length) {
            int capacity = Math.max(needed, events.length * 2);
            events = Arrays.copyOf(events, capacity);
            moves = Arrays.copyOf(moves, capacity);
            states = Arrays.copyOf(states, Math.multiplyExact(capacity, words));
        }
    }

    /** Adds a step to a state of one word. */
    public void add(int event, long target) {
        ensure(1);
        events[count] = event;
        moves[count] = Commutation.NONE;
        states[count++] = target;
    }

    /** Adds a step. */
    public void add(int event, long[] source, int at) {
        ensure(1);
        events[count] = event;
        moves[count] = Commutation.NONE;
        System.arraycopy(source, at, states, count * words, words);
        count++;
    }

    /** The steps added since the last call belong to the next state of the block. */
    public void endState() {
        if (sources == ends.length) {
            ends = Arrays.copyOf(ends, sources * 2);
        }
        ends[sources++] = count;
    }

    public int sources() {
        return sources;
    }

    public int from(int source) {
        return source == 0 ? 0 : ends[source - 1];
    }

    public int to(int source) {
        return ends[source];
    }
}
