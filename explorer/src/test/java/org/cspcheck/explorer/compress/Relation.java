package org.cspcheck.explorer.compress;

import org.cspcheck.model.event.Event;

/**
 * The largest bisimulation of two graphs side by side, by the definition: all pairs, and out goes each that has a step without an answer,
 * until none goes.
 */
final class Relation {
    /** How a step may be answered, and which steps there are. */
    enum Kind {
        /** By a step. */
        STRONG,
        /** By taus and a step; a tau by taus, or none. Who diverges equals only who diverges. */
        DELAY,
        /** By taus, a step and taus. */
        WEAK,
        /** By taus to a state that is equal to the one that moves, and a step; a tau also by nothing. */
        BRANCHING
    }

    private final Kind kind;
    private final int first;
    private final boolean[][][] step;
    private final boolean[][] taus;
    private final boolean[][] equal;

    Relation(Kind kind, Graph some, Graph other) {
        int n = some.states() + other.states();
        this.kind = kind;
        this.first = some.states();
        this.step = new boolean[Event.FIRST_VISIBLE + 8][n][n];
        this.taus = new boolean[n][n];
        this.equal = new boolean[n][n];
        enter(some, 0);
        enter(other, first);
        close();
        for (int s = 0; s < n; s++) {
            for (int t = 0; t < n; t++) {
                boolean ended = isTerminated(s, some, other) == isTerminated(t, some, other);
                equal[s][t] = ended && (kind == Kind.STRONG || diverges(s) == diverges(t));
            }
        }
        shrink();
    }

    private boolean isTerminated(int state, Graph some, Graph other) {
        return state < first ? state == some.terminated() : state - first == other.terminated();
    }

    private void enter(Graph graph, int offset) {
        for (int state = 0; state < graph.states(); state++) {
            for (int k = graph.from(state); k < graph.to(state); k++) {
                step[graph.label(k)][state + offset][graph.target(k) + offset] = true;
            }
        }
    }

    /** {@code taus[s][t]}: none or more taus lead from s to t. */
    private void close() {
        int n = taus.length;
        for (int s = 0; s < n; s++) {
            taus[s] = step[Event.TAU][s].clone();
            taus[s][s] = true;
        }
        for (int via = 0; via < n; via++) {
            for (int s = 0; s < n; s++) {
                for (int t = 0; t < n; t++) {
                    taus[s][t] |= taus[s][via] && taus[via][t];
                }
            }
        }
    }

    private boolean diverges(int state) {
        for (int via = 0; via < taus.length; via++) {
            for (int next = 0; next < taus.length; next++) {
                if (taus[state][via] && step[Event.TAU][via][next] && taus[next][via]) {
                    return true;
                }
            }
        }
        return false;
    }

    private void shrink() {
        for (boolean changed = true; changed; ) {
            changed = false;
            for (int s = 0; s < equal.length; s++) {
                for (int t = 0; t < equal.length; t++) {
                    if (equal[s][t] && !(answers(t, s) && answers(s, t))) {
                        equal[s][t] = false;
                        changed = true;
                    }
                }
            }
        }
    }

    /** Whether {@code t} has an answer to each step of {@code s}. */
    private boolean answers(int t, int s) {
        for (int label = 0; label < step.length; label++) {
            for (int target = 0; target < equal.length; target++) {
                if (step[label][s][target] && !answers(t, s, label, target)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean answers(int t, int s, int label, int target) {
        if (kind == Kind.BRANCHING && label == Event.TAU && equal[target][t]) {
            return true;
        }
        for (int end = 0; end < equal.length; end++) {
            if (equal[target][end] && leads(t, s, label, end)) {
                return true;
            }
        }
        return false;
    }

    private boolean leads(int t, int s, int label, int end) {
        if (kind == Kind.STRONG) {
            return step[label][t][end];
        }
        if (label == Event.TAU && kind != Kind.BRANCHING) {
            return taus[t][end];
        }
        for (int via = 0; via < equal.length; via++) {
            if (!taus[t][via] || kind == Kind.BRANCHING && !equal[s][via]) {
                continue;
            }
            for (int after = 0; after < equal.length; after++) {
                if (step[label][via][after] && (kind == Kind.WEAK ? taus[after][end] : after == end)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** {@return whether the two graphs are equal from their first states} */
    boolean holds() {
        return equal[0][first];
    }

    /** {@return how many classes the states of the first graph make} */
    int classes() {
        int classes = 0;
        for (int s = 0; s < first; s++) {
            boolean fresh = true;
            for (int earlier = 0; earlier < s; earlier++) {
                fresh &= !equal[s][earlier];
            }
            classes += fresh ? 1 : 0;
        }
        return classes;
    }
}
