package org.cspcheck.reports.text;

import java.util.Optional;
import org.cspcheck.model.verdict.Check;
import org.cspcheck.model.verdict.Counterexample;
import org.cspcheck.model.verdict.Outcome;
import org.cspcheck.model.verdict.Outlook;
import org.cspcheck.model.verdict.Verdict;

/** A check that is over in one sentence, for lists of findings. */
public final class Headline {
    private Headline() {}

    /** {@return "deadlock free fails. Deadlock: nothing can happen any more."} */
    public static String of(Outcome outcome) {
        return name(outcome.check()) + " " + answer(outcome);
    }

    /** {@return the check's name on one line} */
    public static String name(Check check) {
        return check.name().strip().replaceAll("\\s+", " ");
    }

    private static String answer(Outcome outcome) {
        boolean expected = outcome.check().expected();
        return switch (outcome.verdict()) {
            case Verdict.Holds holds when expected -> "holds.";
            case Verdict.Holds holds -> "holds, and was expected to fail.";
            case Verdict.Fails(Optional<Counterexample> run) ->
                "fails" + (expected ? "." : ", as expected.") + run.map(found -> " " + CounterexampleText.headline(found)).orElse("");
            case Verdict.Inconclusive(String reason) -> "has no answer: " + sentence(reason) + left(outcome);
            case Verdict.Erroneous erroneous -> "could not be evaluated: " + sentence(erroneous.diagnostic().message());
        };
    }

    /** {@return how much may be left, as a sentence after a space; empty where no search was stopped} */
    static String left(Outcome outcome) {
        return outcome.outlook().map(Headline::left).orElse("");
    }

    private static String left(Outlook outlook) {
        String guess = outlook.inAll()
                .map(range -> "perhaps " + Figures.count(range.least()) + " to " + Figures.count(range.most()) + " states in all, by how the search has grown")
                .orElse("how many more there are cannot be told from this");
        return " " + Figures.count(outlook.waiting(), "state") + (outlook.waiting() == 1 ? " was" : " were") + " waiting; " + guess + ".";
    }

    private static String sentence(String text) {
        String stripped = text.strip();
        return stripped.endsWith(".") || stripped.endsWith("?") ? stripped : stripped + ".";
    }
}
