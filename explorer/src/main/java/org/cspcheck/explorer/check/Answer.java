package org.cspcheck.explorer.check;

import java.util.Optional;

/** The answer to the question as it stands, before {@code not}. */
public sealed interface Answer {
    /** Yes; with the run that shows it, where one run does. */
    record Holds(Optional<Evidence> witness) implements Answer {}

    /** No; with the run that shows it. */
    record Fails(Evidence evidence) implements Answer {}

    static Answer holds() {
        return new Holds(Optional.empty());
    }
}
