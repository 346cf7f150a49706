package org.cspcheck.explorer.compress;

import java.util.Arrays;
import org.cspcheck.explorer.normal.Acceptances;
import org.cspcheck.model.event.Event;

/**
 * An explicit transition graph: states from 0, the initial one; the steps of state {@code s} are those from {@code starts[s]} to before
 * {@code starts[s + 1]}.
 *
 * @param terminated the state after termination, {@link #NEVER} if there is none; it has no steps and equals no other state
 */
public record Graph(int[] starts, int[] labels, int[] targets, int terminated) {
    public static final int NEVER = -1;

    public int states() {
        return starts.length - 1;
    }

    public int transitions() {
        return starts[starts.length - 1];
    }

    public int from(int state) {
        return starts[state];
    }

    public int to(int state) {
        return starts[state + 1];
    }

    public int label(int step) {
        return labels[step];
    }

    public int target(int step) {
        return targets[step];
    }

    /** {@return whether a state has a step with this label} */
    public boolean offers(int state, int label) {
        for (int step = from(state); step < to(state); step++) {
            if (labels[step] == label) {
                return true;
            }
        }
        return false;
    }

    /** {@return what the state accepts; null if it accepts nothing by itself} */
    public int[] acceptance(int state) {
        return Acceptances.of(labels, from(state), to(state));
    }

    /** {@return for each state the number of its strongly connected component of tau steps} */
    public int[] tauComponents() {
        return TauLoops.of(this);
    }

    /** {@return which states lie on a cycle of tau} */
    public boolean[] onTauLoops() {
        return TauLoops.cyclic(this);
    }

    /** {@return whether some step is tau} */
    boolean isSilentSomewhere() {
        for (int label : labels) {
            if (label == Event.TAU) {
                return true;
            }
        }
        return false;
    }

    /** Takes steps in the order of their sources. */
    public static final class Building {
        private int[] starts = new int[64];
        private int[] labels = new int[256];
        private int[] targets = new int[256];
        private int states;
        private int count;
        private int terminated = NEVER;

        /** A step of the state that is open. */
        public void step(int label, int target) {
            if (count == labels.length) {
                labels = Arrays.copyOf(labels, Math.multiplyExact(2, count));
                targets = Arrays.copyOf(targets, labels.length);
            }
            labels[count] = label;
            targets[count++] = target;
        }

        /** Closes the open state; the next one is open. */
        public void endState() {
            if (states + 2 > starts.length) {
                starts = Arrays.copyOf(starts, 2 * starts.length);
            }
            starts[++states] = count;
        }

        /** This state is the one after termination. */
        public void terminated(int state) {
            terminated = state;
        }

        public int states() {
            return states;
        }

        public Graph graph() {
            return new Graph(Arrays.copyOf(starts, states + 1), Arrays.copyOf(labels, count), Arrays.copyOf(targets, count), terminated);
        }
    }
}
