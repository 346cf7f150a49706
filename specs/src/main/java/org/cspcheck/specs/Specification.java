package org.cspcheck.specs;

import java.util.List;
import java.util.Optional;
import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.verdict.Check;
import org.cspcheck.specs.evaluate.Evaluation;
import org.cspcheck.specs.syntax.Declaration;

/**
 * A spec as read: what it asks, and what is wrong with it.
 *
 * @param name as the person gave it
 * @param inputs every file that was read for it
 * @param diagnostics in the order of finding; with an error among them there are no checks
 * @param checks in the order of the spec; their processes are evaluated when they are checked
 * @param declarations as far as they could be parsed
 * @param evaluation for the values of its definitions; empty with errors
 * @param production how it wants to be run
 * @param trace how its logs are read; empty where it does not say
 */
public record Specification(
        String name,
        List<Input> inputs,
        List<Diagnostic> diagnostics,
        List<Check> checks,
        Alphabet alphabet,
        List<Declaration> declarations,
        Optional<Evaluation> evaluation,
        Production production,
        Optional<TraceSection> trace) {
    /** A spec that says nothing about running and nothing of logs. */
    public Specification(
            String name,
            List<Input> inputs,
            List<Diagnostic> diagnostics,
            List<Check> checks,
            Alphabet alphabet,
            List<Declaration> declarations,
            Optional<Evaluation> evaluation) {
        this(name, inputs, diagnostics, checks, alphabet, declarations, evaluation, Production.PLAIN, Optional.empty());
    }

    Specification with(Production production) {
        return new Specification(name, inputs, diagnostics, checks, alphabet, declarations, evaluation, production, trace);
    }

    /** A file that was read: its path as shown to people, and the SHA-256 of its bytes in hexadecimal. */
    public record Input(String path, String sha256) {}

    Specification with(Optional<TraceSection> section) {
        return new Specification(name, inputs, diagnostics, checks, alphabet, declarations, evaluation, production, section);
    }

    /** {@return whether the texts could be parsed, whatever else is wrong with them} */
    public boolean isWellFormed() {
        return diagnostics.stream().filter(Diagnostic::isError).allMatch(error -> error.code().startsWith("CSP03"));
    }

    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }
}
