package org.cspcheck.runtime.carrier;

/** The stack of one process, made by a {@link Carrier}. */
public abstract class Fiber {
    /** The thread that the process's code sees as the current one; set before its code runs. */
    protected Thread thread;

    /** {@return whether the caller's code is running on this stack, or on one that shares its thread} */
    public final boolean isCurrent() {
        return Thread.currentThread() == thread;
    }
}
