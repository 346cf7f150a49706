package org.cspcheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run in a process of its own that is ended from outside in the middle: what it leaves behind can be used. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(120)
class KilledRunTest {
    /** Its reader stops here; what it can write until the pipe is full is less than the rest. */
    private static final int SEEN = 8_000;

    private static final int LAST = 100_000;

    private static final String SPEC = """
            define: |
              channel tick : {0..11}
              P(n) = if n == %d then SKIP else tick?x -> P(n+1)
            network: P(0)
            """.formatted(LAST);

    /** It waits for nobody, so its choices are all that decides. */
    private static final String ENDLESS = """
            define: |
              channel tick : {0..11}
              P = tick?x -> P
            network: P
            """;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private Path file(String name) {
        return folder.resolve(name);
    }

    private Path spec(String name, String text, String run) throws Exception {
        return Files.writeString(file(name), text + "run: {" + run + "policy: random, record: '" + file(name + ".jsonl") + "'}\n");
    }

    private int command(String... arguments) throws Exception {
        out.reset();
        var print = new PrintStream(out, true, StandardCharsets.UTF_8);
        var surroundings = new Surroundings(
                InputStream.nullInputStream(), print, print, StandardCharsets.UTF_8, Map.of(), false, false, new Interruption());
        return new Main(surroundings, FrontEnd.SPECIFICATIONS, Decider.Factory.EXPLORER).run(arguments).number();
    }

    private static List<String> events(Path log) throws Exception {
        return Files.readAllLines(log).stream()
                .filter(line -> line.endsWith("\"}"))
                .map(line -> line.replaceAll(".*\"event\":\"(.*)\"}", "$1"))
                .toList();
    }

    private Process begun(Path spec, String... options) throws Exception {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "run",
                spec.toString()));
        command.addAll(List.of(options));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    /** {@return the exit code of a run that is sent the signal} */
    private static int ended(Process run, String signal) throws Exception {
        assertEquals(0, new ProcessBuilder("kill", "-" + signal, Long.toString(run.pid())).start().waitFor());
        try (BufferedReader lines = run.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(line -> {});
        }
        assertTrue(run.waitFor(60, TimeUnit.SECONDS));
        return run.exitValue();
    }

    /** Waits until there are this many lines, or the run has ended. */
    private static void await(Process run, Path log, int lines) throws Exception {
        while (run.isAlive()) {
            Thread.sleep(5);
            if (Files.exists(log) && Files.readString(log).lines().count() >= lines) {
                return;
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"KILL, 137", "TERM, 143", "INT, 130"})
    void the_logs_are_a_trace_and_the_choices_that_made_it(String signal, int exit) throws Exception {
        Path choices = file("run.choices");
        Path spec = spec("net.yaml", ENDLESS, "choices: '" + choices + "', ");
        Process run = begun(spec);
        await(run, file("net.yaml.jsonl"), SEEN);
        assertEquals(exit, ended(run, signal));

        List<String> happened = events(file("net.yaml.jsonl"));
        assertTrue(happened.size() >= SEEN - 1, () -> happened.size() + " events"); // the last line may have been torn
        if (!signal.equals("KILL")) {
            assertTrue(Files.readString(file("net.yaml.jsonl")).endsWith("\"}\n"), "torn");
        }
        assertEquals(0, command("trace", spec.toString(), file("net.yaml.jsonl").toString()), out::toString);
        assertEquals(0, command("run", spec.toString(), "--choices", choices.toString()), out::toString);
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("the recorded choices end here"), "it was cut short");
        List<String> again = events(file("net.yaml.jsonl"));
        int both = Math.min(again.size(), happened.size());
        assertTrue(both > SEEN / 4, () -> again.size() + " events");
        assertEquals(happened.subList(0, both), again.subList(0, both));
    }

    @ParameterizedTest
    @CsvSource({"TERM", "INT"})
    void a_run_that_is_told_to_stop_is_saved_and_goes_on_elsewhere(String signal) throws Exception {
        Path state = file("state");
        Path spec = spec("net.yaml", SPEC, "bind: {tick: stdout}, ");
        Process run = begun(spec, "--save", state.toString());
        BufferedReader lines = run.inputReader(StandardCharsets.UTF_8);
        for (int i = 0; i < SEEN; i++) {
            lines.readLine();
        }
        ended(run, signal);
        int before = events(file("net.yaml.jsonl")).size();
        assertTrue(before >= SEEN && before < LAST, () -> before + " events");
        assertEquals(0, command("run", spec.toString(), "--resume", state.toString()), out::toString);
        assertEquals(LAST, events(file("net.yaml.jsonl")).size());
    }

    @Test
    void a_full_disk_ends_the_run_with_2_whichever_log_it_is() throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/full")));
        for (String logs : List.of("record: /dev/full", "choices: /dev/full, policy: random")) {
            Path spec = Files.writeString(file("full.yaml"), SPEC + "run: {" + logs + "}\n");
            assertEquals(2, command("run", spec.toString()), out::toString);
            assertTrue(out.toString(StandardCharsets.UTF_8).contains("a log cannot be written: No space left on device"), out::toString);
        }
    }
}
