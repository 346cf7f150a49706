package org.cspcheck.runtime.carrier;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;

/**
 * Virtual threads whose executor is the driving thread.
 *
 * <p>Invariants. A fiber's code runs only inside {@link #drive}, mounted on the driving thread. The driving thread turns to the next fiber
 * when the one before has given up its turn or ended; a fiber that is held up otherwise (a monitor, a blocking call) keeps its turn, and the
 * driving thread waits for it. {@code turn} is written by the driving thread, or by the fiber that is mounted on it.
 */
final class ExecutorCarrier implements Carrier {
    private static final MethodHandle MAKE = find();

    private final Queue<Runnable> mounts = new ConcurrentLinkedQueue<>();
    private final Executor executor = this::mount;
    private volatile Thread driver;
    private Runnable mount;

    private static final class Turn extends Fiber {
        private volatile boolean turn;
    }

    private static MethodHandle find() {
        try {
            var method = Class.forName("java.lang.ThreadBuilders")
                    .getDeclaredMethod("newVirtualThread", Executor.class, String.class, int.class, Runnable.class);
            method.setAccessible(true);
            return MethodHandles.lookup().unreflect(method);
        } catch (ReflectiveOperationException | RuntimeException notOpen) {
            return null;
        }
    }

    static boolean available() {
        return MAKE != null;
    }

    static Carrier create() {
        if (!available()) {
            throw new UnsupportedOperationException(
                    "the JVM's threads are not open to this program: start it with --add-opens java.base/java.lang=ALL-UNNAMED");
        }
        return new ExecutorCarrier();
    }

    private void mount(Runnable task) {
        if (Thread.currentThread() == driver) {
            mount = task;
        } else {
            mounts.add(task);
            LockSupport.unpark(driver);
        }
    }

    @Override
    public Fiber fiber(Runnable body) {
        var fiber = new Turn();
        Runnable whole = () -> {
            body.run();
            fiber.turn = false;
        };
        try {
            fiber.thread = (Thread) MAKE.invoke(executor, (String) null, 0, whole);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
        return fiber;
    }

    @Override
    public void drive(Dispatch dispatch) {
        driver = Thread.currentThread();
        for (Fiber next = dispatch.next(); next != null; next = dispatch.next()) {
            run((Turn) next);
        }
    }

    private void run(Turn fiber) {
        fiber.turn = true;
        if (fiber.thread.getState() == Thread.State.NEW) {
            fiber.thread.start();
        } else {
            LockSupport.unpark(fiber.thread);
        }
        while (true) {
            Runnable task = mount;
            mount = null;
            if (task == null) {
                task = mounts.poll();
            }
            if (task != null) {
                task.run();
            } else if (fiber.turn) {
                LockSupport.park(this);
            } else {
                return;
            }
        }
    }

    @Override
    public void suspend(Fiber self) {
        var fiber = (Turn) self;
        fiber.turn = false;
        while (!fiber.turn) {
            LockSupport.park(this);
        }
    }

    @Override
    public boolean sharesThread() {
        return false;
    }

    @Override
    public String name() {
        return "own executor";
    }
}
