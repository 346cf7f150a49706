package org.cspcheck.explorer.reference;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Example;
import org.cspcheck.explorer.Explorer;
import org.cspcheck.explorer.Options;
import org.cspcheck.explorer.reference.Sampling.Tally;
import org.cspcheck.explorer.search.Progress;
import org.cspcheck.model.event.Event;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.verdict.Check;
import org.cspcheck.model.verdict.Limits;
import org.cspcheck.model.verdict.Property;
import org.cspcheck.model.verdict.SemanticModel;
import org.cspcheck.model.verdict.Verdict;

/**
 * The explorer against the reference, on random pairs of processes: refinement in each model, deadlock, divergence, determinism and traces,
 * with and without reduction, by one worker and by two; and every counterexample against the reference's idea of the process.
 *
 * <p>{@code -Dreference.pairs=100000} compares that many pairs instead of a few; {@code -Dreference.seed=7} compares others.
 */
class ExplorerAgreementTest {
    private static final int PAIRS = Integer.getInteger("reference.pairs", 1000);
    private static final long SEED = Long.getLong("reference.seed", 2026);

    private static final List<Options> WAYS = List.of(
            new Options(1, Options.Reduction.AUTO, false),
            new Options(1, Options.Reduction.NONE, false),
            new Options(2, Options.Reduction.AUTO, false));

    private int questions;
    private int holding;

    @Example
    void explorer_and_reference_give_the_same_verdicts() {
        Tally tally = new Sampling<>(Pair.random(3, 3), Pair::script).check(PAIRS, SEED, this::disagreement);
        String summary = tally + ", " + questions + " questions, " + holding + " hold";
        if (PAIRS > 5000) {
            System.out.println(summary);
        }
        assertTrue(tally.checked() > PAIRS / 2 && holding > questions / 4 && holding < 3 * questions / 4, summary);
    }

    private Optional<String> disagreement(Pair pair) {
        Determinised specification = Determinised.of(TransitionSystem.byOperatorTable(pair.specification()));
        Determinised implementation = Determinised.of(TransitionSystem.byOperatorTable(pair.implementation()));
        for (SemanticModel model : SemanticModel.values()) {
            boolean refines = ReferenceChecker.refines(specification, implementation, model);
            Optional<String> objection = ask(
                    pair.implementation(), new Property.Refines(pair.specification(), model), "SPEC [" + model + "= IMPL", refines,
                    new CounterexampleJudge(implementation, specification, model));
            if (objection.isPresent()) {
                return objection;
            }
        }
        return properties(pair.implementation(), implementation);
    }

    private Optional<String> properties(Process process, Determinised reference) {
        var objections = new ArrayList<Optional<String>>();
        objections.add(ask(process, new Property.DivergenceFree(), "IMPL :[divergence free]",
                ReferenceChecker.isDivergenceFree(reference), new CounterexampleJudge(reference, null, null)));
        for (SemanticModel model : List.of(SemanticModel.F, SemanticModel.FD)) {
            objections.add(ask(process, new Property.DeadlockFree(model), "IMPL :[deadlock free [" + model + "]]",
                    ReferenceChecker.isDeadlockFree(reference, model), new CounterexampleJudge(reference, null, model)));
            objections.add(ask(process, new Property.Deterministic(model), "IMPL :[deterministic [" + model + "]]",
                    ReferenceChecker.isDeterministic(reference, model), new CounterexampleJudge(reference, null, model)));
        }
        List<Integer> trace = someTrace(reference);
        for (SemanticModel model : SemanticModel.values()) {
            objections.add(ask(process, new Property.HasTrace(trace, model), "IMPL :[has trace [" + model + "]]: " + trace,
                    ReferenceChecker.hasTrace(reference, trace, model), new CounterexampleJudge(reference, null, model)));
        }
        return objections.stream().flatMap(Optional::stream).findFirst();
    }

    /** Mostly a trace of the process, now and then with a wrong event in it; the same for equal references. */
    private static List<Integer> someTrace(Determinised reference) {
        var random = new Random(reference.nodes().size());
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

    private Optional<String> ask(Process subject, Property property, String text, boolean expected, CounterexampleJudge judge) {
        questions++;
        holding += expected ? 1 : 0;
        var check = new Check(text, text, subject, property, false, true, Optional.empty(), Limits.NONE);
        for (Options options : WAYS) {
            Verdict verdict = new Explorer(Letters.alphabet(), options).check(check, Limits.NONE, Progress.SILENT, () -> false).verdict();
            Optional<String> objection = switch (verdict) {
                case Verdict.Holds v -> expected ? Optional.empty() : Optional.of("explorer says it holds");
                case Verdict.Fails v -> expected ? Optional.of("explorer says it fails: " + v) : judge.objection(v.counterexample());
                case Verdict.Inconclusive v -> Optional.of("explorer cannot decide: " + v.reason());
                case Verdict.Erroneous v -> Optional.of("explorer sees an error: " + v.diagnostic());
            };
            if (objection.isPresent()) {
                return Optional.of(text + " should " + (expected ? "hold" : "fail") + "; " + objection.get() + " with " + options);
            }
        }
        return Optional.empty();
    }
}
