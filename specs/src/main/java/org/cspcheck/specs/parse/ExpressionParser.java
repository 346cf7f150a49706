package org.cspcheck.specs.parse;

import static org.cspcheck.specs.parse.TokenKind.*;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cspcheck.specs.syntax.Declaration;
import org.cspcheck.specs.syntax.Expression;
import org.cspcheck.specs.syntax.Expression.BinaryOperator;
import org.cspcheck.specs.syntax.Expression.UnaryOperator;
import org.cspcheck.specs.syntax.Generator;
import org.cspcheck.specs.syntax.Items;
import org.cspcheck.specs.syntax.Pattern;
import org.cspcheck.specs.syntax.Precedence;
import org.cspcheck.specs.syntax.QualifiedName;

/**
 * Expressions, by climbing the precedences: {@link #expression(Precedence)} reads an operand and then takes in every infix operator that is
 * strong enough. Signs that begin an operand and signs that join two are told apart by where they stand, so {@code \}, {@code [|},
 * {@code <} and {@code ;} need no other rule.
 */
final class ExpressionParser {
    private static final Set<TokenKind> LET_END = EnumSet.of(WITHIN);

    private final Tokens tokens;
    private final Patterns patterns;
    private final ProcessParser processes;
    private final DeclarationListParser lists;

    ExpressionParser(Tokens tokens, Patterns patterns, DeclarationListParser lists) {
        this.tokens = tokens;
        this.patterns = patterns;
        this.lists = lists;
        this.processes = new ProcessParser(tokens, this);
    }

    // expression ::= operand (infix operand)*

    Expression expression() {
        return expression(Precedence.OPEN);
    }

    /** Reads an expression whose operators bind at least as strongly as {@code weakest}. */
    Expression expression(Precedence weakest) {
        return tokens.deeper(() -> {
            Token start = tokens.current();
            Expression left = operand();
            while (true) {
                Precedence precedence = infix();
                if (precedence == null || precedence.isWeakerThan(weakest)) {
                    return left;
                }
                left = joined(start, left, precedence);
            }
        });
    }

    /** {@return how strongly the current token joins what was read with what follows; null if it does not} */
    private Precedence infix() {
        if (!tokens.continuesHere()) {
            return null;
        }
        return switch (tokens.current().kind()) {
            case DOUBLE_AT -> Precedence.BOTH;
            case DOT -> Precedence.DOT;
            case OPEN_ROUND -> Precedence.POSTFIX;
            default -> {
                BinaryOperator operator = binaryOperator();
                yield operator != null ? Precedence.of(operator) : processes.infix();
            }
        };
    }

    private Expression joined(Token start, Expression left, Precedence precedence) {
        return switch (precedence) {
            case BOTH -> both(start, left);
            case DOT -> dotted(start, left);
            case POSTFIX -> tokens.at(OPEN_ROUND) ? application(start, left) : processes.joined(start, left, precedence);
            case OR, AND, COMPARISON, SUM, PRODUCT, CONCAT -> binary(start, left, precedence);
            default -> processes.joined(start, left, precedence);
        };
    }

    private Expression binary(Token start, Expression left, Precedence precedence) {
        BinaryOperator operator = binaryOperator();
        tokens.next();
        Expression right = expression(precedence.stronger());
        return new Expression.Binary(tokens.since(start), left, operator, right);
    }

    private BinaryOperator binaryOperator() {
        return switch (tokens.current().kind()) {
            case OR -> BinaryOperator.OR;
            case AND -> BinaryOperator.AND;
            case EQUAL -> BinaryOperator.EQUAL;
            case DIFFERENT -> BinaryOperator.DIFFERENT;
            case LESS -> BinaryOperator.LESS;
            case LESS_OR_EQUAL -> BinaryOperator.LESS_OR_EQUAL;
            case GREATER -> BinaryOperator.GREATER;
            case GREATER_OR_EQUAL -> BinaryOperator.GREATER_OR_EQUAL;
            case PLUS -> BinaryOperator.ADD;
            case MINUS -> BinaryOperator.SUBTRACT;
            case STAR -> BinaryOperator.MULTIPLY;
            case SLASH -> BinaryOperator.DIVIDE;
            case PERCENT -> BinaryOperator.REMAINDER;
            case CARET -> BinaryOperator.CONCAT;
            default -> null;
        };
    }

