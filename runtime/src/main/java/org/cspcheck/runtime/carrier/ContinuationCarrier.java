package org.cspcheck.runtime.carrier;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
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
 *
 * <p>The class is internal to the JDK and is reached by method handles, so that compiling needs no flags; as constants they cost nothing.
 */
final class ContinuationCarrier implements Carrier {
    private static final String INTERNAL = "jdk.internal.vm.Continuation";
    private static final MethodHandle MAKE;
    private static final MethodHandle RUN;
    private static final MethodHandle YIELD;
    private static final Class<?> TYPE;

    static {
        MethodHandle make = null;
        MethodHandle run = null;
        MethodHandle yield = null;
        Class<?> continuation = null;
        try {
            var lookup = MethodHandles.lookup();
            continuation = Class.forName(INTERNAL);
            Class<?> scope = Class.forName(INTERNAL + "Scope");
            Object ours = lookup.findConstructor(scope, MethodType.methodType(void.class, String.class)).invoke("csp");
            make = lookup.findConstructor(continuation, MethodType.methodType(void.class, scope, Runnable.class))
                    .bindTo(ours)
                    .asType(MethodType.methodType(Object.class, Runnable.class));
            run = lookup.findVirtual(continuation, "run", MethodType.methodType(void.class))
                    .asType(MethodType.methodType(void.class, Object.class));
            yield = lookup.findStatic(continuation, "yield", MethodType.methodType(boolean.class, scope)).bindTo(ours);
        } catch (Throwable notExported) {
            make = null;
        }
        MAKE = make;
        RUN = run;
        YIELD = yield;
        TYPE = continuation;
    }

    private static final boolean LOOKS = LockStack.available();

    private static final class Coroutine extends Fiber {
        private final Object continuation;
        private MonitorKept refused;
        private boolean tolerated;

        Coroutine(Object continuation) {
            this.continuation = continuation;
        }
    }

    static boolean available() {
        return MAKE != null;
    }

    static Carrier create() {
        if (!available()) {
            throw new UnsupportedOperationException(
                    "continuations are not open to this program: start the JVM with --add-exports java.base/jdk.internal.vm=ALL-UNNAMED");
        }
        return new ContinuationCarrier();
    }

    static Class<?> type() {
        return TYPE;
    }

    static Object continuation(Runnable body) {
        try {
            return (Object) MAKE.invokeExact(body);
        } catch (Throwable e) {
            throw rethrown(e);
        }
    }

    static void run(Object continuation) {
        try {
            RUN.invokeExact(continuation);
        } catch (Throwable e) {
            throw rethrown(e);
        }
    }

    static void yield() {
        try {
            boolean ignored = (boolean) YIELD.invokeExact();
        } catch (Throwable e) {
            throw rethrown(e);
        }
    }

    @Override
    public Fiber fiber(Runnable body) {
        return new Coroutine(continuation(body));
    }

    @Override
    public void drive(Dispatch dispatch) {
        Thread me = Thread.currentThread();
        try {
            for (Fiber next = dispatch.next(); next != null; next = dispatch.next()) {
                if (next.thread != me) {
                    next.thread = me;
                }
                var fiber = (Coroutine) next;
                RUN.invokeExact(fiber.continuation);
                if (LOOKS && LockStack.kept(fiber.continuation)) {
                    refuse(fiber);
                }
            }
        } catch (Throwable e) {
            throw rethrown(e);
        }
    }

    /** It goes on, and is told; it may try again on its way out. */
    private static void refuse(Coroutine fiber) throws Throwable {
        while (!fiber.tolerated && LockStack.kept(fiber.continuation)) {
            fiber.refused = new MonitorKept(heldAround());
            RUN.invokeExact(fiber.continuation);
        }
    }

    /** {@return the monitors of the driving thread, which a fiber takes along like its own} */
    private static String heldAround() {
        ThreadInfo driver = ManagementFactory.getThreadMXBean().getThreadInfo(new long[] {Thread.currentThread().threadId()}, true, false)[0];
        return Arrays.stream(driver.getLockedMonitors())
                .map(monitor -> monitor.getClassName() + ", taken at " + monitor.getLockedStackFrame())
                .collect(Collectors.joining("; "));
    }

    @Override
    public void suspend(Fiber self) {
        ContinuationCarrier.yield();
        var fiber = (Coroutine) self;
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
