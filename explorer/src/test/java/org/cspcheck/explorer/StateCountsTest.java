package org.cspcheck.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.cspcheck.explorer.system.Successors;
import org.cspcheck.explorer.system.TermSystem;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.verdict.Counterexample.Kind;
import org.cspcheck.model.verdict.Outcome;
import org.cspcheck.model.verdict.Property;
import org.cspcheck.model.verdict.SemanticModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks whose numbers of states and transitions are known in closed form. */
class StateCountsTest {
    private final Script s = new Script();

    @ParameterizedTest
    @CsvSource({"2, 10, 14", "3, 35, 75", "4, 118, 340", "10, 154450, 1116130"})
    void philosophers(int n, long states, long transitions) {
        Process network = Networks.philosophers(s, n, false);
        assertEquals(states, recurrence(n, 2, 3, 3, 1) - 1);
        whole(network, states, transitions);
        assertEquals(Kind.DEADLOCK, Counterexamples.kind(s.check(network, deadlockFree())));
    }

    @ParameterizedTest
    @CsvSource({"8, 9403", "9, 31056"})
    void the_righthanded_philosopher_prevents_the_deadlock(int n, long states) {
        Outcome outcome = s.check(Networks.philosophers(s, n, true), deadlockFree());
        assertEquals("holds", outcome.verdict().word());
        assertEquals(states, outcome.statistics().states());
    }

    @Test
    void philosophers_in_full() {
        assertEquals(2575, recurrence(4, 2, 6, 6, 8) - 1);
        whole(Networks.philosophersInFull(s, 4), 2575, 9404);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 6, 12})
    void milners_scheduler(int n) {
        long states = 3L * n << n - 1;
        whole(Networks.milner(s, n), states, states * (n + 1) / 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 6, 12})
    void a_token_ring(int n) {
        long states = 4L * n << n - 1;
        whole(Networks.ring(s, n), states, states * (2 * n + 3) / 4);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 10})
    void a_pipeline(int n) {
        long most = Math.round(Math.pow(3, n - 2));
        whole(Networks.pipeline(s, n), 9 * most, (2L * n + 10) * most);
    }

    @ParameterizedTest
    @CsvSource({"1, 204, 510", "2, 41616, 208080"})
    void copies_of_the_alternating_bit_protocol(int copies, long states, long transitions) {
        whole(Networks.alternatingBits(s, copies), states, transitions);
    }

    @Test
    void terms_count_as_vectors_do() {
        byTerms(Networks.philosophers(s, 4, false), 118, 340);
        byTerms(Networks.milner(s, 4), 96, 240);
        byTerms(Networks.ring(s, 3), 48, 108);
        byTerms(Networks.pipeline(s, 4), 81, 162);
        byTerms(Networks.alternatingBits(s, 1), 204, 510);
    }

    private static long recurrence(int n, long zero, long one, long last, long before) {
        long older = zero;
        long newer = one;
        for (int i = 1; i < n; i++) {
            long next = last * newer + before * older;
            older = newer;
            newer = next;
        }
        return newer;
    }

    private static Property deadlockFree() {
        return new Property.DeadlockFree(SemanticModel.FD);
    }

    private void whole(Process network, long states, long transitions) {
        Outcome outcome = s.check(network, new Property.Never(EventSet.EMPTY));
        assertEquals("holds", outcome.verdict().word());
        assertEquals(states, outcome.statistics().states());
        assertEquals(transitions, outcome.statistics().transitions());
    }

    /** Terms are numbered as they are met: expanding 0, 1, 2 .. is breadth-first. */
    private static void byTerms(Process process, long states, long transitions) {
        var system = new TermSystem(new FiringRules(), process);
        var successors = new Successors(1);
        long known = 1;
        long steps = 0;
        for (long state = 0; state < known; state++) {
            system.expander().expand(new long[] {state}, 1, successors);
            steps += successors.count;
            for (int k = 0; k < successors.count; k++) {
                known = Math.max(known, successors.states[k] + 1);
            }
        }
        assertEquals(states, known);
        assertEquals(transitions, steps);
    }
}
