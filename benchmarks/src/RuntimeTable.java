import static org.cspcheck.runtime.library.Csp.placedPar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;
import java.util.stream.IntStream;
import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.value.Symbol;
import org.cspcheck.runtime.Behaviour;
import org.cspcheck.runtime.Scheduler;
import org.cspcheck.runtime.Settings;
import org.cspcheck.runtime.channel.Channel;
import org.cspcheck.runtime.term.TermNetwork;

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
            case "ping-pong" -> row("ping-pong, a communication", () -> Communication.pingPong(100_000), () -> pingPong(50_000));
            case "comms-time" -> row("CommsTime, a loop of 4 communications", () -> Communication.commsTime(50_000), () -> commsTime(20_000));
            case "ring" -> row("ring of " + n + ", a communication", () -> Communication.ring(n, 500_000), () -> ring(n, 200_000));
            case "terms" -> row("ring of " + n + " CSPm terms, a communication", () -> terms(n), () -> ring(n, 200_000));
            case "spawn" -> row("spawn and join of " + n + ", a process", () -> Communication.spawn(n), () -> spawn(n));
            case "sleepers" -> row(n + " sleepers in simulated time: spawn, sleep, wake, end", () -> Communication.sleepers(n), null);
            case "alt" -> {
                row("ALT, " + n + " channels, one active: registered", () -> Communication.alternative(n, true, 50_000), null);
                row("ALT, " + n + " channels, one active: transputer", () -> Communication.alternative(n, false, 50_000), null);
                row("ALT, " + n + " channels, all active: registered", () -> Communication.alternativeAllActive(n, true, 50_000), null);
                row("ALT, " + n + " channels, all active: transputer", () -> Communication.alternativeAllActive(n, false, 50_000), null);
            }
            case "bytes" -> bytes(n);
            case "bytes-terms" -> bytesOfTerms(n);
            case "processors" -> {
                processors("two CommsTime side by side, a loop of both", () -> independent(1), () -> independent(2));
                processors("two processes that answer each other at each step", () -> coupled(1), () -> coupled(2));
                processors("one way through a link of 1,024, a value", () -> oneWay(1), () -> oneWay(2));
            }
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    // ---- measuring

    private static void row(String name, Bench ours, Bench threads) throws Exception {
        double[][] ns = samples(ours, threads);
        System.out.printf(threads == null ? "| %s | %.0f | | |%n" : "| %s | %.0f | %.0f | %.1f |%n", name, ns[0][SAMPLES / 2], ns[1][SAMPLES / 2],
                ns[1][SAMPLES / 2] / ns[0][SAMPLES / 2]);
    }

    private static void processors(String name, Bench one, Bench two) throws Exception {
        double[][] ns = samples(one, two);
        System.out.printf("| %s | one processor %.0f | two %.0f | %.2f |%n", name, ns[0][SAMPLES / 2], ns[1][SAMPLES / 2],
                ns[0][SAMPLES / 2] / ns[1][SAMPLES / 2]);
    }

    /** {@return sorted nanoseconds an operation, of each} They take turns, so what else the machine does meets both. */
    private static double[][] samples(Bench one, Bench other) throws Exception {
        double[][] ns = new double[2][SAMPLES];
        for (int i = -1; i < SAMPLES; i++) {
            long time = i < 0 ? WARM_UP : SAMPLE;
            double first = sample(one, time);
            double second = other == null ? 0 : sample(other, time);
            if (i >= 0) {
                ns[0][i] = first;
                ns[1][i] = second;
            }
        }
        Arrays.sort(ns[0]);
        Arrays.sort(ns[1]);
        return ns;
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
            for (long lap = 0; lap < laps; lap++) {
                queues.get(1).put(lap);
                queues.get(0).take();
            }
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

    // ---- terms

    private static long terms(int cells) {
        var network = ringOfTerms(cells);
        var scheduler = new Scheduler(Settings.production());
        scheduler.start("ring", network);
        var counted = new long[1];
        Thread stopper = Thread.ofPlatform().start(() -> {
            try {
                Thread.sleep(SAMPLE / 2_000_000);
                scheduler.post(() -> counted[0] = network.steps());
                scheduler.stop();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        scheduler.run();
        try {
            stopper.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return counted[0];
    }

    private static TermNetwork ringOfTerms(int cells) {
        var alphabet = new Alphabet();
        int[] hop = IntStream.range(0, cells).map(i -> alphabet.number(Symbol.channel("c" + i).bare())).toArray();
        var processes = new ArrayList<Process>();
        var alphabets = new ArrayList<EventSet>();
        for (int i = 0; i < cells; i++) {
            int out = hop[(i + 1) % cells];
            Process cell = Terms.cell(i, hop[i], out);
            processes.add(i == 0 ? Process.prefix(out, cell) : cell);
            alphabets.add(EventSet.of(hop[i], out));
        }
        return new TermNetwork(new FiringRules(), alphabet, new Process.AlphabetisedParallel(processes, alphabets), List.of(), java.util.Optional.empty());
    }

    // ---- memory

    private static void bytes(int n) throws Exception {
        var ours = new long[2];
        var threads = new long[2];
        for (int round = 0; round < 2; round++) {
            ours = Communication.bytes(n);
        }
        for (int round = 0; round < 2; round++) {
            threads = bytesOfThreads(n);
        }
        System.out.printf("| bytes of a process that waits to read | %d | %d | %.1f |%n", ours[1], threads[1], threads[1] / (double) ours[1]);
        System.out.printf("| bytes of a channel | %d | %d | %.1f |%n", ours[0], threads[0], threads[0] / (double) ours[0]);
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

    /** While a ring of terms runs as tables, against before its terms were made: terms, events and tables included. */
    private static void bytesOfTerms(int n) throws Exception {
        long before = Communication.used();
        var network = ringOfTerms(n);
        var scheduler = new Scheduler(Settings.production());
        scheduler.start("ring", network);
        long[] running = new long[1];
        Thread.ofPlatform().start(() -> {
            try {
                Thread.sleep(1500);
                scheduler.post(() -> running[0] = Communication.used());
                scheduler.stop();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        scheduler.run();
        System.out.printf("| bytes of a CSPm process in a ring of %d, terms, events and tables included | %d | | |%n", n, (running[0] - before) / n);
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
