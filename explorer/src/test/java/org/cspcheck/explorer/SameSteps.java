package org.cspcheck.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cspcheck.explorer.system.Successors;
import org.cspcheck.explorer.system.TransitionSystem;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Step;

/** Holds the first states of a system to the firing rules: each has exactly the steps of the term it stands for, each as often as it is derived. */
public final class SameSteps {
    /** States expanded at a time: some blocks hold states of more than one kind. */
    private static final int BLOCK = 5;

    private final FiringRules rules;
    private final TransitionSystem system;
    private final int words;
    private final Set<List<Long>> seen = new HashSet<>();
    private final List<long[]> states = new ArrayList<>();

    /** The terms of the states that were compared, each once for each of its states. */
    private final List<Process> terms = new ArrayList<>();

    private SameSteps(FiringRules rules, TransitionSystem system) {
        this.rules = rules;
        this.system = system;
        this.words = system.layout().words();
    }

    /** {@return the terms of the states that were compared, at least {@code most} if there are so many} */
    public static List<Process> compare(FiringRules rules, TransitionSystem system, Process process, int most) {
        var same = new SameSteps(rules, system);
        same.compare(process, most);
        return same.terms;
    }

    private void compare(Process process, int most) {
        long[] first = new long[words];
        system.initial(first);
        assertEquals(rules.settle(process), system.describe(first, 0));
        reach(first);
        var expander = system.expander();
        Successors steps = new Successors(words);
        while (terms.size() < Math.min(most, states.size())) {
            int from = terms.size();
            int count = Math.min(BLOCK, states.size() - from);
            long[] block = new long[count * words];
            for (int i = 0; i < count; i++) {
                System.arraycopy(states.get(from + i), 0, block, i * words, words);
            }
            expander.expand(block, count, steps);
            for (int i = 0; i < count; i++) {
                Process term = system.describe(block, i * words);
                assertEquals(ofTerm(term), found(steps, i), () -> "steps of " + term);
                terms.add(term);
            }
        }
    }

    private void reach(long[] state) {
        if (seen.add(Arrays.stream(state).boxed().toList())) {
            states.add(state);
        }
    }

    private Map<Map.Entry<Integer, Process>, Integer> found(Successors steps, int source) {
        var found = new HashMap<Map.Entry<Integer, Process>, Integer>();
        for (int k = steps.from(source); k < steps.to(source); k++) {
            assertTrue(
                    k == steps.from(source) || Integer.compareUnsigned(steps.moves[k - 1], steps.moves[k]) <= 0,
                    "steps are in the order of moves");
            found.merge(Map.entry(steps.events[k], system.describe(steps.states, k * words)), 1, Integer::sum);
            reach(Arrays.copyOfRange(steps.states, k * words, (k + 1) * words));
        }
        return found;
    }

    private Map<Map.Entry<Integer, Process>, Integer> ofTerm(Process term) {
        var expected = new HashMap<Map.Entry<Integer, Process>, Integer>();
        for (Step step : rules.steps(term)) {
            expected.merge(Map.entry(step.event(), step.target()), 1, Integer::sum);
        }
        return expected;
    }
}
