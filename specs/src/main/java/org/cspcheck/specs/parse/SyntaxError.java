package org.cspcheck.specs.parse;

import org.cspcheck.model.source.Diagnostic;

/** Ends the reading of a declaration; never leaves this package. */
final class SyntaxError extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Diagnostic diagnostic;

    SyntaxError(Diagnostic diagnostic) {
        super(diagnostic.message(), null, false, false);
        this.diagnostic = diagnostic;
    }

    Diagnostic diagnostic() {
        return diagnostic;
    }
}
