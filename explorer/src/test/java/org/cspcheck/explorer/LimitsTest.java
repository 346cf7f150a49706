package org.cspcheck.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.cspcheck.explorer.search.Progress;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Process.*;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.SpecificationException;
import org.cspcheck.model.verdict.Check;
import org.cspcheck.model.verdict.Limits;
import org.cspcheck.model.verdict.Outcome;
import org.cspcheck.model.verdict.Outlook;
import org.cspcheck.model.verdict.Property;
import org.cspcheck.model.verdict.SemanticModel;
import org.cspcheck.model.verdict.Verdict;
import org.junit.jupiter.api.Test;

/** A check ends with a verdict whatever happens. */
class LimitsTest {
    private static final Property NEVER = new Property.Never(EventSet.EMPTY);
    private static final Options WHOLE = new Options(1, Options.Reduction.NONE, false);

    private final Script s = new Script();

    private static Limits states(long most) {
        return new Limits(OptionalLong.of(most), OptionalInt.empty(), OptionalLong.empty(), Optional.empty());
    }

    private static Limits depth(int most) {
        return new Limits(OptionalLong.empty(), OptionalInt.of(most), OptionalLong.empty(), Optional.empty());
    }

    private static String reason(Outcome outcome) {
        return switch (outcome.verdict()) {
            case Verdict.Inconclusive(String reason) -> reason;
            case Verdict other -> throw new AssertionError(other);
        };
    }

    @Test
    void the_state_limit_is_exact() {
        Process network = Networks.philosophers(s, 4, true);
        Outcome whole = s.check(network, NEVER);
        long states = whole.statistics().states();
        assertEquals("holds", s.check(network, NEVER, states(states)).verdict().word());
        Outcome cut = s.check(network, NEVER, states(states - 1));
        assertEquals("state limit of " + (states - 1) + " reached", reason(cut));
        assertEquals(states - 1, cut.statistics().states());
    }

    /** Eight processes of one step: of the 1 + 8 + 28 states first found, those of level 1 are one block, whose steps are not all counted. */
    @Test
    void a_limit_tells_how_many_states_were_waiting() {
        Process[] steps = Script.upTo(8).map(i -> s.then(Process.STOP, "a" + i)).toArray(Process[]::new);
        Outcome cut = s.check(Script.interleave(steps), NEVER, states(36), WHOLE);
        assertEquals(Optional.of(new Outlook(36 - 1, Optional.empty())), cut.outlook());
        assertEquals(Optional.empty(), s.check(Script.interleave(steps), NEVER, states(256), WHOLE).outlook());
    }

    /** Eight processes of three steps have 4^8 states. */
    @Test
    void what_may_be_left_is_the_same_for_every_number_of_workers() {
        Process[] steps = Script.upTo(8).map(i -> s.then(Process.STOP, "a" + i, "b" + i, "c" + i)).toArray(Process[]::new);
        Process network = Script.interleave(steps);
        Outlook alone = s.check(network, NEVER, states(3 << 14), WHOLE).outlook().orElseThrow();
        Outlook.Range inAll = alone.inAll().orElseThrow();
        assertTrue(inAll.least() <= 1 << 16 && 1 << 16 <= inAll.most(), inAll.toString());
        for (int workers = 2; workers <= 3; workers++) {
            Options shared = new Options(workers, Options.Reduction.NONE, false);
            assertEquals(Optional.of(alone), s.check(network, NEVER, states(3 << 14), shared).outlook());
        }
    }

    @Test
    void a_violation_before_the_limit_counts() {
        assertEquals("fails", s.check(s.then(Process.STOP, "a"), new Property.DeadlockFree(SemanticModel.F), states(2)).verdict().word());
    }

    @Test
    void the_depth_limit_is_exact() {
        Process process = s.then(Process.STOP, "a", "b", "c");
        assertEquals("holds", s.check(process, NEVER, depth(3)).verdict().word());
        assertEquals("depth limit of 2 reached", reason(s.check(process, NEVER, depth(2))));
        assertEquals("fails", s.check(process, new Property.DeadlockFree(SemanticModel.F), depth(3)).verdict().word());
        assertEquals("depth limit of 2 reached", reason(s.check(process, new Property.DeadlockFree(SemanticModel.F), depth(2))));
    }

