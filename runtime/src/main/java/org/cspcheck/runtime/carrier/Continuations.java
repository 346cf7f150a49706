package org.cspcheck.runtime.carrier;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * The JDK's class of continuations, as far as it is open to this program.
 *
 * <p>It is internal to the JDK and is reached by method handles, so that compiling needs no flags; as constants they cost nothing. Where it is
 * exported there are its {@code run} and {@code yield}. Where it is open as well, their cores can be called <em>directly</em>: control goes to
 * the frames and back, and that is all. What {@code run} does besides is for others: it keeps two threads from running one continuation at a time
 * (there is one driving thread), notes in the thread which one runs (for {@code yield} to find it by its scope, which matters where the driving thread is
 * virtual, and so a continuation itself), and gives each a cache of scoped values of its own ({@link Bindings} has it cleared instead, when it must be).
 */
final class Continuations {
    static final Class<?> TYPE;
    private static final MethodHandle MAKE;
    private static final MethodHandle RUN;
    private static final MethodHandle YIELD;
    private static final MethodHandle ENTER;
    private static final MethodHandle LEAVE;
    /** Whether the class is open. */
    static final boolean DIRECT;

    static {
        MethodHandle make = null;
        MethodHandle run = null;
        MethodHandle yield = null;
        MethodHandle enter = null;
        MethodHandle leave = null;
        Class<?> type = null;
        Class<?> scope = null;
        Object ours = null;
        var here = MethodHandles.lookup();
        try {
            type = Class.forName("jdk.internal.vm.Continuation");
            scope = Class.forName("jdk.internal.vm.ContinuationScope");
            ours = here.findConstructor(scope, MethodType.methodType(void.class, String.class)).invoke("csp");
            run = here.findVirtual(type, "run", MethodType.methodType(void.class)).asType(MethodType.methodType(void.class, Object.class));
            yield = here.findStatic(type, "yield", MethodType.methodType(boolean.class, scope)).bindTo(ours);
            make = here.findConstructor(type, MethodType.methodType(void.class, scope, Runnable.class))
                    .bindTo(ours)
                    .asType(MethodType.methodType(Object.class, Runnable.class));
        } catch (Throwable notExported) {
            make = null;
        }
        try {
            var inside = MethodHandles.privateLookupIn(type, here);
            MethodHandle core = inside.findStatic(type, "enterSpecial", MethodType.methodType(void.class, type, boolean.class, boolean.class));
            enter = MethodHandles.insertArguments(core, 2, false).asType(MethodType.methodType(void.class, Object.class, boolean.class));
            MethodHandle away = inside.findVirtual(type, "yield0", MethodType.methodType(boolean.class, scope, type));
            leave = MethodHandles.insertArguments(away, 1, ours, null).asType(MethodType.methodType(boolean.class, Object.class));
        } catch (Throwable notOpen) {
            leave = null;
        }
        TYPE = type;
        MAKE = make;
        RUN = run;
        YIELD = yield;
        ENTER = enter;
        LEAVE = leave;
        DIRECT = make != null && leave != null;
    }

    private Continuations() {}

    static boolean available() {
        return MAKE != null;
    }

    static Object make(Runnable body) throws Throwable {
        return (Object) MAKE.invokeExact(body);
    }

    /** Runs one until it yields or ends. */
    static void run(Object continuation) throws Throwable {
        RUN.invokeExact(continuation);
    }

    /** As {@link #run}, directly, if the class is open; one that has begun goes on. From a thread that is not virtual. */
    static void enter(Object continuation, boolean begun) throws Throwable {
        ENTER.invokeExact(continuation, begun);
    }

    /** The one that runs, which is given, gives up control to who let it run. */
    static void leave(Object continuation) throws Throwable {
        boolean _ = DIRECT ? (boolean) LEAVE.invokeExact(continuation) : (boolean) YIELD.invokeExact();
    }
}
