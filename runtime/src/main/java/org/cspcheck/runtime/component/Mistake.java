package org.cspcheck.runtime.component;

import org.cspcheck.model.source.Diagnostic;

/** Something wrong with the code that makes all its answers worthless; an {@link Error}, so that {@code catch (Exception e)} does not hide it. */
final class Mistake extends Error {
    private static final long serialVersionUID = 1;

    private final transient Diagnostic diagnostic;

    Mistake(Diagnostic diagnostic) {
        super(diagnostic.message(), null, false, false);
        this.diagnostic = diagnostic;
    }

    Diagnostic diagnostic() {
        return diagnostic;
    }

    /** A mistake that lacks what to try. */
    @FunctionalInterface
    interface Draft {
        Mistake fix(String hint);
    }
}
