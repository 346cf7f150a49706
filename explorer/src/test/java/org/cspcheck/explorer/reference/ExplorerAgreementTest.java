package org.cspcheck.explorer.reference;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import org.cspcheck.explorer.Explorer;
import org.cspcheck.explorer.Options;
import org.cspcheck.explorer.reference.Sampling.Tally;
import org.cspcheck.explorer.search.Progress;
import org.cspcheck.model.event.Event;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.verdict.Check;
import org.cspcheck.model.verdict.Limits;
import org.cspcheck.model.verdict.Outcome;
import org.cspcheck.model.verdict.Property;
import org.cspcheck.model.verdict.SemanticModel;
import org.cspcheck.model.verdict.Verdict;

/**
 * The explorer against the reference, on random pairs of processes: every property in every model, with and without reduction, by one
 * worker and by two; and every counterexample against the reference's idea of the process.
 *
 * <p>{@code -Dreference.pairs=100000} compares that many pairs instead of a few; {@code -Dreference.seed=7} compares others.
 */
class ExplorerAgreementTest {
    private static final int PAIRS = Integer.getInteger("reference.pairs", 800);
    private static final long SEED = Long.getLong("reference.seed", 2026);

    private static final Options PLAIN = new Options(1, Options.Reduction.NONE, false);
    private static final Options REDUCED = new Options(1, Options.Reduction.ALWAYS, false);
    private static final Options TWO_WORKERS = new Options(2, Options.Reduction.NONE, false);
    private static final Options TERMINATION_IS_DEADLOCK = new Options(1, Options.Reduction.AUTO, true);

    private boolean compressions;
    private int questions;
    private int holding;

    @Example
    void explorer_and_reference_agree() {
        compare(Pair.random(3, 3), PAIRS, SEED);
    }

    @Example
    void explorer_and_reference_agree_on_networks() {
        compare(Pair.networks(4), PAIRS / 4, SEED + 3);
    }

    @Example
    void explorer_and_reference_agree_on_priority() {
        compare(Pair.prioritised(3, 2), PAIRS / 4, SEED + 1);
    }

    @Example
    void explorer_and_reference_agree_on_compressions() {
        compressions = true;
        compare(Pair.compressed(Pair.networks(4)), PAIRS / 4, SEED + 4);
        compare(Pair.compressed(Pair.random(3, 3)), PAIRS / 4, SEED + 5);
        compare(Pair.compressed(Pair.prioritised(3, 2)), PAIRS / 8, SEED + 6);
    }

    @Example
    void explorer_and_reference_agree_on_states_of_many_words() {
        Arbitrary<Pair> wide = Combinators.combine(Pair.random(3, 2), Processes.letter(3).list().ofMinSize(3).ofMaxSize(6))
                .as((pair, word) -> new Pair(pair.specification(), Wide.inStep(pair.implementation(), word, 40)));
        compare(wide, PAIRS / 10, SEED + 2);
    }

    private void compare(Arbitrary<Pair> pairs, int count, long seed) {
        Tally tally = new Sampling<>(pairs, Pair::script).check(count, seed, this::disagreement);
        String summary = tally + ", " + questions + " questions, " + holding + " hold";
        if (PAIRS > 800) {
            System.out.println(summary);
        }
        assertTrue(tally.checked() > count / 2 && holding > questions / 5 && holding < 4 * questions / 5, summary);
    }

    private Optional<String> disagreement(Pair pair) {
        TransitionSystem system = TransitionSystem.byOperatorTable(pair.implementation());
        Determinised implementation = Determinised.of(system);
        for (Property property : properties(pair, implementation)) {
            Optional<String> objection = disagreement(pair.implementation(), property, implementation);
            if (objection.isPresent()) {
                return objection;
            }
        }
        return Optional.empty();
    }

    private static List<Property> properties(Pair pair, Determinised implementation) {
        var random = new Random(31L * implementation.nodes().size() + Terms.size(pair.specification()));
        List<Integer> trace = someTrace(implementation, random);
        var properties = new ArrayList<Property>();
        for (SemanticModel model : SemanticModel.values()) {
            properties.add(new Property.Refines(pair.specification(), model));
            properties.add(new Property.HasTrace(trace, model));
            if (model != SemanticModel.T) {
                properties.add(new Property.DeadlockFree(model));
                properties.add(new Property.Deterministic(model));
            }
        }
        properties.add(new Property.DivergenceFree());
        properties.add(new Property.Can(trace, true));
        properties.add(new Property.Can(List.of(Letters.A + random.nextInt(3)), false));
        properties.add(new Property.Never(EventSet.of(Letters.A + random.nextInt(3), Letters.A + random.nextInt(3))));
        return properties;
    }

    /** Mostly a trace of the process, now and then with a wrong event at its end. */
    private static List<Integer> someTrace(Determinised reference, Random random) {
        var trace = new ArrayList<Integer>();
        Determinised.Node node = reference.nodes().getFirst();
        for (int length = random.nextInt(4); length > 0; length--) {
            List<Integer> events = node.after().keySet().stream().filter(Event::isVisible).toList();
            int event = events.isEmpty() || random.nextInt(5) == 0 ? Letters.A : events.get(random.nextInt(events.size()));
            trace.add(event);
            if (!node.after().containsKey(event)) {
                break;
            }
            node = reference.nodes().get(node.after().get(event));
        }
        return trace;
    }

    private Optional<String> disagreement(Process subject, Property property, Determinised reference) {
        boolean expected = ReferenceChecker.has(reference, property, false);
        questions++;
        holding += expected ? 1 : 0;
        Outcome plain = outcome(subject, property, PLAIN);
        Outcome byTwo = outcome(subject, property, TWO_WORKERS);
        if (!plain.equals(byTwo)) {
            return Optional.of(property + ": one worker gives " + plain + ", two give " + byTwo);
        }
        CounterexampleJudge judge = CounterexampleJudge.of(property, subject, reference, false);
        Optional<String> objection = objection(plain, expected, judge)
                .or(() -> objection(outcome(subject, property, REDUCED), expected, compressions ? judge.ofAnyLength() : judge));
        if (objection.isEmpty() && property instanceof Property.DeadlockFree) {
            objection = objection(
                    outcome(subject, property, TERMINATION_IS_DEADLOCK),
                    ReferenceChecker.has(reference, property, true),
                    CounterexampleJudge.of(property, subject, reference, true));
        }
        return objection.map(text -> property + ": " + text);
    }

    private static Outcome outcome(Process subject, Property property, Options options) {
        var check = new Check("question", "question", subject, property, false, true, Optional.empty(), Limits.NONE);
        return new Explorer(Letters.alphabet(), options).check(check, Limits.NONE, Progress.SILENT, () -> false);
    }

    private static Optional<String> objection(Outcome outcome, boolean expected, CounterexampleJudge judge) {
        return switch (outcome.verdict()) {
            case Verdict.Holds v -> expected ? Optional.empty() : Optional.of("explorer says it holds");
            case Verdict.Fails v ->
                expected
                        ? Optional.of("explorer says it fails: " + v)
                        : judge.objection(v.counterexample());
            case Verdict.Inconclusive v -> Optional.of("explorer cannot decide: " + v.reason());
            case Verdict.Erroneous v -> Optional.of("explorer sees an error: " + v.diagnostic());
        };
    }
}
