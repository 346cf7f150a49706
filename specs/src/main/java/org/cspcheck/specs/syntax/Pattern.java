package org.cspcheck.specs.syntax;

import java.util.List;
import java.util.Optional;
import org.cspcheck.model.source.Span;

/** What a value is matched against. */
public sealed interface Pattern {
    Span span();

    /** A name: the constructor or channel of that name where there is one in scope, else a variable that is bound here. */
    record Name(Span span, QualifiedName name) implements Pattern {}

    /** {@code _}. */
    record Wildcard(Span span) implements Pattern {}

    record Number(Span span, long value) implements Pattern {}

    record Character(Span span, int codePoint) implements Pattern {}

    /** A string: the sequence of its characters. */
    record Text(Span span, String value) implements Pattern {}

    record Truth(Span span, boolean value) implements Pattern {}

    /** {@code (p1, p2)}: at least two. */
    record Tuple(Span span, List<Pattern> items) implements Pattern {
        public Tuple {
            items = List.copyOf(items);
        }
    }

    /** {@code <p1, p2>}. */
    record Sequence(Span span, List<Pattern> items) implements Pattern {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** <code>{}</code> or <code>{p}</code>: the empty set, or a set of one element. */
    record Set(Span span, Optional<Pattern> item) implements Pattern {}

    /** {@code left.right}, to the right. */
    record Dot(Span span, Pattern left, Pattern right) implements Pattern {}

    /** {@code left^right}: at most one part of the whole has no fixed length. */
    record Concat(Span span, Pattern left, Pattern right) implements Pattern {}

    /** {@code left @@ right}: both match. */
    record Both(Span span, Pattern left, Pattern right) implements Pattern {}
}