    @Test
    void infinite_processes_end_at_the_state_limit() {
        assertEquals("state limit of 1000 reached", reason(s.check(counter(0), NEVER, states(1000))));
        Process network = Script.interleave(counter(0), s.then(Process.STOP, "x"));
        assertEquals("state limit of 1000 reached", reason(s.check(network, new Property.DivergenceFree(), states(1000))));
    }

    @Test
    void an_endless_descent_of_taus_ends_at_the_state_limit() {
        Process process = new Hide(counter(0), s.events("up"));
        assertEquals("state limit of 500 reached", reason(s.check(process, new Property.DivergenceFree(), states(500))));
    }

    private Process counter(int n) {
        String name = "COUNT(" + n + ")";
        s.define(name, () -> s.then(counter(n + 1), "up"));
        return s.call(name);
    }

    @Test
    void time_and_memory_are_limits_too() {
        Process network = Networks.philosophers(s, 13, false);
        var time = new Limits(OptionalLong.empty(), OptionalInt.empty(), OptionalLong.empty(), Optional.of(Duration.ofMillis(100)));
        assertEquals("time limit of 100ms reached", reason(s.check(network, NEVER, time, WHOLE)));
        var memory = new Limits(OptionalLong.empty(), OptionalInt.empty(), OptionalLong.of(1 << 20), Optional.empty());
        assertEquals("memory limit of 1 MiB reached", reason(s.check(network, NEVER, memory, WHOLE)));
    }

    @Test
    void limits_of_the_check_hold_where_no_others_are_given() {
        var check = new Check("c", "c", counter(0), NEVER, false, true, Optional.empty(), states(7));
        var explorer = new Explorer(s.alphabet, Options.DEFAULT);
        assertEquals("state limit of 7 reached", reason(explorer.check(check, Limits.NONE, Progress.SILENT, () -> false)));
        assertEquals("state limit of 9 reached", reason(explorer.check(check, states(9), Progress.SILENT, () -> false)));
    }

    @Test
    void an_interrupted_check_is_inconclusive() {
        var check = new Check("c", "c", counter(0), NEVER, false, true, Optional.empty(), Limits.NONE);
        long[] asked = {0};
        Outcome outcome = new Explorer(s.alphabet, Options.DEFAULT).check(check, Limits.NONE, Progress.SILENT, () -> ++asked[0] > 3);
        assertEquals("interrupted", reason(outcome));
    }

    @Test
    void progress_is_reported() {
        var check = new Check("c", "c", counter(0), NEVER, false, true, Optional.empty(), Limits.NONE);
        List<Progress.Snapshot> heard = new ArrayList<>();
        new Explorer(s.alphabet, Options.DEFAULT).check(check, Limits.NONE, heard::add, () -> heard.size() == 2);
        assertEquals(2, heard.size());
        assertTrue(heard.get(0).states() < heard.get(1).states());
    }

    @Test
    void a_mistake_in_the_specification_is_reported_where_it_is_reached() {
        Diagnostic mistake = Diagnostic.error("CSP0600", null, "division by zero");
        s.define("BAD", () -> {
            throw new SpecificationException(mistake);
        });
        Process process = s.then("BAD", "a");
        assertEquals(new Verdict.Erroneous(mistake), s.check(process, NEVER).verdict());
        assertEquals(new Verdict.Erroneous(mistake), s.check(Script.interleave(process, Process.SKIP), NEVER).verdict());
        Process beyondReach = Script.together(s.events("c"), s.then("BAD", "c", "a"), Process.SKIP);
        assertEquals("holds", s.check(beyondReach, NEVER).verdict().word());
    }

    @Test
    void unguarded_recursion_is_a_mistake() {
        s.define("P", () -> Script.external(s.call("P"), s.then(Process.STOP, "a")));
        assertEquals("error", s.check(s.call("P"), NEVER).verdict().word());
    }

    @Test
    void a_negated_check_is_about_the_assertion_as_written() {
        var check = new Check("c", "c", Process.STOP, new Property.DeadlockFree(SemanticModel.F), true, true, Optional.empty(), Limits.NONE);
        Outcome outcome = new Explorer(s.alphabet, Options.DEFAULT).check(check, Limits.NONE, Progress.SILENT, () -> false);
        assertEquals("holds", outcome.verdict().word());
        assertTrue(outcome.ok());
        assertEquals(org.cspcheck.model.verdict.Counterexample.Kind.DEADLOCK, Counterexamples.kind(outcome));
    }
}
