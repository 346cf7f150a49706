package org.cspcheck.specs.parse;

import static org.cspcheck.specs.parse.TokenKind.*;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.Span;
import org.cspcheck.specs.syntax.Declaration;
import org.cspcheck.specs.syntax.Declaration.Clause;
import org.cspcheck.specs.syntax.Declaration.Constructor;
import org.cspcheck.specs.syntax.Expression;
import org.cspcheck.specs.syntax.Identifier;
import org.cspcheck.specs.syntax.Pattern;
import org.cspcheck.specs.syntax.Precedence;
import org.cspcheck.specs.syntax.QualifiedName;

/** One declaration of each kind; {@link DeclarationListParser} reads lists of them. */
final class DeclarationParser {
    private final Tokens tokens;
    private final Patterns patterns;
    private final ExpressionParser expressions;
    private final TypeParser types;
    private final AssertionParser assertions;
    private final DeclarationListParser lists;

    DeclarationParser(Tokens tokens, DeclarationListParser lists) {
        this.tokens = tokens;
        this.lists = lists;
        this.patterns = new Patterns();
        this.expressions = new ExpressionParser(tokens, patterns, lists);
        this.types = new TypeParser(tokens, expressions);
        this.assertions = new AssertionParser(tokens, expressions);
    }

    Patterns patterns() {
        return patterns;
    }

    ExpressionParser expressions() {
        return expressions;
    }

    AssertionParser assertions() {
        return assertions;
    }

    Declaration declaration(Place place) {
        Token start = tokens.current();
        if (atKeyword("subtype") || atKeyword("module") || atKeyword("instance")) {
            return switch (tokens.text(start)) {
                case "subtype" -> subtype();
                case "module" -> module();
                default -> instance();
            };
        }
        if (tokens.atWord("print") && !startsLine(1) && !tokens.ahead(1).is(DEFINES) && !tokens.ahead(1).is(DOUBLE_COLON)) {
            return print();
        }
        if (tokens.atWord("Timed") && (tokens.ahead(1).is(OPEN_CURLY) || tokens.ahead(1).is(OPEN_ROUND))) {
            return timed(place);
        }
        return switch (start.kind()) {
            case CHANNEL -> channel();
            case DATATYPE -> datatype();
            case NAMETYPE -> nametype();
            case TRANSPARENT -> transparent();
            case EXTERNAL -> external();
            case ASSERT -> assertion();
            default -> atAnnotation() ? annotation() : definition();
        };
    }

    /** {@return whether {@code word} stands here as a keyword: before another name on its line} */
    private boolean atKeyword(String word) {
        return tokens.atWord(word) && tokens.ahead(1).is(NAME) && !startsLine(1);
    }

    private boolean startsLine(int ahead) {
        return tokens.ahead(ahead).startsLine() || tokens.ahead(ahead).is(END);
    }

    private Identifier name(String of) {
        Token token = tokens.expect(NAME, of);
        return new Identifier(tokens.span(token), tokens.text(token));
    }

    /** Reads the keyword that stands here, called {@code keyword} in messages, and names. */
    private List<Identifier> names(String keyword) {
        tokens.next();
        List<Identifier> names = new ArrayList<>();
        do {
            names.add(name("after " + (names.isEmpty() ? keyword : "`,`")));
        } while (tokens.accept(COMMA));
        return names;
    }

    // channel a, b : T

    private Declaration channel() {
        Token start = tokens.current();
        List<Identifier> names = names("`channel`");
        Optional<Expression> type = tokens.accept(COLON) ? Optional.of(expressions.expression()) : Optional.empty();
        return new Declaration.Channel(tokens.since(start), names, type);
    }

    // transparent f, g   external f, g

    private Declaration transparent() {
        Token start = tokens.current();
        List<Identifier> names = names("`transparent`");
        return new Declaration.Transparent(tokens.since(start), names);
    }

    private Declaration external() {
        Token start = tokens.current();
        List<Identifier> names = names("`external`");
        return new Declaration.External(tokens.since(start), names);
    }

