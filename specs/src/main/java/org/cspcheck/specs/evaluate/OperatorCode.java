package org.cspcheck.specs.evaluate;

import org.cspcheck.model.source.Span;
import org.cspcheck.model.value.Lazy;
import org.cspcheck.model.value.Value;
import org.cspcheck.specs.evaluate.Comparison.Order;
import org.cspcheck.specs.syntax.Expression.BinaryOperator;
import org.cspcheck.specs.syntax.Expression.UnaryOperator;

/** Code for the operators on data. */
final class OperatorCode {
    private OperatorCode() {}

    static Code binary(Span span, Code left, BinaryOperator operator, Code right) {
        return switch (operator) {
            case AND, OR -> new OfLogic(span, left, operator == BinaryOperator.AND, right);
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER -> new OfArithmetic(span, left, operator, right);
            case CONCAT -> new OfConcat(span, left, right);
            case EQUAL, DIFFERENT, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> new OfComparison(span, left, operator, right);
        };
    }

    static final class OfUnary extends Code {
        private final UnaryOperator operator;
        private final Code operand;

        OfUnary(Span span, UnaryOperator operator, Code operand) {
            super(span);
            this.operator = operator;
            this.operand = operand;
        }

        @Override
        Value eval(Value[] frame) {
            Value value = operand.eval(frame);
            return switch (operator) {
                case NEGATE -> {
                    long number = Kinds.integer(value, operand.span);
                    if (number == Long.MIN_VALUE) {
                        throw Faults.overflow(span);
                    }
                    yield Value.Int.of(-number);
                }
                case NOT -> Value.Bool.of(!Kinds.truth(value, operand.span));
                case LENGTH -> Value.Int.of(Kinds.sequence(value, operand.span).size());
            };
        }
    }

    /** {@code and} and {@code or}: the right side is evaluated only where the left does not decide. */
    private static final class OfLogic extends Code {
        private final Code left;
        private final boolean and;
        private final Code right;

        OfLogic(Span span, Code left, boolean and, Code right) {
            super(span);
            this.left = left;
            this.and = and;
            this.right = right;
        }

        @Override
        Value eval(Value[] frame) {
            boolean first = Kinds.truth(left.eval(frame), left.span);
            return Value.Bool.of(first == and ? Kinds.truth(right.eval(frame), right.span) : first);
        }
    }

    private static final class OfArithmetic extends Code {
        private final Code left;
        private final BinaryOperator operator;
        private final Code right;

        OfArithmetic(Span span, Code left, BinaryOperator operator, Code right) {
            super(span);
            this.left = left;
            this.operator = operator;
            this.right = right;
        }

        @Override
        Value eval(Value[] frame) {
            long a = Kinds.integer(left.eval(frame), left.span);
            long b = Kinds.integer(right.eval(frame), right.span);
            try {
                return Value.Int.of(
                        switch (operator) {
                            case ADD -> Math.addExact(a, b);
                            case SUBTRACT -> Math.subtractExact(a, b);
                            case MULTIPLY -> Math.multiplyExact(a, b);
                            case DIVIDE -> Math.floorDivExact(a, divisor(b));
                            case REMAINDER -> Math.floorMod(a, divisor(b));
                            default -> throw new AssertionError(operator);
                        });
            } catch (ArithmeticException outside) {
                throw Faults.overflow(span);
            }
        }

        private long divisor(long value) {
            if (value == 0) {
                throw Faults.divisionByZero(span);
            }
            return value;
        }
    }

    private static final class OfConcat extends Code {
        private final Code left;
        private final Code right;

        OfConcat(Span span, Code left, Code right) {
            super(span);
            this.left = left;
            this.right = right;
        }

        @Override
        Value eval(Value[] frame) {
            Value rest = right.delay(frame);
            Value checked = rest instanceof Lazy lazy && !lazy.isForced()
                    ? new Lazy(() -> Kinds.sequence(rest.force(), right.span))
                    : Kinds.sequence(rest.force(), right.span);
            return Kinds.sequence(left.eval(frame), left.span).concat(checked);
        }
    }

    private static final class OfComparison extends Code {
        private final Code left;
        private final BinaryOperator operator;
        private final Code right;

        OfComparison(Span span, Code left, BinaryOperator operator, Code right) {
            super(span);
            this.left = left;
            this.operator = operator;
            this.right = right;
        }

        @Override
        Value eval(Value[] frame) {
            Value a = left.eval(frame);
            Value b = right.eval(frame);
            return Value.Bool.of(
                    switch (operator) {
                        case EQUAL -> Comparison.equal(a, b, span);
                        case DIFFERENT -> !Comparison.equal(a, b, span);
                        case LESS -> Comparison.order(a, b, span) == Order.LESS;
                        case GREATER -> Comparison.order(a, b, span) == Order.GREATER;
                        case LESS_OR_EQUAL -> isAtMost(Comparison.order(a, b, span), Order.LESS);
                        case GREATER_OR_EQUAL -> isAtMost(Comparison.order(a, b, span), Order.GREATER);
                        default -> throw new AssertionError(operator);
                    });
        }

        private static boolean isAtMost(Order order, Order strict) {
            return order == Order.EQUAL || order == strict;
        }
    }
}
