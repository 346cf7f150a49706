package org.cspcheck.specs.evaluate;

import java.util.Arrays;
import org.cspcheck.model.value.Hashing;
import org.cspcheck.model.value.Value;

/**
 * Code with the values it keeps: a function, a block of local definitions. Two closures are equal when they are of the same code and
 * keep equal values.
 */
abstract class Closure implements Value.Opaque {
    final Value[] captured;
    private boolean settled;
    private int hash;

    Closure(Value[] captured) {
        this.captured = captured;
    }

    /** {@return what stands for the code: the same object for the same text} */
    abstract Object code();

    /** Makes what is kept comparable, once, before it becomes part of a state. */
    final void settle() {
        if (!settled) {
            settled = true;
            Unit.settle(captured);
        }
    }

    @Override
    public final boolean equals(Object other) {
        if (this == other) {
            return true;
        }
        return other instanceof Closure that
                && code() == that.code()
                && hashCode() == that.hashCode()
                && Arrays.equals(captured, that.captured);
    }

    @Override
    public final int hashCode() {
        if (hash == 0) {
            settle();
            hash = code().hashCode();
            for (Value value : captured) {
                hash = Hashing.combine(hash, value.hashCode());
            }
        }
        return hash;
    }
}
