package org.cspcheck.explorer.reduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cspcheck.explorer.check.Answer;
import org.cspcheck.explorer.check.RefinementCheck;
import org.cspcheck.explorer.check.StateCheck;
import org.cspcheck.explorer.check.Subject;
import org.cspcheck.explorer.search.Budget;
import org.cspcheck.explorer.search.Progress;
import org.cspcheck.explorer.system.Successors;
import org.cspcheck.explorer.system.TransitionSystem;
import org.cspcheck.explorer.vector.Leaves;
import org.cspcheck.explorer.vector.VectorSystem;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.verdict.Limits;
import org.cspcheck.model.verdict.SemanticModel;
import org.junit.jupiter.api.Test;

/**
 * Reduced systems against the whole, on random networks.
 *
 * <p>{@code -Dreduction.networks=20000} compares that many; {@code -Dreduction.seed=7} compares others.
 */
class ReductionAgreementTest {
    private static final int NETWORKS = Integer.getInteger("reduction.networks", 400);
    private static final long SEED = Long.getLong("reduction.seed", 0);

    private record Sample(String name, RandomNetworks source, VectorSystem whole, ReducedSystem reduced) {}

    private long wholeStates;
    private long reducedStates;

    private static List<Sample> samples() {
        var samples = new ArrayList<Sample>();
        for (int i = 0; i < NETWORKS; i++) {
            var source = new RandomNetworks(SEED + i);
            var leaves = new Leaves(new FiringRules(), false);
            VectorSystem whole = VectorSystem.of(leaves, source.network(), budget()).orElseThrow();
            samples.add(new Sample("network " + (SEED + i), source, whole, ReducedSystem.of(whole)));
        }
        return samples;
    }

    @Test
    void the_same_states_are_stuck() {
        int stuck = 0;
        for (Sample sample : samples()) {
            Walk whole = count(sample.whole, sample.reduced.towards(new Aim.Deadlocks()), sample.name);
            stuck += whole.stuck.isEmpty() ? 0 : 1;
        }
        String summary = summary(stuck + " can be stuck");
        assertTrue(stuck > NETWORKS / 5 && stuck < 4 * NETWORKS / 5 && reducedStates < 0.6 * wholeStates, summary);
    }

    @Test
    void behaviour_stays_the_same() {
        for (Sample sample : samples()) {
            count(sample.whole, sample.reduced, sample.name);
            for (SemanticModel model : SemanticModel.values()) {
                assertRefines(sample.whole, sample.reduced, model, sample.name + ": nothing is added");
                assertRefines(sample.reduced, sample.whole, model, sample.name + ": nothing is lost");
            }
        }
        String summary = summary("");
        assertTrue(reducedStates < 0.9 * wholeStates, summary);
    }

    @Test
    void divergence_is_seen_in_the_components_or_is_not_there() {
        int divergent = 0;
        int suspected = 0;
        for (Sample sample : samples()) {
            boolean diverges = new StateCheck(new Subject(sample.whole, budget())).divergenceFree() instanceof Answer.Fails;
            assertFalse(diverges && !sample.reduced.mayDiverge(), sample.name);
            divergent += diverges ? 1 : 0;
            suspected += sample.reduced.mayDiverge() ? 1 : 0;
        }
        assertTrue(divergent > NETWORKS / 5 && suspected < 4 * NETWORKS / 5, divergent + " of " + suspected + " suspected diverge");
    }

    @Test
    void events_happen_as_soon() {
        for (Sample sample : samples()) {
            Walk whole = Walk.of(sample.whole);
            for (int number = 0; number < sample.source.events(); number++) {
                int event = sample.source.event(number);
                Walk reduced = Walk.of(sample.reduced.towards(new Aim.Occurrence(EventSet.of(event))));
                assertEquals(whole.depths.get(event), reduced.depths.get(event), sample.name + ", event e" + number);
                wholeStates += whole.states;
                reducedStates += reduced.states;
            }
        }
        assertTrue(reducedStates < 0.9 * wholeStates, summary(""));
    }

    @Test
    void a_network_proved_free_of_stuck_states_has_none() {
        int proved = 0;
        int free = 0;
        for (Sample sample : samples()) {
            boolean stuck = !Walk.of(sample.whole).stuck.isEmpty();
            assertFalse(stuck && sample.reduced.isNeverStuck(), sample.name);
            free += stuck ? 0 : 1;
            proved += sample.reduced.isNeverStuck() ? 1 : 0;
        }
        assertTrue(proved > free / 2, proved + " of " + free + " proved");
    }

    private Walk count(TransitionSystem whole, TransitionSystem reduced, String name) {
        Walk all = Walk.of(whole);
        Walk some = Walk.of(reduced);
        wholeStates += all.states;
        reducedStates += some.states;
        assertEquals(all.stuck, some.stuck, name);
        return all;
    }

    private String summary(String more) {
        String summary = NETWORKS + " networks, " + reducedStates + " of " + wholeStates + " states " + more;
        if (NETWORKS > 400) {
            System.out.println(summary);
        }
        return summary;
    }

    private static void assertRefines(TransitionSystem specification, TransitionSystem implementation, SemanticModel model, String claim) {
        Answer answer = new RefinementCheck(new Subject(implementation, budget()), specification, model).refines();
        assertInstanceOf(Answer.Holds.class, answer, claim + " in " + model);
    }

    private static Budget budget() {
        return new Budget(Limits.NONE, Progress.SILENT, () -> false);
    }

    /** All states, breadth-first: which have no steps, and at what depth each event is first possible. */
    private record Walk(int states, Set<List<Long>> stuck, Map<Integer, Integer> depths) {
        static Walk of(TransitionSystem system) {
            int words = system.layout().words();
            var expander = system.expander();
            var steps = new Successors(words);
            long[] first = new long[words];
            system.initial(first);
            var numbers = new HashMap<List<Long>, Integer>();
            var queue = new ArrayList<long[]>();
            var stuck = new java.util.HashSet<List<Long>>();
            var depths = new HashMap<Integer, Integer>();
            queue.add(first);
            numbers.put(boxed(first), 0);
            for (int i = 0; i < queue.size(); i++) {
                long[] state = queue.get(i);
                int depth = numbers.get(boxed(state));
                expander.expand(state, 1, steps);
                if (steps.count == 0) {
                    stuck.add(boxed(state));
                }
                for (int k = 0; k < steps.count; k++) {
                    depths.putIfAbsent(steps.events[k], depth);
                    long[] target = Arrays.copyOfRange(steps.states, k * words, (k + 1) * words);
                    if (numbers.putIfAbsent(boxed(target), depth + 1) == null) {
                        queue.add(target);
                    }
                }
            }
            return new Walk(queue.size(), stuck, depths);
        }

        private static List<Long> boxed(long[] state) {
            return Arrays.stream(state).boxed().toList();
        }
    }
}
