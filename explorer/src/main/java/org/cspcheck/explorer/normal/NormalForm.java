package org.cspcheck.explorer.normal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.cspcheck.explorer.search.Budget;
import org.cspcheck.explorer.search.Fingerprint;
import org.cspcheck.explorer.system.Successors;
import org.cspcheck.explorer.system.TransitionSystem;
import org.cspcheck.model.event.Event;
import org.cspcheck.model.verdict.Profile.Stage;
import org.cspcheck.model.verdict.SemanticModel;

/**
 * A process by its traces: node n stands for all states that it may be in after a trace. Made where it is asked for.
 *
 * <p>Workers may ask at the same time. Nodes and what is known of them are read without a lock, and made one after the other; the numbers of nodes
 * depend on who asks first. Their {@link #history} tells them to another process.
 *
 * <p>In the model FD a divergent node has no steps and no acceptances of interest: anything is allowed below it.
 */
public final class NormalForm {
    /** There is no such node: the trace ends here. */
    public static final int NONE = -1;

    private static final int UNKNOWN = -2;

    private final SemanticModel model;
    private final TransitionSystem.Expander expander;
    private final Budget budget;
    private final StateNumbers numbers;
    private final Successors successors;
    private final long[] state;

    /** For each state its steps: event, target, event, target .. */
    private final List<int[]> steps = new ArrayList<>();

    private final Map<StateSet, Integer> known = new HashMap<>();
    private volatile AtomicReferenceArray<Node> nodes = new AtomicReferenceArray<>(16);
    private volatile int size;
    private long transitions;

    public NormalForm(TransitionSystem system, SemanticModel model, Budget budget) {
        this.model = model;
        this.expander = system.expander();
        this.budget = budget;
        int words = system.layout().words();
        this.numbers = new StateNumbers(words, budget);
        this.successors = new Successors(words);
        this.state = new long[words];
        system.initial(state);
        node(new int[] {numbers.number(state, 0)});
    }

    /** {@return the node of the empty trace} */
    public int start() {
        return 0;
    }

    public int size() {
        return size;
    }

    /** {@return distinct states of the process that were met} */
    public int states() {
        return numbers.size();
    }

    /** {@return steps out of the states that were met} */
    public long transitions() {
        return transitions;
    }

    /** {@return whether the process may diverge here; only the model FD asks} */
    public boolean isDivergent(int node) {
        return nodes.get(node).divergent;
    }

    /** {@return the events possible here, tick included, ascending} */
    public int[] initials(int node) {
        return nodes.get(node).initials;
    }

    /** {@return the node after this event; {@link #NONE} if it is not possible} */
    public int after(int node, int event) {
        Node from = nodes.get(node);
        int position = Arrays.binarySearch(from.initials, event);
        if (position < 0) {
            return NONE;
        }
        int known = from.after[position]; // a stale UNKNOWN only costs a second look
        return known != UNKNOWN ? known : make(from, position);
    }

    private synchronized int make(Node from, int position) {
        if (from.after[position] == UNKNOWN) {
            try (var _ = budget.stages().enter(Stage.NORMALISING)) {
                from.after[position] = node(targets(from.states, from.initials[position]));
            }
        }
        return from.after[position];
    }

    /** {@return the minimal acceptances: sets of events, each ascending, none inside another, the smallest first} */
    public int[][] acceptances(int node) {
        Node here = nodes.get(node);
        int[][] made = here.acceptances;
        return made != null ? made : accept(here);
    }

    private synchronized int[][] accept(Node here) {
        if (here.acceptances == null) {
            try (var _ = budget.stages().enter(Stage.NORMALISING)) {
                here.acceptances = accepted(here);
            }
        }
        return here.acceptances;
    }

    private int[][] accepted(Node here) {
        var all = new ArrayList<int[]>();
        for (int member : here.states) {
            int[] acceptance = Acceptances.of(steps(member), 2);
            if (acceptance != null) {
                all.add(acceptance);
            }
        }
        return Acceptances.minimal(all);
    }

    /** {@return the node of these states, words after words, and of all that they reach by tau} */
    public int node(long[] words) {
        int[] seeds = new int[words.length / state.length];
        for (int i = 0; i < seeds.length; i++) {
            seeds[i] = numbers.number(words, i * state.length);
        }
        return node(distinct(seeds, seeds.length));
    }

    /** {@return the states that the process may be in here, words after words} */
    public long[] states(int node) {
        int[] members = nodes.get(node).states;
        long[] words = new long[members.length * state.length];
        for (int i = 0; i < members.length; i++) {
            numbers.read(members[i], state);
            System.arraycopy(state, 0, words, i * state.length, state.length);
        }
        return words;
    }

    /** {@return whether the node after this event was asked for} */
    public boolean isKnown(int node, int event) {
        Node from = nodes.get(node);
        int position = Arrays.binarySearch(from.initials, event);
        return position >= 0 && from.after[position] != UNKNOWN;
    }

    /**
     * {@return what it takes to make the same nodes again with the same numbers} In front a fingerprint of all nodes, then for each node but the first an
     * edge from an earlier one: the one by which it was made, or another.
     */
    public synchronized long[] history() {
        long[] history = new long[size];
        for (int number = 0; number < size; number++) {
            Node node = nodes.get(number);
            for (int i = 0; i < node.after.length; i++) {
                if (node.after[i] > number) {
                    history[node.after[i]] = (long) number << 32 | node.initials[i];
                }
            }
        }
        history[0] = fingerprint();
        return history;
    }

    /** Makes the nodes of a history; {@return whether they are the ones that it tells of} */
    public boolean repeat(long[] history) {
        for (int number = 1; number < history.length; number++) {
            int from = (int) (history[number] >>> 32);
            if (from >= number || after(from, (int) history[number]) != number) {
                return false;
            }
        }
        return size == history.length && fingerprint() == history[0];
    }

