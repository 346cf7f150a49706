package org.cspcheck.runtime;

import static org.cspcheck.runtime.library.Csp.giveWay;
import static org.cspcheck.runtime.library.Csp.loop;
import static org.cspcheck.runtime.library.Csp.now;
import static org.cspcheck.runtime.library.Csp.par;
import static org.cspcheck.runtime.library.Csp.process;
import static org.cspcheck.runtime.library.Csp.sleep;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.cspcheck.runtime.channel.Alternative;
import org.cspcheck.runtime.channel.Channel;
import org.cspcheck.runtime.library.Barrier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SaveTest {
    /** A record that does not say that it can be serialized. */
    record Sum(int count, Optional<List<Integer>> recent) {}

    private final List<String> events = new ArrayList<>();

    /** Runs until so many events have happened and is saved then, and goes on where it was saved if there is such a place. */
    private Optional<Saved> run(Behaviour net, Optional<Saved> from, int saveAfter) {
        var settings = Settings.simulated(Oracle.first());
        var saved = new ArrayList<CompletableFuture<Saved>>();
        var scheduler = new Scheduler[1];
        Settings noting = settings.with((now, process, channel, value) -> {
            events.add(channel + "." + value);
            if (events.size() == saveAfter) {
                saved.add(scheduler[0].save());
            }
        });
        scheduler[0] = from.map(place -> new Scheduler(noting, place)).orElseGet(() -> new Scheduler(noting));
        scheduler[0].start("net", net);
        scheduler[0].run();
        return saved.stream().map(CompletableFuture::join).map(SaveTest::written).findFirst();
    }

    private static Saved written(Saved saved) {
        try {
            var bytes = new ByteArrayOutputStream();
            saved.write(bytes);
            return Saved.read(new ByteArrayInputStream(bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A source, a worker with two communications a round, a sink that ends after the last of n. */
    private static Behaviour pipeline(int n) {
        return () -> {
            Channel<Integer> in = Channel.oneToOne("in");
            Channel<Integer> buffer = Channel.buffered("buffer", 3);
            par(
                    process("source", () -> loop(0, i -> {
                        in.out().write(i);
                        return i + 1 < n ? i + 1 : null;
                    })),
                    process("worker", () -> loop(new Sum(0, Optional.empty()), sum -> {
                        int x = in.in().read();
                        buffer.out().write(x + sum.count());
                        return x + 1 < n ? new Sum(sum.count() + x, Optional.of(List.of(x))) : null;
                    })),
                    process("sink", () -> loop(0, i -> {
                        sleep(Duration.ofMillis(7));
                        buffer.in().read();
                        return i + 1 < n ? i + 1 : null;
                    })));
        };
    }

    private static List<String> only(List<String> events, String channel) {
        return events.stream().filter(event -> event.startsWith(channel)).toList();
    }

    @Test
    void a_network_that_was_saved_anywhere_goes_on_as_if_nothing_had_happened() {
        run(pipeline(12), Optional.empty(), -1);
        List<String> whole = List.copyOf(events);
        assertEquals(36, whole.size());
        for (int first = 1; first < 34; first++) {
            events.clear();
            Optional<Saved> saved = run(pipeline(12), Optional.empty(), first);
            assertTrue(events.size() < 36 && saved.isPresent());
            saved = run(pipeline(12), saved, events.size() + 1);
            if (saved.isPresent()) {
                run(pipeline(12), saved, -1);
            }
            for (String channel : List.of("in", "buffer.put", "buffer.take")) {
                assertEquals(only(whole, channel), only(events, channel), "saved after " + first);
            }
        }
    }

    @Test
    void a_timer_goes_on_with_what_was_left_of_it() {
        var woken = new ArrayList<Long>();
        Behaviour net = () -> par(
                process("sleeper", () -> loop(0, i -> {
                    sleep(Duration.ofMillis(10));
                    woken.add(now());
                    return i < 2 ? i + 1 : null;
                })),
                process("timeout", () -> loop(0, i -> {
                    Channel<Integer> never = Channel.oneToOne("never");
                    Alternative.fair().in(never.in(), null).after(Duration.ofMillis(12), () -> woken.add(now())).select();
                    return null;
                })),
                process("saver", () -> loop(0, i -> {
                    sleep(Duration.ofMillis(4));
                    Scheduler.current().happened("now", null);
                    return i == 0 ? 1 : null;
                })));
        Optional<Saved> saved = run(net, Optional.empty(), 1);
        assertEquals(4_000_000, saved.orElseThrow().now());
        run(net, saved, -1);
        assertEquals(List.of(10_000_000L, 12_000_000L, 20_000_000L, 30_000_000L), woken);
    }

    @Test
    void branches_that_had_ended_do_not_begin_again_and_barriers_and_poison_are_as_they_were() {
        Behaviour net = () -> {
            var barrier = new Barrier("meet", 3);
            Channel<Integer> closed = Channel.oneToOne("closed");
            Channel<Integer> go = Channel.oneToOne("go");
            par(
                    process("once", () -> {
                        barrier.resign();
                        closed.in().poison();
                        Scheduler.current().happened("once", null);
                    }),
                    process("left", () -> loop("left", same -> {
                        barrier.sync();
                        go.out().write(1);
                        return null;
                    })),
                    process("right", () -> loop("right", same -> {
                        sleep(Duration.ofMillis(1));
                        barrier.sync();
                        go.in().read();
                        assertThrows(Poisoned.class, () -> closed.out().write(1));
                        Scheduler.current().happened("right", null);
                        return null;
                    })));
        };
        Optional<Saved> saved = run(net, Optional.empty(), 1);
        assertEquals(List.of("net", "net/left", "net/right"), saved.orElseThrow().places().keySet().stream().sorted().toList());
        run(net, saved, -1);
        assertEquals(List.of("once.null", "meet.null", "go.1", "right.null"), events);
    }

    @Test
    void what_cannot_be_saved_is_named_and_the_network_goes_on() {
        Behaviour stateful = () -> {
            Channel<Integer> c = Channel.oneToOne("c");
            par(
                    process("source", () -> loop(0, i -> {
                        c.out().write(i);
                        return i < 9 ? i + 1 : null;
                    })),
                    process("plain", () -> {
                        while (true) {
                            c.in().read();
                        }
                    }));
        };
        assertEquals("the networks cannot be saved: net/plain did not come to the head of its loop; it waits to read c", refusal(stateful));
        assertEquals(10, events.size());
        events.clear();
        Behaviour object = () -> par(process("odd", () -> loop(new Object() {
            @Override
            public String toString() {
                return "odd";
            }
        }, same -> {
            Scheduler.current().happened("step", null);
            giveWay();
            return events.size() < 5 ? same : null;
        })));
        assertTrue(refusal(object).startsWith("the networks cannot be saved: the value of net/odd, odd, is neither a record nor Serializable"));
        assertEquals(5, events.size());
    }

    private String refusal(Behaviour net) {
        var refused = assertThrows(CompletionException.class, () -> run(net, Optional.empty(), 2));
        return assertInstanceOf(IOException.class, refused.getCause()).getMessage();
    }

    /** The other JVM: {@code java SaveTest$Child FILE}. */
    static final class Child {
        public static void main(String[] args) throws IOException {
            var test = new SaveTest();
            Saved saved = test.run(pipeline(40), Optional.empty(), 50).orElseThrow();
            try (var out = Files.newOutputStream(Path.of(args[0]))) {
                saved.write(out);
            }
            System.out.println(String.join(" ", test.events));
        }
    }

    @Test
    void a_network_goes_on_in_another_jvm(@TempDir Path folder) throws Exception {
        run(pipeline(40), Optional.empty(), -1);
        List<String> whole = List.copyOf(events);
        Path out = folder.resolve("out");
        Process child = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                "-cp", System.getProperty("java.class.path"), Child.class.getName(), folder.resolve("saved").toString())
                .redirectErrorStream(true).redirectOutput(out.toFile()).start();
        assertTrue(child.waitFor(30, TimeUnit.SECONDS));
        assertEquals(0, child.exitValue(), () -> text(out));
        events.clear();
        events.addAll(List.of(text(out).strip().split(" ")));
        assertTrue(events.size() < 60, events::toString);
        try (var in = Files.newInputStream(folder.resolve("saved"))) {
            run(pipeline(40), Optional.of(Saved.read(in)), -1);
        }
        assertEquals(120, events.size());
        assertEquals(IntStream.range(0, 40).mapToObj(i -> "in." + i).toList(), only(events, "in."));
        assertEquals(only(whole, "buffer.take"), only(events, "buffer.take"));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
