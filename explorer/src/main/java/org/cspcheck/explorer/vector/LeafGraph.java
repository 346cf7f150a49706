package org.cspcheck.explorer.vector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cspcheck.explorer.search.Budget;
import org.cspcheck.model.event.Event;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Step;

/**
 * The transition graph of one component: local states from 0, the initial one; the steps of each with their labels.
 *
 * <p>A label is an event, or {@link #DONE}.
 */
final class LeafGraph {
    /** The label of standing still at the state after termination. */
    static final int DONE = -1;

    private static final int NEVER = -1;

    /** The term of each state; empty for a control component. */
    private final List<Process> terms;

    private final int[] starts;
    private final int[] labels;
    private final int[] targets;
    private final int terminated;
    private final boolean timers;
    private final TreeMap<Integer, Integer> labelled = new TreeMap<>();

    private LeafGraph(List<Process> terms, int[] starts, int[] labels, int[] targets, int terminated, boolean timers) {
        this.timers = timers;
        this.terms = terms;
        this.starts = starts;
        this.labels = labels;
        this.targets = targets;
        this.terminated = terminated;
        for (int label : labels) {
            labelled.merge(label, 1, Integer::sum);
        }
    }

    /** {@return the graph of a group's control: running, then terminated} */
    static LeafGraph control() {
        return new LeafGraph(List.of(), new int[] {0, 1, 1}, new int[] {Event.TICK}, new int[] {1}, 1, false);
    }

    /**
     * How much may be explored before the attempt is given up: what a small part of the heap holds, and where few states are asked for
     * anyway not many more than those.
     */
    static final class Allowance {
        private static final long BYTES_OF_A_STATE = 2048;
        private static final long FEWEST = 50_000;
        private static final long MOST = 500_000;

        private long states;
        private long transitions;

        Allowance(Budget budget) {
            states = Math.clamp(Math.min(Runtime.getRuntime().maxMemory() / BYTES_OF_A_STATE, budget.mostStates()), FEWEST, MOST);
            transitions = 8 * MOST;
        }

        private boolean covers(int steps) {
            states--;
            transitions -= steps;
            return states >= 0 && transitions >= 0;
        }
    }

    /** {@return the graph of a settled term; null if it is larger than allowed} */
    static LeafGraph explore(FiringRules rules, Process start, Allowance allowance, Budget budget) {
        Map<Process, Integer> numbers = new HashMap<>();
        List<Process> terms = new ArrayList<>();
        numbers.put(start, 0);
        terms.add(start);
        int[] starts = new int[16];
        int[] labels = new int[16];
        int[] targets = new int[16];
        int count = 0;
        boolean timers = false;
        int terminated = start instanceof Process.Terminated ? 0 : NEVER;
        for (int state = 0; state < terms.size(); state++) {
            List<Step> steps = rules.steps(terms.get(state));
            if (!allowance.covers(steps.size())) {
                return null;
            }
            if ((state & 255) == 0) {
                budget.pulse();
            }
            if (count + steps.size() > labels.length) {
                labels = Arrays.copyOf(labels, Math.max(count + steps.size(), 2 * labels.length));
                targets = Arrays.copyOf(targets, labels.length);
            }
            for (Step step : steps) {
                Integer known = numbers.putIfAbsent(step.target(), terms.size());
                if (known == null) {
                    if (step.target() instanceof Process.Terminated) {
                        terminated = terms.size();
                    }
                    terms.add(step.target());
                }
                timers |= step.due() != Step.AT_ONCE;
                labels[count] = step.event();
                targets[count++] = known == null ? terms.size() - 1 : known;
            }
            if (state + 2 > starts.length) {
                starts = Arrays.copyOf(starts, 2 * starts.length);
            }
            starts[state + 1] = count;
        }
        return new LeafGraph(List.copyOf(terms), Arrays.copyOf(starts, terms.size() + 1), Arrays.copyOf(labels, count),
                Arrays.copyOf(targets, count), terminated, timers);
    }

    int states() {
        return starts.length - 1;
    }

    int from(int state) {
        return starts[state];
    }

    int to(int state) {
        return starts[state + 1];
    }

    int label(int step) {
        return labels[step];
    }

    int target(int step) {
        return targets[step];
    }

    /** {@return the labels that occur, ascending} */
    List<Integer> labels() {
        return List.copyOf(labelled.keySet());
    }

    /** {@return whether a step waits for time} */
    boolean hasTimers() {
        return timers;
    }

    boolean canTerminate() {
        return terminated != NEVER;
    }

    /** {@return the state after termination} */
    int terminated() {
        return terminated;
    }

    /** {@return how many steps have the label} */
    int count(int label) {
        return label == DONE ? 1 : labelled.getOrDefault(label, 0);
    }

    Process term(int state) {
        return terms.get(state);
    }
}
