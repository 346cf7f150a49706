package org.cspcheck.explorer.search;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * Threads that share numbered tasks; whoever asks is one of them.
 *
 * <p>Tasks are taken from a counter, in ascending order. Everything written before {@link #run} is seen by the tasks, everything they wrote is
 * seen after it: {@code turn} publishes the one, {@code busy} the other. Threads start with the first tasks to share; they wait for the next
 * ones by turning on the spot for some microseconds, and then sleep.
 */
final class Team implements AutoCloseable {
    /** One piece of work. */
    @FunctionalInterface
    interface Task {
        /** @param worker a number below the size of the team, no two at a time the same */
        void run(int task, int worker);
    }

    /** As much as the thread of a check has: evaluation recurses. */
    private static final long STACK = 1L << 30;

    private static final int TURNS = 2_000;

    private final Thread[] threads;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger busy = new AtomicInteger();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private Task task;
    private int tasks;
    private Thread asking;
    private volatile int turn;
    private volatile boolean closed;

    Team(int workers) {
        threads = new Thread[workers - 1];
    }

    int size() {
        return threads.length + 1;
    }

    /** Runs tasks 0 to before {@code count} and returns when all are done; throws what one of them threw. */
    void run(int count, Task what) {
        if (threads.length == 0 || count == 1) {
            for (int i = 0; i < count; i++) {
                what.run(i, 0);
            }
            return;
        }
        task = what;
        tasks = count;
        asking = Thread.currentThread();
        next.set(0);
        busy.set(threads.length);
        turn++; // only this thread writes it
        wake();
        work(0);
        await();
        Throwable thrown = failure.getAndSet(null);
        switch (thrown) {
            case null -> {}
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalStateException(thrown);
        }
    }

    private void wake() {
        for (int i = 0; i < threads.length; i++) {
            if (threads[i] == null) {
                int worker = i + 1;
                threads[i] = new Thread(null, () -> serve(worker), Thread.currentThread().getName() + "-" + worker, STACK);
                threads[i].setDaemon(true);
                threads[i].start();
            } else {
                LockSupport.unpark(threads[i]);
            }
        }
    }

    private void work(int worker) {
        try {
            for (int i = next.getAndIncrement(); i < tasks; i = next.getAndIncrement()) {
                task.run(i, worker);
            }
        } catch (Throwable e) { // told to whoever asked
            next.set(Integer.MAX_VALUE / 2);
            failure.compareAndSet(null, e);
        }
    }

    private void serve(int worker) {
        int seen = 0;
        while (true) {
            for (int i = 0; turn == seen && !closed; i++) {
                if (i < TURNS) {
                    Thread.onSpinWait();
                } else {
                    LockSupport.park(this);
                }
            }
            if (closed) {
                return;
            }
            seen++;
            work(worker);
            if (busy.decrementAndGet() == 0) {
                LockSupport.unpark(asking);
            }
        }
    }

    /** An interruption of the one who waits is passed on. */
    private void await() {
        boolean told = false;
        for (int i = 0; busy.get() > 0; i++) {
            if (i < TURNS || told) {
                Thread.onSpinWait();
            } else {
                LockSupport.park(this);
            }
            if (!told && Thread.currentThread().isInterrupted()) {
                told = true;
                for (Thread thread : threads) {
                    thread.interrupt();
                }
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        for (Thread thread : threads) {
            if (thread != null) {
                LockSupport.unpark(thread);
            }
        }
    }
}
