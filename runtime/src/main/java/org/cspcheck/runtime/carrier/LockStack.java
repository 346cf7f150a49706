package org.cspcheck.runtime.carrier;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How many monitors a continuation has kept when it gave up control, from a byte that the JVM keeps itself.
 *
 * <p>Monitors that nobody has ever waited for are counted in the lock stack of their thread. A continuation that yields takes it along: it is copied
 * into the object that holds its frames, and its length stands in a byte there, which has no name in Java. So the byte is looked for, when the class is
 * loaded: it is the one that is 0, 1, 2, 1 when a continuation yields inside of no, one, two and one {@code synchronized}. If there is not
 * exactly one such byte, the class is not available. (Monitors that another thread has waited for, or on which {@code wait} was called, are not in the
 * lock stack; see {@code HeldMonitors}.)
 *
 * <p>Reading costs two loads. {@code jdk.internal.misc} must be exported as well; without it there is no quiet way to read a byte of an object.
 */
final class LockStack {
    private static final int HEADER = 8;
    private static final int FIELDS = 48;

    private static final MethodHandle FRAMES;
    private static final MethodHandle COUNT;

    static {
        MethodHandle frames = null;
        MethodHandle count = null;
        if (Continuations.available()) {
            try {
                frames = frames();
                count = count(frames);
            } catch (Throwable notExportedOrOtherwiseBuilt) {
                count = null;
            }
        }
        FRAMES = frames;
        COUNT = count;
    }

    private LockStack() {}

    static boolean available() {
        return COUNT != null;
    }

    /** {@return whether a continuation that has given up control kept a monitor} */
    static boolean kept(Object continuation) throws Throwable {
        Object frames = (Object) FRAMES.invokeExact(continuation);
        return frames != null && (byte) COUNT.invokeExact(frames) != 0;
    }

    static MethodHandle unsafe(String name, MethodType type) throws ReflectiveOperationException {
        Class<?> unsafe = Class.forName("jdk.internal.misc.Unsafe");
        var lookup = MethodHandles.lookup();
        Object instance = unsafe.getMethod("getUnsafe").invoke(null);
        return lookup.findVirtual(unsafe, name, type).bindTo(instance);
    }

    private static MethodHandle frames() throws Throwable {
        var offset = (long) unsafe("objectFieldOffset", MethodType.methodType(long.class, Class.class, String.class))
                .invoke(Continuations.TYPE, "tail");
        return MethodHandles.insertArguments(unsafe("getReference", MethodType.methodType(Object.class, Object.class, long.class)), 1, offset);
    }

    private static MethodHandle count(MethodHandle frames) throws Throwable {
        MethodHandle read = unsafe("getByte", MethodType.methodType(byte.class, Object.class, long.class));
        var probe = new Object[1];
        probe[0] = Continuations.make(() -> nest(probe));
        var seen = new byte[4][FIELDS];
        for (byte[] bytes : seen) {
            Continuations.run(probe[0]);
            Object chunk = (Object) frames.invokeExact(probe[0]);
            for (int i = HEADER; i < FIELDS; i++) {
                bytes[i] = (byte) read.invokeExact(chunk, (long) i);
            }
        }
        Continuations.run(probe[0]);
        List<Integer> places = IntStream.range(HEADER, FIELDS)
                .filter(i -> seen[0][i] == 0 && seen[1][i] == 1 && seen[2][i] == 2 && seen[3][i] == 1)
                .boxed()
                .toList();
        return places.size() == 1 ? MethodHandles.insertArguments(read, 1, (long) places.getFirst()) : null;
    }

    private static void nest(Object[] self) {
        Object outer = new Object();
        Object inner = new Object();
        leave(self[0]);
        synchronized (outer) {
            leave(self[0]);
            synchronized (inner) {
                leave(self[0]);
            }
            leave(self[0]);
        }
    }

    private static void leave(Object self) {
        try {
            Continuations.leave(self);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
