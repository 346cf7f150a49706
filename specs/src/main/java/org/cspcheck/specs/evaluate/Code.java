package org.cspcheck.specs.evaluate;

import java.util.function.Function;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.source.Span;
import org.cspcheck.model.value.Lazy;
import org.cspcheck.model.value.Value;

/**
 * A compiled expression.
 *
 * <p>A frame holds the variables of one {@link Unit}, by slot. A slot is written once, before any code that reads it is asked to run
 * later; whoever binds the same variable again (a generator) works on a copy of the frame. So a frame may be kept by a lazy value.
 */
abstract class Code {
    final Span span;

    Code(Span span) {
        this.span = span;
    }

    /** {@return the value, evaluated as far as its outermost form} */
    abstract Value eval(Value[] frame);

    /** {@return the value as a process} Calls inside it are left for later. */
    Process process(Value[] frame) {
        return Kinds.process(eval(frame), span);
    }

    /** {@return the value, now if that is no work, else when it is needed} */
    Value delay(Value[] frame) {
        return new Lazy(() -> eval(frame));
    }

    /** {@return code that evaluates by {@code evaluation}} */
    static Code of(Span span, Function<Value[], Value> evaluation) {
        return new Code(span) {
            @Override
            Value eval(Value[] frame) {
                return evaluation.apply(frame);
            }
        };
    }

    /** A literal, or anything else that is known before evaluation. */
    static final class Constant extends Code {
        private final Value value;

        Constant(Span span, Value value) {
            super(span);
            this.value = value;
        }

        @Override
        Value eval(Value[] frame) {
            return value.force();
        }

        @Override
        Value delay(Value[] frame) {
            return value;
        }
    }

    /** A variable of the frame. */
    static final class Local extends Code {
        private final int slot;

        Local(Span span, int slot) {
            super(span);
            this.slot = slot;
        }

        @Override
        Value eval(Value[] frame) {
            return frame[slot].force();
        }

        @Override
        Value delay(Value[] frame) {
            return frame[slot];
        }
    }

    /** Code whose value is always a process. */
    abstract static class OfProcess extends Code {
        OfProcess(Span span) {
            super(span);
        }

        @Override
        abstract Process process(Value[] frame);

        @Override
        final Value eval(Value[] frame) {
            return new ProcessValue(process(frame));
        }
    }
}