    /** Without the numbers of events and states: those that were not met in the history depend on who asked first. */
    private long fingerprint() {
        var fingerprint = new Fingerprint();
        for (int number = 0; number < size; number++) {
            Node node = nodes.get(number);
            fingerprint.add(node.states.length).add(node.initials.length).add(node.divergent ? 1 : 0);
        }
        return fingerprint.value();
    }

    private int node(int[] seeds) {
        budget.pulse();
        int[] states = closure(seeds);
        var set = new StateSet(states, Arrays.hashCode(states));
        Integer number = known.get(set);
        if (number == null) {
            number = size;
            known.put(set, number);
            add(new Node(states, initials(states), model == SemanticModel.FD && isCyclic(states)));
        }
        return number;
    }

    private void add(Node node) {
        AtomicReferenceArray<Node> roomy = nodes;
        if (size == roomy.length()) {
            roomy = new AtomicReferenceArray<>(2 * size);
            for (int i = 0; i < size; i++) {
                roomy.set(i, nodes.get(i));
            }
            nodes = roomy;
        }
        roomy.set(size, node);
        size++; // only here, and under the lock
    }

    /** All states reachable by tau, ascending; the seeds ascend too. */
    private int[] closure(int[] seeds) {
        boolean closed = true;
        for (int i = 0; i < seeds.length && closed; i++) {
            closed = isStable(steps(seeds[i]));
        }
        if (closed) {
            return seeds;
        }
        var seen = new BitSet();
        int[] members = seeds;
        int count = seeds.length;
        for (int seed : seeds) {
            seen.set(seed);
        }
        for (int i = 0; i < count; i++) {
            int[] row = steps(members[i]);
            for (int k = 0; k < row.length; k += 2) {
                if (row[k] == Event.TAU && !seen.get(row[k + 1])) {
                    seen.set(row[k + 1]);
                    members = count < members.length ? members : Arrays.copyOf(members, 2 * count);
                    members[count++] = row[k + 1];
                }
            }
        }
        return distinct(members, count);
    }

    private static boolean isStable(int[] row) {
        for (int k = 0; k < row.length; k += 2) {
            if (row[k] == Event.TAU) {
                return false;
            }
        }
        return true;
    }

    private int[] initials(int[] states) {
        int[] found = new int[8];
        int count = 0;
        for (int member : states) {
            int[] row = steps(member);
            for (int k = 0; k < row.length; k += 2) {
                if (row[k] != Event.TAU) {
                    found = roomy(found, count);
                    found[count++] = row[k];
                }
            }
        }
        return distinct(found, count);
    }

    private int[] targets(int[] states, int event) {
        int[] found = new int[8];
        int count = 0;
        for (int member : states) {
            int[] row = steps(member);
            for (int k = 0; k < row.length; k += 2) {
                if (row[k] == event) {
                    found = roomy(found, count);
                    found[count++] = row[k + 1];
                }
            }
        }
        return distinct(found, count);
    }

    private static int[] roomy(int[] numbers, int count) {
        return count < numbers.length ? numbers : Arrays.copyOf(numbers, 2 * count);
    }

    /** The first so many numbers, ascending, without repetition. */
    private static int[] distinct(int[] numbers, int count) {
        Arrays.sort(numbers, 0, count);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || numbers[i] != numbers[i - 1]) {
                numbers[kept++] = numbers[i];
            }
        }
        return Arrays.copyOf(numbers, kept);
    }

    /** Whether a tau-closed set contains a cycle of tau: taking away the states without incoming tau does not empty it. */
    private boolean isCyclic(int[] states) {
        int[] incoming = new int[states.length];
        for (int member : states) {
            int[] row = steps(member);
            for (int k = 0; k < row.length; k += 2) {
                if (row[k] == Event.TAU) {
                    incoming[Arrays.binarySearch(states, row[k + 1])]++;
                }
            }
        }
        int[] free = new int[states.length];
        int count = 0;
        for (int i = 0; i < states.length; i++) {
            if (incoming[i] == 0) {
                free[count++] = i;
            }
        }
        for (int done = 0; done < count; done++) {
            int[] row = steps(states[free[done]]);
            for (int k = 0; k < row.length; k += 2) {
                if (row[k] == Event.TAU) {
                    int target = Arrays.binarySearch(states, row[k + 1]);
                    if (--incoming[target] == 0) {
                        free[count++] = target;
                    }
                }
            }
        }
        return count < states.length;
    }

    private int[] steps(int number) {
        while (steps.size() <= number) {
            steps.add(null);
        }
        int[] row = steps.get(number);
        if (row == null) {
            numbers.read(number, state);
            expander.expand(state, 1, successors);
            row = new int[2 * successors.count];
            for (int k = 0; k < successors.count; k++) {
                row[2 * k] = successors.events[k];
                row[2 * k + 1] = numbers.number(successors.states, k * successors.words);
            }
            steps.set(number, row);
            transitions += successors.count;
            if ((number & 255) == 0) {
                budget.pulse();
            }
        }
        return row;
    }

    /** One node. */
    private static final class Node {
        final int[] states;
        final int[] initials;
        final int[] after;
        final boolean divergent;
        volatile int[][] acceptances;

        Node(int[] states, int[] initials, boolean divergent) {
            this.states = states;
            this.initials = initials;
            this.after = new int[initials.length];
            this.divergent = divergent;
            Arrays.fill(after, UNKNOWN);
        }
    }

    /** A set of states as a key. */
    private record StateSet(int[] states, int hash) {
        @Override
        public boolean equals(Object other) {
            return other instanceof StateSet that && Arrays.equals(states, that.states);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}
