package org.cspcheck.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.cspcheck.explorer.Options.Reduction;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.verdict.Limits;
import org.cspcheck.model.verdict.Outcome;
import org.cspcheck.model.verdict.Property;
import org.cspcheck.model.verdict.SemanticModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many states it takes, and that the run shown is the shortest all the same. */
class ThriftTest {
    private static final Property DEADLOCK_FREE = new Property.DeadlockFree(SemanticModel.FD);

    private final Script s = new Script();

    /** The first may pick 0 before the last does; then the one at the end of a chain of waiting ones goes on, or the next one joins: 29,407 in LTSmin for 100. */
    @ParameterizedTest
    @ValueSource(ints = {5, 10, 100})
    void philosophers_take_quadratically_many_states(int n) {
        Outcome outcome = ask(Networks.philosophers(s, n, true), DEADLOCK_FREE, Reduction.ALWAYS);
        assertEquals("holds", outcome.verdict().word());
        assertEquals(3L * n * n - 6L * n + 7, outcome.statistics().states());
    }

    /** As many as LTSmin visits. */
    @Test
    void a_hundred_cells_of_milners_scheduler_take_597_states() {
        Outcome outcome = ask(Networks.milner(s, 100), DEADLOCK_FREE, Reduction.AUTO);
        assertEquals("holds", outcome.verdict().word());
        assertEquals(597, outcome.statistics().states());
    }

    @Test
    void a_thousand_philosophers_are_seen_to_be_right_two_by_two() {
        Outcome outcome = ask(Networks.philosophers(s, 1000, true), DEADLOCK_FREE, Reduction.AUTO);
        assertEquals("holds", outcome.verdict().word());
        assertTrue(outcome.statistics().states() < 10_000, () -> outcome.statistics().toString());
    }

    @Test
    void a_few_states_are_all_searched() {
        Process network = Networks.philosophers(s, 9, true);
        assertEquals(ask(network, DEADLOCK_FREE, Reduction.NONE), ask(network, DEADLOCK_FREE, Reduction.AUTO));
        assertEquals(31_056, ask(network, DEADLOCK_FREE, Reduction.AUTO).statistics().states());
    }

    /** 16 x 9 x 3^14 states of which half a dozen are enough. */
    @Test
    void many_states_are_reduced_without_being_asked() {
        Process network = Networks.pipeline(s, 16);
        Property never = new Property.Never(EventSet.EMPTY);
        assertEquals(1, ask(network, never, Reduction.AUTO).statistics().states());
        assertEquals(33, ask(network, DEADLOCK_FREE, Reduction.AUTO).statistics().states());
    }

    @Test
    void the_deadlock_shown_is_the_one_of_the_whole_search() {
        Process network = Networks.philosophers(s, 8, false);
        assertEquals(ask(network, DEADLOCK_FREE, Reduction.NONE), ask(network, DEADLOCK_FREE, Reduction.ALWAYS));
    }

    @Test
    void an_event_is_found_as_soon_with_fewer_states() {
        Process network = Networks.milner(s, 8);
        Property can = new Property.Can(List.of(s.event("b.5")), false);
        Outcome whole = ask(network, can, Reduction.NONE);
        Outcome reduced = ask(network, can, Reduction.ALWAYS);
        assertEquals(whole.statistics().depth(), reduced.statistics().depth());
        assertTrue(reduced.statistics().states() < whole.statistics().states());
    }

    @Test
    void nothing_hidden_nothing_diverges_nothing_searched() {
        Outcome outcome = ask(Networks.milner(s, 30), new Property.DivergenceFree(), Reduction.ALWAYS);
        assertEquals("holds", outcome.verdict().word());
        assertEquals(0, outcome.statistics().states());
    }

    private Outcome ask(Process network, Property property, Reduction reduction) {
        return s.check(network, property, Limits.NONE, new Options(1, reduction, false));
    }
}
