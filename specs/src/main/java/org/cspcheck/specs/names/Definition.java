package org.cspcheck.specs.names;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.cspcheck.model.source.Span;
import org.cspcheck.specs.syntax.QualifiedName;

/** What a name means. */
public sealed interface Definition {
    /** {@return where it is defined; nowhere for what is built in} */
    Optional<Span> place();

    /** Something CSPm brings along. */
    record BuiltIn(String name, OptionalInt arity) implements Definition {
        @Override
        public Optional<Span> place() {
            return Optional.empty();
        }
    }

    /** Bound by a parameter, a generator or an input field. */
    record Variable(Span span) implements Definition {
        @Override
        public Optional<Span> place() {
            return Optional.of(span);
        }
    }

    /** {@code x = e}, or a variable of a pattern that is defined. */
    record Value(Span span) implements Definition {
        @Override
        public Optional<Span> place() {
            return Optional.of(span);
        }
    }

    /** A function by clauses: how many arguments each of its lists of parameters has. */
    record Function(Span span, List<Integer> arities) implements Definition {
        public Function {
            arities = List.copyOf(arities);
        }

        @Override
        public Optional<Span> place() {
            return Optional.of(span);
        }
    }

    record Channel(Span span, boolean carriesData) implements Definition {
        @Override
        public Optional<Span> place() {
            return Optional.of(span);
        }
    }

    /** A constructor of the datatype called {@code datatype}. */
    record Constructor(Span span, String datatype) implements Definition {
        @Override
        public Optional<Span> place() {
            return Optional.of(span);
        }
    }

    /** A datatype, subtype or nametype: a set of values. */
    record Type(Span span) implements Definition {
        @Override
        public Optional<Span> place() {
            return Optional.of(span);
        }
    }

    /** Declared as {@code transparent} or {@code external}. */
    record Declared(Span span, String name) implements Definition {
        @Override
        public Optional<Span> place() {
            return Optional.of(span);
        }
    }

    /** A module and what it exports. */
    record Module(Span span, int parameters, Scope exported) implements Definition {
        @Override
        public Optional<Span> place() {
            return Optional.of(span);
        }
    }

    /** An instance of {@code module}, a name in the scope of the instance. */
    record Instance(Span span, QualifiedName module, Scope scope) implements Definition {
        @Override
        public Optional<Span> place() {
            return Optional.of(span);
        }
    }

    /** {@return whether the name stands for itself in a pattern, and binds nothing} */
    default boolean isMatched() {
        return this instanceof Channel || this instanceof Constructor;
    }
}
