package org.cspcheck.explorer.phase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.cspcheck.explorer.Explorer;
import org.cspcheck.explorer.Options;
import org.cspcheck.explorer.RandomTerms;
import org.cspcheck.explorer.SameSteps;
import org.cspcheck.explorer.Script;
import org.cspcheck.explorer.search.Budget;
import org.cspcheck.explorer.search.Progress;
import org.cspcheck.explorer.vector.Leaves;
import org.cspcheck.model.event.Renaming;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Process.*;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.SpecificationException;
import org.cspcheck.model.verdict.Check;
import org.cspcheck.model.verdict.Limits;
import org.cspcheck.model.verdict.Property;
import org.cspcheck.model.verdict.SemanticModel;
import org.cspcheck.model.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process that goes through phases has the steps and the verdicts of its terms. */
class PhasesTest {
    private static final int MOST_STATES = 300;

    private final FiringRules rules = new FiringRules();

    /** Networks below sequential operators, at random. */
    private static final class RandomPhases {
        private final RandomTerms terms;
        private final Random random;
        private int loops;

        RandomPhases(long seed) {
            terms = new RandomTerms(seed);
            random = new Random(seed);
        }

        Script script() {
            return terms.script();
        }

        private int event() {
            return script().event(List.of("a", "b", "c", "d").get(random.nextInt(4)));
        }

        private Process network() {
            return new InterfaceParallel(List.of(terms.sequential(2), terms.sequential(2)), terms.events());
        }

        Process process(int depth) {
            if (depth == 0) {
                return random.nextInt(4) == 0 ? terms.sequential(1) : network();
            }
            return switch (random.nextInt(10)) {
                case 0, 1 -> new SequentialComposition(process(depth - 1), process(depth - 1));
                case 2, 3 -> new Interrupt(process(depth - 1), terms.sequential(2));
                case 4 -> new Throw(process(depth - 1), terms.events(), process(depth - 1));
                case 5 -> new InternalChoice(List.of(process(depth - 1), process(depth - 1)));
                case 6 -> new Hide(process(depth - 1), terms.events());
                case 7 -> new Rename(process(depth - 1), Renaming.of(Map.of(event(), new int[] {event(), event()})));
                case 8 -> Process.prefix(event(), process(depth - 1));
                default -> loop(process(depth - 1));
            };
        }

        private Process loop(Process body) {
            String name = "AGAIN" + loops++;
            Process again = new SequentialComposition(body, script().call(name));
            script().define(name, () -> again);
            return again;
        }
    }

    private static Budget budget() {
        return new Budget(Limits.NONE, Progress.SILENT, () -> false);
    }

