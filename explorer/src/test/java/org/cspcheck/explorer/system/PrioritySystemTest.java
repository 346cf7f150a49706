package org.cspcheck.explorer.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import org.cspcheck.explorer.RandomTerms;
import org.cspcheck.explorer.search.Budget;
import org.cspcheck.explorer.search.Progress;
import org.cspcheck.explorer.vector.Composition;
import org.cspcheck.explorer.vector.Leaves;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.event.PriorityOrder;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.verdict.Limits;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Priority around a vector cuts what the firing rules cut. */
class PrioritySystemTest {
    private final FiringRules rules = new FiringRules();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void the_first_steps_are_those_of_the_term(boolean silenceFirst) {
        for (int seed = 0; seed < 300; seed++) {
            var terms = new RandomTerms(seed);
            Process network = terms.network(2);
            EventSet cut = terms.events();
            PriorityOrder order = silenceFirst ? new PriorityOrder.TauPriority(cut) : new LowFirst();
            Budget budget = new Budget(Limits.NONE, Progress.SILENT, () -> false);
            new Composition(new Leaves(rules, false), budget).of(network).ifPresent(system -> {
                var first = new PrioritySystem(system, order);
                agree(first);
                agree(RelabelSystem.hiding(first, new Process.Hide(network, cut)));
            });
        }
    }

    /** Smaller numbers beat larger ones: tau, tick, then the events as they were met. */
    private record LowFirst() implements PriorityOrder {
        @Override
        public boolean beats(int winner, int loser) {
            return winner < loser;
        }
    }

    private void agree(TransitionSystem system) {
        long[] state = new long[system.layout().words()];
        system.initial(state);
        var successors = new Successors(state.length);
        for (int depth = 0; depth < 5; depth++) {
            system.expander().expand(state, 1, successors);
            Map<Map.Entry<Integer, Process>, Integer> found = new HashMap<>();
            for (int k = 0; k < successors.count; k++) {
                found.merge(Map.entry(successors.events[k], system.describe(successors.states, k * state.length)), 1, Integer::sum);
            }
            Map<Map.Entry<Integer, Process>, Integer> expected = new HashMap<>();
            rules.steps(system.describe(state, 0)).forEach(step -> expected.merge(Map.entry(step.event(), step.target()), 1, Integer::sum));
            assertEquals(expected, found);
            if (successors.count == 0) {
                return;
            }
            System.arraycopy(successors.states, (successors.count - 1) * state.length, state, 0, state.length);
        }
    }
}
