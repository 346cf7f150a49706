package org.cspcheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A process of its own is told to stop. By TERM and not by INT, which a test in the background may be deaf to; both end in the same hook. */
@DisabledOnOs(OS.WINDOWS)
class InterruptionTest {
    @Test
    @Timeout(120)
    void a_process_that_is_told_to_stop_reports_what_it_finished(@TempDir Path folder) throws Exception {
        Path spec = folder.resolve("counts.csp");
        Files.writeString(spec, """
                channel a : Int
                channel b
                P(n) = a.n -> P(n+1)
                Q = b -> Q
                assert Q :[deadlock free]
                assert P(0) :[deadlock free]
                assert Q :[divergence free]
                """);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "--max-states=100000000",
                        spec.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            String first = out.readLine();
            assertTrue(first.contains("Q :[deadlock free]") && first.contains("holds"), first);
            process.toHandle().destroy(); // The handle leaves the streams open.
            String rest = String.join("\n", out.lines().toList());
            assertTrue(rest.contains("P(0) :[deadlock free]") && rest.contains("    Interrupted."), rest);
            assertTrue(rest.endsWith("s: 1 as expected, 1 inconclusive, 1 not started"), rest);
        }
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        assertEquals(143, process.exitValue());
    }
}
