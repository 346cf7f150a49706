package org.cspcheck.specs.syntax;

import org.cspcheck.specs.syntax.Expression.BinaryOperator;
import org.cspcheck.specs.syntax.Expression.UnaryOperator;

/** How strongly operators bind, weakest first; the one list that both the parser and the printer go by. */
public enum Precedence {
    /** {@code let}, {@code if}, lambda and the replicated operators: they reach as far to the right as they can. */
    OPEN,
    /** {@code @@}. */
    BOTH,
    /** {@code \ |\}. */
    HIDE,
    /** {@code |||}. */
    INTERLEAVE,
    /** {@code [|A|] [|A|> [A||B] [a<->b]}. */
    PARALLEL,
    /** {@code |~|}. */
    INTERNAL,
    /** {@code [] [+A+]}. */
    EXTERNAL,
    /** {@code /\ /+A+\}. */
    INTERRUPT,
    /** {@code [>}. */
    SLIDING,
    /** {@code ;}. */
    SEQUENTIAL,
    /** {@code & ->}, to the right. */
    PREFIX,
    /** {@code .}, to the right; stronger than {@code ? ! $}, which belong to {@code ->}. */
    DOT,
    /** {@code or}; the set after {@code ?x:} binds at least as strongly. */
    OR,
    /** {@code and}. */
    AND,
    /** {@code not}. */
    NOT,
    /** {@code == != < <= > >=}. */
    COMPARISON,
    /** {@code + -}, and the sign of a number: {@code -7/2} is {@code -(7/2)}. */
    SUM,
    /** {@code * / %}. */
    PRODUCT,
    /** {@code #}. */
    LENGTH,
    /** {@code ^}. */
    CONCAT,
    /** {@code f(x)} and {@code P[[a <- b]]}. */
    POSTFIX,
    /** What needs no parentheses anywhere. */
    ATOM;

    /** {@return the next stronger one} */
    public Precedence stronger() {
        return this == ATOM ? ATOM : values()[ordinal() + 1];
    }

    public boolean isWeakerThan(Precedence other) {
        return compareTo(other) < 0;
    }

    public static Precedence of(UnaryOperator operator) {
        return switch (operator) {
            case NOT -> NOT;
            case NEGATE -> SUM;
            case LENGTH -> LENGTH;
        };
    }

    /** {@return how strongly the operand of a prefix operator must bind to need no parentheses} */
    public static Precedence ofOperand(UnaryOperator operator) {
        return operator == UnaryOperator.NEGATE ? PRODUCT : of(operator);
    }

    public static Precedence of(BinaryOperator operator) {
        return switch (operator) {
            case OR -> OR;
            case AND -> AND;
            case EQUAL, DIFFERENT, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> COMPARISON;
            case ADD, SUBTRACT -> SUM;
            case MULTIPLY, DIVIDE, REMAINDER -> PRODUCT;
            case CONCAT -> CONCAT;
        };
    }
}
