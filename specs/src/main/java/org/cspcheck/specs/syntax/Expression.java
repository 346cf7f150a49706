package org.cspcheck.specs.syntax;

import java.util.List;
import java.util.Optional;
import org.cspcheck.model.source.Span;

/** Data, functions and processes: CSPm has one syntax for all of them. Operands stand in reading order. */
public sealed interface Expression {
    Span span();

    // Atoms

    record Number(Span span, long value) implements Expression {}

    record Character(Span span, int codePoint) implements Expression {}

    /** A string: the sequence of its characters. */
    record Text(Span span, String value) implements Expression {}

    record Truth(Span span, boolean value) implements Expression {}

    /** A name in scope, a built-in one included: {@code x}, {@code M::x}, {@code STOP}, {@code Int}. */
    record Name(Span span, QualifiedName name) implements Expression {}

    // Data

    /** {@code (e1, e2)}: at least two. */
    record Tuple(Span span, List<Expression> items) implements Expression {
        public Tuple {
            items = List.copyOf(items);
        }
    }

    /** {@code <items>}. */
    record Sequence(Span span, Items items) implements Expression {}

    /** <code>{items}</code>. */
    record Set(Span span, Items items) implements Expression {}

    /** <code>{| e1, e2 | generators |}</code>: the events that complete the heads. */
    record EventSet(Span span, List<Expression> heads, List<Generator> generators) implements Expression {
        public EventSet {
            heads = List.copyOf(heads);
            generators = List.copyOf(generators);
        }
    }

    /** {@code (| k1 => v1, k2 => v2 |)}. */
    record MapOf(Span span, List<Entry> entries) implements Expression {
        public MapOf {
            entries = List.copyOf(entries);
        }
    }

    /** One {@code key => value} of a map. */
    record Entry(Expression key, Expression value) {}

    /** {@code left.right}, to the right: {@code a.b.c} is {@code a.(b.c)}. */
    record Dot(Span span, Expression left, Expression right) implements Expression {}

    record Unary(Span span, UnaryOperator operator, Expression operand) implements Expression {}

    record Binary(Span span, Expression left, BinaryOperator operator, Expression right) implements Expression {}

    // Structure

    record If(Span span, Expression condition, Expression then, Expression otherwise) implements Expression {}

    /** {@code let declarations within body}. */
    record Let(Span span, List<Declaration> declarations, Expression body) implements Expression {
        public Let {
            declarations = List.copyOf(declarations);
        }
    }

    /** {@code \ p1, p2 @ body}: a function of as many arguments as patterns. */
    record Lambda(Span span, List<Pattern> parameters, Expression body) implements Expression {
        public Lambda {
            parameters = List.copyOf(parameters);
        }
    }

    /** {@code function(e1, e2)}; the list may be empty. */
    record Apply(Span span, Expression function, List<Expression> arguments) implements Expression {
        public Apply {
            arguments = List.copyOf(arguments);
        }
    }

    // Processes

    /** {@code channel fields -> process}, where {@code channel} is everything before the first {@code ? ! $}. */
    record Prefix(Span span, Expression channel, List<Field> fields, Expression process) implements Expression {
        public Prefix {
            fields = List.copyOf(fields);
        }
    }

    /** {@code condition & process}. */
    record Guard(Span span, Expression condition, Expression process) implements Expression {}

    /** {@code left ; right}. */
    record Sequential(Span span, Expression left, Expression right) implements Expression {}

    /** {@code left [> right}. */
    record Sliding(Span span, Expression left, Expression right) implements Expression {}

    /** {@code left /\ right}. */
    record Interrupt(Span span, Expression left, Expression right) implements Expression {}

    /** {@code left /+ events +\ right}. */
    record SynchronisingInterrupt(Span span, Expression left, Expression events, Expression right) implements Expression {}

    /** {@code left [] right}. */
    record ExternalChoice(Span span, Expression left, Expression right) implements Expression {}

    /** {@code left [+ events +] right}. */
    record SynchronisingChoice(Span span, Expression left, Expression events, Expression right) implements Expression {}

    /** {@code left |~| right}. */
    record InternalChoice(Span span, Expression left, Expression right) implements Expression {}

    /** {@code left [| events |] right}. */
    record SharingParallel(Span span, Expression left, Expression events, Expression right) implements Expression {}

    /** {@code left [ leftAlphabet || rightAlphabet ] right}. */
    record AlphabetisedParallel(
            Span span, Expression left, Expression leftAlphabet, Expression rightAlphabet, Expression right)
            implements Expression {}

