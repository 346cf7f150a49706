package org.cspcheck.runtime;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * What other threads ask a scheduler to do: the only way in from outside.
 *
 * <p>Invariants. Any thread posts; only the driving thread, or the process that runs on its behalf, takes. An action is added before {@code
 * posted} is set and {@code idle} is read, and {@code idle} is set before the queue is looked at for the last time: so either the driving
 * thread sees the action and does not park, or whoever posted it sees that it parks and wakes it. A stray unpark does no harm.
 */
final class Inbox {
    private final Queue<Runnable> actions = new ConcurrentLinkedQueue<>();
    private volatile boolean posted;
    private volatile boolean idle;
    private volatile Thread driver;

    /** From now on this thread takes what is posted. */
    void drivenBy(Thread thread) {
        driver = thread;
    }

    void post(Runnable action) {
        actions.add(action);
        posted = true;
        if (idle) {
            LockSupport.unpark(driver);
        }
    }

    /** {@return whether something was posted since it was last taken} One volatile read: asked at each turn. */
    boolean called() {
        return posted;
    }

    boolean isEmpty() {
        return actions.isEmpty();
    }

    /** Hands out all that was posted; what is posted from now on counts as not seen yet. */
    void takeAll(Consumer<Runnable> taker) {
        posted = false;
        for (Runnable action = actions.poll(); action != null; action = actions.poll()) {
            taker.accept(action);
        }
    }

    /** Lets {@code park} hold the driving thread up, unless something is posted; it returns when something is, or before. */
    void await(Runnable park) {
        idle = true;
        if (actions.isEmpty()) {
            park.run();
        }
        idle = false;
    }
}
