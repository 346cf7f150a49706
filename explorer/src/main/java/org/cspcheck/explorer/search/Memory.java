package org.cspcheck.explorer.search;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * A zeroed stretch of memory outside the Java heap, counted by a budget while it is open.
 *
 * <p>Large stretches come straight from the kernel where that is possible (Linux, with native access): their pages are zero without being
 * written, cost nothing until they are touched, and are asked for as huge pages, which doubles the speed of random access.
 */
final class Memory implements AutoCloseable {
    private static final long HUGE_PAGE = 1L << 21;
    private static final long LARGE = 2 * HUGE_PAGE;
    private static final long SOME_PAGES = 1L << 16;

    /**
     * All memory, where native access is allowed; null elsewhere. The compiler knows all about a constant segment, and nothing about one in a
     * field: whether it is on the heap, how long it is, whether it is open.
     */
    private static final MemorySegment EVERYWHERE = everywhere();

    private final Arena arena;
    private final Budget budget;
    private final long bytes;
    private final boolean mapped;
    private final MemorySegment segment;

    Memory(long bytes, Budget budget) {
        this.budget = budget;
        this.bytes = bytes;
        budget.reserve(bytes);
        MemorySegment pages = bytes >= SOME_PAGES ? Kernel.memory(bytes) : null;
        this.mapped = pages != null;
        this.arena = !mapped && bytes >= LARGE ? Arena.ofShared() : Arena.ofAuto(); // closing a shared one stops every thread: too dear for a little
        this.segment = mapped ? pages : allocate();
    }

    @SuppressWarnings("restricted")
    private static MemorySegment everywhere() {
        return Memory.class.getModule().isNativeAccessEnabled() ? MemorySegment.NULL.reinterpret(Long.MAX_VALUE) : null;
    }

    private MemorySegment allocate() {
        try {
            return arena.allocate(bytes, Long.BYTES);
        } catch (OutOfMemoryError e) {
            budget.release(bytes);
            throw new LimitReached("memory of this machine exhausted: no further " + (bytes >> 20) + " MiB");
        }
    }

    MemorySegment segment() {
        return segment;
    }

    /** {@return what to read and write at {@link #base} and above} */
    MemorySegment space() {
        return EVERYWHERE != null ? EVERYWHERE : segment;
    }

    /** {@return where this stretch begins in {@link #space}} It stays open as long as somebody holds this object. */
    long base() {
        return EVERYWHERE != null ? segment.address() : 0;
    }

    long bytes() {
        return bytes;
    }

    @Override
    public void close() {
        if (mapped) {
            Kernel.Found.KERNEL.unmap(segment, bytes);
        } else if (bytes >= LARGE) {
            arena.close();
        }
        budget.release(bytes);
    }

    /** The three system calls. */
    @SuppressWarnings("restricted")
    private record Kernel(MethodHandle mmap, MethodHandle munmap, MethodHandle madvise) {
        private static final int READ_WRITE = 3;
        private static final int PRIVATE_ANONYMOUS_NORESERVE = 0x4022;
        private static final int HUGE = 14;

        /** Found when it is first needed: small checks do without, and start faster. */
        private static final class Found {
            static final Kernel KERNEL = find();
        }

        /** {@return zeroed memory from the kernel; null where that is not possible} */
        static MemorySegment memory(long bytes) {
            return Found.KERNEL == null ? null : Found.KERNEL.map(bytes);
        }

        private static Kernel find() {
            if (!System.getProperty("os.name").equals("Linux") || !Memory.class.getModule().isNativeAccessEnabled()) {
                return null;
            }
            Linker linker = Linker.nativeLinker();
            var names = linker.defaultLookup();
            var pointer = ValueLayout.ADDRESS;
            var length = ValueLayout.JAVA_LONG;
            var number = ValueLayout.JAVA_INT;
            return new Kernel(
                    linker.downcallHandle(
                            names.findOrThrow("mmap"),
                            FunctionDescriptor.of(pointer, pointer, length, number, number, number, length)),
                    linker.downcallHandle(names.findOrThrow("munmap"), FunctionDescriptor.of(number, pointer, length)),
                    linker.downcallHandle(names.findOrThrow("madvise"), FunctionDescriptor.of(number, pointer, length, number)));
        }

        /** {@return the memory, if large in huge pages; null if the kernel declines} */
        MemorySegment map(long bytes) {
            try {
                long whole = whole(bytes);
                var start = (MemorySegment)
                        mmap.invokeExact(MemorySegment.NULL, whole, READ_WRITE, PRIVATE_ANONYMOUS_NORESERVE, -1, 0L);
                if (start.address() == -1) {
                    return null;
                }
                MemorySegment all = start.reinterpret(whole);
                if (bytes >= LARGE) {
                    int advised = (int) madvise.invokeExact(all, whole, HUGE); // without huge pages it is only slower
                }
                return all.asSlice(0, bytes);
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        }

        /** Huge pages count in whole ones. */
        private static long whole(long bytes) {
            return bytes < LARGE ? bytes : (bytes + HUGE_PAGE - 1) / HUGE_PAGE * HUGE_PAGE;
        }

        /** Nobody uses it any more: the owner of a table gives it back between two uses. */
        void unmap(MemorySegment memory, long bytes) {
            try {
                int done = (int) munmap.invokeExact(memory, whole(bytes));
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
