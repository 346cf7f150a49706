package org.cspcheck.explorer.reference;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import org.cspcheck.explorer.reference.Sampling.Tally;
import org.cspcheck.model.event.PriorityOrder;
import org.cspcheck.model.process.Process;

/**
 * The firing rules against both other accounts of the operators: the table of their steps, and the clauses of the models.
 *
 * <p>{@code -Dreference.terms=100000} looks at that many terms instead of a few.
 */
class FiringRulesAgreementTest {
    private static final int TERMS = Integer.getInteger("reference.terms", 2000);
    private static final int LENGTH = 3;

    @Example
    void firing_rules_and_operator_table_give_bisimilar_systems() {
        Tally tally = sampling(Processes.recursive("P", 3, 3)).check(TERMS, 1, process -> TransitionSystem.byFiringRules(process)
                        .isBisimilarTo(TransitionSystem.byOperatorTable(process))
                ? Optional.empty()
                : Optional.of("the firing rules and the operator table give different systems"));
        report(tally);
        assertTrue(tally.checked() > TERMS * 2 / 3, tally.toString());
    }

    @Example
    void firing_rules_and_operator_table_agree_on_priority() {
        Arbitrary<Process> prioritised = Combinators.combine(Processes.recursive("P", 3, 2), Processes.sets(3))
                .as((process, cut) -> new Process.Prioritise(process, new PriorityOrder.TauPriority(cut)));
        Tally tally = sampling(prioritised).check(TERMS / 6, 2, process -> TransitionSystem.byFiringRules(process)
                        .isBisimilarTo(TransitionSystem.byOperatorTable(process))
                ? Optional.empty()
                : Optional.of("the firing rules and the operator table give different systems"));
        report(tally);
        assertTrue(tally.checked() > TERMS / 8, tally.toString());
    }

    @Example
    void firing_rules_give_the_stable_failures_of_the_clauses() {
        Tally tally = sampling(Processes.recursive("P", 3, 2)).check(TERMS, 3, process -> difference(process, false));
        report(tally);
        assertTrue(tally.checked() > TERMS * 2 / 3, tally.toString());
    }

    @Example
    void firing_rules_give_the_failures_and_divergences_of_the_clauses() {
        Tally tally = sampling(Processes.recursive("P", 3, 2)).check(TERMS, 4, process -> difference(process, true));
        report(tally);
        assertTrue(tally.checked() > TERMS * 2 / 3, tally.toString());
    }

    @Example
    void deep_finite_terms_have_the_denotations_of_the_clauses() {
        Tally tally = sampling(Processes.finite(2, 4)).check(TERMS / 2, 5, process ->
                difference(process, false).or(() -> difference(process, true)));
        report(tally);
        assertTrue(tally.checked() > TERMS / 4, tally.toString());
    }

    private static void report(Tally tally) {
        if (TERMS > 5000) {
            System.out.println(tally);
        }
    }

    private static Sampling<Process> sampling(Arbitrary<Process> processes) {
        return new Sampling<>(processes, process -> ScriptText.of(Map.of("TERM", process)));
    }

    private static Optional<String> difference(Process process, boolean strict) {
        Denotation clauses = new DenotationalSemantics(strict).of(process, LENGTH);
        Denotation rules = Determinised.of(TransitionSystem.byFiringRules(process)).denotation(LENGTH, strict);
        return clauses.sameBehaviours(rules)
                ? Optional.empty()
                : Optional.of("by the clauses (" + (strict ? "FD" : "F") + "):\n" + clauses + "\nby the firing rules:\n" + rules);
    }
}
