package org.cspcheck.cli.corpus;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Work on a thread with a large stack, as the command gives it. */
final class Deep {
    private static final long STACK = 1L << 30;

    private Deep() {}

    static <T> T call(Callable<T> work) {
        var task = new FutureTask<T>(work);
        new Thread(null, task, "check", STACK).start();
        try {
            return task.get();
        } catch (ExecutionException failure) {
            throw rethrown(failure.getCause());
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static RuntimeException rethrown(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException runtime ? runtime : new IllegalStateException(cause);
    }
}
