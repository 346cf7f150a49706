package org.cspcheck.cli;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * Runs work on a thread with a very large stack: specs recurse, and so does evaluating them.
 *
 * <p>The caller waits, but never longer than asked: work that does not answer to a stop within the grace period is left alone on its
 * (daemon) thread.
 */
final class DeepThread {
    static final long STACK = 1L << 30;

    private static final long POLL_MILLIS = 20;

    private DeepThread() {}

    /** How a piece of work ended. */
    sealed interface End<T> {
        record Returned<T>(T value) implements End<T> {}

        record Threw<T>(Throwable cause) implements End<T> {}

        /** It did not stop when it was told to. */
        record Abandoned<T>() implements End<T> {}
    }

    /** {@return how the work ended} Once {@code stop} says true, it has {@code grace} left. */
    static <T> End<T> run(String name, Callable<T> work, BooleanSupplier stop, Duration grace) {
        var task = new FutureTask<T>(work);
        var thread = new Thread(null, task, name, STACK);
        thread.setDaemon(true);
        thread.start();
        long deadline = Long.MAX_VALUE;
        while (true) {
            try {
                return new End.Returned<>(task.get(POLL_MILLIS, TimeUnit.MILLISECONDS));
            } catch (ExecutionException failure) {
                return new End.Threw<>(failure.getCause());
            } catch (TimeoutException stillRunning) {
                long now = System.nanoTime();
                if (deadline == Long.MAX_VALUE && stop.getAsBoolean()) {
                    deadline = now + grace.toNanos();
                } else if (deadline != Long.MAX_VALUE && now - deadline > 0) {
                    thread.interrupt();
                    return new End.Abandoned<>();
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                thread.interrupt();
                return new End.Abandoned<>();
            }
        }
    }
}
