import static org.cspcheck.runtime.library.Csp.placedPar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;
import java.util.stream.IntStream;
import org.cspcheck.runtime.Behaviour;
import org.cspcheck.runtime.Clock;
import org.cspcheck.runtime.Scheduler;
import org.cspcheck.runtime.Settings;
import org.cspcheck.runtime.channel.Channel;
import org.cspcheck.runtime.library.Csp;

/** java RuntimeTable ROW [N]: one row of the table of {@code benchmarks/runtime}, the runtime and virtual threads in turns. */
final class RuntimeTable {
    private static final int SAMPLES = 5;
    private static final long WARM_UP = 600_000_000L;
    private static final long SAMPLE = 250_000_000L;

    private RuntimeTable() {}

    /** {@return how many operations were done} */
    private interface Bench {
        long run() throws Exception;
    }

    public static void main(String[] args) throws Exception {
        int n = args.length > 1 ? Integer.parseInt(args[1]) : 0;
        Communication.settings = Settings.production();
        switch (args[0]) {
            case "ping-pong" -> row("ping-pong, a communication",
                    sampled(() -> Communication.pingPong(100_000)), sampled(() -> Bare.pingPong(100_000)), sampled(() -> pingPong(50_000)));
            case "comms-time" -> row("CommsTime, a loop of 4 communications",
                    sampled(() -> Communication.commsTime(50_000)), sampled(() -> Bare.commsTime(50_000)), sampled(() -> commsTime(20_000)));
            case "ring" -> row("ring of " + number(n) + ", a communication", laps(() -> Communication.ring(n, Math.max(500_000, 5 * n))),
                    laps(() -> Bare.ring(n, Math.max(500_000, 5 * n))), laps(() -> ring(n, Math.max(200_000, 5 * n))));
            case "spawn" -> row("spawn and join of " + number(n) + ", a process",
                    sampled(() -> Communication.spawn(n)), sampled(() -> Bare.spawn(n)), sampled(() -> spawn(n)));
            case "terms" -> row("CSPm: ring of " + number(n) + ", a communication",
                    time -> TermNetworks.nanoseconds(TermNetworks.ring(n), time), null, laps(() -> ring(n, 200_000)));
            case "terms-comms" -> row("CSPm: CommsTime with " + number(n) + " numbers, a communication",
                    time -> TermNetworks.nanoseconds(TermNetworks.commsTime(n), time), null, time -> sample(() -> commsTime(20_000), time) / 4);
            case "sleepers" -> row(number(n) + " sleepers in simulated time: spawn, sleep, wake, end", sampled(() -> Communication.sleepers(n)), null, null);
            case "timers" -> timers(n);
            case "alt" -> {
                for (boolean all : new boolean[] {false, true}) {
                    for (boolean registered : new boolean[] {true, false}) {
                        int size = registered ? 500_000 : 100_000;
                        row("ALT, " + number(n) + " channels, " + (all ? "all active: " : "one active: ") + (registered ? "registered" : "transputer"),
                                sampled(() -> all ? Communication.alternativeAllActive(n, registered, size) : Communication.alternative(n, registered, size)),
                                null, null);
                    }
                }
            }
            case "bytes" -> bytes(n);
            case "bytes-terms" -> System.out.printf("| bytes of a CSPm process in a ring of %s, each another definition | %d | | | |%n", number(n),
                    TermNetworks.bytes(() -> TermNetworks.ring(n), n));
            case "bytes-renamed" -> System.out.printf("| bytes of a CSPm process in a ring of %s, one definition renamed | %d | | | |%n", number(n),
                    TermNetworks.bytes(() -> TermNetworks.ringOfOneDefinition(n), n));
            case "family" -> Families.row(args[2], n);
            case "processors" -> {
                processors("two CommsTime side by side, a loop of both", () -> independent(1), () -> independent(2));
                processors("two processes that answer each other at each step", () -> coupled(1), () -> coupled(2));
                processors("one way through a link of 1,024, a value", () -> oneWay(1), () -> oneWay(2));
            }
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    // ---- measuring

    /** Works for so long; {@return nanoseconds an operation} */
    private interface Sampler {
        double sample(long time) throws Exception;
    }

    private static Sampler sampled(Bench bench) {
        return time -> sample(bench, time);
    }

    /** Without making the ring, and without the first lap, which makes stacks. */
    private static Sampler laps(Bench ring) {
        return time -> {
            long start = System.nanoTime();
            long hops = 0;
            long nanos = 0;
            while (System.nanoTime() - start < time) {
                hops += ring.run();
                nanos += Communication.lastLap - Communication.firstLap;
            }
            return nanos / (double) hops;
        };
    }

    private static String number(int n) {
        return String.format("%,d", n);
    }

    /** The runtime, bare continuations, virtual threads; those that there are. */
    private static void row(String name, Sampler... benches) throws Exception {
        double[] ns = medians(benches);
        System.out.printf("| %s | %.1f | %s | %s | %s |%n", name, ns[0], figure("%.0f", benches[1], ns[1]), figure("%.0f", benches[2], ns[2]),
                figure("%.1f", benches[2], ns[2] / ns[0]));
    }

    private static String figure(String format, Sampler bench, double value) {
        return bench == null ? "" : String.format(format, value);
    }

    private static void processors(String name, Bench one, Bench two) throws Exception {
        double[] ns = medians(sampled(one), sampled(two));
        System.out.printf("| %s | one processor %.0f | two %.0f | | %.2f |%n", name, ns[0], ns[1], ns[0] / ns[1]);
    }

    /** {@return nanoseconds an operation, of each} They take turns, so what else the machine does meets all. */
    private static double[] medians(Sampler... benches) throws Exception {
        double[][] ns = new double[benches.length][SAMPLES];
        for (int i = -1; i < SAMPLES; i++) {
            for (int bench = 0; bench < benches.length; bench++) {
                double sample = benches[bench] == null ? 0 : benches[bench].sample(i < 0 ? WARM_UP : SAMPLE);
                if (i >= 0) {
                    ns[bench][i] = sample;
                }
            }
        }
        return Arrays.stream(ns).mapToDouble(samples -> Arrays.stream(samples).sorted().toArray()[SAMPLES / 2]).toArray();
    }

    /** Timers without processes: set, and fired one by one. */
    private static void timers(int n) {
        double[] set = new double[SAMPLES];
        double[] fire = new double[SAMPLES];
        for (int i = -2; i < SAMPLES; i++) {
            long[] times = new long[3];
            var scheduler = new Scheduler(Settings.production().clock(Clock::simulated));
            scheduler.start("timers", () -> {
                Scheduler here = Scheduler.current();
                Runnable nothing = () -> {};
                int random = 12345;
                times[0] = System.nanoTime();
                for (int k = 0; k < n; k++) {
                    random = random * 1103515245 + 12345;
                    here.timer(random >>> 1, "t", nothing);
                }
                times[1] = System.nanoTime();
                Csp.sleepUntil(1L << 32);
            });
            scheduler.run();
            times[2] = System.nanoTime();
            if (i >= 0) {
                set[i] = (times[1] - times[0]) / (double) n;
                fire[i] = (times[2] - times[1]) / (double) n;
            }
        }
        Arrays.sort(set);
        Arrays.sort(fire);
        System.out.printf("| %s timers: set, fire | %.0f + %.0f | | | |%n", number(n), set[SAMPLES / 2], fire[SAMPLES / 2]);
    }

    private static double sample(Bench bench, long time) throws Exception {
        long start = System.nanoTime();
        long count = 0;
        while (System.nanoTime() - start < time) {
            count += bench.run();
        }
        return (System.nanoTime() - start) / (double) count;
    }

    // ---- virtual threads and SynchronousQueue

    private interface Body {
        void run() throws InterruptedException;
    }

    private static Thread thread(Body body) {
        return Thread.ofVirtual().start(() -> {
            try {
                body.run();
            } catch (InterruptedException ended) {
                // the end of a process that runs for ever
            }
        });
    }

    private static void end(List<Thread> threads) throws InterruptedException {
        threads.forEach(Thread::interrupt);
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private static long pingPong(int size) throws Exception {
        var there = new SynchronousQueue<Long>();
        var back = new SynchronousQueue<Long>();
        Thread pong = thread(() -> {
            for (int i = 0; i < size; i++) {
                back.put(there.take());
            }
        });
        thread(() -> {
            Long ball = 1L;
            for (int i = 0; i < size; i++) {
                there.put(ball);
                back.take();
            }
        }).join();
        pong.join();
        return 2L * size;
    }

    private static long commsTime(int size) throws Exception {
        var a = new SynchronousQueue<Long>();
        var b = new SynchronousQueue<Long>();
        var c = new SynchronousQueue<Long>();
        var d = new SynchronousQueue<Long>();
        List<Thread> endless = List.of(
                thread(() -> {
                    a.put(0L);
                    while (true) {
                        a.put(c.take());
                    }
                }),
                thread(() -> {
                    while (true) {
                        Long x = a.take();
                        b.put(x);
                        d.put(x);
                    }
                }),
                thread(() -> {
                    while (true) {
                        c.put(b.take() + 1);
                    }
                }));
        thread(() -> {
            for (int i = 0; i < size; i++) {
                d.take();
            }
        }).join();
        end(endless);
        return size;
    }

    private static long ring(int n, int hops) throws Exception {
        List<SynchronousQueue<Long>> queues = IntStream.range(0, n).mapToObj(i -> new SynchronousQueue<Long>()).toList();
        var endless = new ArrayList<Thread>();
        for (int i = 1; i < n; i++) {
            SynchronousQueue<Long> in = queues.get(i);
            SynchronousQueue<Long> out = queues.get((i + 1) % n);
            endless.add(thread(() -> {
                while (true) {
                    out.put(in.take());
                }
            }));
        }
        int laps = Math.max(1, hops / n);
        thread(() -> {
            for (long lap = 0; lap <= laps; lap++) {
                Communication.firstLap = lap <= 1 ? System.nanoTime() : Communication.firstLap;
                queues.get(1).put(lap);
                queues.get(0).take();
            }
            Communication.lastLap = System.nanoTime();
        }).join();
        end(endless);
        return (long) laps * n;
    }

    private static long spawn(int n) throws Exception {
        var done = new CountDownLatch(n);
        for (int i = 0; i < n; i++) {
            Thread.ofVirtual().start(done::countDown);
        }
        done.await();
        return n;
    }

    // ---- memory

    private static void bytes(int n) throws Exception {
        var ours = new long[2];
        var threads = new long[2];
        for (int round = 0; round < 4; round++) { // from the third on the frames are those of compiled code
            ours = Communication.bytes(n);
        }
        for (int round = 0; round < 2; round++) {
            threads = bytesOfThreads(n);
        }
        System.out.printf("| bytes of a process that waits to read | %d | | %d | %.1f |%n", ours[1], threads[1], threads[1] / (double) ours[1]);
        System.out.printf("| bytes of a channel | %d | | %d | %.1f |%n", ours[0], threads[0], threads[0] / (double) ours[0]);
    }

    private static long[] bytesOfThreads(int n) throws Exception {
        long before = Communication.used();
        List<SynchronousQueue<Long>> queues = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            queues.add(new SynchronousQueue<>());
        }
        long made = Communication.used();
        var waiting = new ArrayList<Thread>();
        for (SynchronousQueue<Long> queue : queues) {
            waiting.add(thread(queue::take));
        }
        for (Thread thread : waiting) {
            while (thread.getState() != Thread.State.WAITING) {
                Thread.sleep(1);
            }
        }
        long[] bytes = {(made - before) / n, (Communication.used() - made) / n};
        end(waiting);
        return bytes;
    }

    // ---- processors

    private static void run(int processors, Behaviour net) {
        Scheduler.run(Settings.production().processors(processors), "bench", net);
    }

    private static long independent(int processors) {
        Behaviour network = () -> Communication.commsTimeNetwork(200_000);
        run(processors, () -> placedPar(network, network));
        return 200_000;
    }

    private static long coupled(int processors) {
        int size = 20_000;
        run(processors, () -> {
            Channel<Integer> there = Channel.link("there", 2);
            Channel<Integer> back = Channel.link("back", 2);
            placedPar(
                    () -> {
                        for (int i = 0; i < size; i++) {
                            there.out().write(i);
                            back.in().read();
                        }
                    },
                    () -> {
                        for (int i = 0; i < size; i++) {
                            back.out().write(there.in().read());
                        }
                    });
        });
        return size;
    }

    private static long oneWay(int processors) {
        int size = 1_000_000;
        run(processors, () -> {
            Channel<Integer> values = Channel.link("values", 1024);
            placedPar(
                    () -> {
                        for (int i = 0; i < size; i++) {
                            values.out().write(i);
                        }
                    },
                    () -> {
                        for (int i = 0; i < size; i++) {
                            values.in().read();
                        }
                    });
        });
        return size;
    }
}
