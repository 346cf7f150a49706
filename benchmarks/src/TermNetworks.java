import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.event.Renaming;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.value.Symbol;
import org.cspcheck.runtime.Network;
import org.cspcheck.runtime.Scheduler;
import org.cspcheck.runtime.Settings;
import org.cspcheck.runtime.term.TermNetwork;

/** Networks of CSPm terms to measure: a token in a ring, CommsTime with numbers. */
final class TermNetworks {
    private final Alphabet alphabet = new Alphabet();
    private final Map<String, Integer> events = new HashMap<>();

    private int event(String name) {
        return events.computeIfAbsent(name, _ -> alphabet.number(Symbol.channel(name).bare()));
    }

    private TermNetwork network(List<Process> processes, List<EventSet> alphabets) {
        return new TermNetwork(new FiringRules(), alphabet, new Process.AlphabetisedParallel(processes, alphabets), List.of(), Optional.empty());
    }

    private static Process call(String name, Supplier<Process> body) {
        return new Process.Call(new Process.Body() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Process unfold() {
                return body.get();
            }

            @Override
            public boolean equals(Object other) {
                return other instanceof Process.Body call && call.name().equals(name);
            }

            @Override
            public int hashCode() {
                return name.hashCode();
            }
        });
    }

    /** {@return a token in a ring, each cell another definition} */
    static TermNetwork ring(int cells) {
        var made = new TermNetworks();
        var processes = new ArrayList<Process>();
        var alphabets = new ArrayList<EventSet>();
        for (int i = 0; i < cells; i++) {
            int in = made.event("c" + i);
            int out = made.event("c" + (i + 1) % cells);
            Process cell = Terms.cell(i, in, out);
            processes.add(i == 0 ? Process.prefix(out, cell) : cell);
            alphabets.add(EventSet.of(in, out));
        }
        return made.network(processes, alphabets);
    }

    /** {@return the same, all cells of one definition, renamed} */
    static TermNetwork ringOfOneDefinition(int cells) {
        var made = new TermNetworks();
        int in = made.event("in");
        int out = made.event("out");
        Process cell = Terms.cell(0, in, out);
        var processes = new ArrayList<Process>();
        var alphabets = new ArrayList<EventSet>();
        for (int i = 0; i < cells; i++) {
            int from = made.event("c" + i);
            int to = made.event("c" + (i + 1) % cells);
            processes.add(new Process.Rename(i == 0 ? Process.prefix(out, cell) : cell, Renaming.of(Map.of(in, new int[] {from}, out, new int[] {to}))));
            alphabets.add(EventSet.of(from, to));
        }
        return made.network(processes, alphabets);
    }

    /** {@return CommsTime with numbers from 0 to {@code values - 1}, after which comes 0 again} */
    static TermNetwork commsTime(int values) {
        var made = new TermNetworks();
        return made.network(
                List.of(Process.prefix(made.event("a0"), made.prefix(values)), made.delta(values), made.successor(values), made.consumer(values)),
                List.of(made.channels(values, "a", "c"), made.channels(values, "a", "b", "d"), made.channels(values, "b", "c"), made.channels(values, "d")));
    }

    private interface Branch {
        Process of(int value);
    }

    private static Process input(String name, int values, Branch branch) {
        return call(name, () -> {
            List<Process> branches = IntStream.range(0, values).mapToObj(branch::of).toList();
            return values == 1 ? branches.getFirst() : new Process.ExternalChoice(branches);
        });
    }

    private Process prefix(int values) {
        return input("Prefix", values, x -> Process.prefix(event("c" + x), Process.prefix(event("a" + x), prefix(values))));
    }

    private Process delta(int values) {
        return input("Delta", values, x -> Process.prefix(event("a" + x), Process.prefix(event("b" + x), Process.prefix(event("d" + x), delta(values)))));
    }

    private Process successor(int values) {
        return input("Successor", values, x -> Process.prefix(event("b" + x), Process.prefix(event("c" + (x + 1) % values), successor(values))));
    }

    private Process consumer(int values) {
        return input("Consumer", values, x -> Process.prefix(event("d" + x), consumer(values)));
    }

    private EventSet channels(int values, String... names) {
        return EventSet.of(Arrays.stream(names).flatMapToInt(name -> IntStream.range(0, values).map(x -> event(name + x))).toArray());
    }

    /** Runs a network for a while, and as long again; {@return nanoseconds for each of its events in the second half} */
    static double nanoseconds(TermNetwork network, long time) throws InterruptedException {
        var scheduler = new Scheduler(Settings.production());
        scheduler.start("network", network);
        long[] steps = new long[2];
        long[] when = new long[2];
        Thread reader = Thread.ofPlatform().start(() -> {
            try {
                for (int i = 0; i < 2; i++) {
                    int half = i;
                    Thread.sleep(time / 1_000_000);
                    scheduler.post(() -> {
                        steps[half] = network.steps();
                        when[half] = System.nanoTime();
                    });
                }
                scheduler.stop();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        scheduler.run();
        reader.join();
        return (when[1] - when[0]) / (double) (steps[1] - steps[0]);
    }

    /** {@return heap bytes of a process while the network runs, against before its terms were made} */
    static long bytes(Supplier<TermNetwork> made, int processes) throws InterruptedException {
        long before = Families.used();
        TermNetwork network = made.get();
        var scheduler = new Scheduler(Settings.production());
        Network run = scheduler.start("network", network);
        long[] running = new long[1];
        Thread reader = Thread.ofPlatform().start(() -> {
            try {
                Thread.sleep(4000);
                scheduler.post(() -> running[0] = Families.used());
                scheduler.stop();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        scheduler.run();
        reader.join();
        if (running[0] == 0) {
            throw new IllegalStateException("it ended too soon: " + run.ending());
        }
        return (running[0] - before) / processes;
    }
}
