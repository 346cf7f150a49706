package org.cspcheck.specs.syntax;

import java.util.Optional;
import org.cspcheck.model.source.Span;

/** One field of a communication; fields bind left to right. */
public sealed interface Field {
    Span span();

    /** {@code !value}. */
    record Output(Span span, Expression value) implements Field {}

    /** {@code ?pattern} or {@code ?pattern:set}: the environment chooses. */
    record Input(Span span, Pattern pattern, Optional<Expression> set) implements Field {}

    /** {@code $pattern} or {@code $pattern:set}: the process chooses internally. */
    record Chosen(Span span, Pattern pattern, Optional<Expression> set) implements Field {}
}
