package org.cspcheck.explorer.reference;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.cspcheck.model.process.Process;

/**
 * A term with a hole.
 *
 * @param term the term
 * @param hole the number of the subterm that stands for the hole, counted from 0 as they are written
 */
public record Context(Process term, int hole) {
    /** {@return terms of {@link Processes#recursive}, each with a hole somewhere} */
    public static Arbitrary<Context> random(String name, int letters, int depth) {
        return Combinators.combine(Processes.recursive(name, letters, depth), Arbitraries.integers().between(0, 1_000_000))
                .as((term, number) -> new Context(term, number % Terms.size(term)));
    }

    /** {@return the term with {@code process} in the hole} */
    public Process around(Process process) {
        return Terms.replace(term, hole, replaced -> process);
    }

    @Override
    public String toString() {
        return ScriptText.of(java.util.Map.of("CONTEXT", term)) + "-- with a hole at subterm " + hole;
    }
}