    /** A double pattern; only patterns may hold one, see {@link Patterns}. */
    private Expression both(Token start, Expression left) {
        Token sign = tokens.next();
        Expression right = expression(Precedence.BOTH.stronger());
        return patterns.both(tokens.since(start), tokens.span(sign), left, right);
    }

    // dotted ::= e . e . ..   to the right, read in a loop because generated scripts have long ones

    private Expression dotted(Token start, Expression first) {
        List<Token> starts = new ArrayList<>(List.of(start));
        List<Expression> parts = new ArrayList<>(List.of(first));
        while (tokens.accept(DOT)) {
            starts.add(tokens.current());
            parts.add(expression(Precedence.OR));
        }
        Expression right = parts.getLast();
        for (int i = parts.size() - 2; i >= 0; i--) {
            right = new Expression.Dot(tokens.since(starts.get(i)), parts.get(i), right);
        }
        return right;
    }

    // application ::= e ( e, .. )

    private Expression application(Token start, Expression function) {
        List<Expression> arguments = arguments();
        return new Expression.Apply(tokens.since(start), function, arguments);
    }

    List<Expression> arguments() {
        Token open = tokens.expect(OPEN_ROUND, "before the arguments");
        return tokens.enclosed(open, CLOSE_ROUND, () -> listUpTo(CLOSE_ROUND));
    }

    // operand

    private Expression operand() {
        Token token = tokens.current();
        return switch (token.kind()) {
            case NUMBER -> number();
            case CHARACTER -> character();
            case TEXT -> text();
            case TRUE, FALSE -> truth();
            case NAME -> name();
            case UNDERSCORE -> patterns.wildcard(tokens.span(tokens.next()));
            case OPEN_ROUND -> parenthesised();
            case LESS -> sequence();
            case OPEN_CURLY -> set();
            case OPEN_EVENTS -> eventSet();
            case OPEN_MAP -> map();
            case MINUS -> unary(UnaryOperator.NEGATE);
            case HASH -> unary(UnaryOperator.LENGTH);
            case NOT -> unary(UnaryOperator.NOT);
            case IF -> conditional();
            case LET -> let();
            case BACKSLASH -> lambda();
            default -> processes.replicated().orElseThrow(this::noOperand);
        };
    }

    private SyntaxError noOperand() {
        return tokens.at(INCLUDE)
                ? tokens.expected("an expression", "an included file cannot complete a definition that was begun before it", "")
                : tokens.expected("an expression");
    }

    private Expression number() {
        Token token = tokens.next();
        long value = tokens.literals().number(token.start(), token.end()).orElse(0L);
        return new Expression.Number(tokens.span(token), value);
    }

    private Expression character() {
        Token token = tokens.next();
        String meant = tokens.literals().unescaped(token.start() + 1, token.end() - 1);
        return new Expression.Character(tokens.span(token), meant.isEmpty() ? 0 : meant.codePointAt(0));
    }

    private Expression text() {
        Token token = tokens.next();
        return new Expression.Text(tokens.span(token), tokens.literals().unescaped(token.start() + 1, token.end() - 1));
    }

    private Expression truth() {
        Token token = tokens.next();
        return new Expression.Truth(tokens.span(token), token.is(TRUE));
    }

    private Expression name() {
        Token first = tokens.current();
        QualifiedName name = qualifiedName();
        return new Expression.Name(tokens.since(first), name);
    }

    QualifiedName qualifiedName() {
        List<String> parts = new ArrayList<>();
        parts.add(tokens.text(tokens.expect(NAME, "")));
        while (tokens.accept(DOUBLE_COLON)) {
            parts.add(tokens.text(tokens.expect(NAME, "after `::`")));
        }
        return new QualifiedName(parts.subList(0, parts.size() - 1), parts.getLast());
    }

    private Expression parenthesised() {
        Token open = tokens.next();
        if (tokens.at(CLOSE_ROUND)) {
            throw tokens.expected("an expression", "there is no empty tuple", "");
        }
        List<Expression> items = tokens.enclosed(open, CLOSE_ROUND, this::list);
        return items.size() == 1 ? items.getFirst() : new Expression.Tuple(tokens.since(open), items);
    }

    private Expression unary(UnaryOperator operator) {
        Token sign = tokens.next();
        Expression operand = expression(Precedence.ofOperand(operator));
        return new Expression.Unary(tokens.since(sign), operator, operand);
    }

