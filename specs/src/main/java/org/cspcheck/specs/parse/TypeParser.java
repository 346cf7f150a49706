package org.cspcheck.specs.parse;

import static org.cspcheck.specs.parse.TokenKind.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.specs.syntax.QualifiedName;
import org.cspcheck.specs.syntax.TypeExpression;
import org.cspcheck.specs.syntax.TypeExpression.Constraint;

/** Types, as annotations write them. */
final class TypeParser {
    private static final Set<String> CLASSES = Set.of("Eq", "Ord", "Set", "Complete", "Inputable", "Yieldable");

    private final Tokens tokens;
    private final ExpressionParser expressions;

    TypeParser(Tokens tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    // scheme ::= [constraint => | (constraint, ..) =>] type

    TypeExpression.Scheme scheme() {
        Token start = tokens.current();
        List<Constraint> constraints = List.of();
        if (constraintAt(0)) {
            constraints = List.of(constraint());
            tokens.expect(MAPS, "after the constraint");
        } else if (tokens.at(OPEN_ROUND) && constraintAt(1)) {
            constraints = tokens.enclosed(tokens.next(), CLOSE_ROUND, this::constraints);
            tokens.expect(MAPS, "after the constraints");
        }
        TypeExpression type = type();
        return new TypeExpression.Scheme(tokens.since(start), constraints, type);
    }

    private boolean constraintAt(int ahead) {
        Token second = tokens.ahead(ahead + 1);
        return tokens.ahead(ahead).is(NAME) && second.is(NAME) && !second.startsLine();
    }

    private List<Constraint> constraints() {
        List<Constraint> constraints = new ArrayList<>();
        do {
            constraints.add(constraint());
        } while (tokens.accept(COMMA));
        return constraints;
    }

    private Constraint constraint() {
        Token start = tokens.expect(NAME, "of a type class");
        String typeClass = tokens.text(start);
        if (!CLASSES.contains(typeClass)) {
            throw new SyntaxError(Diagnostic.error("CSP0213", tokens.span(start), "there is no type class `" + typeClass + "`")
                    .tryThis("the type classes are Eq, Ord, Set, Complete, Inputable and Yieldable"));
        }
        String variable = tokens.text(tokens.expect(NAME, "of a type variable"));
        return new Constraint(tokens.since(start), typeClass, variable);
    }

    // type ::= (type, ..) -> type | dotable

    private TypeExpression type() {
        return tokens.deeper(() -> {
            Token start = tokens.current();
            if (!tokens.at(OPEN_ROUND)) {
                return dotable(start, dot(atom()));
            }
            List<TypeExpression> items = tokens.enclosed(tokens.next(), CLOSE_ROUND, this::types);
            if (tokens.accept(ARROW)) {
                TypeExpression result = type();
                return new TypeExpression.Function(tokens.since(start), items, result);
            }
            return dotable(start, dot(tuple(start, items)));
        });
    }

    private List<TypeExpression> types() {
        List<TypeExpression> types = new ArrayList<>();
        if (!tokens.at(CLOSE_ROUND)) {
            do {
                types.add(type());
            } while (tokens.accept(COMMA));
        }
        return types;
    }

    private TypeExpression tuple(Token start, List<TypeExpression> items) {
        if (items.isEmpty()) {
            throw tokens.expected("`->` after the empty list of arguments");
        }
        return items.size() == 1 ? items.getFirst() : new TypeExpression.Tuple(tokens.since(start), items);
    }

    // dotable ::= dot [=> dotable | =>* dotable]

    private TypeExpression dotable(Token start, TypeExpression left) {
        if (tokens.accept(MAPS)) {
            TypeExpression right = type();
            return new TypeExpression.Dotable(tokens.since(start), left, right);
        }
        if (tokens.accept(EXTENDS)) {
            TypeExpression right = type();
            return new TypeExpression.Extendable(tokens.since(start), left, right);
        }
        return left;
    }

    // dot ::= atom [. dot]

    private TypeExpression dot(TypeExpression left) {
        if (!tokens.accept(TokenKind.DOT)) {
            return left;
        }
        TypeExpression right = tokens.deeper(() -> dot(atom()));
        return new TypeExpression.Dot(left.span().to(right.span()), left, right);
    }

    // atom ::= name | (type, ..) | <type> | {type} | (| dot => type |)

    private TypeExpression atom() {
        Token start = tokens.current();
        return switch (start.kind()) {
            case NAME -> {
                QualifiedName name = expressions.qualifiedName();
                yield new TypeExpression.Name(tokens.since(start), name);
            }
            case OPEN_ROUND -> {
                List<TypeExpression> items = tokens.enclosed(tokens.next(), CLOSE_ROUND, this::types);
                yield tuple(start, items);
            }
            case LESS -> {
                TypeExpression item = tokens.enclosedSequence(tokens.next(), this::type);
                yield new TypeExpression.Sequence(tokens.since(start), item);
            }
            case OPEN_CURLY -> {
                TypeExpression item = tokens.enclosed(tokens.next(), CLOSE_CURLY, this::type);
                yield new TypeExpression.Set(tokens.since(start), item);
            }
            case OPEN_MAP -> tokens.enclosed(tokens.next(), CLOSE_MAP, () -> map(start));
            default -> throw tokens.expected("a type");
        };
    }

    private TypeExpression map(Token start) {
        TypeExpression key = dot(atom());
        tokens.expect(MAPS, "between the types of keys and values");
        TypeExpression value = type();
        return new TypeExpression.Map(tokens.since(start), key, value);
    }
}
