package org.cspcheck.explorer.reference;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import net.jqwik.api.Example;
import org.cspcheck.explorer.reference.Sampling.Tally;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.verdict.SemanticModel;

/**
 * The reference checker, which decides on states, against verdicts read off the denotations, which have none.
 *
 * <p>Where a denotation is cut, only what shows within the cut has to agree: a failure found there must be one.
 */
class VerdictsOfTheClausesTest {
    private static final int LENGTH = 4;

    private int holding;
    private int failing;

    @Example
    void refinement_is_inclusion_of_denotations() {
        Tally tally = new Sampling<>(Pair.random(2, 2), Pair::script).check(1500, 6, pair -> {
            Determinised left = Determinised.of(TransitionSystem.byFiringRules(pair.specification()));
            Determinised right = Determinised.of(TransitionSystem.byFiringRules(pair.implementation()));
            for (SemanticModel model : SemanticModel.values()) {
                Denotation specification = denotation(pair.specification(), model);
                Denotation implementation = denotation(pair.implementation(), model);
                boolean exact = specification.complete() && implementation.complete();
                boolean included = specification.isRefinedBy(implementation, model);
                boolean refines = ReferenceChecker.refines(left, right, model);
                if (refines && !included || exact && included && !refines) {
                    return Optional.of("SPEC [" + model + "= IMPL is " + refines + " by states; by the clauses\n" + specification
                            + "\nis to include\n" + implementation);
                }
                holding += exact && refines ? 1 : 0;
                failing += !included ? 1 : 0;
            }
            return Optional.empty();
        });
        assertTrue(tally.checked() > 1000 && holding > 500 && failing > 500, tally + ", " + holding + ", " + failing);
    }

    @Example
    void properties_are_read_off_denotations() {
        Tally tally = new Sampling<>(Processes.recursive("P", 3, 2), process -> ScriptText.of(Map.of("TERM", process)))
                .check(1500, 7, process -> {
                    Determinised states = Determinised.of(TransitionSystem.byFiringRules(process));
                    for (SemanticModel model : new SemanticModel[] {SemanticModel.F, SemanticModel.FD}) {
                        Denotation denotation = denotation(process, model);
                        boolean deadlocks = any(denotation, t -> !t.ticks() && denotation.refusals(t) == Refusals.ALL);
                        boolean chooses = any(denotation, t -> isAlsoRefused(denotation, t));
                        if (contradicts(denotation, deadlocks, ReferenceChecker.isDeadlockFree(states, model, false))) {
                            return Optional.of("deadlock in " + model + ":\n" + denotation);
                        }
                        if (contradicts(denotation, chooses, ReferenceChecker.isDeterministic(states, model))) {
                            return Optional.of("nondeterminism in " + model + ":\n" + denotation);
                        }
                    }
                    return Optional.empty();
                });
        assertTrue(tally.checked() > 1000, tally.toString());
    }

    private static boolean contradicts(Denotation denotation, boolean faulty, boolean holds) {
        return holds ? faulty : denotation.complete() && !faulty;
    }

    /** The last event of the trace may be refused where it happens. */
    private static boolean isAlsoRefused(Denotation denotation, Trace trace) {
        return !trace.isEmpty() && Refusals.contains(denotation.refusals(trace.butLast()), Refusals.bit(trace.last()));
    }

    private static boolean any(Denotation denotation, Predicate<Trace> fault) {
        return !denotation.divergences().isEmpty() || denotation.failures().keySet().stream().anyMatch(fault);
    }

    private static Denotation denotation(Process process, SemanticModel model) {
        return new DenotationalSemantics(model == SemanticModel.FD).of(process, LENGTH);
    }
}
