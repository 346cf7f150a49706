package org.cspcheck.specs.syntax;

import org.cspcheck.model.source.Span;

/** A name where it is defined. */
public record Identifier(Span span, String text) {
    @Override
    public String toString() {
        return text;
    }
}
