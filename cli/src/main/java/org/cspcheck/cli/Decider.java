package org.cspcheck.cli;

import java.util.function.BooleanSupplier;
import org.cspcheck.explorer.Explorer;
import org.cspcheck.explorer.Options;
import org.cspcheck.explorer.search.Progress;
import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.verdict.Check;
import org.cspcheck.model.verdict.Limits;
import org.cspcheck.model.verdict.Outcome;

/** Decides the checks of one spec, one after another; what {@link Explorer#check} promises, it promises. */
@FunctionalInterface
interface Decider {
    Outcome check(Check check, Limits limits, Progress progress, BooleanSupplier cancelled);

    /** Makes a decider for each spec. */
    @FunctionalInterface
    interface Factory {
        Decider of(Alphabet alphabet, Options options);

        Factory EXPLORER = (alphabet, options) -> new Explorer(alphabet, options)::check;
    }
}
