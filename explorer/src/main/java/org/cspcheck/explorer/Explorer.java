package org.cspcheck.explorer;

import java.util.function.BooleanSupplier;
import org.cspcheck.explorer.search.Progress;
import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.verdict.Check;
import org.cspcheck.model.verdict.Limits;
import org.cspcheck.model.verdict.Outcome;
import org.cspcheck.model.verdict.Verdict;

/** Decides checks. One explorer serves the checks of one script, one after the other; not safe for use by several threads. */
public final class Explorer {
    private final Alphabet alphabet;
    private final Options options;

    public Explorer(Alphabet alphabet, Options options) {
        this.alphabet = alphabet;
        this.options = options;
    }

    /**
     * {@return the check with its verdict} Mistakes in the specification, limits and a lack of memory are verdicts, not exceptions.
     *
     * @param limits of every check; where they are silent, those of the check itself count
     * @param cancelled asked now and then; once it says true, the verdict is inconclusive
     * @throws IllegalStateException if the tool contradicts itself
     */
    public Outcome check(Check check, Limits limits, Progress progress, BooleanSupplier cancelled) {
        return new Outcome(check, new Verdict.Inconclusive("not decided yet by this version"), Outcome.Statistics.NOTHING);
    }
}
