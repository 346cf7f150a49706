package org.cspcheck.specs.evaluate;

import org.cspcheck.model.source.Span;
import org.cspcheck.model.value.Value;

/** A value that can be given arguments. */
interface Applicable extends Value.Opaque {
    /**
     * {@return the result for one list of arguments, evaluated as far as its outermost form}
     *
     * @param call where it is applied, for messages
     */
    Value apply(Value[] arguments, Span call);
}
