package org.cspcheck.explorer.compress;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.cspcheck.explorer.search.Budget;
import org.cspcheck.explorer.search.Progress;
import org.cspcheck.model.event.Event;
import org.cspcheck.model.process.Compression;
import org.cspcheck.model.verdict.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Compressions of random graphs, against relations found by their definitions. */
class CompressorTest {
    private static final int GRAPHS = 1_500;
    private static final int MOST_STATES = 9;

    /** An event that no random graph has. */
    private static final int DIVERGES = Event.FIRST_VISIBLE + 7;

    private final Budget budget = new Budget(Limits.NONE, Progress.SILENT, () -> false);
    private final Compressor compressor = new Compressor(budget);

    private interface Claim {
        void of(Graph graph);
    }

    private static void everyGraph(Claim claim) {
        for (int seed = 0; seed < GRAPHS; seed++) {
            claim.of(RandomGraphs.of(seed, MOST_STATES));
        }
    }

    private void assertQuotient(Compression compression, Relation.Kind kind) {
        everyGraph(graph -> {
            Graph small = compressor.compress(graph, compression).graph();
            assertTrue(new Relation(kind, graph, small).holds(), graph::toString);
            assertEquals(new Relation(kind, graph, graph).classes(), small.states(), graph::toString);
        });
    }

    @Test
    void sbisim_has_a_state_for_each_class_of_the_largest_strong_bisimulation() {
        assertQuotient(Compression.STRONG_BISIMULATION, Relation.Kind.STRONG);
    }

    @Test
    void dbisim_has_a_state_for_each_class_of_the_largest_delay_bisimulation_that_knows_divergence() {
        assertQuotient(Compression.DELAY_BISIMULATION, Relation.Kind.DELAY);
    }

    @Test
    void wbisim_has_a_state_for_each_class_of_the_largest_weak_bisimulation_that_knows_divergence() {
        assertQuotient(Compression.WEAK_BISIMULATION, Relation.Kind.WEAK);
    }

    @Test
    void branching_classes_are_those_of_the_definition() {
        everyGraph(graph -> {
            Graph factored = TauLoops.factored(graph).graph();
            Graph marked = marked(factored);
            int[] classes = Bisimulation.branching(factored, budget);
            assertEquals(
                    new Relation(Relation.Kind.BRANCHING, marked, marked).classes(),
                    java.util.Arrays.stream(classes).max().orElseThrow() + 1,
                    factored::toString);
            Graph small = Quotient.silent(factored, classes, TauLoops.cyclic(factored)).graph();
            assertTrue(new Relation(Relation.Kind.BRANCHING, marked, marked(small)).holds(), factored::toString);
        });
    }

    /** Divergence as an event. */
    private static Graph marked(Graph graph) {
        int[] labels = graph.labels().clone();
        for (int state = 0; state < graph.states(); state++) {
            for (int step = graph.from(state); step < graph.to(state); step++) {
                labels[step] = graph.label(step) == Event.TAU && graph.target(step) == state ? DIVERGES : labels[step];
            }
        }
        return new Graph(graph.starts(), labels, graph.targets(), graph.terminated());
    }

    @ParameterizedTest
    @EnumSource(Compression.class)
    void compressing_makes_no_graph_larger(Compression compression) {
        everyGraph(graph -> assertTrue(compressor.compress(graph, compression).graph().states() <= graph.states(), graph::toString));
    }

    @ParameterizedTest
    @EnumSource(Compression.class)
    void compressing_again_leaves_nothing_out(Compression compression) {
        everyGraph(graph -> {
            Graph once = compressor.compress(graph, compression).graph();
            assertEquals(once.states(), compressor.compress(once, compression).graph().states(), graph::toString);
        });
    }

    @ParameterizedTest
    @EnumSource(Compression.class)
    void the_first_state_and_the_one_after_termination_stand_for_themselves(Compression compression) {
        everyGraph(graph -> {
            Compressed small = compressor.compress(graph, compression);
            assertEquals(0, small.representatives()[0]);
            assertEquals(small.graph().states(), small.representatives().length);
            if (small.graph().terminated() != Graph.NEVER) {
                assertEquals(graph.terminated(), small.representatives()[small.graph().terminated()]);
            }
        });
    }

    @Test
    void classes_are_told_where_steps_can_be_followed_one_by_one() {
        everyGraph(graph -> {
            Compressed small = compressor.compress(graph, Compression.STRONG_BISIMULATION);
            int[] classes = small.classes().orElseThrow();
            for (int state = 0; state < small.graph().states(); state++) {
                assertEquals(state, classes[small.representatives()[state]]);
            }
        });
    }

    @ParameterizedTest
    @EnumSource(Compression.class)
    void where_the_closure_is_too_large_branching_bisimulation_is_what_is_left(Compression compression) {
        var poor = new Compressor(0, budget);
        everyGraph(graph -> {
            Graph small = poor.compress(graph, compression).graph();
            Graph full = compressor.compress(graph, compression).graph();
            assertTrue(small.states() <= graph.states());
            switch (compression) {
                case EXPLICATE, STRONG_BISIMULATION, TAU_LOOP_FACTOR -> assertArrayEquals(full.targets(), small.targets());
                case DELAY_BISIMULATION, WEAK_BISIMULATION -> {
                    assertTrue(new Relation(Relation.Kind.DELAY, graph, small).holds(), graph::toString);
                    assertTrue(small.states() >= full.states(), graph::toString);
                }
                case DIAMOND, NORMAL, MODEL_COMPRESS -> assertTrue(new Relation(Relation.Kind.DELAY, graph, small).holds(), graph::toString);
            }
        });
    }

    @Test
    void a_closure_may_have_as_many_entries_as_allowed_and_no_more() {
        var building = new Graph.Building();
        for (int state = 0; state < 5; state++) {
            if (state < 4) {
                building.step(Event.TAU, state + 1);
            }
            building.endState();
        }
        Graph chain = building.graph(); // of five states, which reach 5 + 4 + 3 + 2 + 1
        assertTrue(Closure.of(chain, 15, budget).isPresent());
        assertTrue(Closure.of(chain, 14, budget).isEmpty());
    }
}