    // datatype T = A | B.S   subtype T = ..   nametype T = S

    private Declaration datatype() {
        Token start = tokens.next();
        Identifier name = name("of a datatype");
        List<Constructor> constructors = constructors();
        return new Declaration.Datatype(tokens.since(start), name, constructors);
    }

    private Declaration subtype() {
        Token start = tokens.next();
        Identifier name = name("of a subtype");
        List<Constructor> constructors = constructors();
        return new Declaration.Subtype(tokens.since(start), name, constructors);
    }

    private List<Constructor> constructors() {
        tokens.expect(DEFINES, "after the name of the type");
        List<Constructor> constructors = new ArrayList<>();
        do {
            Token start = tokens.current();
            Identifier name = name("of a constructor");
            Optional<Expression> fields = tokens.accept(DOT) ? Optional.of(expressions.expression()) : Optional.empty();
            constructors.add(new Constructor(tokens.since(start), name, fields));
        } while (tokens.accept(BAR));
        if (tokens.at(COMMA)) {
            throw tokens.expected("`|` or the end of the declaration", "constructors are separated by `|`", "");
        }
        return constructors;
    }

    private Declaration nametype() {
        Token start = tokens.next();
        Identifier name = name("of a type");
        tokens.expect(DEFINES, "after the name of the type");
        Expression set = expressions.expression();
        return new Declaration.Nametype(tokens.since(start), name, set);
    }

    // a, b :: T

    private boolean atAnnotation() {
        int ahead = 0;
        while (tokens.ahead(ahead).is(NAME) && tokens.ahead(ahead + 1).is(COMMA)) {
            ahead += 2;
        }
        return tokens.ahead(ahead).is(NAME) && tokens.ahead(ahead + 1).is(DOUBLE_COLON);
    }

    private Declaration annotation() {
        Token start = tokens.current();
        List<Identifier> names = new ArrayList<>();
        do {
            names.add(name("after `,`"));
        } while (tokens.accept(COMMA));
        tokens.expect(DOUBLE_COLON, "before the type");
        var type = types.scheme();
        return new Declaration.Annotation(tokens.since(start), names, type);
    }

    // assert P [T= Q   print e

    private Declaration assertion() {
        Token start = tokens.next();
        var assertion = assertions.assertion();
        return new Declaration.Assert(tokens.since(start), assertion);
    }

    private Declaration print() {
        Token start = tokens.next();
        Expression expression = expressions.expression();
        return new Declaration.Print(tokens.since(start), expression);
    }

    // x = e   f(p, ..)(..) = e   p = e

    private Declaration definition() {
        Token start = tokens.current();
        int mark = patterns.mark();
        Expression left = expressions.expression();
        if (!tokens.at(DEFINES)) {
            throw noDefinition(left);
        }
        tokens.next();
        return switch (left) {
            case Expression.Name(Span span, QualifiedName name) when name.isPlain() && !name.name().equals("_") -> {
                Expression body = expressions.expression();
                yield new Declaration.Value(tokens.since(start), new Identifier(span, name.name()), body);
            }
            case Expression.Apply application when !isDoublePattern(application) -> function(start, application, mark);
            default -> {
                Pattern pattern = patterns.of(left, mark);
                Expression body = expressions.expression();
                yield new Declaration.Binding(tokens.since(start), pattern, body);
            }
        };
    }

    private boolean isDoublePattern(Expression.Apply application) {
        return application.function() instanceof Expression.Name(_, QualifiedName name) && name.name().equals("@@");
    }

