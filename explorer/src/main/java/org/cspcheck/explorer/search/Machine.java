package org.cspcheck.explorer.search;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this machine, or the container this runs in, has left. */
final class Machine {
    private static final Path MEMINFO = Path.of("/proc/meminfo");

    private Machine() {}

    /** {@return bytes that may be allocated without paging: what the kernel says, less a tenth; within the container's limit} */
    static long availableBytes() {
        return (long) (0.9 * Math.min(kernelBytes(), containerBytes()));
    }

    /** {@return what one process may take at most: the memory of the machine or the container, less a tenth} */
    static long usableBytes() {
        return (long) (0.9 * containerBytes());
    }

    private static long kernelBytes() {
        try (var lines = Files.lines(MEMINFO)) {
            return lines.filter(line -> line.startsWith("MemAvailable:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .findFirst()
                    .orElse(Long.MAX_VALUE);
        } catch (IOException | RuntimeException e) {
            return Long.MAX_VALUE; // no such file on this system: the container's figure decides
        }
    }

    private static long containerBytes() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return system instanceof com.sun.management.OperatingSystemMXBean os ? os.getTotalMemorySize() : Long.MAX_VALUE;
    }
}
