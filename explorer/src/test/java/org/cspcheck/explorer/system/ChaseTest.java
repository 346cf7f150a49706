package org.cspcheck.explorer.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.cspcheck.explorer.Script;
import org.cspcheck.model.process.Compression;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Process.*;
import org.cspcheck.model.process.Step;
import org.cspcheck.model.verdict.Property;
import org.cspcheck.model.verdict.SemanticModel;
import org.junit.jupiter.api.Test;

/** {@code chase} follows taus until none is left, and forgets the other ways. */
class ChaseTest {
    private final Script script = new Script();
    private final Process a = script.then(Process.STOP, "a");
    private final Process b = script.then(Process.STOP, "b");

    private boolean isEqual(Process some, Process other) {
        return script.holds(some, new Property.Refines(other, SemanticModel.FD)) && script.holds(other, new Property.Refines(some, SemanticModel.FD));
    }

    @Test
    void of_several_taus_the_first_is_taken_and_the_others_are_forgotten() {
        assertTrue(isEqual(new Chase(Script.internal(a, b)), a));
        assertFalse(isEqual(Script.internal(a, b), a));
    }

    @Test
    void a_tau_goes_before_what_is_visible() {
        assertTrue(isEqual(new Chase(new SlidingChoice(a, b)), b));
    }

    @Test
    void taus_after_an_event_are_taken_with_it() {
        var rules = new FiringRules();
        Process hidden = Script.hide(script.then(Process.STOP, "a", "t", "t", "b"), script.events("t"));
        List<Step> steps = rules.steps(rules.settle(new Chase(hidden)));
        assertEquals(1, steps.size());
        assertEquals(script.trace("b"), rules.steps(steps.getFirst().target()).stream().map(Step::event).toList());
    }

    @Test
    void an_endless_run_of_taus_is_still_a_divergence() {
        script.define("T", () -> script.then("T", "t"));
        Process loop = Script.hide(script.call("T"), script.events("t"));
        assertFalse(script.holds(new Chase(loop), new Property.DivergenceFree()));
        assertFalse(script.holds(Process.prefix(script.event("a"), new Chase(loop)), new Property.DivergenceFree()));
    }

    @Test
    void nothing_changes_where_there_is_no_tau() {
        assertTrue(isEqual(new Chase(Script.external(a, b, Process.SKIP)), Script.external(a, b, Process.SKIP)));
    }

    @Test
    void a_compression_below_does_not_choose_another_way() {
        for (var compression : Compression.values()) {
            assertTrue(isEqual(new Chase(new Compress(Script.internal(a, b), compression)), a));
        }
    }
}
