package org.cspcheck.explorer.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cspcheck.explorer.RandomTerms;
import org.cspcheck.explorer.SameSteps;
import org.cspcheck.explorer.Script;
import org.cspcheck.explorer.search.Budget;
import org.cspcheck.explorer.search.Progress;
import org.cspcheck.explorer.system.TransitionSystem;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.event.Renaming;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Process.*;
import org.cspcheck.model.process.Step;
import org.cspcheck.model.verdict.Limits;
import org.cspcheck.model.verdict.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A network with chased parts has exactly the steps of its terms, also where it matters which internal step is taken. */
class ChasedSystemTest {
    private static final int MOST_STATES = 300;

    private final FiringRules rules = new FiringRules();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void chased_networks_step_as_their_terms_do(int depth) {
        int chased = 0;
        int apart = 0;
        for (int seed = 0; seed < 200; seed++) {
            var random = new RandomTerms(5000L * depth + seed);
            Process part = new Chase(new Hide(random.network(depth), random.events()));
            Process process = seed % 2 == 0 ? part : new InterfaceParallel(List.of(part, random.network(1), new Chase(random.network(2))), random.events());
            Optional<TransitionSystem> system = new Composition(new Leaves(rules, true), budget()).of(process);
            if (system.isPresent()) {
                chased++;
                apart += compare(system.get(), process) ? 1 : 0;
            }
        }
        int count = chased;
        int different = apart;
        assertTrue(count > 120, () -> "too few networks to mean anything: " + count);
        assertTrue(different > 20, () -> "too few in which several internal steps were possible: " + different);
    }

    private static Budget budget() {
        return new Budget(Limits.NONE, Progress.SILENT, () -> false);
    }

    /** {@return whether some state of the chased process had a choice of internal steps} */
    private boolean compare(TransitionSystem system, Process process) {
        List<Process> terms = SameSteps.compare(rules, system, process, MOST_STATES);
        assertEquals(terms.size(), new HashSet<>(terms).size(), () -> "two vectors for one term of " + process);
        return terms.stream()
                .anyMatch(term -> term instanceof Chase chase && rules.steps(chase.process()).stream().filter(Step::isTau).count() > 1);
    }

    /** One step of the first process goes with one inside the group, or with one outside. */
    @Test
    void a_group_that_is_done_goes_before_more_of_it() {
        Script s = new Script();
        Process either = new Rename(
                Script.interleave(s.then(Process.STOP, "a"), Process.STOP), Renaming.of(Map.of(s.event("a"), new int[] {s.event("x"), s.event("y")})));
        Process inside = Script.together(s.events("x"), either, s.then(Process.STOP, "x", "inside"));
        Process all = Script.together(s.events("y"), inside, s.then(Process.STOP, "y", "outside"));
        Process chased = new Chase(new Hide(all, s.events("x", "y")));
        compare(new Composition(new Leaves(rules, true), budget()).of(chased).orElseThrow(), chased);
        assertTrue(s.holds(chased, new Property.Never(s.events("inside"))));
        assertEquals(List.of(), s.counterexample(chased, new Property.Never(s.events("outside"))).trace());
    }

    /** Two internal steps, then a circle of three: whoever goes round for long is where the circle begins. */
    @Test
    void a_circle_of_internal_steps_ends_where_it_begins() {
        Script s = new Script();
        s.define("ROUND", () -> s.then("ROUND", "t", "t", "t"));
        Process part = Script.interleave(s.then(s.call("ROUND"), "go", "t", "t"), s.then(Process.STOP, "b"));
        Process chased = new Chase(new Hide(part, s.events("t")));
        TransitionSystem system = new Composition(new Leaves(rules, true), budget()).of(chased).orElseThrow();
        compare(system, chased);
        assertEquals(List.of("go"), s.counterexample(chased, new Property.DivergenceFree()).trace());
    }

    /**
     * Whoever knows the facts 0 and 1 infers 2, from 1 and 2 it infers 3, and so on. Alone the intruder has a state for each set of facts that follows from what was
     * heard; where only 0 and 1 are told there are four: neither, one of them, or all sixty.
     */
    @Test
    void what_is_chased_may_have_any_number_of_states_alone() {
        Script s = new Script();
        int facts = 60;
        var knowing = new ArrayList<Process>();
        var alphabets = new ArrayList<EventSet>();
        for (int fact = 0; fact < facts; fact++) {
            String name = "KNOWN" + fact;
            var heard = List.of("say" + fact, "infer" + (fact + 1), "infer" + (fact + 2));
            s.define(name, () -> new ExternalChoice(heard.stream().map(event -> s.then(name, event)).toList()));
            knowing.add(Script.external(s.then(name, "hear" + fact), s.then(name, "infer" + fact)));
            var own = new ArrayList<>(heard);
            own.addAll(List.of("hear" + fact, "infer" + fact));
            alphabets.add(s.events(own.toArray(String[]::new)));
        }
        String[] inferences = numbered("infer", facts + 2);
        Process told = new AlphabetisedParallel(knowing, alphabets);
        Process intruder = new Chase(new Hide(
                Script.together(s.events("infer0", "infer1", "infer" + facts, "infer" + (facts + 1)), told, Process.STOP), s.events(inferences)));
        EventSet spoken = s.events(Stream.concat(
                        Arrays.stream(numbered("hear", facts)), Arrays.stream(numbered("say", facts)))
                .toArray(String[]::new));
        Process both = Script.interleave(s.then(Process.STOP, "hear0"), s.then(Process.STOP, "hear1"));
        assertEquals(4, s.check(Script.together(spoken, both, intruder), new Property.DivergenceFree()).statistics().states());
        Process asked = s.then(Process.STOP, "hear0", "hear1", "say59");
        var never = new Property.Never(s.events("say59"));
        assertEquals(List.of("hear0", "hear1"), s.counterexample(Script.together(spoken, asked, intruder), never).trace());
        assertTrue(s.holds(Script.together(spoken, s.then(Process.STOP, "hear1", "say59"), intruder), never));
    }

    private static String[] numbered(String name, int count) {
        return IntStream.range(0, count).mapToObj(i -> name + i).toArray(String[]::new);
    }
}
