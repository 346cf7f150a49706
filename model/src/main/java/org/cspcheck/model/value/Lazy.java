package org.cspcheck.model.value;

import java.util.function.Supplier;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.SpecificationException;

/**
 * A value that is found when it is first needed, and then kept.
 *
 * <p>A computation that fails fails the same way each time it is asked. Needing a value inside its own computation is an error, which who
 * knows its name may tell better: see {@link #isRunning()}.
 */
public final class Lazy implements Value {
    private Supplier<Value> computation;
    private Value value;
    private boolean running;

    public Lazy(Supplier<Value> computation) {
        this.computation = computation;
    }

    @Override
    public Value force() {
        if (value == null) {
            if (running) {
                throw new SpecificationException(Diagnostic.error("CSP0613", null, "a value depends on itself"));
            }
            running = true;
            try {
                value = computation.get().force();
                computation = null;
            } finally {
                running = false;
            }
        }
        return value;
    }

    /** {@return whether the value is known already} */
    public boolean isForced() {
        return value != null;
    }

    /** {@return whether the value is being computed, further up the stack} */
    public boolean isRunning() {
        return running;
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Value that && force().equals(that.force());
    }

    @Override
    public int hashCode() {
        return force().hashCode();
    }

    @Override
    public String toString() {
        return force().toString();
    }
}
