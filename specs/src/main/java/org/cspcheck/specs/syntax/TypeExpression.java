package org.cspcheck.specs.syntax;

import java.util.List;
import org.cspcheck.model.source.Span;

/** A type as an annotation writes it; read and kept, for the reader of the script. */
public sealed interface TypeExpression {
    Span span();

    /** A type, or a variable where it begins with a small letter: {@code Int}, {@code M::T}, {@code a}. */
    record Name(Span span, QualifiedName name) implements TypeExpression {}

    /** {@code (a, b)}; of none in {@code () -> a}. */
    record Tuple(Span span, List<TypeExpression> items) implements TypeExpression {
        public Tuple {
            items = List.copyOf(items);
        }
    }

    /** {@code <a>}. */
    record Sequence(Span span, TypeExpression item) implements TypeExpression {}

    /** <code>{a}</code>. */
    record Set(Span span, TypeExpression item) implements TypeExpression {}

    /** {@code (| k => v |)}. */
    record Map(Span span, TypeExpression key, TypeExpression value) implements TypeExpression {}

    /** {@code a.b}. */
    record Dot(Span span, TypeExpression left, TypeExpression right) implements TypeExpression {}

    /** {@code a => b}: takes an {@code a} by dot and is then a {@code b}. */
    record Dotable(Span span, TypeExpression argument, TypeExpression result) implements TypeExpression {}

    /** {@code a =>* b}: takes any number of fields until it is a {@code b}. */
    record Extendable(Span span, TypeExpression argument, TypeExpression result) implements TypeExpression {}

    /** {@code (a, b) -> c}. */
    record Function(Span span, List<TypeExpression> arguments, TypeExpression result) implements TypeExpression {
        public Function {
            arguments = List.copyOf(arguments);
        }
    }

    /** {@code Eq a}. */
    record Constraint(Span span, String typeClass, String variable) {}

    /** {@code (Eq a, Ord a) => type}. */
    record Scheme(Span span, List<Constraint> constraints, TypeExpression type) {
        public Scheme {
            constraints = List.copyOf(constraints);
        }
    }
}
