package org.cspcheck.model.verdict;

import java.util.Optional;
import org.cspcheck.model.source.Diagnostic;

/** The answer to a check, about the assertion as written. */
public sealed interface Verdict {
    /** It is true of every run. The witness is a run worth showing: the one that a {@code can:} found, or why {@code assert not} holds. */
    record Holds(Optional<Counterexample> witness) implements Verdict {}

    /** It is false; the counterexample is missing only where none exists, as for a run that cannot happen. */
    record Fails(Optional<Counterexample> counterexample) implements Verdict {}

    /** A limit was reached before an answer. */
    record Inconclusive(String reason) implements Verdict {}

    /** The specification could not be evaluated. */
    record Erroneous(Diagnostic diagnostic) implements Verdict {}

    /** {@return the word for it in reports} */
    default String word() {
        return switch (this) {
            case Holds v -> "holds";
            case Fails v -> "fails";
            case Inconclusive v -> "inconclusive";
            case Erroneous v -> "error";
        };
    }
}
