package org.cspcheck.explorer.phase;

import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.process.Process;

/** An operator around a network that runs. */
sealed interface Layer {
    /** {@code ; next}. */
    record Then(Process next) implements Layer {}

    /** {@code /\ second}, which is settled. */
    record Until(Process second) implements Layer {}

    /** {@code [|thrown|> handler}. */
    record Throwing(EventSet thrown, Process handler) implements Layer {}

    /** {@code \ A}. */
    record Hiding(Process.Hide hide) implements Layer {}

    /** {@code [[R]]}. */
    record Renaming(Process.Rename rename) implements Layer {}

    /** {@return the term with this operator around it; termination is that of the whole} */
    default Process around(Process inner) {
        if (inner instanceof Process.Terminated) {
            return inner;
        }
        return switch (this) {
            case Then(Process next) -> new Process.SequentialComposition(inner, next);
            case Until(Process second) -> new Process.Interrupt(inner, second);
            case Throwing(EventSet thrown, Process handler) -> new Process.Throw(inner, thrown, handler);
            case Hiding(Process.Hide hide) -> Process.hide(inner, hide.hidden());
            case Renaming(Process.Rename rename) -> new Process.Rename(inner, rename.renaming());
        };
    }
}