    // if, let, lambda

    private Expression conditional() {
        Token start = tokens.next();
        Expression condition = expression();
        tokens.expect(THEN, "after the condition");
        Expression then = expression();
        tokens.expect(ELSE, "as every `if` has one");
        Expression otherwise = expression();
        return new Expression.If(tokens.since(start), condition, then, otherwise);
    }

    private Expression let() {
        Token start = tokens.next();
        List<Declaration> local = tokens.inLines(() -> lists.declarations(Place.LET, LET_END));
        tokens.expect(WITHIN, "after the declarations of `let`");
        Expression body = expression();
        return new Expression.Let(tokens.since(start), local, body);
    }

    private Expression lambda() {
        Token start = tokens.next();
        List<Pattern> parameters = new ArrayList<>();
        do {
            parameters.add(pattern(Precedence.BOTH));
        } while (tokens.accept(COMMA));
        tokens.expect(AT, "before the body of the function");
        Expression body = expression();
        return new Expression.Lambda(tokens.since(start), parameters, body);
    }

    /** Reads a pattern whose operators bind at least as strongly as {@code weakest}. */
    Pattern pattern(Precedence weakest) {
        int mark = patterns.mark();
        return patterns.of(expression(weakest), mark);
    }

    // Sequences, sets, maps

    private Expression sequence() {
        Token open = tokens.next();
        Items items = tokens.enclosedSequence(open, () -> items(GREATER));
        return new Expression.Sequence(tokens.since(open), items);
    }

    private Expression set() {
        Token open = tokens.next();
        Items items = tokens.enclosed(open, CLOSE_CURLY, () -> items(CLOSE_CURLY));
        return new Expression.Set(tokens.since(open), items);
    }

    private Expression eventSet() {
        Token open = tokens.next();
        Items.Listed items = tokens.enclosed(open, CLOSE_EVENTS, () -> {
            List<Expression> heads = listUpTo(CLOSE_EVENTS);
            return new Items.Listed(heads, optionalGenerators());
        });
        return new Expression.EventSet(tokens.since(open), items.heads(), items.generators());
    }

    private Items items(TokenKind close) {
        List<Expression> heads = listUpTo(close);
        if (heads.size() == 1 && tokens.accept(DOTS)) {
            boolean open = tokens.at(close) || tokens.at(BAR);
            Optional<Expression> to = open ? Optional.empty() : Optional.of(expression());
            return new Items.Range(heads.getFirst(), to, optionalGenerators());
        }
        return new Items.Listed(heads, optionalGenerators());
    }

    private Expression map() {
        Token open = tokens.next();
        List<Expression.Entry> entries = tokens.enclosed(open, CLOSE_MAP, () -> {
            List<Expression.Entry> read = new ArrayList<>();
            if (!tokens.at(CLOSE_MAP)) {
                do {
                    Expression key = expression(Precedence.DOT);
                    tokens.expect(MAPS, "between a key and its value");
                    read.add(new Expression.Entry(key, expression()));
                } while (tokens.accept(COMMA));
            }
            return read;
        });
        return new Expression.MapOf(tokens.since(open), entries);
    }

    /** Reads {@code e, ..}, or nothing where {@code close} or a bar stands. */
    private List<Expression> listUpTo(TokenKind close) {
        return tokens.at(close) || tokens.at(BAR) && close != CLOSE_ROUND ? List.of() : list();
    }

    private List<Expression> list() {
        List<Expression> items = new ArrayList<>();
        do {
            items.add(expression());
        } while (tokens.accept(COMMA));
        return items;
    }

    // generators

    List<Generator> optionalGenerators() {
        return tokens.accept(BAR) ? generators() : List.of();
    }

    List<Generator> generators() {
        List<Generator> generators = new ArrayList<>();
        do {
            generators.add(generator());
        } while (tokens.accept(COMMA));
        return generators;
    }

    private Generator generator() {
        Token start = tokens.current();
        int mark = patterns.mark();
        Expression first = expression();
        if (tokens.accept(DRAWN) || tokens.accept(COLON)) {
            Pattern pattern = patterns.of(first, mark);
            Expression range = expression();
            return new Generator.Drawn(tokens.since(start), pattern, range);
        }
        return new Generator.Condition(tokens.since(start), first);
    }
}
