package org.cspcheck.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.cspcheck.explorer.Options.Reduction;
import org.cspcheck.explorer.search.Progress;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Process.Hide;
import org.cspcheck.model.verdict.Check;
import org.cspcheck.model.verdict.Limits;
import org.cspcheck.model.verdict.Outcome;
import org.cspcheck.model.verdict.Property;
import org.cspcheck.model.verdict.SemanticModel;
import org.junit.jupiter.api.Test;

/** Whoever shares the work: the verdict, the counts, the depth and the counterexample are the same. */
class WorkersTest {
    private final Script s = new Script();

    @Test
    void the_first_deadlock_is_the_same() {
        same(Networks.philosophers(s, 8, false), new Property.DeadlockFree(SemanticModel.F), "fails");
        same(Networks.philosophers(s, 8, true), new Property.DeadlockFree(SemanticModel.FD), "holds");
    }

    @Test
    void the_first_step_of_many_is_the_same() {
        Process ring = Networks.milner(s, 9);
        same(ring, new Property.Never(s.events("b.8")), "fails");
        same(ring, new Property.Can(List.of(s.event("b.8")), false), "holds");
    }

    @Test
    void so_are_refinements_whose_nodes_the_workers_number_in_any_order() {
        Process network = Networks.milner(s, 9);
        EventSet all = s.events(IntStream.range(0, 9)
                .boxed()
                .flatMap(i -> java.util.stream.Stream.of("b." + i, "c." + i))
                .toArray(String[]::new));
        Process starts = new Hide(network, all);
        for (SemanticModel model : SemanticModel.values()) {
            same(starts, new Property.Refines(new Hide(network, all), model), "holds");
            same(starts, new Property.Refines(Process.STOP, model), "fails");
        }
        same(network, new Property.Refines(starts, SemanticModel.T), "fails");
        same(starts, new Property.Deterministic(SemanticModel.FD), "holds");
        same(starts, new Property.DivergenceFree(), "holds");
    }

    /** Levels of more than 16,384 states, in which rounds are under way at the same time. */
    @Test
    void so_is_a_search_with_long_levels() {
        Process network = Networks.philosophers(s, 12, true);
        Outcome.Statistics all = outcome(network, new Property.Never(EventSet.EMPTY), Limits.NONE, 1).statistics();
        assertTrue(all.states() > 16_384L * (all.depth() + 1), () -> "perhaps no level is long: " + all);
        same(network, new Property.Never(EventSet.EMPTY), "holds");
        var states = new Limits(OptionalLong.of(900_000), OptionalInt.empty(), OptionalLong.empty(), Optional.empty());
        same(network, new Property.Never(EventSet.EMPTY), states, "inconclusive");
        same(Networks.milner(s, 15), new Property.Never(s.events("b.14")), "fails");
    }

    @Test
    void limits_strike_at_the_same_place() {
        Process network = Networks.philosophers(s, 8, true);
        for (long most : new long[] {1, 100, 5_000, 9_402}) {
            var states = new Limits(OptionalLong.of(most), OptionalInt.empty(), OptionalLong.empty(), Optional.empty());
            same(network, new Property.Never(EventSet.EMPTY), states, "inconclusive");
        }
        var depth = new Limits(OptionalLong.empty(), OptionalInt.of(9), OptionalLong.empty(), Optional.empty());
        same(network, new Property.Never(EventSet.EMPTY), depth, "inconclusive");
    }

    private void same(Process process, Property property, String verdict) {
        same(process, property, Limits.NONE, verdict);
    }

    private void same(Process process, Property property, Limits limits, String verdict) {
        Outcome one = outcome(process, property, limits, 1);
        assertEquals(verdict, one.verdict().word());
        for (int workers = 2; workers <= 3; workers++) {
            Outcome many = outcome(process, property, limits, workers);
            assertEquals(one.statistics(), many.statistics());
            assertEquals(one.verdict().toString(), many.verdict().toString());
        }
    }

    private Outcome outcome(Process process, Property property, Limits limits, int workers) {
        var check = new Check("c", "c", process, property, false, true, Optional.empty(), limits);
        return new Explorer(s.alphabet, new Options(workers, Reduction.NONE, false)).check(check, Limits.NONE, Progress.SILENT, () -> false);
    }
}
