package org.cspcheck.model.value;

import java.util.function.Supplier;

/**
 * A value that is found when it is first needed, and then kept.
 *
 * <p>A computation that fails fails the same way each time it is asked. Needing a value inside its own computation is an error that the
 * supplier reports; here it shows as {@link #isRunning()}.
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
            Supplier<Value> pending = computation;
            boolean nested = running;
            running = true;
            try {
                value = pending.get().force();
                computation = null;
            } finally {
                running = nested;
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
