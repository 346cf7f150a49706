package org.cspcheck.specs.types;

import java.util.List;
import java.util.function.UnaryOperator;
import org.cspcheck.model.source.Span;

/** Something that is known of types, and decided when more is known of them. */
sealed interface Constraint {
    Origin origin();

    /** {@return the same of other types} */
    Constraint of(UnaryOperator<Type> types, Origin origin);

    List<Type> types();

    /**
     * Where it was written, and what is said when it does not hold.
     *
     * @param why the rule of the language
     * @param through the definition that wants it of those who use it; empty where it was written
     */
    record Origin(Span span, String why, String through) {
        Origin(Span span, String why) {
            this(span, why, "");
        }
    }

    /**
     * A value in a chain of dots.
     *
     * @param one the variable of a pattern, which takes one field where it is not the last
     */
    record Part(Span span, Type type, boolean one) {}

    /**
     * {@code parts} joined by dots are a {@code whole}.
     *
     * @param parameter a pattern of a parameter: dotted variables there match nothing that still lacks fields
     */
    record Chain(Origin origin, List<Part> parts, Type whole, boolean parameter) implements Constraint {
        public Chain {
            parts = List.copyOf(parts);
        }

        Chain(Origin origin, List<Part> parts, Type whole) {
            this(origin, parts, whole, false);
        }

        Chain ofParameter() {
            return new Chain(origin, parts, whole, true);
        }

        @Override
        public Constraint of(UnaryOperator<Type> types, Origin at) {
            List<Part> others = parts.stream().map(part -> new Part(at.span(), types.apply(part.type), part.one)).toList();
            return new Chain(at, others, types.apply(whole), parameter);
        }

        @Override
        public List<Type> types() {
            return java.util.stream.Stream.concat(parts.stream().map(Part::type), java.util.stream.Stream.of(whole)).toList();
        }
    }

    /** What two types have to do with each other. */
    enum Relation {
        /** <code>{|from|}</code> or {@code productions(from)} holds values of type {@code to}. */
        PRODUCTIONS,
        /** {@code extensions(from)} holds values of type {@code to}. */
        EXTENSIONS,
        /** {@code from <- to} or {@code from <-> to}: what completes one to an event completes the other. */
        PAIRED
    }

    record Related(Relation relation, Origin origin, Type from, Type to) implements Constraint {
        @Override
        public Constraint of(UnaryOperator<Type> types, Origin at) {
            return new Related(relation, at, types.apply(from), types.apply(to));
        }

        @Override
        public List<Type> types() {
            return List.of(from, to);
        }
    }
}
