package org.cspcheck.explorer;

import java.util.List;
import java.util.Optional;
import org.cspcheck.model.verdict.Counterexample;
import org.cspcheck.model.verdict.Counterexample.Kind;
import org.cspcheck.model.verdict.Outcome;
import org.cspcheck.model.verdict.Verdict;

/** What tests ask of counterexamples. */
public final class Counterexamples {
    private Counterexamples() {}

    /** {@return the run that decided a check, whichever way} */
    public static Counterexample of(Outcome outcome) {
        return switch (outcome.verdict()) {
            case Verdict.Holds(Optional<Counterexample> witness) -> witness.orElseThrow();
            case Verdict.Fails(Optional<Counterexample> counterexample) -> counterexample.orElseThrow();
            case Verdict other -> throw new AssertionError(other);
        };
    }

    public static Kind kind(Outcome outcome) {
        return of(outcome).kind();
    }

    /** {@return every step, taus included} */
    public static List<String> events(List<Counterexample.TakenStep> steps) {
        return steps.stream().map(Counterexample.TakenStep::event).toList();
    }
}
