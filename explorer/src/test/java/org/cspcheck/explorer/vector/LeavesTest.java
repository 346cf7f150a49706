package org.cspcheck.explorer.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.cspcheck.explorer.Script;
import org.cspcheck.explorer.search.Budget;
import org.cspcheck.explorer.search.Progress;
import org.cspcheck.model.process.Compression;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Process.*;
import org.cspcheck.model.verdict.Limits;
import org.cspcheck.model.verdict.Outcome;
import org.cspcheck.model.verdict.Property;
import org.cspcheck.model.verdict.SemanticModel;
import org.cspcheck.model.verdict.Verdict;
import org.junit.jupiter.api.Test;

/** Components that are too large alone. With a small limit of states a component may have the fewest, 50,000. */
class LeavesTest {
    private static final Limits FEW = new Limits(OptionalLong.of(10), OptionalInt.empty(), OptionalLong.empty(), Optional.empty());
    private static final Property DEADLOCK_FREE = new Property.DeadlockFree(SemanticModel.F);

    private final Script script = new Script();
    private final int up = script.event("up");

    /** Counts for ever. */
    private record Count(int event, int from) implements Body {
        @Override
        public String name() {
            return "COUNT(" + from + ")";
        }

        @Override
        public Process unfold() {
            return Process.prefix(event, new Call(new Count(event, from + 1)));
        }
    }

    /** {@return a cycle of so many events} */
    private Process cycle(String name, int length) {
        script.define(name, () -> script.then(name, IntStream.range(0, length).mapToObj(i -> name + i).toArray(String[]::new)));
        return script.call(name);
    }

    private Optional<VectorSystem> network(Process process) {
        return VectorSystem.of(new Leaves(new FiringRules(), true), process, new Budget(FEW, Progress.SILENT, () -> false));
    }

    private Outcome check(Process process) {
        return script.check(process, DEADLOCK_FREE, FEW);
    }

    /** The counter with a partner that lets it count to two, in a network. */
    private Process twice(Process counter) {
        return Script.together(script.events("up"), counter, script.then(Process.STOP, "up", "up"));
    }

    @Test
    void a_network_with_an_endless_component_is_searched_by_terms() {
        Process counter = new Call(new Count(up, 0));
        assertTrue(network(twice(counter)).isEmpty());
        assertEquals(3, check(twice(counter)).statistics().states());
        assertInstanceOf(Verdict.Fails.class, check(twice(counter)).verdict());
    }

    @Test
    void an_endless_process_that_is_to_be_compressed_is_searched_by_terms() {
        Process counter = new Call(new Count(up, 0));
        for (Compression compression : Compression.values()) {
            Process compressed = twice(new Compress(counter, compression));
            assertTrue(network(compressed).isEmpty());
            assertEquals(3, check(compressed).statistics().states());
            assertInstanceOf(Verdict.Fails.class, check(compressed).verdict());
        }
    }

    @Test
    void a_network_that_is_too_large_to_be_compressed_is_part_of_the_one_around_it() {
        List<Process> cycles = List.of(cycle("a", 40), cycle("b", 40), cycle("c", 40)); // 64,000 states together
        Process whole = new Compress(new InterfaceParallel(cycles, script.events()), Compression.WEAK_BISIMULATION);
        VectorSystem system = network(Script.interleave(whole, cycle("d", 2))).orElseThrow();
        assertEquals(4, system.network().components());
    }

    @Test
    void a_network_that_is_small_enough_becomes_one_component() {
        List<Process> cycles = List.of(cycle("a", 10), cycle("b", 10), cycle("c", 10));
        Process whole = new Compress(new InterfaceParallel(cycles, script.events()), Compression.WEAK_BISIMULATION);
        VectorSystem system = network(Script.interleave(whole, cycle("d", 2))).orElseThrow();
        assertEquals(2, system.network().components());
    }
}
