package org.cspcheck.specs.evaluate;

import org.cspcheck.model.process.Process;
import org.cspcheck.model.source.Span;

/** A call of a function that gives a process, as a term: it is unfolded when its first steps are needed. */
final class FunctionCall implements Process.Body {
    private final FunctionValue function;
    private final Span call;

    /** @param function with all its arguments */
    FunctionCall(FunctionValue function, Span call) {
        function.settle();
        this.function = function;
        this.call = call;
    }

    @Override
    public String name() {
        return function.name();
    }

    @Override
    public Process unfold() {
        return function.process(call);
    }

    @Override
    public Span span() {
        return call;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FunctionCall that && function.equals(that.function);
    }

    @Override
    public int hashCode() {
        return function.hashCode();
    }
}
