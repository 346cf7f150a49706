package org.cspcheck.specs.parse;

import static org.cspcheck.specs.parse.TokenKind.*;

import java.util.Locale;
import java.util.Optional;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.specs.syntax.Assertion;
import org.cspcheck.specs.syntax.Assertion.Claim;
import org.cspcheck.specs.syntax.Assertion.Model;
import org.cspcheck.specs.syntax.Assertion.Reduction;
import org.cspcheck.specs.syntax.Expression;

/** Assertions. Words in the square brackets may be joined by blanks, by hyphens or by nothing. */
final class AssertionParser {
    private static final String PROPERTIES = "the properties are deadlock free, divergence free (or livelock free), deterministic and has trace;"
            + " the options are tau priority over and partial order reduce";

    private final Tokens tokens;
    private final ExpressionParser expressions;

    AssertionParser(Tokens tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    /** What stands between {@code :[} and the last bracket. */
    private record Property(Token start, String words, Optional<Token> argument) {}

    // assertion ::= [not] claim option*

    Assertion assertion() {
        Token start = tokens.current();
        int first = tokens.position();
        boolean negated = tokens.accept(NOT);
        Claim claim = claim();
        Optional<Expression> priority = Optional.empty();
        Optional<Reduction> reduction = Optional.empty();
        while (atProperty()) {
            Property option = property();
            switch (option.words) {
                case "taupriority", "taupriorityover" -> {
                    once(option, priority);
                    priority = Optional.of(operandOf(option));
                }
                case "partialorderreduce" -> {
                    once(option, reduction);
                    reduction = Optional.of(reduction(option));
                }
                case "deadlockfree", "divergencefree", "livelockfree", "deterministic", "hastrace" ->
                        throw new SyntaxError(Diagnostic.error("CSP0210", tokens.since(option.start), "this would be a second claim")
                                .because("an assertion claims one thing")
                                .tryThis("write two assertions"));
                default -> throw unknown(option, "there is no option");
            }
        }
        return new Assertion(tokens.since(start), tokens.typedSince(first), negated, claim, priority, reduction);
    }

    // claim ::= e [M= e | e :[property]

    private Claim claim() {
        Expression process = expressions.expression();
        if (tokens.at(REFINES)) {
            Token sign = tokens.next();
            Model model = refinementModel(sign, tokens.text(sign).replaceAll("[^A-Z]", ""));
            return new Claim.Refinement(process, model, expressions.expression());
        }
        if (!atProperty()) {
            throw tokens.expected("a claim after the process", "an assertion claims a refinement or a property",
                    "write `[T=`, `[F=` or `[FD=` and a process, or a property such as `:[deadlock free]`");
        }
        Property property = property();
        return switch (property.words) {
            case "deadlockfree" -> new Claim.DeadlockFree(process, failuresModel(property));
            case "divergencefree", "livelockfree" -> {
                model(property, Model.FD);
                yield new Claim.DivergenceFree(process);
            }
            case "deterministic" -> new Claim.Deterministic(process, failuresModel(property));
            case "hastrace" -> {
                Model model = model(property, Model.T);
                yield new Claim.HasTrace(process, model, operandOf(property));
            }
            default -> throw unknown(property, "there is no property");
        };
    }

    // property ::= :[ word+ [ [argument] ] ]

    private boolean atProperty() {
        return tokens.at(OPEN_PROPERTY) || tokens.at(COLON) && tokens.ahead(1).is(OPEN_SQUARE);
    }

    private Property property() {
        Token start = tokens.next();
        if (start.is(COLON)) {
            tokens.next();
        }
        StringBuilder words = new StringBuilder();
        while (tokens.at(NAME) || tokens.at(MINUS)) {
            Token word = tokens.next();
            words.append(word.is(NAME) ? tokens.text(word).toLowerCase(Locale.ROOT) : "");
        }
        Optional<Token> argument = Optional.empty();
        if (tokens.at(OPEN_SQUARE)) {
            Token open = tokens.next();
            argument = Optional.of(tokens.expect(NAME, "of a model or a method"));
            tokens.closing(open, CLOSE_SQUARE);
        }
        tokens.closing(start, CLOSE_SQUARE);
        return new Property(start, words.toString(), argument);
    }

    private Expression operandOf(Property property) {
        tokens.expect(COLON, "after the bracket, and what it is about");
        return expressions.expression();
    }

    private SyntaxError unknown(Property property, String message) {
        String typed = tokens.since(property.start).text();
        return new SyntaxError(Diagnostic.error("CSP0210", tokens.since(property.start), message + " `" + typed + "`")
                .tryThis(PROPERTIES));
    }

    private void once(Property option, Optional<?> before) {
        if (before.isPresent()) {
            throw new SyntaxError(Diagnostic.error("CSP0211", tokens.since(option.start), "this option is given twice")
                    .tryThis("keep one of them"));
        }
    }

    // models and methods

    private Model failuresModel(Property property) {
        Model model = model(property, Model.FD);
        if (model == Model.T) {
            throw new SyntaxError(Diagnostic.error("CSP0210", tokens.span(property.argument.orElseThrow()),
                            "this property cannot be seen in traces")
                    .because("what a process refuses is recorded in its failures only")
                    .tryThis("write [F], or [FD] to exclude divergence as well"));
        }
        return model;
    }

    private Model model(Property property, Model otherwise) {
        return property.argument.map(name -> model(name, tokens.text(name))).orElse(otherwise);
    }

    /** Models that are not checked stop nothing but the check: scripts compare them with those that are. */
    private Model refinementModel(Token token, String name) {
        return switch (name) {
            case "V" -> Model.V;
            case "VD" -> Model.VD;
            case "R" -> Model.R;
            case "RD" -> Model.RD;
            default -> model(token, name);
        };
    }

    private Model model(Token token, String name) {
        return switch (name) {
            case "T" -> Model.T;
            case "F" -> Model.F;
            case "FD" -> Model.FD;
            default -> throw new SyntaxError(Diagnostic.error("CSP0210", tokens.span(token), "there is no model `" + name + "`")
                    .tryThis("the models are T (traces), F (stable failures) and FD (failures and divergences)"));
        };
    }

    private Reduction reduction(Property option) {
        if (option.argument.isEmpty()) {
            return Reduction.UNSPECIFIED;
        }
        Token name = option.argument.get();
        return switch (tokens.text(name).toLowerCase(Locale.ROOT)) {
            case "precise" -> Reduction.PRECISE;
            case "hybrid" -> Reduction.HYBRID;
            case "fast" -> Reduction.FAST;
            default -> throw new SyntaxError(Diagnostic.error("CSP0210", tokens.span(name), "there is no such way to reduce")
                    .tryThis("write precise, hybrid or fast, or nothing"));
        };
    }
}
