import static org.cspcheck.runtime.library.Csp.par;
import static org.cspcheck.runtime.library.Csp.sleep;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.cspcheck.runtime.Behaviour;
import org.cspcheck.runtime.Clock;
import org.cspcheck.runtime.Oracle;
import org.cspcheck.runtime.Recording;
import org.cspcheck.runtime.Scheduler;
import org.cspcheck.runtime.Settings;
import org.cspcheck.runtime.carrier.Carrier;
import org.cspcheck.runtime.channel.Alternative;
import org.cspcheck.runtime.channel.Channel;

/** java Communication CARRIER BENCH [N]: what communication costs; see README.md. */
public final class Communication {
    private static final int SAMPLES = 5;

    private Communication() {}

    /** {@return how many operations were done} */
    private interface Bench {
        long run(long size) throws Exception;
    }

    static Settings settings = Settings.production();
    /** When the token of the last ring had come round once, and when it came for the last time. */
    static long firstLap;
    static long lastLap;

    public static void main(String[] args) throws Exception {
        Supplier<Carrier> carrier = switch (args[0]) {
            case "continuations" -> Carrier::continuations;
            case "own-executor" -> Carrier::ownExecutor;
            default -> Carrier::baton;
        };
        Oracle oracle = Boolean.getBoolean("recorded") ? new Recording(Oracle.first()) : Oracle.first();
        settings = Settings.production().carrier(carrier).with(oracle);
        int n = args.length > 2 ? Integer.parseInt(args[2]) : 0;
        String name = String.join(" ", args);
        switch (args[1]) {
            case "ping-pong" -> measure(name, "ns/communication", 200_000, Communication::pingPong);
            case "comms-time" -> measure(name, "ns/loop", 100_000, Communication::commsTime);
            case "ring" -> measure(name, "ns/hop", Math.max(500_000, 2 * n), size -> ring(n, size));
            case "alt-transputer" -> measure(name, "ns/select", 100_000, size -> alternative(n, false, size));
            case "alt-registered" -> measure(name, "ns/select", 100_000, size -> alternative(n, true, size));
            case "spawn" -> measure(name, "ns/process", n, Communication::spawn);
            case "sleepers" -> measure(name, "ns/sleeper", n, Communication::sleepers);
            case "memory" -> memory(name, n);
            default -> throw new IllegalArgumentException(args[1]);
        }
    }

    private static void measure(String name, String unit, long size, Bench bench) throws Exception {
        double[] wall = new double[SAMPLES];
        double[] cpu = new double[SAMPLES];
        for (int i = -SAMPLES; i < SAMPLES; i++) {
            long cpuBefore = cpu();
            long before = System.nanoTime();
            long count = 0;
            while (cpu() - cpuBefore < 300_000_000L) {
                count += bench.run(size);
            }
            if (i >= 0) {
                wall[i] = (System.nanoTime() - before) / (double) count;
                cpu[i] = (cpu() - cpuBefore) / (double) count;
            }
        }
        Arrays.sort(wall);
        Arrays.sort(cpu);
        System.out.printf("RESULT %s: median %.0f, least %.0f, most %.0f %s on the wall; median %.0f, least %.0f of processor time%n",
                name, wall[SAMPLES / 2], wall[0], wall[SAMPLES - 1], unit, cpu[SAMPLES / 2], cpu[0]);
    }

