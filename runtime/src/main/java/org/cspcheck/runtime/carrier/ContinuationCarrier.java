package org.cspcheck.runtime.carrier;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The JDK's own continuations, driven by one thread.
 *
 * <p>Invariants. All fibers run on the driving thread, which is the only one that touches the dispatch; a fiber that suspends returns to the
 * loop in {@link #drive}. Thread-locals are the driving thread's, hence shared by all processes. A continuation that is left inside {@code
 * synchronized} keeps the monitor, and the next process to want it would block the driving thread for ever. So when a fiber has given up control
 * the driving thread looks ({@link LockStack}); one that kept a monitor goes on at once, and {@link #suspend} throws. The other carriers do not have
 * this trap.
 */
final class ContinuationCarrier implements Carrier {
    private static final boolean LOOKS = LockStack.available();
    private static final boolean BINDS = Bindings.available();

    private static final class Coroutine extends Fiber {
        private final Object continuation;
        private boolean begun;
        private MonitorKept refused;
        private boolean tolerated;
        /** Whether it gave up control with other bindings of scoped values than those it began with: which. */
        private boolean binds;
        private Object bindings;

        Coroutine(Object continuation) {
            this.continuation = continuation;
        }
    }

    /** Whether the driving thread enters continuations directly. */
    private boolean direct;

    static boolean available() {
        return Continuations.available();
    }

    static Carrier create() {
        if (!available()) {
            throw new UnsupportedOperationException(
                    "continuations are not open to this program: start the JVM with --add-exports java.base/jdk.internal.vm=ALL-UNNAMED");
        }
        return new ContinuationCarrier();
    }

    @Override
    public Fiber fiber(Runnable body) {
        try {
            return new Coroutine(Continuations.make(body));
        } catch (Throwable e) {
            throw rethrown(e);
        }
    }

    @Override
    public void drive(Dispatch dispatch) {
        Thread me = Thread.currentThread();
        direct = BINDS && Continuations.DIRECT && !me.isVirtual();
        try {
            Object bindings = BINDS ? Bindings.of(me) : null;
            for (Fiber next = dispatch.next(); next != null; next = dispatch.next()) {
                if (next.thread != me) {
                    next.thread = me;
                }
                var fiber = (Coroutine) next;
                if (fiber.binds) {
                    bind(fiber, me);
                }
                run(fiber);
                if (LOOKS && LockStack.kept(fiber.continuation)) {
                    refuse(fiber);
                }
                if (BINDS && Bindings.of(me) != bindings) {
                    unbind(fiber, me, bindings);
                }
            }
        } catch (Throwable e) {
            throw rethrown(e);
        }
    }

    private static void bind(Coroutine fiber, Thread me) throws Throwable {
        Bindings.change(me, fiber.bindings);
        fiber.binds = false;
        fiber.bindings = null;
    }

    private static void unbind(Coroutine fiber, Thread me, Object bindings) throws Throwable {
        fiber.bindings = Bindings.of(me);
        fiber.binds = true;
        Bindings.change(me, bindings);
    }

    /** It goes on, and is told; it may try again on its way out. */
    private void refuse(Coroutine fiber) throws Throwable {
        while (!fiber.tolerated && LockStack.kept(fiber.continuation)) {
            fiber.refused = new MonitorKept(heldAround());
            run(fiber);
        }
    }

    private void run(Coroutine fiber) throws Throwable {
        if (direct) {
            boolean begun = fiber.begun;
            fiber.begun = true;
            Continuations.enter(fiber.continuation, begun);
        } else {
            fiber.begun = true;
            Continuations.run(fiber.continuation);
        }
    }

    /** {@return the monitors of the driving thread, which a fiber takes along like its own} */
    private static String heldAround() {
        ThreadInfo driver = ManagementFactory.getThreadMXBean().getThreadInfo(new long[] {Thread.currentThread().threadId()}, true, false)[0];
        return driver == null ? "" : Arrays.stream(driver.getLockedMonitors())
                .map(monitor -> monitor.getClassName() + ", taken at " + monitor.getLockedStackFrame())
                .collect(Collectors.joining("; "));
    }

    @Override
    public void suspend(Fiber self) {
        var fiber = (Coroutine) self;
        try {
            Continuations.leave(fiber.continuation);
        } catch (Throwable e) {
            throw rethrown(e);
        }
        if (fiber.refused != null) {
            MonitorKept refused = fiber.refused;
            fiber.refused = null;
            throw refused;
        }
    }

    @Override
    public void tolerate(Fiber fiber) {
        ((Coroutine) fiber).tolerated = true;
    }

    private static RuntimeException rethrown(Throwable e) {
        if (e instanceof Error error) {
            throw error;
        }
        return e instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(e);
    }

    @Override
    public boolean sharesThread() {
        return true;
    }

    @Override
    public String name() {
        return "continuations";
    }
}
