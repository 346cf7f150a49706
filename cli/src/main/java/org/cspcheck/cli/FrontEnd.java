package org.cspcheck.cli;

import java.io.InputStream;
import java.util.List;
import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.verdict.Check;

/** Reads specs and evaluates what they ask. */
@FunctionalInterface
interface FrontEnd {
    /**
     * {@return the spec, as far as it could be read} Mistakes in it are diagnostics, not exceptions.
     *
     * @param spec a path, or {@code -} for {@code standardInput}
     */
    Specification read(String spec, CheckRequest.Reading reading, InputStream standardInput);

    /**
     * What a spec says.
     *
     * @param name as the person gave it
     * @param inputs every file that was read for it
     * @param checks in the order of the spec
     */
    record Specification(String name, List<Input> inputs, List<Diagnostic> diagnostics, List<Check> checks, Alphabet alphabet) {
        boolean hasErrors() {
            return diagnostics.stream().anyMatch(Diagnostic::isError);
        }

        /** {@return a spec that could not be read at all} */
        static Specification unreadable(String name, Diagnostic why) {
            return new Specification(name, List.of(), List.of(why), List.of(), new Alphabet());
        }
    }

    /** A file that was read: its path as shown to people, and the SHA-256 of its bytes in hexadecimal. */
    record Input(String path, String sha256) {}
}
