package org.cspcheck.explorer.vector;

import org.cspcheck.explorer.search.Budget;

/**
 * How much of components may be explored before the attempt is given up: what a small part of the heap holds, and where few states are asked
 * for anyway not many more than those.
 */
final class Allowance {
    private static final long FEWEST = 50_000;

    private long states;
    private long transitions;

    private Allowance(long states, long transitions) {
        this.states = states;
        this.transitions = transitions;
    }

    /** {@return the allowance of components that are explored because it may pay} Perhaps they are endless, and only the network is finite. */
    static Allowance ofTerms(Budget budget) {
        long most = 2_000_000;
        long states = Math.clamp(Math.min(Runtime.getRuntime().maxMemory() / 2048, budget.mostStates()), FEWEST, most);
        return new Allowance(states, 8 * most);
    }

    /** {@return the allowance of components below operators that often have endless ones below them: {@code P = a -> (P ||| Q)}} */
    static Allowance ofFew() {
        return new Allowance(FEWEST, 8 * FEWEST);
    }

    /** {@return the allowance of what somebody asked to have explored and compressed} */
    static Allowance ofCompression(Budget budget) {
        long states = Math.clamp(Math.min(Runtime.getRuntime().maxMemory() / 256, budget.mostStates()), FEWEST, 1 << 26);
        return new Allowance(states, 8 * states);
    }

    /** {@return whether one more state with so many steps is covered} */
    boolean covers(int steps) {
        states--;
        transitions -= steps;
        return states >= 0 && transitions >= 0;
    }
}