    private Optional<PhasedSystem> phases(Process process) {
        return Phases.of(rules, new Leaves(rules, false), process, budget());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void states_step_as_their_terms_do(int depth) {
        int phased = 0;
        for (int seed = 0; seed < 150; seed++) {
            Process process = new RandomPhases(1000L * depth + seed).process(depth);
            Optional<PhasedSystem> system = phases(process);
            if (system.isPresent()) {
                phased++;
                SameSteps.compare(rules, system.get(), process, MOST_STATES);
            }
        }
        int count = phased;
        assertTrue(count > 70, () -> "too few systems to mean anything: " + count);
    }

    /** Components are minimised, and each counterexample is replayed by the firing rules before it is told. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void verdicts_are_those_of_terms(int depth) {
        for (int seed = 0; seed < 60; seed++) {
            var random = new RandomPhases(7000L * depth + seed);
            Process process = random.process(depth);
            Process other = random.process(depth);
            for (Process subject : List.of(process, new Hide(process, random.terms.events()))) {
                for (Property property : List.of(
                        new Property.DeadlockFree(SemanticModel.F),
                        new Property.DivergenceFree(),
                        new Property.Deterministic(SemanticModel.FD),
                        new Property.Refines(other, SemanticModel.T),
                        new Property.Refines(other, SemanticModel.FD))) {
                    assertEquals(holdsByTerms(random.script(), subject, property), random.script().holds(subject, property), () -> property + " of " + subject);
                }
            }
        }
    }

    private static boolean holdsByTerms(Script script, Process subject, Property property) {
        var check = new Check("check", "check", subject, property, false, true, Optional.empty(), Limits.NONE);
        Verdict verdict = Explorer.onTerms(script.alphabet, Options.DEFAULT).check(check, Limits.NONE, Progress.SILENT, () -> false).verdict();
        assertTrue(verdict instanceof Verdict.Holds || verdict instanceof Verdict.Fails, verdict::toString);
        return verdict instanceof Verdict.Holds;
    }

    /** Eight cells that are empty, full, or full of another thing, interrupted; and three states in which they do not run. */
    @Test
    void a_network_that_runs_again_and_again_is_one_phase() {
        Script s = new Script();
        List<Process> cells = IntStream.range(0, 8).mapToObj(i -> cell(s, i)).toList();
        Process line = new AlphabetisedParallel(cells, IntStream.range(0, 8).mapToObj(i -> s.events("x" + i, "y" + i, "x" + (i + 1), "y" + (i + 1))).toList());
        s.define("SYSTEM", () -> s.then(
                new SequentialComposition(new Interrupt(line, s.then(Process.SKIP, "stop")), s.then(s.call("SYSTEM"), "again")), "go"));
        assertEquals(6561 + 3, s.check(s.call("SYSTEM"), new Property.DeadlockFree(SemanticModel.F)).statistics().states());
        assertEquals(4, phases(s.call("SYSTEM")).orElseThrow().phases());
    }

    private static Process cell(Script s, int i) {
        String name = "CELL" + i;
        s.define(name, () -> new ExternalChoice(List.of(
                s.then(s.call(name), "x" + i, "x" + (i + 1)), s.then(s.call(name), "y" + i, "y" + (i + 1)))));
        return s.call(name);
    }

    /** Thirty-one processes of four states each, in lockstep, and whether they have terminated: 63 bits. */
    @Test
    void a_full_word_leaves_the_number_of_the_phase_to_another() {
        Script s = new Script();
        Process wide = new InterfaceParallel(
                IntStream.range(0, 31).mapToObj(i -> s.then(Process.SKIP, "x", "y")).toList(), s.events("x", "y"));
        Process process = new SequentialComposition(wide, s.then(wide, "z"));
        PhasedSystem system = phases(process).orElseThrow();
        assertEquals(2, system.layout().words());
        SameSteps.compare(rules, system, process, MOST_STATES);
    }

    @Test
    void an_endless_component_leaves_the_system_to_its_terms() {
        Script s = new Script();
        s.define("MORE", () -> s.then(Script.interleave(s.call("MORE"), s.then(Process.STOP, "b")), "a"));
        assertTrue(phases(s.call("MORE")).isEmpty());
    }

    @Test
    void networks_that_are_on_offer_together_leave_the_system_to_its_terms() {
        Script s = new Script();
        Process network = Script.interleave(s.then(Process.SKIP, "a"), s.then(Process.SKIP, "b"));
        assertTrue(phases(new ExternalChoice(List.of(network, s.then(Process.STOP, "c")))).isEmpty());
        assertTrue(phases(new Interrupt(s.then(Process.STOP, "c"), network)).isEmpty());
    }

    @Test
    void a_mistake_that_no_run_reaches_is_not_complained_about() {
        Script s = new Script();
        s.define("WRONG", () -> {
            throw new SpecificationException(Diagnostic.error("CSP0599", null, "never asked"));
        });
        Process network = Script.interleave(s.then(Process.STOP, "a"), s.then(Process.SKIP, "b"));
        assertTrue(s.holds(new SequentialComposition(network, s.call("WRONG")), new Property.DivergenceFree()));
    }
}
