package org.cspcheck.explorer.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cspcheck.explorer.RandomTerms;
import org.cspcheck.explorer.Script;
import org.cspcheck.explorer.search.Budget;
import org.cspcheck.explorer.search.Progress;
import org.cspcheck.explorer.system.Successors;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Process.*;
import org.cspcheck.model.process.Step;
import org.cspcheck.model.verdict.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A vector has exactly the steps of the term it stands for, each as often as it is derived. */
class VectorSystemTest {
    private static final int MOST_STATES = 400;

    private final FiringRules rules = new FiringRules();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void vectors_step_as_their_terms_do(int depth) {
        int networks = 0;
        for (int seed = 0; seed < 80; seed++) {
            networks += agree(new RandomTerms(1000L * depth + seed).network(depth)) ? 1 : 0;
        }
        assertTrue(networks > 30, () -> "too few networks to mean anything at depth " + depth);
    }

    /** Twenty processes of five states each, in lockstep, take a word and have few states. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void vectors_of_two_and_three_words_step_as_their_terms_do(int words) {
        Script s = new Script();
        int processes = 20 * words - 10;
        Process wide = new InterfaceParallel(
                java.util.stream.IntStream.range(0, processes).mapToObj(i -> s.then(Process.SKIP, "x", "y", "z")).toList(),
                s.events("x", "y"));
        for (int seed = 0; seed < 6; seed++) {
            Process small = new RandomTerms(seed).network(2);
            for (Process process : List.of(
                    Script.interleave(wide, small),
                    Script.interleave(small, new Hide(wide, s.events("x"))),
                    Script.interleave(ticking(s), wide))) {
                assertTrue(agree(process));
                assertEquals(words, VectorSystem.of(new Leaves(rules, false), process, budget()).orElseThrow().layout().words());
            }
        }
    }

    @Test
    void many_ways_to_agree_are_joined() {
        assertTrue(agree(ticking(new Script())));
    }

    private static Process ticking(Script s) {
        Process ticking = new InternalChoice(List.of(
                s.then(Process.SKIP, "t"), s.then(s.then(Process.STOP, "t"), "t"), s.then(Process.SKIP, "t", "u", "t"), new Run(s.events("t"))));
        return Script.together(s.events("t"), ticking, ticking, ticking);
    }

    /** {@return whether the process is a network at all} */
    private boolean agree(Process process) {
        Optional<VectorSystem> network = VectorSystem.of(new Leaves(rules, false), process, budget());
        network.ifPresent(system -> compare(system, process));
        return network.isPresent();
    }

    private static Budget budget() {
        return new Budget(Limits.NONE, Progress.SILENT, () -> false);
    }

    private void compare(VectorSystem system, Process process) {
        int words = system.layout().words();
        Successors successors = new Successors(words);
        var expander = system.expander();
        long[] first = new long[words];
        system.initial(first);
        assertEquals(rules.settle(process), system.describe(first, 0));
        Set<List<Long>> seen = new HashSet<>(Set.of(boxed(first, 0)));
        Set<Process> terms = new HashSet<>();
        List<long[]> queue = new ArrayList<>(List.of(first));
        for (int i = 0; i < queue.size() && i < MOST_STATES; i++) {
            Process term = system.describe(queue.get(i), 0);
            assertTrue(terms.add(term), () -> "two vectors for " + term);
            expander.expand(queue.get(i), 1, successors);
            Map<Map.Entry<Integer, Process>, Integer> found = new HashMap<>();
            for (int k = 0; k < successors.count; k++) {
                assertTrue(k == 0 || Integer.compareUnsigned(successors.moves[k - 1], successors.moves[k]) <= 0, "steps are in the order of moves");
                found.merge(Map.entry(successors.events[k], system.describe(successors.states, k * words)), 1, Integer::sum);
                if (seen.add(boxed(java.util.Arrays.copyOfRange(successors.states, k * words, (k + 1) * words), 0))) {
                    queue.add(java.util.Arrays.copyOfRange(successors.states, k * words, (k + 1) * words));
                }
            }
            Map<Map.Entry<Integer, Process>, Integer> expected = new HashMap<>();
            for (Step step : rules.steps(term)) {
                expected.merge(Map.entry(step.event(), step.target()), 1, Integer::sum);
            }
            assertEquals(expected, found, () -> "steps of " + term);
        }
    }

    private static List<Long> boxed(long[] states, int at) {
        return new ArrayList<>(java.util.Arrays.stream(states, at, states.length).boxed().toList());
    }
}
