package org.cspcheck.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the process occupies, tables outside the Java heap included where the system tells. */
final class Memory {
    private static final Path STATUS = Path.of("/proc/self/status");

    private Memory() {}

    /** {@return bytes in memory now} */
    static long now() {
        return read("VmRSS:");
    }

    /** {@return the most bytes that were in memory at once} */
    static long peak() {
        return read("VmHWM:");
    }

    private static long read(String key) {
        try {
            for (String line : Files.readAllLines(STATUS)) {
                if (line.startsWith(key)) {
                    return Long.parseLong(line.substring(key.length(), line.length() - "kB".length()).strip()) * 1024;
                }
            }
        } catch (IOException | NumberFormatException notLinux) {
            // The heap is the best guess elsewhere.
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
