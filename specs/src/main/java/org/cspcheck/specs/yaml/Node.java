package org.cspcheck.specs.yaml;

import java.util.List;
import org.cspcheck.model.source.Source;
import org.cspcheck.model.source.Span;

/** A value of a YAML document, with its place. */
sealed interface Node {
    /** {@return the stretch of the file that it stands in} */
    Span span();

    /** {@return what a person calls it} */
    default String kind() {
        return switch (this) {
            case Scalar scalar -> scalar.isNull() ? "nothing" : "a text";
            case Sequence _ -> "a list";
            case Mapping _ -> "a mapping (key: value)";
        };
    }

    /** How a scalar was typed. */
    enum Style {
        PLAIN,
        SINGLE_QUOTED,
        DOUBLE_QUOTED,
        LITERAL,
        FOLDED
    }

    /**
     * A text, a number, a truth value or nothing: the key that it belongs to decides which.
     *
     * @param value what was meant, escapes and folding undone
     */
    record Scalar(String value, Style style, Span span) implements Node {
        /** {@return the value as a source, each offset of which knows where it was typed} */
        Source text() {
            int[] origins = Origins.of(value, style, span.source().text(), span.start(), span.end());
            return Source.embedded(value, span.source(), origins);
        }

        boolean isNull() {
            return style == Style.PLAIN && (value.isEmpty() || value.equals("~") || value.equalsIgnoreCase("null"));
        }
    }

    /** A list. */
    record Sequence(List<Node> items, Span span) implements Node {}

    /** Keys and values in the order of the file; a key may stand twice. */
    record Mapping(List<Entry> entries, Span span) implements Node {}

    /** A key and its value. */
    record Entry(Scalar key, Node value) {}
}
