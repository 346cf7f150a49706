package org.cspcheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.cspcheck.runtime.component.Component;
import org.cspcheck.runtime.component.Events;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Networks of Java and CSPm processes that are saved in one JVM and go on in another. */
@Timeout(60)
class SavedJavaRunTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Interruption interruption = new Interruption();

    /** Counts from 0 to 4 and again, in two steps each; begins once. */
    public static final class Counter implements Component {
        /** What it remembers: no word in it says that it can be serialized. */
        public record At(int number, Optional<List<String>> notes) {}

        @Override
        public void run(Events events) throws Exception {
            events.perform("begin");
            events.loop(new At(0, Optional.of(List.of("note"))), at -> {
                events.perform("tick", at.number());
                events.perform("tock", at.number());
                return new At((at.number() + 1) % 5, at.notes());
            });
        }
    }

    /** Remembers nothing in a loop's value, but in its place in the code, and in a loop inside of a loop. */
    public static final class Nested implements Component {
        @Override
        public void run(Events events) throws Exception {
            events.loop("outer", outer -> {
                events.perform("tick", 0);
                events.loop(1, i -> {
                    events.perform("tick", i);
                    return i == 4 ? null : i + 1;
                });
                events.perform("tock", 0);
                return outer;
            });
        }
    }

    /** A loop over a value that has an equality and cannot be written. */
    public static final class Unwritable implements Component {
        @Override
        public void run(Events events) throws Exception {
            events.loop(new Plain(), same -> {
                events.perform("tick", 0);
                return same;
            });
        }

        private static final class Plain {
            @Override
            public boolean equals(Object other) {
                return other instanceof Plain;
            }

            @Override
            public int hashCode() {
                return 1;
            }
        }
    }

    private String spec(Class<?> type, String rest) {
        return """
                define: |
                  channel begin
                  channel tick, tock, echo : {0..4}
                  MIRROR = tick?x -> echo.x -> MIRROR
                network:
                  - {java: '%s', name: code}
                  - {process: MIRROR, name: mirror}
                run: {policy: random, record: '%s'}
                %s
                """.formatted(type.getName(), log(), rest);
    }

    private Path log() {
        return folder.resolve("run.jsonl");
    }

    private List<String> command(String spec, String... options) throws Exception {
        Path file = folder.resolve("net.yaml");
        Files.writeString(file, spec);
        var words = new ArrayList<>(List.of("run", file.toString(), "--classpath", "target/test-classes"));
        words.addAll(List.of(options));
        return words;
    }

    private int here(String spec, String... options) throws Exception {
        err.reset();
        var surroundings = new Surroundings(InputStream.nullInputStream(), new PrintStream(new ByteArrayOutputStream()),
                new PrintStream(err, false, StandardCharsets.UTF_8), StandardCharsets.UTF_8, Map.of(), false, false, interruption);
        return new Main(surroundings, FrontEnd.SPECIFICATIONS, Decider.Factory.EXPLORER).run(command(spec, options).toArray(String[]::new)).number();
    }

    /** {@return the exit code of a run in a JVM of its own, interrupted once it has logged so many lines} */
    private int inAnotherJvm(int lines, String spec, String... options) throws Exception {
        var words = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                "-cp", System.getProperty("java.class.path"), Main.class.getName()));
        words.addAll(command(spec, options));
        Process process = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(folder.resolve("child").toFile()).start();
        while (process.isAlive() && (!Files.exists(log()) || Files.readAllLines(log()).size() < lines)) {
            Thread.sleep(5);
        }
        assertEquals(0, new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor(), () -> read("child"));
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        return process.exitValue();
    }

    private List<String> events() throws Exception {
        return Files.readAllLines(log()).stream().map(line -> line.replaceAll(".*\"event\":\"(.*)\"}", "$1")).toList();
    }

    private void interruptAfter(int lines) {
        Thread.ofPlatform().daemon().start(() -> {
            try {
                while (!Files.exists(log()) || Files.readAllLines(log()).size() < lines) {
                    Thread.sleep(5);
                }
                interruption.request();
            } catch (Exception over) {
                throw new IllegalStateException(over);
            }
        });
    }

    @Test
    void java_and_cspm_processes_go_on_in_another_jvm_as_if_nothing_had_happened() throws Exception {
        String saved = folder.resolve("run.saved").toString();
        String spec = spec(Counter.class, "");
        assertEquals(130, inAnotherJvm(10, spec, "--save", saved, "--seed", "1", "--timeout", "20s"), () -> read("child"));
        int before = events().size();
        assertTrue(before > 2 && read("run.saved").contains("code "), () -> read("run.saved"));
        interruptAfter(before + 40);
        assertEquals(130, here(spec, "--resume", saved, "--seed", "2"), err::toString);
        requireCounting(before + 40, List.of("begin"), 5);
    }

    private String read(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (java.io.IOException e) {
            return e.toString();
        }
    }

    /** All ticks count up, and so do the echoes and the tocks, across the seam. */
    private void requireCounting(int least, List<String> first, int modulus) throws Exception {
        List<String> all = events();
        assertTrue(all.size() >= least, () -> all.size() + " events");
        assertEquals(first, all.subList(0, first.size()));
        for (String channel : List.of("tick", "tock", "echo")) {
            List<String> some = all.stream().filter(event -> event.startsWith(channel + ".")).toList();
            for (int i = 0; i < some.size(); i++) {
                assertEquals(channel + "." + i % modulus, some.get(i));
            }
        }
        assertEquals(1, all.stream().filter("begin"::equals).count());
    }

    @Test
    void a_place_inside_of_two_loops_is_found_again() throws Exception {
        String saved = folder.resolve("run.saved").toString();
        String spec = spec(Nested.class, "");
        int seen = 0;
        for (int i = 0; i < 4; i++) {
            String[] options = i == 0 ? new String[] {"--save", saved, "--timeout", "20s"} : new String[] {"--save", saved, "--resume", saved, "--timeout", "20s"};
            interruption = new Interruption();
            interruptAfter(seen + 5);
            assertEquals(130, here(spec, options), err::toString);
            assertTrue(events().size() > seen);
            seen = events().size();
        }
        List<String> all = events().stream().filter(event -> !event.startsWith("echo")).toList();
        for (int i = 0; i < all.size(); i++) {
            assertEquals(i % 6 == 5 ? "tock.0" : "tick." + i % 6, all.get(i));
        }
    }

    @Test
    void a_value_that_cannot_be_written_is_named() throws Exception {
        String saved = folder.resolve("run.saved").toString();
        assertEquals(2, here(spec(Unwritable.class, ""), "--save", saved, "--timeout", "60ms"));
        assertTrue(err.toString().contains("CSP0736") && err.toString().contains("the state of code cannot be saved"), err::toString);
        assertTrue(Files.notExists(Path.of(saved)));
    }
}
