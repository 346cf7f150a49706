package org.cspcheck.explorer.check;

import static org.cspcheck.explorer.Script.external;
import static org.cspcheck.explorer.Script.hide;
import static org.cspcheck.explorer.Script.internal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.cspcheck.explorer.Counterexamples;
import org.cspcheck.explorer.Networks;
import org.cspcheck.explorer.Script;
import org.cspcheck.model.event.PriorityOrder;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Process.*;
import org.cspcheck.model.verdict.Counterexample;
import org.cspcheck.model.verdict.Counterexample.Kind;
import org.cspcheck.model.verdict.Outcome;
import org.cspcheck.model.verdict.Property;
import org.cspcheck.model.verdict.SemanticModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefinementTest {
    private static final SemanticModel T = SemanticModel.T;
    private static final SemanticModel F = SemanticModel.F;
    private static final SemanticModel FD = SemanticModel.FD;

    private final Script s = new Script();
    private final Process a = s.then(Process.STOP, "a");
    private final Process b = s.then(Process.STOP, "b");

    private boolean refines(Process specification, SemanticModel model, Process implementation) {
        return s.holds(implementation, new Property.Refines(specification, model));
    }

    private Counterexample against(Process specification, SemanticModel model, Process implementation) {
        return s.counterexample(implementation, new Property.Refines(specification, model));
    }

    @ParameterizedTest
    @EnumSource
    void an_event_that_the_specification_lacks_is_a_trace(SemanticModel model) {
        Counterexample found = against(s.then(Process.STOP, "a", "b"), model, s.then(external(b, s.then(Process.STOP, "c")), "a"));
        assertEquals(Kind.TRACE, found.kind());
        assertEquals(List.of("a"), found.trace());
        assertEquals("c", found.event().orElseThrow());
        assertEquals(List.of("b", "c"), found.offers());
        assertEquals(List.of(List.of("b")), found.allowed());
    }

    @Test
    void traces_do_not_see_refusals_and_failures_do() {
        assertTrue(refines(external(a, b), T, internal(a, b)));
        assertTrue(refines(internal(a, b), F, external(a, b)));
        Counterexample found = against(external(a, b), F, internal(a, b));
        assertEquals(Kind.REFUSAL, found.kind());
        assertEquals(List.of("tau"), Counterexamples.events(found.steps()));
        assertEquals(List.of("a"), found.offers());
        assertEquals(List.of(List.of("a", "b")), found.allowed());
    }

    @Test
    void a_refusal_shows_each_minimal_acceptance() {
        Process specification = internal(a, b, external(a, b));
        assertEquals(List.of(List.of("a"), List.of("b")), against(specification, F, Process.STOP).allowed());
    }

    @Test
    void an_unstable_state_refuses_nothing() {
        assertTrue(refines(a, F, new SlidingChoice(a, a)));
        assertFalse(refines(external(a, b), F, new SlidingChoice(b, a)));
    }

    @Test
    void divergence_is_ignored_in_failures_and_strict_in_divergences() {
        assertTrue(refines(a, F, Process.DIVERGE));
        assertTrue(refines(a, T, Process.DIVERGE));
        Counterexample found = against(a, FD, internal(a, Process.DIVERGE));
        assertEquals(Kind.DIVERGENCE, found.kind());
        assertEquals(List.of("tau"), Counterexamples.events(found.steps()));
        assertEquals(List.of("tau"), Counterexamples.events(found.loop()));
    }

    @Test
    void below_a_divergent_specification_everything_is_allowed() {
        assertTrue(refines(Process.DIVERGE, FD, s.then(Process.DIVERGE, "a", "b")));
        assertTrue(refines(s.then(Process.DIVERGE, "a"), FD, s.then(b, "a")));
        assertFalse(refines(s.then(Process.DIVERGE, "a"), FD, b));
    }

    @Test
    void a_specification_that_is_never_stable_allows_nothing_stable_in_failures() {
        assertFalse(refines(Process.DIVERGE, F, Process.STOP));
        assertEquals(List.of(), against(Process.DIVERGE, F, Process.STOP).allowed());
    }

    @Test
    void tick_is_an_event_of_traces() {
        assertTrue(refines(Process.SKIP, T, Process.STOP));
        Counterexample found = against(Process.STOP, T, Process.SKIP);
        assertEquals("tick", found.event().orElseThrow());
    }

    @Test
    void a_state_that_can_tick_may_refuse_every_visible_event() {
        Process either = external(a, Process.SKIP);
        assertTrue(refines(either, FD, new SlidingChoice(a, Process.SKIP)));
        assertTrue(refines(new SlidingChoice(a, Process.SKIP), FD, either));
        assertFalse(refines(a, F, either));
        assertFalse(refines(either, F, a)); // a alone never ticks, and the tick cannot be refused
    }

    @Test
    void after_a_tick_nothing_is_left_on_either_side() {
        assertTrue(refines(Process.SKIP, FD, Process.SKIP));
        assertTrue(refines(internal(Process.SKIP, a), FD, Process.SKIP));
        assertFalse(refines(Process.SKIP, F, internal(Process.SKIP, Process.STOP)));
    }

    @Test
    void a_hidden_cycle_diverges() {
        s.define("TICKER", () -> s.then(external(s.then("TICKER", "i"), s.then("TICKER", "a")), "i"));
        Counterexample found = against(new Run(s.events("a")), FD, hide(s.call("TICKER"), s.events("i")));
        assertEquals(Kind.DIVERGENCE, found.kind());
        assertEquals(List.of("tau", "tau"), Counterexamples.events(found.loop()));
        assertEquals("i", found.loop().get(0).hidden().orElseThrow());
    }

    @Test
    void with_priority_of_tau_events_of_the_set_wait() {
        Process unstable = new SlidingChoice(a, b);
        var order = new PriorityOrder.TauPriority(s.events("a"));
        assertTrue(refines(b, T, new Prioritise(unstable, order)));
        assertFalse(refines(b, T, unstable));
        Process network = Script.interleave(unstable, s.then(Process.STOP, "c"));
        assertTrue(refines(Script.interleave(b, s.then(Process.STOP, "c")), FD, new Prioritise(network, order)));
    }

    @ParameterizedTest
    @EnumSource
    void a_pipeline_is_a_buffer(SemanticModel model) {
        int n = 4;
        Process pipeline = Networks.pipeline(s, n);
        String[] inside = Script.upTo(n - 1).flatMap(i -> java.util.stream.Stream.of("c." + (i + 1) + ".0", "c." + (i + 1) + ".1"))
                .toArray(String[]::new);
        Outcome outcome = s.check(hide(pipeline, s.events(inside)), new Property.Refines(buffer("", n, n), model));
        assertEquals("holds", outcome.verdict().word());
        assertEquals(81, outcome.statistics().states());
        Process smaller = buffer("", n - 1, n);
        Counterexample found = against(smaller, model, hide(pipeline, s.events(inside)));
        assertEquals(Kind.TRACE, found.kind());
        assertEquals(List.of("c.0.0", "c.0.0", "c.0.0"), found.trace());
        assertEquals("c.0.0", found.event().orElseThrow());
    }

    /** A buffer that holds {@code content} and has room for so many bits. */
    private Process buffer(String content, int room, int out) {
        String name = "BUFFER(" + content + "," + room + ")";
        s.define(name, () -> {
            Process none = Process.STOP;
            Process in0 = room == content.length() ? none : s.then(buffer(content + "0", room, out), "c.0.0");
            Process in1 = room == content.length() ? none : s.then(buffer(content + "1", room, out), "c.0.1");
            Process give = content.isEmpty() ? none : s.then(buffer(content.substring(1), room, out), "c." + out + "." + content.charAt(0));
            return external(in0, in1, give);
        });
        return s.call(name);
    }

    @Test
    void where_no_bits_are_free_nodes_get_a_word_of_their_own() {
        // The chain takes 13 bits, the rest 38: the 12 that are left are too few for 8402 nodes.
        int length = 4200;
        for (int i = 0; i < length; i++) {
            Process next = i + 1 == length ? Process.STOP : s.call("E(" + (i + 1) + ")");
            String event = "e" + i % 3;
            s.define("E(" + i + ")", () -> s.then(next, event));
        }
        Process chain = s.call("E(0)");
        Process[] bits = Script.upTo(38).map(i -> s.then(Process.STOP, "done")).toArray(Process[]::new);
        Process network = Script.interleave(chain, Script.together(s.events("done"), bits));
        assertEquals("done", against(chain, T, network).event().orElseThrow());
        Process specification = Script.interleave(chain, s.then(Process.STOP, "done"));
        assertEquals(2 * (length + 1), s.check(network, new Property.Refines(specification, T)).statistics().states());
    }
}
