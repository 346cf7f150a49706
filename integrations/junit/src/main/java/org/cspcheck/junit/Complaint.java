package org.cspcheck.junit;

import java.util.List;
import java.util.Optional;
import org.cspcheck.model.verdict.Counterexample;
import org.cspcheck.model.verdict.Outcome;
import org.cspcheck.model.verdict.Verdict;
import org.cspcheck.reports.text.CounterexampleText;
import org.cspcheck.reports.text.DiagnosticText;
import org.cspcheck.reports.text.Page;
import org.cspcheck.reports.text.Tracing;

/** What a failed test says about a check that did not come out as expected: the verdict, and the run that shows it. */
final class Complaint {
    private Complaint() {}

    static String about(Outcome outcome) {
        return about(outcome.check().name(), outcome.verdict());
    }

    static String about(String name, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Holds(Optional<Counterexample> witness) -> name + " holds, and was expected to fail\n" + run(witness);
            case Verdict.Fails(Optional<Counterexample> counterexample) -> name + " fails\n" + run(counterexample);
            case Verdict.Inconclusive(String reason) -> name + " is inconclusive: " + reason;
            case Verdict.Erroneous(var diagnostic) -> name + " cannot be checked\n\n" + DiagnosticText.of(List.of(diagnostic), Page.PLAIN);
        };
    }

    private static String run(Optional<Counterexample> run) {
        return run.map(shown -> CounterexampleText.text(shown, Page.PLAIN, Tracing.CHANGES)).orElse("");
    }
}
