package org.cspcheck.explorer.check;

import static org.cspcheck.explorer.Script.external;
import static org.cspcheck.explorer.Script.internal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.cspcheck.explorer.Counterexamples;
import org.cspcheck.explorer.Script;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Process.SlidingChoice;
import org.cspcheck.model.verdict.Counterexample;
import org.cspcheck.model.verdict.Counterexample.Kind;
import org.cspcheck.model.verdict.Property;
import org.cspcheck.model.verdict.SemanticModel;
import org.junit.jupiter.api.Test;

/** Traces that can happen, and processes that can be kept from them; determinism. */
class TracesTest {
    private final Script s = new Script();
    private final Process a = s.then(Process.STOP, "a");
    private final Process b = s.then(Process.STOP, "b");

    private Property trace(SemanticModel model, String... events) {
        return new Property.HasTrace(s.trace(events), model);
    }

    @Test
    void a_trace_may_have_taus_inside() {
        Process process = internal(s.then(internal(a, b), "c"), b);
        Counterexample run = Counterexamples.of(s.check(process, trace(SemanticModel.T, "c", "b")));
        assertEquals(Kind.RUN, run.kind());
        assertEquals(List.of("c", "b"), run.trace());
        assertEquals(List.of("tau", "c", "tau", "b"), Counterexamples.events(run.steps()));
        assertTrue(s.holds(process, trace(SemanticModel.T)));
    }

    @Test
    void a_missing_trace_shows_how_far_it_goes() {
        Counterexample none = s.counterexample(s.then(Process.STOP, "a", "b", "c"), trace(SemanticModel.T, "a", "b", "d"));
        assertEquals(Kind.NO_SUCH_RUN, none.kind());
        assertEquals(List.of("a", "b"), none.trace());
        assertEquals("d", none.event().orElseThrow());
        assertEquals(List.of("c"), none.offers());
    }

    @Test
    void in_failures_the_trace_cannot_be_refused() {
        Process process = s.then(internal(a, b), "c");
        assertTrue(s.holds(process, trace(SemanticModel.F, "c")));
        Counterexample found = s.counterexample(process, trace(SemanticModel.F, "c", "a"));
        assertEquals(Kind.REFUSAL, found.kind());
        assertEquals(List.of("c"), found.trace());
        assertEquals("a", found.event().orElseThrow());
        assertEquals(List.of("b"), found.offers());
        assertFalse(s.holds(external(a, Process.SKIP), trace(SemanticModel.F, "a")));
        assertTrue(s.holds(new SlidingChoice(a, external(a, b)), trace(SemanticModel.F, "a")));
    }

    @Test
    void a_trace_that_does_not_exist_is_not_called_refused() {
        assertEquals(Kind.NO_SUCH_RUN, s.counterexample(a, trace(SemanticModel.F, "b")).kind());
    }

    @Test
    void divergence_on_the_way_counts_in_FD_alone() {
        Process process = external(internal(a, Process.DIVERGE), a);
        assertTrue(s.holds(process, trace(SemanticModel.F, "a")));
        assertEquals(Kind.DIVERGENCE, s.counterexample(process, trace(SemanticModel.FD, "a")).kind());
        assertFalse(s.holds(s.then(Process.DIVERGE, "a"), trace(SemanticModel.FD, "a")));
    }

    @Test
    void a_long_trace_has_room() {
        s.define("LOOP", () -> s.then("LOOP", "a"));
        String[] long_ = Script.upTo(5000).map(i -> "a").toArray(String[]::new);
        assertTrue(s.holds(s.call("LOOP"), trace(SemanticModel.F, long_)));
    }

    @Test
    void can_a_trace_begins_at_the_start() {
        Process process = s.then(Process.STOP, "a", "b");
        assertTrue(s.holds(process, new Property.Can(s.trace("a", "b"), true)));
        assertFalse(s.holds(process, new Property.Can(s.trace("b"), true)));
        assertTrue(s.holds(process, new Property.Can(s.trace("b"), false)));
    }

    @Test
    void an_event_both_performed_and_refused_is_nondeterminism() {
        var deterministic = new Property.Deterministic(SemanticModel.FD);
        assertTrue(s.holds(external(a, b), deterministic));
        assertTrue(s.holds(internal(a, a), deterministic));
        Counterexample found = s.counterexample(s.then(internal(a, b), "c"), deterministic);
        assertEquals(Kind.NONDETERMINISM, found.kind());
        assertEquals("a", found.event().orElseThrow());
        assertEquals(List.of("c"), found.trace());
        assertEquals(List.of("c", "tau"), Counterexamples.events(found.second().orElseThrow()));
    }

    @Test
    void the_same_event_twice_is_nondeterminism_only_where_it_matters() {
        var deterministic = new Property.Deterministic(SemanticModel.FD);
        assertTrue(s.holds(external(s.then(a, "c"), s.then(a, "c")), deterministic));
        assertEquals("a", s.counterexample(external(s.then(a, "c"), s.then(b, "c")), deterministic).event().orElseThrow());
    }

    @Test
    void a_choice_with_termination_is_nondeterministic() {
        var deterministic = new Property.Deterministic(SemanticModel.F);
        assertEquals("a", s.counterexample(external(a, Process.SKIP), deterministic).event().orElseThrow());
        assertEquals("tick", s.counterexample(internal(Process.STOP, Process.SKIP), deterministic).event().orElseThrow());
        assertTrue(s.holds(s.then(Process.SKIP, "a"), deterministic));
    }

    @Test
    void divergence_is_nondeterminism_in_FD_alone() {
        Process process = s.then(internal(a, Process.DIVERGE), "c");
        assertTrue(s.holds(process, new Property.Deterministic(SemanticModel.F)));
        Counterexample found = s.counterexample(process, new Property.Deterministic(SemanticModel.FD));
        assertEquals(Kind.DIVERGENCE, found.kind());
        assertEquals(List.of("c"), found.trace());
    }
}
