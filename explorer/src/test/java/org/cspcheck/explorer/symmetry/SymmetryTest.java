package org.cspcheck.explorer.symmetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.cspcheck.explorer.Networks;
import org.cspcheck.explorer.Options;
import org.cspcheck.explorer.Options.Reduction;
import org.cspcheck.explorer.Script;
import org.cspcheck.explorer.vector.Network;
import org.cspcheck.explorer.vector.VectorSystem;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.verdict.Limits;
import org.cspcheck.model.verdict.Outcome;
import org.cspcheck.model.verdict.Property;
import org.cspcheck.model.verdict.SemanticModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is merged, in numbers that can be told without merging. */
class SymmetryTest {
    private static final IntPredicate NOTHING = event -> false;

    private final Script s = new Script();

    /** Burnside: as many orbits as there are states that a rotation leaves alone, on average over the rotations. */
    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 6, 7})
    void a_ring_of_philosophers_has_as_many_states_as_orbits(int n) {
        VectorSystem whole = Space.network(Networks.philosophers(s, n, false));
        Space space = Space.of(whole);
        int fixed = 0;
        for (int rotation = 0; rotation < n; rotation++) {
            for (List<Long> state : space.depths().keySet()) {
                List<Long> rotated = rotated(whole.network(), state, n, rotation);
                assertTrue(space.depths().containsKey(rotated), "a rotated state is a state");
                fixed += rotated.equals(state) ? 1 : 0;
            }
        }
        assertEquals(0, fixed % n);
        assertEquals(fixed / n, Space.of(merged(whole, NOTHING)).size());
    }

    /** Philosopher i becomes philosopher i + rotation, and so do forks; equal definitions have equally numbered states. */
    private static List<Long> rotated(Network network, List<Long> state, int n, int rotation) {
        long[] before = Space.unboxed(state);
        long[] after = before.clone();
        for (int c = 0; c < network.components(); c++) {
            int to = c / n * n + (c + rotation) % n;
            network.move(after, 0, to, network.local(before, 0, to), network.local(before, 0, c));
        }
        return Space.boxed(after);
    }

    /** There is one token, so no rotation leaves a state alone, and each orbit has n states. */
    @ParameterizedTest
    @CsvSource({"milner, 4", "milner, 7", "ring, 3", "ring, 5", "ring, 6"})
    void a_ring_with_a_token_has_an_nth_of_the_states(String name, int n) {
        VectorSystem whole = Space.network(name.equals("milner") ? Networks.milner(s, n) : Networks.ring(s, n));
        assertEquals(Space.of(whole).size(), n * Space.of(merged(whole, NOTHING)).size());
    }

    /** Of workers that do not know each other only the number in each of three states counts: n + 2 over 2. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 8})
    void workers_without_names_are_counted(int n) {
        Process[] workers = Script.upTo(n).map(i -> worker("w" + i, "a." + i, "b." + i, "c." + i)).toArray(Process[]::new);
        VectorSystem whole = Space.network(Script.interleave(workers));
        assertEquals(Math.round(Math.pow(3, n)), Space.of(whole).size());
        assertEquals((n + 1) * (n + 2) / 2, Space.of(merged(whole, NOTHING)).size());
    }

    /** The first is told apart by an event that is asked about: 3 times those of one worker less. */
    @Test
    void a_worker_that_is_asked_about_keeps_its_name() {
        Process[] workers = Script.upTo(6).map(i -> worker("w" + i, "a." + i, "b." + i, "c." + i)).toArray(Process[]::new);
        VectorSystem whole = Space.network(Script.interleave(workers));
        int first = s.event("a.0");
        assertEquals(3 * 6 * 7 / 2, Space.of(merged(whole, event -> event == first)).size());
    }

    /** The lock is free and 0 to n workers wait, or one has it and 0 to n - 1 others wait. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 6, 9})
    void a_lock_knows_who_has_it(int n) {
        VectorSystem whole = Space.network(lock(n));
        assertEquals((1 << n) + n * (1 << n - 1), Space.of(whole).size());
        assertEquals(2 * n + 1, Space.of(merged(whole, NOTHING)).size());
    }

    private Process lock(int n) {
        Map<String, EventSet> parts = new TreeMap<>();
        for (int i = 0; i < n; i++) {
            String[] events = {"ask." + i, "get." + i, "free." + i};
            String name = "w" + i;
            s.define(name, () -> s.then(name, events));
            parts.put(name, s.events(events));
        }
        s.define("lock", () -> Script.external(
                Script.upTo(n).map(i -> s.then("lock", "get." + i, "free." + i)).toArray(Process[]::new)));
        parts.put("lock", s.events(Script.upTo(n).flatMap(i -> Stream.of("get." + i, "free." + i)).toArray(String[]::new)));
        return s.network(parts);
    }

    /** A queue of 0 to n of them, the head waiting or served; who stands where in the queue does not matter. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5})
    void a_queue_knows_who_stands_where(int n) {
        Map<String, EventSet> parts = new TreeMap<>();
        for (int i = 0; i < n; i++) {
            String[] events = {"ask." + i, "get." + i, "free." + i};
            String name = "w" + i;
            s.define(name, () -> s.then(name, events));
            parts.put(name, s.events(events));
        }
        String first = queue(n, "");
        parts.put(first, s.events(
                Script.upTo(n).flatMap(i -> Stream.of("ask." + i, "get." + i, "free." + i)).toArray(String[]::new)));
        VectorSystem whole = Space.network(s.network(parts));
        assertEquals(2 * n + 1, Space.of(merged(whole, NOTHING)).size());
    }

    private String queue(int n, String waiting) {
        String name = "q" + waiting;
        s.define(name, () -> {
            var ways = new java.util.ArrayList<Process>();
            for (int i = 0; i < n; i++) {
                if (waiting.indexOf('0' + i) < 0) {
                    ways.add(s.then(queue(n, waiting + i), "ask." + i));
                }
            }
            if (!waiting.isEmpty()) {
                ways.add(s.then(queue(n, waiting.substring(1)), "get." + waiting.charAt(0), "free." + waiting.charAt(0)));
            }
            return ways.size() == 1 ? ways.get(0) : Script.external(ways.toArray(Process[]::new));
        });
        return name;
    }

    /** Four pairs of a worker and its mailbox, 3 times 2 states each: multisets of 4 out of 6. */
    @Test
    void blocks_of_several_components_are_swapped_together() {
        int n = 4;
        Process[] pairs = Script.upTo(n).map(i -> {
            String out = "out." + i;
            s.define("box" + i, () -> s.then("box" + i, "in." + i, out));
            s.define("man" + i, () -> s.then("man" + i, out, "work." + i, "done." + i));
            return Script.together(s.events(out), s.call("box" + i), s.call("man" + i));
        }).toArray(Process[]::new);
        VectorSystem whole = Space.network(Script.interleave(pairs));
        assertEquals(6 * 6 * 6 * 6, Space.of(whole).size());
        assertEquals(9 * 8 * 7 * 6 / 24, Space.of(merged(whole, NOTHING)).size());
    }

    /** What goes into a mailbox and what comes out of its worker are alike, so the two of a pair can be swapped, end for end: 3 states each. */
    @Test
    void the_two_of_a_pair_are_swapped_and_then_the_pairs() {
        Process[] pairs = Script.upTo(4).map(i -> {
            String out = "out." + i;
            return Script.together(s.events(out), worker("box" + i, "in." + i, out), worker("man" + i, out, "done." + i));
        }).toArray(Process[]::new);
        VectorSystem whole = Space.network(Script.interleave(pairs));
        assertEquals(256, Space.of(whole).size());
        assertEquals(6 * 5 * 4 * 3 / 24, Space.of(merged(whole, NOTHING)).size());
    }

    /** 3 rooms of 3 workers each that never meet: as many as multisets of 3 out of the 10 multisets of 3 out of 3. */
    @Test
    void interchanges_nest() {
        Process[] rooms = Script.upTo(3).map(r -> {
            Process[] workers = Script.upTo(3)
                    .map(i -> worker("w" + r + i, "a" + r + i, "b" + r + i, "c" + r))
                    .toArray(Process[]::new);
            s.define("door" + r, () -> s.then("door" + r, "c" + r));
            return Script.together(s.events("c" + r), Script.interleave(workers), s.call("door" + r));
        }).toArray(Process[]::new);
        VectorSystem whole = Space.network(Script.interleave(rooms));
        assertEquals(27 * 27 * 27, Space.of(whole).size());
        assertEquals(10 * 11 * 12 / 6, Space.of(merged(whole, NOTHING)).size());
    }

    /** Two at each place of a ring of four: 3 multisets at each place, all combinations can be reached; necklaces of 4 beads in 3 colours. */
    @Test
    void rings_of_interchangeable_workers_are_sorted_and_turned() {
        Process[] places = Script.upTo(4).map(p -> {
            Process[] two = Script.upTo(2).map(i -> {
                String name = "w" + p + i;
                s.define(name, () -> s.then(name, "to" + p, "to" + (p + 1) % 4));
                return s.call(name);
            }).toArray(Process[]::new);
            return Script.interleave(two);
        }).toArray(Process[]::new);
        VectorSystem whole = Space.network(Script.interleave(places));
        assertEquals(256, Space.of(whole).size());
        assertEquals(9, Space.of(merged(whole, NOTHING)).size(), "nothing binds them: 8 workers of 2 states");
    }

    @Test
    void one_that_is_different_spoils_the_ring() {
        VectorSystem whole = Space.network(Networks.philosophers(s, 6, true));
        assertTrue(SymmetricSystem.of(whole, NOTHING).isEmpty());
    }

    /** The event belongs to one philosopher, so the ring is no longer round. */
    @Test
    void an_event_that_is_asked_about_spoils_the_ring() {
        VectorSystem whole = Space.network(Networks.philosophers(s, 6, false));
        int event = s.event("pick.2.3");
        assertTrue(SymmetricSystem.of(whole, e -> e == event).isEmpty());
        EventSet all = s.events(Script.upTo(6).map(i -> "pick." + i + "." + i).toArray(String[]::new));
        assertEquals(Space.of(merged(whole, NOTHING)).size(), Space.of(merged(whole, all::contains)).size());
    }

    @Test
    void the_deadlock_shown_is_a_run_of_the_philosophers_and_the_shortest() {
        Process network = Networks.philosophers(s, 7, false);
        Property property = new Property.DeadlockFree(SemanticModel.FD);
        Outcome plain = s.check(network, property, Limits.NONE, new Options(1, Reduction.NONE, false));
        Outcome merged = s.check(network, property, Limits.NONE, new Options(1, Reduction.SYMMETRY, false));
        assertEquals("fails", merged.verdict().word());
        assertEquals(plain.statistics().depth(), merged.statistics().depth());
        assertTrue(merged.statistics().states() * 6 < plain.statistics().states());
        assertEquals(merged, s.check(network, property, Limits.NONE, new Options(3, Reduction.SYMMETRY, false)));
    }

    private Process worker(String name, String... events) {
        s.define(name, () -> s.then(name, events));
        return s.call(name);
    }

    private static SymmetricSystem merged(VectorSystem whole, IntPredicate watched) {
        return SymmetricSystem.of(whole, watched).orElseThrow();
    }
}
