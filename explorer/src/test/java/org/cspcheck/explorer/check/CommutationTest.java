package org.cspcheck.explorer.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.cspcheck.explorer.Networks;
import org.cspcheck.explorer.RandomTerms;
import org.cspcheck.explorer.Script;
import org.cspcheck.explorer.search.Budget;
import org.cspcheck.explorer.search.Discovery;
import org.cspcheck.explorer.search.Exploration;
import org.cspcheck.explorer.search.Exploration.Finding;
import org.cspcheck.explorer.search.Progress;
import org.cspcheck.explorer.system.Successors;
import org.cspcheck.explorer.vector.Leaves;
import org.cspcheck.explorer.vector.VectorSystem;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.verdict.Limits;
import org.junit.jupiter.api.Test;

/** A search that leaves out steps because they commute discovers the same states in the same order by the same steps. */
class CommutationTest {
    private static final int MOST = 3_000;

    @Test
    void a_network_is_discovered_in_the_same_way() {
        assertTrue(compare(500, (system, random) -> plain(system)) > 5_000);
    }

    /** Observers that follow, ignore and close, at random: so that two steps which are seen often do not commute. */
    @Test
    void so_is_a_network_with_an_observer_of_its_events() {
        assertTrue(compare(500, CommutationTest::observed) > 5_000);
    }

    /** Each set of processes that have moved is reached by moving them one after the other in one order. */
    @Test
    void of_processes_that_never_meet_each_state_is_asked_for_once() {
        Script s = new Script();
        var system = network(new Process.InterfaceParallel(
                IntStream.range(0, 9).mapToObj(i -> s.then(Process.STOP, "e." + i)).toList(), s.events()));
        assertEquals(9 << 8, Discovery.plain(plain(system), MOST).asked());
        assertEquals((1 << 9) - 1, Discovery.lean(plain(system), MOST).asked());
    }

    /** Whatever is farthest moves first. The empty pipeline is met at the start, and again by either value that leaves it. */
    @Test
    void a_pipeline_backwards_asks_for_each_state_once_and_for_the_empty_one_twice() {
        Script s = new Script();
        var system = network(Networks.pipeline(s, 7));
        assertEquals(2187, Discovery.lean(plain(system.reversed()), MOST).states().size());
        assertEquals(2186 + 2, Discovery.lean(plain(system.reversed()), MOST).asked());
    }

    /** More components than a word of touched components has bits. */
    @Test
    void components_that_share_a_bit_are_taken_to_meet() {
        Script s = new Script();
        var system = network(new Process.InterfaceParallel(
                IntStream.range(0, 130).mapToObj(i -> i % 43 == 0 ? s.then(Process.STOP, "e." + i, "f") : s.then(Process.STOP, "f")).toList(),
                s.events("f")));
        Exploration all = plain(system);
        assertTrue(system.layout().words() > 1);
        assertEquals(Discovery.plain(all, MOST).origins(), Discovery.lean(all, MOST).origins());
    }

    private interface Watching {
        Exploration over(VectorSystem system, Random random);
    }

    /** {@return how many steps were left out} */
    private static long compare(int networks, Watching watching) {
        long saved = 0;
        for (int seed = 0; seed < networks; seed++) {
            var random = new Random(seed);
            Optional<VectorSystem> system = VectorSystem.of(leaves(), new RandomTerms(seed).network(1 + seed % 3), budget());
            if (system.isPresent()) {
                int watcher = random.nextInt();
                for (VectorSystem order : List.of(system.get(), system.get().reversed())) {
                    Discovery all = Discovery.plain(watching.over(order, new Random(watcher)), MOST);
                    Discovery lean = Discovery.lean(watching.over(order, new Random(watcher)), MOST);
                    int number = seed;
                    assertEquals(all.origins(), lean.origins(), () -> "network " + number);
                    assertEquals(all.states(), lean.states(), () -> "network " + number);
                    saved += all.asked() - lean.asked();
                }
            }
        }
        return saved;
    }

    private static Exploration plain(VectorSystem system) {
        return new Subject(system, budget()).plain(false, () -> (states, source, steps) -> null);
    }

    private static Exploration observed(VectorSystem system, Random random) {
        int nodes = 1 + random.nextInt(5);
        int[][] after = new int[nodes][64];
        boolean[] open = new boolean[nodes];
        for (int node = 0; node < nodes; node++) {
            open[node] = node == 0 || random.nextInt(4) > 0;
            for (int event = 0; event < after[node].length; event++) {
                int next = random.nextInt(2 * nodes + 1);
                after[node][event] = next == 2 * nodes ? Observer.PRUNED : next < nodes ? next : node;
            }
        }
        return new Product(new Subject(system, budget()), new Observer() {
            @Override
            public int start() {
                return 0;
            }

            @Override
            public int after(int node, int event) {
                return after[node][event % 64];
            }

            @Override
            public boolean isOpen(int node) {
                return open[node];
            }

            @Override
            public Finding judge(int node, long[] states, int source, Successors steps) {
                return null;
            }

            @Override
            public Exploration.Notes notes() {
                return Exploration.Notes.NONE;
            }
        }, false, nodes);
    }

    private static VectorSystem network(Process process) {
        return VectorSystem.of(leaves(), process, budget()).orElseThrow();
    }

    private static Leaves leaves() {
        return new Leaves(new FiringRules(), false);
    }

    private static Budget budget() {
        return new Budget(Limits.NONE, Progress.SILENT, () -> false);
    }
}
