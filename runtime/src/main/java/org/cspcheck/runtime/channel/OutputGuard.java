package org.cspcheck.runtime.channel;

/** Waits to write a value. */
public abstract class OutputGuard<T> extends Guard {
    private T value;

    /** Says what will be written if this guard is selected; before each selection, or once for all. */
    public final OutputGuard<T> offering(T value) {
        this.value = value;
        return this;
    }

    /** {@return what is offered} */
    protected final T value() {
        return value;
    }
}
