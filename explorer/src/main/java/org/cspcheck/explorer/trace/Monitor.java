package org.cspcheck.explorer.trace;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.cspcheck.explorer.normal.NormalForm;
import org.cspcheck.explorer.search.Budget;
import org.cspcheck.explorer.system.Successors;
import org.cspcheck.explorer.system.TermSystem;
import org.cspcheck.explorer.system.TransitionSystem;
import org.cspcheck.explorer.vector.Composition;
import org.cspcheck.explorer.vector.Leaves;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.verdict.SemanticModel;

/**
 * The traces of one process of the specification, determinised where sessions have been.
 *
 * <p>Nodes are those of a normal form. When it has grown past its bounds, {@link #forget} makes a new one that has just the nodes in use;
 * what is forgotten is found again when it is needed.
 */
final class Monitor {
    /** The most nodes, distinct states, and states of nodes that are kept: some hundred megabytes at the worst. */
    record Bounds(int nodes, int states, long members) {
        static final Bounds DEFAULT = new Bounds(1 << 18, 1 << 20, 1 << 23);
    }

    private final String name;
    private final Process process;
    private final Budget budget;
    private final Bounds bounds;
    private TransitionSystem system;
    private NormalForm form;
    private int start;
    private int counted;
    private long members;
    private final Map<Integer, Integer> anywhere = new HashMap<>();
    private boolean forgetful;

    /** @param process settled */
    Monitor(String name, Process process, Budget budget, Bounds bounds) {
        this.name = name;
        this.process = process;
        this.budget = budget;
        this.bounds = bounds;
        var rules = new FiringRules();
        this.system = new Composition(new Leaves(rules, false), budget).of(process).orElseGet(() -> new TermSystem(rules, process));
        this.form = new NormalForm(system, SemanticModel.T, budget);
        this.start = form.start();
    }

    String name() {
        return name;
    }

    Process process() {
        return process;
    }

    int start() {
        return start;
    }

    /** {@return the nodes as far as they are known} */
    NormalForm form() {
        return form;
    }

    /** {@return whether nodes have been forgotten, so that what is known is not all that was visited} */
    boolean isForgetful() {
        return forgetful;
    }

    /** {@return the node after this event; {@link NormalForm#NONE} if it is not possible} */
    int after(int node, int event) {
        return form.after(node, event);
    }

    boolean isCrowded() {
        for (; counted < form.size(); counted++) {
            members += form.states(counted).length;
        }
        return form.size() > bounds.nodes || form.states() > bounds.states || members > bounds.members;
    }

    /** Forgets all nodes but these; {@return the new number of each} */
    Map<Integer, Integer> forget(Set<Integer> inUse) {
        var kept = new HashMap<Integer, long[]>();
        inUse.forEach(node -> kept.put(node, form.states(node)));
        if (system instanceof TermSystem) {
            var terms = new HashMap<Integer, Process[]>();
            kept.forEach((node, states) -> terms.put(node, Arrays.stream(states).mapToObj(this::term).toArray(Process[]::new)));
            var renewed = new TermSystem(new FiringRules(), process);
            terms.forEach((node, members) -> kept.put(node, Arrays.stream(members).mapToLong(renewed::state).toArray()));
            system = renewed;
        }
        form = new NormalForm(system, SemanticModel.T, budget);
        start = form.start();
        counted = 0;
        members = 0;
        anywhere.clear();
        forgetful = true;
        var numbers = new HashMap<Integer, Integer>();
        kept.forEach((node, states) -> numbers.put(node, form.node(states)));
        return numbers;
    }

    private Process term(long state) {
        return system.describe(new long[] {state}, 0);
    }

    /** {@return another normal form over the same states, whose first node is that of the empty trace} */
    NormalForm another() {
        return new NormalForm(system, SemanticModel.T, budget);
    }

    /** {@return the node of every state that can be reached from this one, whatever happens; {@link NormalForm#NONE} if there are too many} */
    int anywhere(int node) {
        return anywhere.computeIfAbsent(node, this::reachable);
    }

    private int reachable(int node) {
        int words = system.layout().words();
        TransitionSystem.Expander expander = system.expander();
        var steps = new Successors(words);
        var seen = new HashSet<State>();
        var open = new ArrayDeque<State>();
        long[] first = form.states(node);
        for (int at = 0; at < first.length; at += words) {
            visit(State.of(first, at, words), seen, open);
        }
        while (!open.isEmpty()) {
            expander.expand(open.remove().words(), 1, steps);
            for (int k = 0; k < steps.count; k++) {
                visit(State.of(steps.states, k * words, words), seen, open);
            }
            if (seen.size() > bounds.states) {
                return NormalForm.NONE;
            }
            budget.pulse();
        }
        long[] all = new long[seen.size() * words];
        int at = 0;
        for (State state : seen) {
            System.arraycopy(state.words(), 0, all, at, words);
            at += words;
        }
        return form.node(all);
    }

    private static void visit(State state, Set<State> seen, ArrayDeque<State> open) {
        if (seen.add(state)) {
            open.add(state);
        }
    }

    /** A state as a key. */
    private record State(long[] words) {
        static State of(long[] block, int at, int words) {
            return new State(Arrays.copyOfRange(block, at, at + words));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof State that && Arrays.equals(words, that.words);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(words);
        }
    }
}
