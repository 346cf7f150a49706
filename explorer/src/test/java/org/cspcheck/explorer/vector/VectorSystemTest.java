package org.cspcheck.explorer.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.cspcheck.explorer.RandomTerms;
import org.cspcheck.explorer.SameSteps;
import org.cspcheck.explorer.Script;
import org.cspcheck.explorer.search.Budget;
import org.cspcheck.explorer.search.Progress;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Process.*;
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
        network.ifPresent(system -> {
            List<Process> terms = SameSteps.compare(rules, system, process, MOST_STATES);
            assertEquals(terms.size(), new HashSet<>(terms).size(), () -> "two vectors for one term of " + process);
        });
        return network.isPresent();
    }

    private static Budget budget() {
        return new Budget(Limits.NONE, Progress.SILENT, () -> false);
    }
}
