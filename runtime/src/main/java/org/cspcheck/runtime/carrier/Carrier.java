package org.cspcheck.runtime.carrier;

/**
 * Carries processes in blocking style: gives each a stack and moves control from one to the next.
 *
 * <p>All carriers mean the same: exactly one fiber runs at a time, the order is that of {@link Dispatch#next()} alone, and what one fiber did
 * before it gave up control is visible to the next. They differ in speed, in the memory of a process, and in what they ask of the JVM.
 */
public interface Carrier {
    /** {@return a stack that will run {@code body} from its beginning when it is dispatched first} */
    Fiber fiber(Runnable body);

    /** Runs fibers on behalf of the calling thread, as {@code dispatch} says, until it says null. */
    void drive(Dispatch dispatch);

    /**
     * Called by the running fiber: gives up control; returns when the fiber is dispatched again.
     *
     * @throws MonitorKept at once, if the fiber keeps a monitor that would block the others
     */
    void suspend(Fiber self);

    /** From now on the fiber may keep monitors: there is no way back from where it is. */
    default void tolerate(Fiber fiber) {}

    /** {@return whether all fibers run on the driving thread, and with its thread-locals} */
    boolean sharesThread();

    /** {@return how people call it} */
    String name();

    /** {@return virtual threads that pass a baton: public API only, works everywhere} */
    static Carrier baton() {
        return new BatonCarrier();
    }

    /**
     * {@return the JDK's own continuations}
     *
     * <p>The fastest, and with two conditions: the JVM runs with {@code --add-exports java.base/jdk.internal.vm=ALL-UNNAMED}, and no process
     * communicates while it holds a monitor ({@code synchronized}).
     *
     * @throws UnsupportedOperationException without the flag
     */
    static Carrier continuations() {
        return ContinuationCarrier.create();
    }

    /**
     * {@return virtual threads on an executor of our own}
     *
     * @throws UnsupportedOperationException if the JVM does not run with {@code --add-opens java.base/java.lang=ALL-UNNAMED}
     */
    static Carrier ownExecutor() {
        return ExecutorCarrier.create();
    }

    /** {@return the fastest carrier that this JVM was started for} */
    static Carrier best() {
        if (ContinuationCarrier.available()) {
            return continuations();
        }
        return ExecutorCarrier.available() ? ownExecutor() : baton();
    }
}
