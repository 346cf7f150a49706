package org.cspcheck.model.source;

/** A mistake in a specification that shows only when it is evaluated: a finding about the input, never a fault of the tool. */
public final class SpecificationException extends RuntimeException {
    private final transient Diagnostic diagnostic;

    public SpecificationException(Diagnostic diagnostic) {
        super(diagnostic.toString(), null, false, false);
        this.diagnostic = diagnostic;
    }

    public Diagnostic diagnostic() {
        return diagnostic;
    }
}
