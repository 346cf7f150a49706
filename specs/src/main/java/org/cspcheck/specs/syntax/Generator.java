package org.cspcheck.specs.syntax;

import org.cspcheck.model.source.Span;

/** One statement of a comprehension or a replicated operator; each sees the variables of those before it. */
public sealed interface Generator {
    Span span();

    /** {@code pattern <- range}, also written {@code pattern : range}; values that do not match are dropped. */
    record Drawn(Span span, Pattern pattern, Expression range) implements Generator {}

    /** A boolean expression: bindings for which it is false are dropped. */
    record Condition(Span span, Expression condition) implements Generator {}
}
