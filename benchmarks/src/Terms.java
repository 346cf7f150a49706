import java.util.List;
import java.util.concurrent.SynchronousQueue;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.value.Symbol;
import org.cspcheck.runtime.Oracle;
import org.cspcheck.runtime.Scheduler;
import org.cspcheck.runtime.Settings;
import org.cspcheck.runtime.channel.Channel;
import org.cspcheck.runtime.library.Csp;
import org.cspcheck.runtime.term.TermNetwork;

/** A ring of processes around which one token goes: as CSPm terms (tables, processes on stacks), as Java processes, as virtual threads. */
final class Terms {
    private static final int SAMPLES = 5;

    public static void main(String[] arguments) throws Exception {
        int cells = Integer.parseInt(arguments[0]);
        int millis = Integer.parseInt(arguments[1]);
        for (int sample = 0; sample < SAMPLES; sample++) {
            System.out.printf(
                    "%d cells, ns a communication: tables %.1f, terms on stacks %.1f, Java processes %.1f, virtual threads %.1f%n",
                    cells, terms(cells, millis, Oracle.first()), terms(cells, millis, point -> 0), java(cells, millis), threads(cells, millis));
        }
    }

    /** For so long; {@return nanoseconds for each event} Events are counted by a twentieth party that every lap passes. */
    private static double terms(int cells, int millis, Oracle oracle) {
        var alphabet = new Alphabet();
        int[] hop = new int[cells];
        for (int i = 0; i < cells; i++) {
            hop[i] = alphabet.number(Symbol.channel("c" + i).bare());
        }
        var processes = new java.util.ArrayList<Process>();
        var alphabets = new java.util.ArrayList<EventSet>();
        for (int i = 0; i < cells; i++) {
            int in = hop[i];
            int out = hop[(i + 1) % cells];
            Process cell = cell(i, in, out);
            processes.add(i == 0 ? Process.prefix(out, cell) : cell);
            alphabets.add(EventSet.of(in, out));
        }
        var rules = new FiringRules();
        long[] turns = new long[2];
        var scheduler = new Scheduler(Settings.production().with(oracle));
        var network = new TermNetwork(rules, alphabet, new Process.AlphabetisedParallel(processes, alphabets), List.of(), java.util.Optional.empty());
        scheduler.start("ring", network);
        Thread.ofPlatform().daemon().start(() -> {
            try {
                Thread.sleep(millis / 2);
                scheduler.post(() -> { turns[0] = network.steps(); turns[1] = System.nanoTime(); });
                Thread.sleep(millis / 2);
                scheduler.post(() -> { turns[0] = network.steps() - turns[0]; turns[1] = System.nanoTime() - turns[1]; });
                scheduler.stop();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        scheduler.run();
        return (double) turns[1] / turns[0];
    }

    static Process cell(int i, int in, int out) {
        return new Process.Call(new Process.Body() {
            @Override
            public String name() {
                return "C" + i;
            }

            @Override
            public Process unfold() {
                return Process.prefix(in, Process.prefix(out, cell(i, in, out)));
            }

            @Override
            public boolean equals(Object other) {
                return other instanceof Process.Body body && body.name().equals(name());
            }

            @Override
            public int hashCode() {
                return i;
            }
        });
    }

    private static double java(int cells, int millis) {
        long[] hops = new long[2];
        Scheduler.run(Settings.production(), "ring", () -> {
            var channels = new java.util.ArrayList<Channel<Integer>>();
            for (int i = 0; i < cells; i++) {
                channels.add(Channel.oneToOne("c" + i));
            }
            var processes = new java.util.ArrayList<org.cspcheck.runtime.Behaviour>();
            long start = System.nanoTime();
            for (int i = 0; i < cells; i++) {
                var in = channels.get(i).in();
                var out = channels.get((i + 1) % cells).out();
                boolean first = i == 0;
                processes.add(() -> {
                    if (first) {
                        out.write(0);
                    }
                    while (true) {
                        Integer token = in.read();
                        if (first) {
                            hops[0] += cells;
                            hops[1] = System.nanoTime() - start;
                            if (hops[1] > millis * 1_000_000L) {
                                channels.forEach(channel -> channel.out().poison());
                            }
                        }
                        out.write(token);
                    }
                });
            }
            Csp.par(processes);
        });
        return (double) hops[1] / hops[0];
    }

    private static double threads(int cells, int millis) throws Exception {
        var queues = new java.util.ArrayList<SynchronousQueue<Integer>>();
        for (int i = 0; i < cells; i++) {
            queues.add(new SynchronousQueue<>());
        }
        long[] hops = new long[2];
        long start = System.nanoTime();
        var all = new java.util.ArrayList<Thread>();
        for (int i = 0; i < cells; i++) {
            var in = queues.get(i);
            var out = queues.get((i + 1) % cells);
            boolean first = i == 0;
            all.add(Thread.ofVirtual().start(() -> {
                try {
                    if (first) {
                        out.put(0);
                    }
                    while (true) {
                        Integer token = in.take();
                        if (first) {
                            hops[0] += cells;
                            hops[1] = System.nanoTime() - start;
                            if (hops[1] > millis * 1_000_000L) {
                                return;
                            }
                        }
                        out.put(token);
                    }
                } catch (InterruptedException over) {
                    // the ring is taken down
                }
            }));
        }
        all.getFirst().join();
        all.forEach(Thread::interrupt);
        return (double) hops[1] / hops[0];
    }
}