    private static long cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
    }

    private static void run(Behaviour main) {
        Scheduler.run(settings, "bench", main);
    }

    static long pingPong(long size) {
        run(() -> {
            Channel<Long> there = Channel.oneToOne("there");
            Channel<Long> back = Channel.oneToOne("back");
            par(
                    () -> {
                        for (long i = 0; i < size; i++) {
                            back.out().write(there.in().read());
                        }
                    },
                    () -> {
                        Long ball = 1L;
                        for (long i = 0; i < size; i++) {
                            there.out().write(ball);
                            back.in().read();
                        }
                    });
        });
        return 2 * size;
    }

    static long commsTime(long size) {
        run(() -> commsTimeNetwork(size));
        return size;
    }

    static void commsTimeNetwork(long size) {
        Channel<Long> a = Channel.oneToOne("a");
        Channel<Long> b = Channel.oneToOne("b");
        Channel<Long> c = Channel.oneToOne("c");
        Channel<Long> d = Channel.oneToOne("d");
        par(
                () -> {
                    a.out().write(0L);
                    while (true) {
                        a.out().write(c.in().read());
                    }
                },
                () -> {
                    while (true) {
                        Long x = a.in().read();
                        b.out().write(x);
                        d.out().write(x);
                    }
                },
                () -> {
                    while (true) {
                        c.out().write(b.in().read() + 1);
                    }
                },
                () -> {
                    for (long i = 0; i < size; i++) {
                        d.in().read();
                    }
                    List.of(a, b, c, d).forEach(channel -> channel.in().poison());
                });
    }

    static long ring(int n, long hops) {
        run(() -> {
            List<Channel<Long>> channels = IntStream.range(0, n).mapToObj(i -> Channel.<Long>oneToOne("c")).toList();
            var processes = new ArrayList<Behaviour>();
            for (int i = 1; i < n; i++) {
                Channel<Long> in = channels.get(i);
                Channel<Long> out = channels.get((i + 1) % n);
                processes.add(() -> {
                    while (true) {
                        out.out().write(in.in().read());
                    }
                });
            }
            processes.add(() -> {
                for (long lap = 0; lap <= hops / n; lap++) {
                    firstLap = lap <= 1 ? System.nanoTime() : firstLap;
                    channels.get(1).out().write(lap);
                    channels.get(0).in().read();
                }
                lastLap = System.nanoTime();
                channels.forEach(channel -> channel.in().poison());
            });
            par(processes);
        });
        return hops / n * n;
    }

    static long alternative(int n, boolean registered, long size) {
        run(() -> {
            List<Channel<Long>> channels = IntStream.range(0, n).mapToObj(i -> Channel.<Long>oneToOne("c")).toList();
            par(
                    () -> {
                        int random = 12345;
                        while (true) {
                            random = random * 1103515245 + 12345;
                            channels.get((random >>> 16) % n).out().write(1L);
                        }
                    },
                    () -> select(channels, registered, size));
        });
        return size;
    }

    /** Every channel has a writer that always wants to write. */
    static long alternativeAllActive(int n, boolean registered, long size) {
        run(() -> {
            List<Channel<Long>> channels = IntStream.range(0, n).mapToObj(i -> Channel.<Long>oneToOne("c")).toList();
            var processes = new ArrayList<Behaviour>();
            for (Channel<Long> channel : channels) {
                processes.add(() -> {
                    while (true) {
                        channel.out().write(1L);
                    }
                });
            }
            processes.add(() -> select(channels, registered, size));
            par(processes);
        });
        return size;
    }

    private static void select(List<Channel<Long>> channels, boolean registered, long size) {
        Alternative.Builder builder = Alternative.fair();
        channels.forEach(channel -> builder.on(channel.in().guard(), null));
        Alternative alternative = registered ? builder.registered() : builder.transputer();
        for (long i = 0; i < size; i++) {
            alternative.select();
        }
        alternative.close();
        channels.forEach(channel -> channel.in().poison());
    }

    static long spawn(long size) {
        Behaviour nothing = () -> {};
        run(() -> par(Collections.nCopies((int) size, nothing)));
        return size;
    }

    static long sleepers(long size) {
        Scheduler.run(settings.clock(Clock::simulated), "bench", () -> {
            var processes = new ArrayList<Behaviour>();
            int random = 12345;
            for (long i = 0; i < size; i++) {
                random = random * 1103515245 + 12345;
                Duration time = Duration.ofNanos(random >>> 1);
                processes.add(() -> sleep(time));
            }
            par(processes);
        });
        return size;
    }

    private static void memory(String name, int n) {
        for (int round = 0; round < 3; round++) {
            long[] bytes = bytes(n);
            System.out.printf("RESULT %s: %d bytes a channel, %d bytes a waiting process%n", name, bytes[0], bytes[1]);
        }
    }

    /** {@return heap bytes of a channel, and of a process that waits to read from it} */
    static long[] bytes(int n) {
        long[] bytes = new long[2];
        long before = used();
        run(() -> {
            var channels = new ArrayList<Channel<Long>>();
            var processes = new ArrayList<Behaviour>();
            for (int i = 0; i < n; i++) {
                channels.add(Channel.oneToOne("c"));
            }
            long made = used();
            for (Channel<Long> channel : channels) {
                processes.add(() -> channel.in().read());
            }
            processes.add(() -> {
                bytes[0] = (made - before) / n;
                bytes[1] = (used() - made) / n;
                channels.forEach(channel -> channel.out().poison());
            });
            par(processes);
        });
        return bytes;
    }

    static long used() {
        System.gc();
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
