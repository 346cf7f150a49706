package org.cspcheck.specs.syntax;

import java.util.List;
import java.util.Optional;
import org.cspcheck.model.source.Span;

/** What a script, a {@code let}, a module or a timed section is a list of. Order does not matter, except among clauses and patterns. */
public sealed interface Declaration {
    Span span();

    /** {@code channel a, b : T}; without a type the channels carry no data. */
    record Channel(Span span, List<Identifier> names, Optional<Expression> type) implements Declaration {
        public Channel {
            names = List.copyOf(names);
        }
    }

    /** {@code datatype T = A | B.S1.S2}. */
    record Datatype(Span span, Identifier name, List<Constructor> constructors) implements Declaration {
        public Datatype {
            constructors = List.copyOf(constructors);
        }
    }

    /** {@code subtype T = A | B.S}: constructors of a datatype, with smaller fields. */
    record Subtype(Span span, Identifier name, List<Constructor> constructors) implements Declaration {
        public Subtype {
            constructors = List.copyOf(constructors);
        }
    }

    /** {@code A} or {@code B.S1.S2}, where {@code fields} is {@code S1.S2}. */
    record Constructor(Span span, Identifier name, Optional<Expression> fields) {}

    /** {@code nametype T = S}. */
    record Nametype(Span span, Identifier name, Expression set) implements Declaration {}

    /** {@code x = e}. */
    record Value(Span span, Identifier name, Expression body) implements Declaration {}

    /** All clauses of a function that stand together, in order. */
    record Function(Span span, Identifier name, List<Clause> clauses) implements Declaration {
        public Function {
            clauses = List.copyOf(clauses);
        }
    }

    /**
     * {@code f(p1, p2)(p3) = e}.
     *
     * @param parameters one list for each pair of parentheses, at least one; a list may be empty
     */
    record Clause(Span span, Identifier name, List<List<Pattern>> parameters, Expression body) {
        public Clause {
            parameters = parameters.stream().map(List::copyOf).toList();
        }
    }

    /** {@code (x, y) = e}: binds the variables of a pattern that is not a plain name. */
    record Binding(Span span, Pattern pattern, Expression body) implements Declaration {}

    /** {@code transparent f, g}. */
    record Transparent(Span span, List<Identifier> names) implements Declaration {
        public Transparent {
            names = List.copyOf(names);
        }
    }

    /** {@code external f, g}. */
    record External(Span span, List<Identifier> names) implements Declaration {
        public External {
            names = List.copyOf(names);
        }
    }

    /** {@code f :: (Int) -> Bool}. */
    record Annotation(Span span, List<Identifier> names, TypeExpression.Scheme type) implements Declaration {
        public Annotation {
            names = List.copyOf(names);
        }
    }

    /** {@code assert P [T= Q}. */
    record Assert(Span span, Assertion assertion) implements Declaration {}

    /** {@code print e}. */
    record Print(Span span, Expression expression) implements Declaration {}

    /**
     * {@code module M(p) .. exports .. endmodule}.
     *
     * @param parameters empty for a module that is used without an instance
     * @param hidden what only the module itself sees
     * @param exported what is seen as {@code M::x}
     */
    record Module(
            Span span, Identifier name, List<Pattern> parameters, List<Declaration> hidden, List<Declaration> exported)
            implements Declaration {
        public Module {
            parameters = List.copyOf(parameters);
            hidden = List.copyOf(hidden);
            exported = List.copyOf(exported);
        }
    }

    /** {@code instance X = M::N(e)}; the span of the module's name is kept for messages. */
    record Instance(Span span, Identifier name, Span moduleSpan, QualifiedName module, List<Expression> arguments)
            implements Declaration {
        public Instance {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * {@code Timed(f) { .. }}: its declarations belong to the scope around it.
     *
     * @param duration how many tocks an event takes; one when it is left out
     */
    record Timed(Span span, Optional<Expression> duration, List<Declaration> declarations) implements Declaration {
        public Timed {
            declarations = List.copyOf(declarations);
        }
    }
}