    private Declaration function(Token start, Expression.Apply left, int mark) {
        List<List<Pattern>> parameters = new ArrayList<>();
        Expression function = left;
        while (function instanceof Expression.Apply(_, Expression inner, List<Expression> arguments)) {
            parameters.add(arguments.stream().map(argument -> patterns.of(argument, patterns.mark())).toList());
            function = inner;
        }
        if (!(function instanceof Expression.Name(Span span, QualifiedName called)) || !called.isPlain()) {
            throw new SyntaxError(Diagnostic.error("CSP0216", function.span(), "this cannot be defined")
                    .because("the left side of a definition is a name, a name with parameters, or a pattern"));
        }
        patterns.forget(mark);
        Identifier name = new Identifier(span, called.name());
        Expression body = expressions.expression();
        Clause clause = new Clause(tokens.since(start), name, parameters.reversed(), body);
        return new Declaration.Function(clause.span(), name, List.of(clause));
    }

    private SyntaxError noDefinition(Expression left) {
        if (tokens.at(REFINES) || tokens.at(OPEN_PROPERTY)) {
            return tokens.expected("`=`", "a declaration began here, and this looks like an assertion", "begin it with `assert`");
        }
        Slip slip = Slip.noDefinition(left);
        return tokens.expected("`=` after the left side of a definition", slip == Slip.NONE ? tokens.slip() : slip);
    }

    // module M(p, ..) declarations exports declarations endmodule

    private Declaration module() {
        Token start = tokens.next();
        Identifier name = name("of a module");
        List<Pattern> parameters = List.of();
        if (tokens.at(OPEN_ROUND) && !startsLine(0)) {
            notEmpty("a module without parameters has no parentheses");
            parameters = tokens.enclosed(tokens.next(), CLOSE_ROUND, this::parameters);
        }
        lists.endOfDeclaration(tokens.position(), EnumSet.of(EXPORTS));
        List<Declaration> hidden = lists.declarations(Place.MODULE, EnumSet.of(EXPORTS, ENDMODULE));
        tokens.expect(EXPORTS, "in every module, before what it exports");
        List<Declaration> exported = lists.declarations(Place.MODULE, EnumSet.of(ENDMODULE));
        tokens.expect(ENDMODULE, "to close `module " + name + "`");
        return new Declaration.Module(tokens.since(start), name, parameters, hidden, exported);
    }

    private List<Pattern> parameters() {
        List<Pattern> parameters = new ArrayList<>();
        do {
            parameters.add(expressions.pattern(Precedence.OPEN));
        } while (tokens.accept(COMMA));
        return parameters;
    }

    private void notEmpty(String because) {
        if (tokens.ahead(1).is(CLOSE_ROUND)) {
            Span span = tokens.span(tokens.current()).to(tokens.span(tokens.ahead(1)));
            throw new SyntaxError(Diagnostic.error("CSP0209", span, "these parentheses are empty")
                    .because(because)
                    .tryThis("leave them out"));
        }
    }

    // instance X = M::N(e, ..)

    private Declaration instance() {
        Token start = tokens.next();
        Identifier name = name("of an instance");
        tokens.expect(DEFINES, "after the name of the instance");
        Token module = tokens.current();
        QualifiedName of = expressions.qualifiedName();
        Span moduleSpan = tokens.since(module);
        List<Expression> arguments = List.of();
        if (tokens.at(OPEN_ROUND) && tokens.continuesHere()) {
            notEmpty("an instance of a module without parameters has no parentheses");
            arguments = expressions.arguments();
        }
        return new Declaration.Instance(tokens.since(start), name, moduleSpan, of, arguments);
    }

    // Timed(f) { declarations }

    private Declaration timed(Place place) {
        Token start = tokens.next();
        Optional<Expression> duration = Optional.empty();
        if (tokens.at(OPEN_ROUND)) {
            duration = Optional.of(tokens.enclosed(tokens.next(), CLOSE_ROUND, expressions::expression));
        }
        Token open = tokens.expect(OPEN_CURLY, "before the declarations of the timed section");
        Place inner = place == Place.LET ? Place.LET : Place.TIMED;
        Set<TokenKind> end = EnumSet.of(CLOSE_CURLY);
        List<Declaration> timed = tokens.enclosed(open, CLOSE_CURLY, () -> tokens.inLines(() -> lists.declarations(inner, end)));
        return new Declaration.Timed(tokens.since(start), duration, timed);
    }
}
