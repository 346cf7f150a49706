package org.cspcheck.explorer.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cspcheck.explorer.RandomTerms;
import org.cspcheck.explorer.Script;
import org.cspcheck.explorer.search.Budget;
import org.cspcheck.explorer.search.Progress;
import org.cspcheck.explorer.system.Successors;
import org.cspcheck.explorer.system.TransitionSystem;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Process.*;
import org.cspcheck.model.process.Step;
import org.cspcheck.model.verdict.Limits;
import org.cspcheck.model.verdict.Property;
import org.cspcheck.model.verdict.SemanticModel;
import org.junit.jupiter.api.Test;

/** A chased network in a network is explored as far as the rest lets it, and steps as the firing rules say. */
class GrowingSystemTest {
    private static final int MOST_STATES = 200;

    private final FiringRules rules = new FiringRules();
    private final Budget budget = new Budget(Limits.NONE, Progress.SILENT, () -> false);

    @Test
    void networks_with_a_chased_one_step_as_their_terms_do() {
        int grown = 0;
        for (int seed = 0; seed < 400; seed++) {
            RandomTerms random = new RandomTerms(seed);
            EventSet some = EventSet.of(2, 4);
            Process chased = new Chase(new Hide(random.network(2), EventSet.of(3)));
            Optional<TransitionSystem> system =
                    GrowingSystem.of(new Leaves(rules, true), new Hide(Script.together(some, random.network(2), chased), EventSet.of(2)), budget);
            system.ifPresent(this::compare);
            grown += system.isPresent() ? 1 : 0;
        }
        assertTrue(grown > 30, "too few networks to mean anything: " + grown);
    }

    private void compare(TransitionSystem system) {
        int words = system.layout().words();
        Successors successors = new Successors(words);
        var expander = system.expander();
        long[] first = new long[words];
        system.initial(first);
        List<long[]> states = new ArrayList<>(List.of(first));
        for (int i = 0; i < states.size() && i < MOST_STATES; i++) {
            Process term = system.describe(states.get(i), 0);
            expander.expand(states.get(i), 1, successors);
            Map<Map.Entry<Integer, Process>, Integer> found = new HashMap<>();
            for (int k = 0; k < successors.count; k++) {
                found.merge(Map.entry(successors.events[k], system.describe(successors.states, k * words)), 1, Integer::sum);
                long[] target = Arrays.copyOfRange(successors.states, k * words, (k + 1) * words);
                if (states.stream().noneMatch(state -> Arrays.equals(state, target))) {
                    states.add(target);
                }
            }
            Map<Map.Entry<Integer, Process>, Integer> expected = new HashMap<>();
            for (Step step : rules.steps(term)) {
                expected.merge(Map.entry(step.event(), step.target()), 1, Integer::sum);
            }
            assertEquals(expected, found, () -> "steps of " + term);
        }
    }

    /** Alone the spy has 2^40 states: it may know any of forty facts. Three that it hears imply the fourth; the fifth it is never told. */
    @Test
    void a_spy_knows_no_more_than_it_is_told() {
        Script s = new Script();
        Process spy = new Chase(new Hide(s.network(facts(s)), s.events("infer")));
        String[] messages = IntStream.range(0, 40).boxed().flatMap(i -> Stream.of("hear" + i, "say" + i)).toArray(String[]::new);
        Process agent = s.then(Process.STOP, "hear0", "hear1", "hear2", "say3", "say4");
        Process system = Script.together(s.events(messages), agent, spy);
        Process told = s.then(Process.STOP, "hear0", "hear1", "hear2", "say3");
        assertTrue(s.holds(system, new Property.Refines(told, SemanticModel.FD)));
        assertTrue(s.holds(told, new Property.Refines(system, SemanticModel.FD)));
        assertEquals(
                List.of("hear0", "hear1", "hear2", "say3"), s.counterexample(system, new Property.DeadlockFree(SemanticModel.FD)).trace());
    }

    private static Map<String, EventSet> facts(Script s) {
        var alphabets = new TreeMap<String, EventSet>();
        for (int i = 0; i < 40; i++) {
            String unknown = "unknown" + i;
            String known = "known" + i;
            String hear = "hear" + i;
            String say = "say" + i;
            s.define(unknown, i == 3 ? () -> s.then(known, "infer") : () -> s.then(known, hear));
            s.define(known, i < 3
                    ? () -> Script.external(s.then(known, hear), s.then(known, say), s.then(known, "infer"))
                    : () -> Script.external(s.then(known, hear), s.then(known, say)));
            alphabets.put(unknown, i < 4 ? s.events(hear, say, "infer") : s.events(hear, say));
        }
        return alphabets;
    }
}
