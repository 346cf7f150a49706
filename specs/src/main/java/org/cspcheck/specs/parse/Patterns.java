package org.cspcheck.specs.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.Diagnostics;
import org.cspcheck.model.source.Span;
import org.cspcheck.specs.syntax.Expression;
import org.cspcheck.specs.syntax.Items;
import org.cspcheck.specs.syntax.Pattern;
import org.cspcheck.specs.syntax.QualifiedName;

/**
 * Patterns, which are first read as expressions: whether {@code (x, y)} is one or the other shows only at the {@code <-} or {@code =}
 * behind it.
 *
 * <p>While it is read, {@code _} is the name {@code _} and {@code p @@ q} an application of the name {@code @@}; the places of both are
 * remembered. Turning an expression into a pattern takes its places away again; what is left when a declaration ends is an error.
 */
final class Patterns {
    private static final QualifiedName WILDCARD = QualifiedName.of("_");
    private static final QualifiedName BOTH = QualifiedName.of("@@");

    private final List<Span> patternsOnly = new ArrayList<>();

    Expression wildcard(Span span) {
        patternsOnly.add(span);
        return new Expression.Name(span, WILDCARD);
    }

    Expression both(Span span, Span sign, Expression left, Expression right) {
        patternsOnly.add(sign);
        return new Expression.Apply(span, new Expression.Name(sign, BOTH), List.of(left, right));
    }

    /** {@return a mark to hand to {@link #of} with what is read from here on} */
    int mark() {
        return patternsOnly.size();
    }

    /** {@return the pattern that {@code expression}, read since {@code mark}, stands for} */
    Pattern of(Expression expression, int mark) {
        Pattern pattern = of(expression);
        forget(mark);
        return pattern;
    }

    /** Takes away what was remembered since {@code mark}. */
    void forget(int mark) {
        patternsOnly.subList(mark, patternsOnly.size()).clear();
    }

    /** Complains of every {@code _} and {@code @@} that is not in a pattern. */
    void complain(Diagnostics diagnostics) {
        for (Span span : patternsOnly) {
            String sign = span.text();
            diagnostics.add(Diagnostic.error("CSP0205", span, "`" + sign + "` may stand only in a pattern")
                    .because(sign.equals("_") ? "it matches any value, but is none" : "it joins two patterns"));
        }
        patternsOnly.clear();
    }

    private Pattern of(Expression expression) {
        Span span = expression.span();
        return switch (expression) {
            case Expression.Name(_, QualifiedName name) when name.equals(WILDCARD) -> new Pattern.Wildcard(span);
            case Expression.Name(_, QualifiedName name) -> new Pattern.Name(span, name);
            case Expression.Number(_, long value) -> new Pattern.Number(span, value);
            case Expression.Unary(_, Expression.UnaryOperator operator, Expression.Number(_, long value))
                    when operator == Expression.UnaryOperator.NEGATE -> new Pattern.Number(span, -value);
            case Expression.Character(_, int codePoint) -> new Pattern.Character(span, codePoint);
            case Expression.Text(_, String value) -> new Pattern.Text(span, value);
            case Expression.Truth(_, boolean value) -> new Pattern.Truth(span, value);
            case Expression.Tuple(_, List<Expression> items) -> new Pattern.Tuple(span, each(items));
            case Expression.Sequence(_, Items.Listed(List<Expression> heads, var generators)) when generators.isEmpty() ->
                    new Pattern.Sequence(span, each(heads));
            case Expression.Set(_, Items.Listed(List<Expression> heads, var generators)) when generators.isEmpty() ->
                    set(span, heads);
            case Expression.Dot(_, Expression left, Expression right) -> new Pattern.Dot(span, of(left), of(right));
            case Expression.Binary(_, Expression left, Expression.BinaryOperator operator, Expression right)
                    when operator == Expression.BinaryOperator.CONCAT -> new Pattern.Concat(span, of(left), of(right));
            case Expression.Apply(_, Expression.Name(_, QualifiedName name), List<Expression> both) when name.equals(BOTH) ->
                    new Pattern.Both(span, of(both.getFirst()), of(both.getLast()));
            default -> throw new SyntaxError(Diagnostic.error("CSP0204", span, "this is not a pattern")
                    .because("a pattern is made of names, `_`, literals, tuples, sequences, sets of at most one element, `.`, `^`"
                            + " and `@@`; functions and operators cannot be matched"));
        };
    }

    private Pattern set(Span span, List<Expression> items) {
        if (items.size() > 1) {
            throw new SyntaxError(Diagnostic.error("CSP0204", span, "a set pattern has at most one element")
                    .because("the elements of a set have no order, so it is not clear which one would be which"));
        }
        return new Pattern.Set(span, items.stream().findFirst().map(this::of).or(Optional::empty));
    }

    private List<Pattern> each(List<Expression> items) {
        return items.stream().map(this::of).toList();
    }
}
