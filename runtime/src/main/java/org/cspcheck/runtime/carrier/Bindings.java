package org.cspcheck.runtime.carrier;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * The bindings of scoped values, which a thread knows in one field: where fibers share a thread, each has its own all the same.
 *
 * <p>A thread also keeps a cache of values that it has looked up lately. When bindings change behind its back it must forget them, which is done in
 * public: a value that is bound anew is forgotten, and with it what has the same place in the cache. {@code EVERY_PLACE} binds as many as it
 * takes to have every place. (After a stack overflow the field is null: the thread looks for the bindings in its frames.)
 */
final class Bindings {
    private static final int PLACES = 16;
    private static final MethodHandle GET;
    private static final MethodHandle PUT;
    private static final ScopedValue.Carrier EVERY_PLACE = everyPlace();

    static {
        MethodHandle get = null;
        MethodHandle put = null;
        try {
            MethodHandle offsets = LockStack.unsafe("objectFieldOffset", MethodType.methodType(long.class, Class.class, String.class));
            long offset = (long) offsets.invoke(Thread.class, "scopedValueBindings");
            get = LockStack.unsafe("getReference", MethodType.methodType(Object.class, Object.class, long.class));
            get = MethodHandles.insertArguments(get, 1, offset).asType(MethodType.methodType(Object.class, Thread.class));
            put = LockStack.unsafe("putReference", MethodType.methodType(void.class, Object.class, long.class, Object.class));
            put = MethodHandles.insertArguments(put, 1, offset).asType(MethodType.methodType(void.class, Thread.class, Object.class));
        } catch (Throwable notExportedOrOtherwiseBuilt) {
            put = null;
        }
        GET = get;
        PUT = put;
    }

    private Bindings() {}

    static boolean available() {
        return PUT != null;
    }

    /** {@return those of the thread that calls} */
    static Object of(Thread me) throws Throwable {
        return (Object) GET.invokeExact(me);
    }

    /** Changes those of the thread that calls. */
    static void change(Thread me, Object bindings) throws Throwable {
        EVERY_PLACE.run(() -> {});
        PUT.invokeExact(me, bindings);
    }

    /** The JDK finds the two places of a value by its hash code. */
    private static ScopedValue.Carrier everyPlace() {
        ScopedValue.Carrier values = ScopedValue.where(ScopedValue.newInstance(), "");
        int taken = 0;
        while (Integer.bitCount(taken) < PLACES) {
            ScopedValue<String> value = ScopedValue.newInstance();
            taken |= 1 << (value.hashCode() & PLACES - 1);
            values = values.where(value, "");
        }
        return values;
    }
}
