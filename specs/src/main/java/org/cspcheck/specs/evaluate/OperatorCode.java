package org.cspcheck.specs.evaluate;

import java.util.function.BiPredicate;
import java.util.function.LongBinaryOperator;
import org.cspcheck.model.source.Span;
import org.cspcheck.model.source.SpecificationException;
import org.cspcheck.model.value.Lazy;
import org.cspcheck.model.value.Sequence;
import org.cspcheck.model.value.SetValue;
import org.cspcheck.model.value.Value;
import org.cspcheck.specs.evaluate.Comparison.Order;
import org.cspcheck.specs.syntax.Expression.BinaryOperator;
import org.cspcheck.specs.syntax.Expression.UnaryOperator;

/** Code for the operators on data. */
final class OperatorCode {
    private OperatorCode() {}

    static Code unary(Span span, UnaryOperator operator, Code operand) {
        return switch (operator) {
            case NEGATE -> Code.of(span, frame -> negated(Kinds.integer(operand.eval(frame), operand.span), span));
            case NOT -> Code.of(span, frame -> Value.Bool.of(!Kinds.truth(operand.eval(frame), operand.span)));
            case LENGTH -> Code.of(span, frame -> Value.Int.of(length(Kinds.sequence(operand.eval(frame), operand.span), span)));
        };
    }

    private static int length(Sequence sequence, Span span) {
        try {
            return sequence.size();
        } catch (SetValue.InfiniteSetException fault) {
            throw Faults.infiniteSet(span, fault);
        }
    }

    private static Value negated(long number, Span span) {
        if (number == Long.MIN_VALUE) {
            throw Faults.overflow(span);
        }
        return Value.Int.of(-number);
    }

    static Code binary(Span span, Code left, BinaryOperator operator, Code right) {
        return switch (operator) {
            case AND -> Code.of(span, frame -> Value.Bool.of(truth(left, frame) && truth(right, frame)));
            case OR -> Code.of(span, frame -> Value.Bool.of(truth(left, frame) || truth(right, frame)));
            case ADD -> arithmetic(span, left, right, Math::addExact);
            case SUBTRACT -> arithmetic(span, left, right, Math::subtractExact);
            case MULTIPLY -> arithmetic(span, left, right, Math::multiplyExact);
            case DIVIDE -> arithmetic(span, left, right, (a, b) -> Math.floorDivExact(a, divisor(b, span)));
            case REMAINDER -> arithmetic(span, left, right, (a, b) -> Math.floorMod(a, divisor(b, span)));
            case CONCAT -> concat(span, left, right);
            case EQUAL -> comparison(span, left, right, (a, b) -> Comparison.equal(a, b, span));
            case DIFFERENT -> comparison(span, left, right, (a, b) -> !Comparison.equal(a, b, span));
            case LESS -> comparison(span, left, right, (a, b) -> Comparison.order(a, b, span) == Order.LESS);
            case GREATER -> comparison(span, left, right, (a, b) -> Comparison.order(a, b, span) == Order.GREATER);
            case LESS_OR_EQUAL -> comparison(span, left, right, (a, b) -> isAtMost(Comparison.order(a, b, span), Order.LESS));
            case GREATER_OR_EQUAL -> comparison(span, left, right, (a, b) -> isAtMost(Comparison.order(a, b, span), Order.GREATER));
        };
    }

    private static boolean truth(Code code, Value[] frame) {
        return Kinds.truth(code.eval(frame), code.span);
    }

    private static Code arithmetic(Span span, Code left, Code right, LongBinaryOperator operator) {
        return new Code(span) {
            @Override
            Value eval(Value[] frame) {
                return result(Kinds.integer(left.eval(frame), left.span), Kinds.integer(right.eval(frame), right.span));
            }

            private Value result(long a, long b) {
                try {
                    return Value.Int.of(operator.applyAsLong(a, b));
                } catch (ArithmeticException outside) {
                    throw Faults.overflow(span);
                }
            }

            /** At once where the operands are known, or a parameter that counts becomes a tower of sums nobody has added up. */
            @Override
            Value delay(Value[] frame) {
                if (known(left.delay(frame)) instanceof Value.Int a && known(right.delay(frame)) instanceof Value.Int b) {
                    try {
                        return result(a.value(), b.value());
                    } catch (SpecificationException needed) {
                        return super.delay(frame); // an error only if the value is needed
                    }
                }
                return super.delay(frame);
            }
        };
    }

    /** {@return the value, if no work is left to find it; else null} */
    private static Value known(Value value) {
        return value instanceof Lazy lazy ? (lazy.isForced() ? lazy.force() : null) : value;
    }

    private static long divisor(long value, Span span) {
        if (value == 0) {
            throw Faults.divisionByZero(span);
        }
        return value;
    }

    /** The right side is left alone until something behind the left one is needed. */
    private static Code concat(Span span, Code left, Code right) {
        return Code.of(span, frame -> {
            Value rest = right.delay(frame);
            Value checked = rest instanceof Lazy lazy && !lazy.isForced()
                    ? new Lazy(() -> Kinds.sequence(rest.force(), right.span))
                    : Kinds.sequence(rest.force(), right.span);
            return Kinds.sequence(left.eval(frame), left.span).concat(checked);
        });
    }

    private static Code comparison(Span span, Code left, Code right, BiPredicate<Value, Value> relation) {
        return Code.of(span, frame -> Value.Bool.of(relation.test(left.eval(frame), right.eval(frame))));
    }

    private static boolean isAtMost(Order order, Order strict) {
        return order == Order.EQUAL || order == strict;
    }
}
