package org.cspcheck.explorer.search;

import java.util.function.Supplier;

/**
 * How full the Java heap is.
 *
 * <p>What is used includes garbage, so a heap that looks full is collected before it counts as full; a collection is asked for only when a
 * tenth of the heap was used since the last one, so a search close to the limit does not spend its time collecting.
 */
final class HeapGauge {
    private static final long EVERY_NANOS = 20_000_000L;
    private static final double FULL = 0.88;

    private final Runtime runtime = Runtime.getRuntime();
    private long due;
    private long lowest;

    boolean isDue(long now) {
        return now >= due;
    }

    /** {@return bytes in use, garbage included} */
    long live() {
        return runtime.totalMemory() - runtime.freeMemory();
    }

    boolean isHalfFull() {
        return live() > runtime.maxMemory() / 2;
    }

    /** Room for an array: the old one stays until the new one is filled. */
    void reserve(long bytes, long allowed, Supplier<LimitReached> limit) {
        leave(Math.min(allowed, (long) (runtime.maxMemory() * FULL)) - bytes, limit);
    }

    /** The heap may not hold more than this, once its garbage is gone. */
    void leave(long most, Supplier<LimitReached> limit) {
        if (live() > most) {
            System.gc();
            lowest = live();
            if (lowest > most) {
                throw limit.get();
            }
        }
    }

    void check(long now, long allowed, Supplier<LimitReached> limit) {
        due = now + EVERY_NANOS;
        long most = Math.min(allowed, (long) (runtime.maxMemory() * FULL));
        long used = live();
        if (used <= most || used < lowest + runtime.maxMemory() / 10 && lowest <= most) {
            return;
        }
        leave(most, limit);
    }
}
