package org.cspcheck.specs;

import java.util.List;
import java.util.Optional;
import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.verdict.Check;
import org.cspcheck.specs.evaluate.Evaluation;

/**
 * A spec as read: what it asks, and what is wrong with it.
 *
 * @param name as the person gave it
 * @param inputs every file that was read for it
 * @param diagnostics in the order of finding; with an error among them there are no checks
 * @param checks in the order of the spec; their processes are evaluated when they are checked
 * @param evaluation for the values of its definitions; empty with errors
 */
public record Specification(
        String name,
        List<Input> inputs,
        List<Diagnostic> diagnostics,
        List<Check> checks,
        Alphabet alphabet,
        Optional<Evaluation> evaluation) {
    /** A file that was read: its path as shown to people, and the SHA-256 of its bytes in hexadecimal. */
    public record Input(String path, String sha256) {}

    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }
}
