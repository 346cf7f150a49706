package org.cspcheck.specs.syntax;

import java.util.function.Supplier;

/**
 * A stack for work that recurses along a syntax tree.
 *
 * <p>Trees are as deep as what was typed: a generated script may hold a choice of thousands of branches, which is a tree of thousands of
 * levels. The stack is only reserved; memory is used as far as the recursion goes.
 */
public final class DeepStack {
    private static final long BYTES = 1L << 29;

    private DeepStack() {}

    private static final class Deep<T> extends Thread {
        private final Supplier<T> work;
        private T result;
        private Throwable failure;

        Deep(Supplier<T> work) {
            super(null, null, "csp-check-syntax", BYTES);
            this.work = work;
            setDaemon(true);
        }

        @Override
        public void run() {
            try {
                result = work.get();
            } catch (Throwable thrown) {
                failure = thrown;
            }
        }
    }

    /** {@return the result of {@code work}, done on a deep stack} What it throws is thrown here. */
    public static <T> T call(Supplier<T> work) {
        if (Thread.currentThread() instanceof Deep) {
            return work.get();
        }
        Deep<T> deep = new Deep<>(work);
        deep.start();
        awaitEnd(deep);
        return switch (deep.failure) {
            case null -> deep.result;
            case RuntimeException exception -> throw exception;
            case Error error -> throw error;
            case Throwable other -> throw new IllegalStateException(other);
        };
    }

    private static void awaitEnd(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
