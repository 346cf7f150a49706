package org.cspcheck.runtime.channel;

/** Waits to read a value. */
public abstract class InputGuard<T> extends Guard {
    private T value;

    /** {@return the value that was read when this guard was selected last} */
    public final T value() {
        return value;
    }

    @Override
    protected Object outcome() {
        return value;
    }

    /** Notes the value that was read. */
    protected final void received(T value) {
        this.value = value;
    }
}
