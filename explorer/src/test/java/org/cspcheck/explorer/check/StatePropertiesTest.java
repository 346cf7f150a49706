package org.cspcheck.explorer.check;

import static org.cspcheck.explorer.Script.external;
import static org.cspcheck.explorer.Script.hide;
import static org.cspcheck.explorer.Script.interleave;
import static org.cspcheck.explorer.Script.internal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.cspcheck.explorer.Counterexamples;
import org.cspcheck.explorer.Options;
import org.cspcheck.explorer.Script;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Process.*;
import org.cspcheck.model.verdict.Counterexample;
import org.cspcheck.model.verdict.Counterexample.Kind;
import org.cspcheck.model.verdict.Limits;
import org.cspcheck.model.verdict.Outcome;
import org.cspcheck.model.verdict.Property;
import org.cspcheck.model.verdict.SemanticModel;
import org.junit.jupiter.api.Test;

/** Deadlock, divergence, events that may or may not happen. */
class StatePropertiesTest {
    private static final Property DEADLOCK_FREE = new Property.DeadlockFree(SemanticModel.F);
    private static final Property STRICTLY_DEADLOCK_FREE = new Property.DeadlockFree(SemanticModel.FD);
    private static final Property DIVERGENCE_FREE = new Property.DivergenceFree();

    private final Script s = new Script();

    @Test
    void STOP_is_a_deadlock_and_SKIP_is_none() {
        assertFalse(s.holds(Process.STOP, DEADLOCK_FREE));
        assertTrue(s.holds(Process.SKIP, DEADLOCK_FREE));
        assertTrue(s.holds(interleave(Process.SKIP, s.then(Process.SKIP, "a")), DEADLOCK_FREE));
        assertFalse(s.holds(interleave(Process.SKIP, s.then(Process.STOP, "a")), DEADLOCK_FREE));
    }

    @Test
    void termination_is_a_deadlock_where_the_user_says_so() {
        var strict = new Options(1, Options.Reduction.AUTO, true);
        Counterexample found = Counterexamples.of(s.check(s.then(Process.SKIP, "a"), DEADLOCK_FREE, Limits.NONE, strict));
        assertEquals(Kind.DEADLOCK, found.kind());
        assertEquals(List.of("a", "tick"), found.trace());
        Process network = interleave(s.then(Process.SKIP, "a"), Process.SKIP);
        assertEquals(Kind.DEADLOCK, Counterexamples.kind(s.check(network, DEADLOCK_FREE, Limits.NONE, strict)));
    }

    @Test
    void a_divergence_is_no_deadlock_but_fails_the_strict_question() {
        assertTrue(s.holds(Process.DIVERGE, DEADLOCK_FREE));
        assertEquals(Kind.DIVERGENCE, s.counterexample(Process.DIVERGE, STRICTLY_DEADLOCK_FREE).kind());
    }

    @Test
    void the_shortest_deadlock_is_shown() {
        Process process = external(s.then(Process.STOP, "a", "b", "c"), s.then(Process.STOP, "d", "e"));
        assertEquals(List.of("d", "e"), s.counterexample(process, DEADLOCK_FREE).trace());
    }

    @Test
    void hiding_a_cycle_diverges() {
        s.define("LOOP", () -> s.then("LOOP", "a", "b"));
        assertTrue(s.holds(s.call("LOOP"), DIVERGENCE_FREE));
        assertTrue(s.holds(hide(s.call("LOOP"), s.events("a")), DIVERGENCE_FREE));
        assertFalse(s.holds(hide(s.call("LOOP"), s.events("a", "b")), DIVERGENCE_FREE));
    }

    @Test
    void unguarded_internal_choice_diverges() {
        s.define("P", () -> internal(s.call("P"), s.then(Process.STOP, "a")));
        assertEquals(List.of("tau"), Counterexamples.events(s.counterexample(s.call("P"), DIVERGENCE_FREE).loop()));
    }

    @Test
    void a_divergence_is_shown_by_the_shortest_way_to_a_cycle() {
        s.define("LOOP", () -> s.then("LOOP", "i", "j"));
        Process process = external(s.then(s.call("LOOP"), "a", "i", "i", "i"), s.then(s.call("LOOP"), "b", "c"));
        Counterexample found = s.counterexample(hide(process, s.events("i", "j")), DIVERGENCE_FREE);
        assertEquals(List.of("b", "c"), Counterexamples.events(found.steps()));
        assertEquals(2, found.loop().size());
    }

    @Test
    void diamonds_of_tau_are_no_cycles() {
        Process process = hide(interleave(s.then(Process.STOP, "i", "i", "i"), s.then(Process.STOP, "i", "i", "i")), s.events("i"));
        Outcome outcome = s.check(process, DIVERGENCE_FREE);
        assertEquals("holds", outcome.verdict().word());
        assertEquals(16, outcome.statistics().states());
        assertEquals(24, outcome.statistics().transitions());
        assertEquals(6, outcome.statistics().depth());
    }

    @Test
    void never_shows_the_shortest_run_before_the_event() {
        Process process = external(s.then(Process.STOP, "a", "b", "x"), s.then(Process.STOP, "c", "y"));
        Counterexample found = s.counterexample(process, new Property.Never(s.events("x", "y")));
        assertEquals(Kind.FORBIDDEN_EVENT, found.kind());
        assertEquals(List.of("c"), found.trace());
        assertEquals("y", found.event().orElseThrow());
        assertTrue(s.holds(hide(process, s.events("x", "y")), new Property.Never(s.events("x", "y"))));
    }

    @Test
    void can_shows_a_run_with_the_event() {
        Process process = s.then(Process.STOP, "a", "b", "c");
        Counterexample run = Counterexamples.of(s.check(process, new Property.Can(s.trace("b"), false)));
        assertEquals(Kind.RUN, run.kind());
        assertEquals(List.of("a", "b"), run.trace());
        assertEquals(List.of("c"), run.offers());
        Counterexample none = s.counterexample(process, new Property.Can(s.trace("d"), false));
        assertEquals(Kind.NO_SUCH_RUN, none.kind());
        assertEquals("d", none.event().orElseThrow());
    }
}
