package org.cspcheck.runtime.boundary;

import java.util.concurrent.Callable;
import org.cspcheck.runtime.Scheduler;
import org.cspcheck.runtime.Tasklet;
import org.cspcheck.runtime.Waiting;

/**
 * One call that may block, done by a thread of its own while the network goes on.
 *
 * <p>Invariant. Exactly one post follows the call, whatever becomes of it; if the process was ended in the meantime, the post finds {@code
 * abandoned} set and resumes nobody.
 */
public final class Blocking implements Waiting {
    private final Scheduler scheduler = Scheduler.current();
    private boolean abandoned;
    private Throwable thrown;
    private Thread thread;

    private Blocking() {}

    /** Waits for the result of {@code call}, and lets other processes run in the meantime; {@return the result} */
    @SuppressWarnings("unchecked")
    public static <R> R call(Callable<R> call) throws Exception {
        var blocking = new Blocking();
        Object result = blocking.suspend(call);
        if (blocking.thrown instanceof Exception exception) {
            throw exception;
        } else if (blocking.thrown instanceof Error error) {
            throw error;
        }
        return (R) result;
    }

    private Object suspend(Callable<?> call) {
        Tasklet self = scheduler.self();
        self.cannotBeRepeated();
        scheduler.open();
        thread = Thread.ofPlatform().daemon().name(self.path()).start(() -> {
            Object result = null;
            Throwable failure = null;
            try {
                result = call.call();
            } catch (Throwable e) {
                failure = e;
            }
            Object done = result;
            Throwable reason = failure;
            scheduler.post(() -> {
                if (!abandoned) {
                    thrown = reason;
                    scheduler.close();
                    scheduler.resume(self, done);
                }
            });
        });
        return scheduler.suspend(this, null);
    }

    @Override
    public boolean abandon(Tasklet process) {
        abandoned = true;
        scheduler.close();
        thread.interrupt();
        return true;
    }

    @Override
    public boolean outside() {
        return true;
    }

    @Override
    public String toString() {
        return "finish a blocking call";
    }
}
