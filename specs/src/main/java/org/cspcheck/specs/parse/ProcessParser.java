package org.cspcheck.specs.parse;

import static org.cspcheck.specs.parse.TokenKind.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.cspcheck.specs.syntax.Expression;
import org.cspcheck.specs.syntax.Field;
import org.cspcheck.specs.syntax.Generator;
import org.cspcheck.specs.syntax.Pattern;
import org.cspcheck.specs.syntax.Precedence;

/** The operators of processes: between two operands, and replicated before one. */
final class ProcessParser {
    /** The operand after {@code \} is a set, so {@code P \ A ||| Q} is {@code (P \ A) ||| Q} although {@code \} is weaker. */
    private static final Precedence SET = Precedence.DOT;

    private final Tokens tokens;
    private final ExpressionParser expressions;

    ProcessParser(Tokens tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    /** {@return how strongly the current token joins two operands; null if it does not} */
    Precedence infix() {
        return switch (tokens.current().kind()) {
            case BACKSLASH, PROJECT -> Precedence.HIDE;
            case INTERLEAVE -> Precedence.INTERLEAVE;
            case OPEN_SHARING, OPEN_SQUARE -> Precedence.PARALLEL;
            case INTERNAL_CHOICE -> Precedence.INTERNAL;
            case EXTERNAL_CHOICE, OPEN_PLUS -> Precedence.EXTERNAL;
            case INTERRUPT, OPEN_INTERRUPT -> Precedence.INTERRUPT;
            case SLIDING -> Precedence.SLIDING;
            case SEMICOLON -> Precedence.SEQUENTIAL;
            case AMPERSAND, ARROW, QUERY, BANG, DOLLAR -> Precedence.PREFIX;
            case OPEN_RENAMING -> Precedence.POSTFIX;
            default -> null;
        };
    }

    /** Reads what follows {@code left}: an operator of this {@code precedence}, and its right operand. */
    Expression joined(Token start, Expression left, Precedence precedence) {
        return switch (tokens.current().kind()) {
            case BACKSLASH -> simple(left, SET, (l, r) -> new Expression.Hide(tokens.since(start), l, r));
            case PROJECT -> simple(left, SET, (l, r) -> new Expression.Project(tokens.since(start), l, r));
            case INTERLEAVE -> simple(left, precedence.stronger(), (l, r) -> new Expression.Interleave(tokens.since(start), l, r));
            case INTERNAL_CHOICE -> simple(left, precedence.stronger(), (l, r) -> new Expression.InternalChoice(tokens.since(start), l, r));
            case EXTERNAL_CHOICE -> simple(left, precedence.stronger(), (l, r) -> new Expression.ExternalChoice(tokens.since(start), l, r));
            case INTERRUPT -> simple(left, precedence.stronger(), (l, r) -> new Expression.Interrupt(tokens.since(start), l, r));
            case SLIDING -> simple(left, precedence.stronger(), (l, r) -> new Expression.Sliding(tokens.since(start), l, r));
            case SEMICOLON -> simple(left, precedence.stronger(), (l, r) -> new Expression.Sequential(tokens.since(start), l, r));
            case OPEN_SHARING -> sharingOrThrow(start, left);
            case OPEN_SQUARE -> alphabetisedOrLinked(start, left);
            case OPEN_PLUS -> synchronisingChoice(start, left);
            case OPEN_INTERRUPT -> synchronisingInterrupt(start, left);
            case OPEN_RENAMING -> renaming(start, left);
            default -> prefixes(start, left);
        };
    }

    private Expression simple(Expression left, Precedence right, BinaryOperator<Expression> node) {
        tokens.next();
        return node.apply(left, expressions.expression(right));
    }

    // P [| A |] Q   P [| A |> Q

    private Expression sharingOrThrow(Token start, Expression left) {
        Token open = tokens.next();
        Expression events = tokens.inBrackets(expressions::expression);
        if (tokens.accept(CLOSE_THROW)) {
            Expression right = right(Precedence.PARALLEL);
            return new Expression.Throw(tokens.since(start), left, events, right);
        }
        tokens.closing(open, CLOSE_SHARING);
        Expression right = right(Precedence.PARALLEL);
        return new Expression.SharingParallel(tokens.since(start), left, events, right);
    }

    // P [ A || B ] Q   P [ a <-> b, .. | generators ] Q

    private Expression alphabetisedOrLinked(Token start, Expression left) {
        Token open = tokens.next();
        Expression first = tokens.inBrackets(expressions::expression);
        if (tokens.accept(PARALLEL)) {
            Expression second = tokens.enclosed(open, CLOSE_SQUARE, expressions::expression);
            Expression right = right(Precedence.PARALLEL);
            return new Expression.AlphabetisedParallel(tokens.since(start), left, first, second, right);
        }
        Links links = tokens.enclosed(open, CLOSE_SQUARE, () -> links(first));
        Expression right = right(Precedence.PARALLEL);
        return new Expression.LinkedParallel(tokens.since(start), left, links.pairs, links.generators, right);
    }

    private record Links(List<Expression.Pair> pairs, List<Generator> generators) {}

    private Links links(Expression first) {
        return new Links(pairs(first, LINK), expressions.optionalGenerators());
    }

    private List<Expression.Pair> pairs(Expression first, TokenKind sign) {
        List<Expression.Pair> pairs = new ArrayList<>();
        Expression from = first;
        while (true) {
            tokens.expect(sign, sign == LINK ? "or `||` between alphabets" : "in a renaming");
            pairs.add(new Expression.Pair(from, expressions.expression()));
            if (!tokens.accept(COMMA)) {
                return pairs;
            }
            from = expressions.expression();
        }
    }

    // P [+ A +] Q   P /+ A +\ Q

    private Expression synchronisingChoice(Token start, Expression left) {
        Expression events = tokens.enclosed(tokens.next(), CLOSE_PLUS, expressions::expression);
        Expression right = right(Precedence.EXTERNAL);
        return new Expression.SynchronisingChoice(tokens.since(start), left, events, right);
    }

    private Expression synchronisingInterrupt(Token start, Expression left) {
        Expression events = tokens.enclosed(tokens.next(), CLOSE_INTERRUPT, expressions::expression);
        Expression right = right(Precedence.INTERRUPT);
        return new Expression.SynchronisingInterrupt(tokens.since(start), left, events, right);
    }

    private Expression right(Precedence precedence) {
        return expressions.expression(precedence.stronger());
    }

    // P [[ a <- b, .. | generators ]]

    private Expression renaming(Token start, Expression process) {
        Token open = tokens.next();
        Links renamed = tokens.enclosed(open, CLOSE_SQUARE, this::renamed);
        tokens.closing(open, CLOSE_SQUARE);
        return new Expression.Rename(tokens.since(start), process, renamed.pairs, renamed.generators);
    }

    private Links renamed() {
        boolean nothing = tokens.at(CLOSE_SQUARE);
        List<Expression.Pair> pairs = nothing ? List.of() : pairs(expressions.expression(), DRAWN);
        return new Links(pairs, expressions.optionalGenerators());
    }

    // prefixes ::= (e & | e field* ->)+ e   to the right, read in a loop because generated scripts have long ones

    private Expression prefixes(Token start, Expression first) {
        List<UnaryOperator<Expression>> before = new ArrayList<>();
        Token begin = start;
        Expression operand = first;
        while (infix() == Precedence.PREFIX) {
            before.add(tokens.at(AMPERSAND) ? guard(begin, operand) : prefix(begin, operand));
            begin = tokens.current();
            operand = expressions.expression(Precedence.DOT);
        }
        for (UnaryOperator<Expression> outer : before.reversed()) {
            operand = outer.apply(operand);
        }
        return operand;
    }

    private UnaryOperator<Expression> guard(Token start, Expression condition) {
        tokens.next();
        return process -> new Expression.Guard(tokens.since(start), condition, process);
    }

    private UnaryOperator<Expression> prefix(Token start, Expression channel) {
        List<Field> fields = new ArrayList<>();
        while (!tokens.at(ARROW)) {
            fields.add(field());
        }
        tokens.next();
        return process -> new Expression.Prefix(tokens.since(start), channel, fields, process);
    }

    private Field field() {
        Token sign = tokens.current();
        return switch (sign.kind()) {
            case BANG -> {
                tokens.next();
                Expression value = expressions.expression(Precedence.DOT);
                yield new Field.Output(tokens.since(sign), value);
            }
            case QUERY -> {
                tokens.next();
                Pattern pattern = expressions.pattern(Precedence.DOT);
                Optional<Expression> set = restriction();
                yield new Field.Input(tokens.since(sign), pattern, set);
            }
            case DOLLAR -> {
                tokens.next();
                Pattern pattern = expressions.pattern(Precedence.DOT);
                Optional<Expression> set = restriction();
                yield new Field.Chosen(tokens.since(sign), pattern, set);
            }
            case DOT -> throw tokens.expected("`->` or another field", "`.` binds more strongly than `:`, `?`, `!` and `$`",
                    "put the set in parentheses, or write `!` or `?` for the next field");
            default -> throw tokens.expected("`->` or another field after the communication");
        };
    }

    private Optional<Expression> restriction() {
        return tokens.accept(COLON) ? Optional.of(expressions.expression(Precedence.OR)) : Optional.empty();
    }

    // replicated ::= operator generators @ e

    /** Reads a replicated operator, if one begins here. */
    Optional<Expression> replicated() {
        Token start = tokens.current();
        return switch (start.kind()) {
            case SEMICOLON -> replicated(start, (generators, body) ->
                    new Expression.ReplicatedSequential(tokens.since(start), generators, body));
            case EXTERNAL_CHOICE -> replicated(start, (generators, body) ->
                    new Expression.ReplicatedExternalChoice(tokens.since(start), generators, body));
            case INTERNAL_CHOICE -> replicated(start, (generators, body) ->
                    new Expression.ReplicatedInternalChoice(tokens.since(start), generators, body));
            case INTERLEAVE -> replicated(start, (generators, body) ->
                    new Expression.ReplicatedInterleave(tokens.since(start), generators, body));
            case PARALLEL -> Optional.of(replicatedAlphabetised(start));
            case OPEN_SHARING -> Optional.of(replicatedSharing(start));
            case OPEN_PLUS -> Optional.of(replicatedSynchronising(start));
            case OPEN_SQUARE -> Optional.of(replicatedLinked(start));
            default -> Optional.empty();
        };
    }

    private interface Replication {
        Expression of(List<Generator> generators, Expression body);
    }

    private Optional<Expression> replicated(Token start, Replication node) {
        tokens.next();
        List<Generator> generators = generatorsAt();
        return Optional.of(node.of(generators, expressions.expression()));
    }

    private Expression replicatedAlphabetised(Token start) {
        tokens.next();
        List<Generator> generators = generatorsAt();
        Token open = tokens.expect(OPEN_SQUARE, "before the alphabet of each process");
        Expression alphabet = tokens.enclosed(open, CLOSE_SQUARE, expressions::expression);
        Expression body = expressions.expression();
        return new Expression.ReplicatedAlphabetisedParallel(tokens.since(start), generators, alphabet, body);
    }

    private Expression replicatedSharing(Token start) {
        Expression events = tokens.enclosed(tokens.next(), CLOSE_SHARING, expressions::expression);
        List<Generator> generators = generatorsAt();
        Expression body = expressions.expression();
        return new Expression.ReplicatedSharingParallel(tokens.since(start), events, generators, body);
    }

    private Expression replicatedSynchronising(Token start) {
        Expression events = tokens.enclosed(tokens.next(), CLOSE_PLUS, expressions::expression);
        List<Generator> generators = generatorsAt();
        Expression body = expressions.expression();
        return new Expression.ReplicatedSynchronisingChoice(tokens.since(start), events, generators, body);
    }

    private Expression replicatedLinked(Token start) {
        Links links = tokens.enclosed(tokens.next(), CLOSE_SQUARE, () -> links(expressions.expression()));
        List<Generator> generators = generatorsAt();
        Expression body = expressions.expression();
        return new Expression.ReplicatedLinkedParallel(
                tokens.since(start), links.pairs, links.generators, generators, body);
    }

    private List<Generator> generatorsAt() {
        List<Generator> generators = expressions.generators();
        tokens.expect(AT, "between the generators and the process");
        return generators;
    }
}