    /** {@code left [ a <-> b, .. | generators ] right}. */
    record LinkedParallel(Span span, Expression left, List<Pair> links, List<Generator> generators, Expression right)
            implements Expression {
        public LinkedParallel {
            links = List.copyOf(links);
            generators = List.copyOf(generators);
        }
    }

    /** {@code left [| events |> right}: an event of the set in {@code left} hands over to {@code right}. */
    record Throw(Span span, Expression left, Expression events, Expression right) implements Expression {}

    /** {@code left ||| right}. */
    record Interleave(Span span, Expression left, Expression right) implements Expression {}

    /** {@code process \ events}. */
    record Hide(Span span, Expression process, Expression events) implements Expression {}

    /** {@code process |\ events}: hides everything else. */
    record Project(Span span, Expression process, Expression events) implements Expression {}

    /** {@code process [[ a <- b, .. | generators ]]}. */
    record Rename(Span span, Expression process, List<Pair> pairs, List<Generator> generators) implements Expression {
        public Rename {
            pairs = List.copyOf(pairs);
            generators = List.copyOf(generators);
        }
    }

    /** {@code from <- to} of a renaming, {@code from <-> to} of a linked parallel. */
    record Pair(Expression from, Expression to) {}

    // Replicated processes: operator generators @ body

    /** {@code ; x:<..> @ body}: the ranges are sequences. */
    record ReplicatedSequential(Span span, List<Generator> generators, Expression body) implements Expression {
        public ReplicatedSequential {
            generators = List.copyOf(generators);
        }
    }

    /** {@code [] x:S @ body}. */
    record ReplicatedExternalChoice(Span span, List<Generator> generators, Expression body) implements Expression {
        public ReplicatedExternalChoice {
            generators = List.copyOf(generators);
        }
    }

    /** {@code |~| x:S @ body}. */
    record ReplicatedInternalChoice(Span span, List<Generator> generators, Expression body) implements Expression {
        public ReplicatedInternalChoice {
            generators = List.copyOf(generators);
        }
    }

    /** {@code ||| x:S @ body}. */
    record ReplicatedInterleave(Span span, List<Generator> generators, Expression body) implements Expression {
        public ReplicatedInterleave {
            generators = List.copyOf(generators);
        }
    }

    /** {@code [| events |] x:S @ body}: the generators' variables are not seen in {@code events}. */
    record ReplicatedSharingParallel(Span span, Expression events, List<Generator> generators, Expression body)
            implements Expression {
        public ReplicatedSharingParallel {
            generators = List.copyOf(generators);
        }
    }

    /** {@code || x:S @ [ alphabet ] body}: the generators' variables are seen in {@code alphabet}. */
    record ReplicatedAlphabetisedParallel(
            Span span, List<Generator> generators, Expression alphabet, Expression body) implements Expression {
        public ReplicatedAlphabetisedParallel {
            generators = List.copyOf(generators);
        }
    }

    /**
     * {@code [ a <-> b | linkGenerators ] x:<..> @ body}: neighbours in the sequence are linked, {@code a} of the left one with
     * {@code b} of the right one; the links see the variables of the generators.
     */
    record ReplicatedLinkedParallel(
            Span span, List<Pair> links, List<Generator> linkGenerators, List<Generator> generators, Expression body)
            implements Expression {
        public ReplicatedLinkedParallel {
            links = List.copyOf(links);
            linkGenerators = List.copyOf(linkGenerators);
            generators = List.copyOf(generators);
        }
    }

    /** {@code [+ events +] x:S @ body}. */
    record ReplicatedSynchronisingChoice(Span span, Expression events, List<Generator> generators, Expression body)
            implements Expression {
        public ReplicatedSynchronisingChoice {
            generators = List.copyOf(generators);
        }
    }

    /** Operators on one value. */
    enum UnaryOperator {
        NEGATE("-"),
        NOT("not"),
        LENGTH("#");

        private final String symbol;

        UnaryOperator(String symbol) {
            this.symbol = symbol;
        }

        public String symbol() {
            return symbol;
        }
    }

    /** Operators on two values. */
    enum BinaryOperator {
        OR("or"),
        AND("and"),
        EQUAL("=="),
        DIFFERENT("!="),
        LESS("<"),
        LESS_OR_EQUAL("<="),
        GREATER(">"),
        GREATER_OR_EQUAL(">="),
        ADD("+"),
        SUBTRACT("-"),
        MULTIPLY("*"),
        DIVIDE("/"),
        REMAINDER("%"),
        CONCAT("^");

        private final String symbol;

        BinaryOperator(String symbol) {
            this.symbol = symbol;
        }

        public String symbol() {
            return symbol;
        }
    }
}
