package org.cspcheck.runtime.carrier;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * The JDK's own continuations, driven by one thread.
 *
 * <p>Invariants. All fibers run on the driving thread, which is the only one that touches the dispatch; a fiber that suspends returns to the
 * loop in {@link #drive}. Thread-locals are the driving thread's, hence shared by all processes. A continuation that is left inside {@code
 * synchronized} keeps the monitor, and the next process to want it would block the driving thread for ever. The scheduler looks for that before a
 * process waits, now and then, because the JVM does not tell it cheaply; the other carriers do not have this trap.
 *
 * <p>The class is internal to the JDK and is reached by method handles, so that compiling needs no flags; as constants they cost nothing.
 */
final class ContinuationCarrier implements Carrier {
    private static final String INTERNAL = "jdk.internal.vm.Continuation";
    private static final MethodHandle MAKE;
    private static final MethodHandle RUN;
    private static final MethodHandle YIELD;

    static {
        MethodHandle make = null;
        MethodHandle run = null;
        MethodHandle yield = null;
        try {
            var lookup = MethodHandles.lookup();
            Class<?> continuation = Class.forName(INTERNAL);
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
    }

    private static final class Coroutine extends Fiber {
        private final Object continuation;

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

    @Override
    public Fiber fiber(Runnable body) {
        try {
            return new Coroutine((Object) MAKE.invokeExact(body));
        } catch (Throwable e) {
            throw rethrown(e);
        }
    }

    @Override
    public void drive(Dispatch dispatch) {
        Thread me = Thread.currentThread();
        try {
            for (Fiber next = dispatch.next(); next != null; next = dispatch.next()) {
                next.thread = me;
                RUN.invokeExact(((Coroutine) next).continuation);
            }
        } catch (Throwable e) {
            throw rethrown(e);
        }
    }

    @Override
    public void suspend(Fiber self) {
        try {
            boolean ignored = (boolean) YIELD.invokeExact();
        } catch (Throwable e) {
            throw rethrown(e);
        }
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
