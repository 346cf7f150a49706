package org.cspcheck.runtime.term;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.event.Links;
import org.cspcheck.model.event.Renaming;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.value.Symbol;
import org.cspcheck.runtime.Ending;
import org.cspcheck.runtime.Oracle;
import org.cspcheck.runtime.Scheduler;
import org.cspcheck.runtime.Settings;
import org.junit.jupiter.api.Test;

/** Tables and processes on stacks take the same steps in the same order, and every step is one of the firing rules. */
class TermLoopTest {
    private static final int LETTERS = 4;

    private final Alphabet alphabet = new Alphabet();
    private final int[] letters = new int[LETTERS];

    TermLoopTest() {
        for (int i = 0; i < LETTERS; i++) {
            letters[i] = alphabet.number(Symbol.channel(String.valueOf((char) ('a' + i))).bare());
        }
    }

    private Course course(Process term, Oracle oracle) {
        return Course.of(alphabet, term, oracle);
    }

    private int letter(SplittableRandom random) {
        return letters[random.nextInt(LETTERS)];
    }

    private EventSet someLetters(SplittableRandom random) {
        return EventSet.of(java.util.Arrays.stream(letters).filter(letter -> random.nextBoolean()).toArray());
    }

    /** A process that comes back to its beginning, or ends. */
    private Process sequential(SplittableRandom random, int depth, Process again) {
        return switch (depth == 0 ? random.nextInt(8) : 2 + random.nextInt(8)) {
            case 0 -> Process.SKIP;
            case 1 -> Process.STOP;
            case 2, 3, 4 -> Process.prefix(letter(random), depth <= 0 ? again : sequential(random, depth - 1, again));
            case 5 -> new Process.ExternalChoice(List.of(sequential(random, depth - 1, again), Process.prefix(letter(random), again)));
            case 6 -> new Process.InternalChoice(List.of(sequential(random, depth - 1, again), Process.prefix(letter(random), again)));
            case 7 -> new Process.SlidingChoice(Process.prefix(letter(random), again), sequential(random, depth - 1, again));
            default -> Process.prefix(letter(random), again);
        };
    }

    private Process component(SplittableRandom random, String name) {
        Process[] body = new Process[1];
        Process again = new Process.Call(new Process.Body() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Process unfold() {
                return body[0];
            }
        });
        body[0] = Process.prefix(letter(random), sequential(random, 2, again));
        return again;
    }

    private Process network(SplittableRandom random, int depth, String name) {
        if (depth == 0) {
            return component(random, name);
        }
        List<Process> both = List.of(network(random, depth - 1, name + "l"), network(random, depth - 1, name + "r"));
        return switch (random.nextInt(6)) {
            case 0 -> new Process.InterfaceParallel(both, EventSet.EMPTY);
            case 1, 2 -> new Process.InterfaceParallel(both, someLetters(random));
            case 3 -> new Process.AlphabetisedParallel(both, List.of(someLetters(random), EventSet.of(letters)));
            case 4 -> new Process.Hide(new Process.InterfaceParallel(both, someLetters(random)), someLetters(random));
            default -> random.nextBoolean()
                    ? new Process.Rename(
                            new Process.InterfaceParallel(both, someLetters(random)),
                            Renaming.of(Map.of(letters[0], new int[] {letters[1], letters[2]}, letters[3], new int[] {letters[0]})))
                    : new Process.LinkedParallel(both.get(0), both.get(1), new Links(List.of(new Links.Link(letter(random), letter(random)))));
        };
    }

    @Test
    void tables_and_processes_take_the_same_steps() {
        int deadlocks = 0;
        int events = 0;
        for (int seed = 0; seed < 400; seed++) {
            Process term = network(new SplittableRandom(seed), 1 + seed % 3, "P");
            Course tables = course(term, Oracle.first());
            Course processes = course(term, Course.ASKED);
            assertEquals(processes, tables, "seed " + seed);
            deadlocks += tables.ending().equals("Deadlocked") ? 1 : 0;
            events += tables.events().size();
        }
        assertTrue(deadlocks > 40 && deadlocks < 360 && events > 2000, deadlocks + " deadlocks, " + events + " events");
    }

    /** The states that a term reaches by internal steps alone, or by one event and those. */
    private static java.util.Set<Process> after(FiringRules rules, java.util.Set<Process> before, int event) {
        var found = new java.util.LinkedHashSet<Process>();
        for (Process state : before) {
            rules.steps(state).stream().filter(step -> step.event() == event).forEach(step -> found.add(step.target()));
        }
        return closed(rules, found);
    }

    private static java.util.Set<Process> closed(FiringRules rules, java.util.Set<Process> states) {
        var open = new java.util.ArrayDeque<>(states);
        var all = new java.util.LinkedHashSet<>(states);
        while (!open.isEmpty() && all.size() < 20_000) {
            rules.steps(open.poll()).stream().filter(step -> step.isTau()).forEach(step -> {
                if (all.add(step.target())) {
                    open.add(step.target());
                }
            });
        }
        return all;
    }

    @Test
    void what_a_network_does_is_a_trace_of_its_term_and_its_deadlocks_are_the_terms() {
        for (int seed = 0; seed < 60; seed++) {
            Process term = network(new SplittableRandom(seed), 1 + seed % 2, "P");
            for (Oracle oracle : List.of(Oracle.first(), Oracle.random(seed))) {
                Course course = course(term, oracle);
                var rules = new FiringRules();
                java.util.Set<Process> states = closed(rules, java.util.Set.of(rules.settle(term)));
                for (String event : course.events()) {
                    String name = event.substring(event.indexOf(':') + 1);
                    states = after(rules, states, letters[name.charAt(0) - 'a']);
                    assertTrue(!states.isEmpty(), "seed " + seed + ": " + course.events());
                }
                if (course.ending().equals("Deadlocked")) {
                    assertTrue(states.stream().anyMatch(state -> rules.steps(state).isEmpty()), "seed " + seed + ": no deadlock of the term");
                } else if (course.ending().equals("Terminated")) {
                    assertTrue(states.stream().anyMatch(state -> rules.steps(state).stream().anyMatch(step -> step.isTick())), "seed " + seed);
                }
            }
        }
    }

    @Test
    void a_network_without_end_can_be_stopped() {
        var scheduler = new Scheduler(Settings.production());
        var network = scheduler.start("net", TermNetwork.of(new FiringRules(), alphabet, component(new SplittableRandom(3), "P")));
        Thread.ofPlatform().start(scheduler::stop);
        scheduler.run();
        assertInstanceOf(Ending.Stopped.class, network.ending().orElseThrow());
    }

    @Test
    void a_checkpoint_continues_the_same_run() {
        int compared = 0;
        for (int seed = 0; seed < 60; seed++) {
            Process term = network(new SplittableRandom(seed), 2, "P");
            Course whole = course(term, Oracle.first());
            if (!whole.ending().equals("Stopped")) {
                continue;
            }
            var first = new ArrayList<String>();
            var scheduler = new Scheduler[1];
            var saved = new Object() {
                java.util.concurrent.CompletableFuture<Checkpoint> state;
            };
            var network = new TermNetwork(new FiringRules(), alphabet, term, List.of(), Optional.empty());
            scheduler[0] = new Scheduler(Settings.simulated(Course.ASKED).livelockAfter(500).with((now, process, channel, value) -> {
                first.add(process.place() + ":" + channel);
                if (first.size() == 20) {
                    saved.state = network.save(scheduler[0]);
                }
            }));
            scheduler[0].start("net", network);
            scheduler[0].run();
            assertEquals(whole.events().subList(0, first.size()), first);
            var rest = new ArrayList<String>();
            var again = new Scheduler[1];
            again[0] = new Scheduler(Settings.simulated(Oracle.first()).livelockAfter(500).with((now, process, channel, value) -> {
                rest.add(process.place() + ":" + channel);
                if (first.size() + rest.size() == Course.MOST_EVENTS) {
                    again[0].stop();
                }
            }));
            again[0].start("net", new TermNetwork(new FiringRules(), alphabet, term, List.of(), Optional.of(saved.state.join())));
            again[0].run();
            var events = new ArrayList<>(first);
            events.addAll(rest);
            var rules = new FiringRules();
            java.util.Set<Process> states = closed(rules, java.util.Set.of(rules.settle(term)));
            for (String event : events) {
                states = after(rules, states, letters[event.substring(event.indexOf(':') + 1).charAt(0) - 'a']);
                assertTrue(!states.isEmpty(), "seed " + seed + ": " + events);
            }
            assertTrue(rest.size() > 1, "seed " + seed);
            compared++;
        }
        assertTrue(compared > 10, compared + " runs");
    }

    /** A process that offers some of many events, and perhaps another one before it does so again. */
    private static Process reader(SplittableRandom random, int[] many, String name) {
        Process[] body = new Process[1];
        Process again = call(name, () -> body[0]);
        int most = random.nextBoolean() ? many.length : 2;
        var branches = new ArrayList<Process>();
        for (int i = 0; i < 1 + random.nextInt(most); i++) {
            Process next = random.nextInt(3) > 0 ? again : Process.prefix(many[random.nextInt(many.length)], again);
            branches.add(Process.prefix(many[random.nextInt(many.length)], next));
        }
        body[0] = new Process.ExternalChoice(branches);
        return again;
    }

    private static Process call(String name, java.util.function.Supplier<Process> body) {
        return new Process.Call(new Process.Body() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Process unfold() {
                return body.get();
            }
        });
    }

    @Test
    void readers_of_many_values_take_the_same_steps() {
        int[] many = java.util.stream.IntStream.range(0, 20).map(i -> alphabet.number(Symbol.channel("m" + i).bare())).toArray();
        int events = 0;
        for (int seed = 0; seed < 300; seed++) {
            var random = new SplittableRandom(seed);
            var processes = new ArrayList<Process>();
            for (int i = 0; i < 2 + seed % 5; i++) {
                processes.add(reader(random, many, "P" + i));
            }
            EventSet together = EventSet.of(java.util.Arrays.stream(many).filter(event -> random.nextInt(4) > 0).toArray());
            Process term = seed % 2 == 0
                    ? new Process.InterfaceParallel(processes, together)
                    : new Process.AlphabetisedParallel(processes, processes.stream().map(process -> someOf(random, many)).toList());
            Course tables = course(term, Oracle.first());
            assertEquals(course(term, Course.ASKED), tables, "seed " + seed);
            events += tables.events().size();
        }
        assertTrue(events > 1500, events + " events");
    }

    @Test
    void those_who_all_offer_many_events_together_meet() {
        int[] many = java.util.stream.IntStream.range(0, 4).map(i -> alphabet.number(Symbol.channel("m" + i).bare())).toArray();
        for (int parties = 2; parties <= 11; parties++) {
            var processes = new ArrayList<Process>();
            for (int i = 0; i < parties; i++) {
                Process[] body = new Process[1];
                Process again = call("P" + i, () -> body[0]);
                body[0] = new Process.ExternalChoice(java.util.Arrays.stream(many).mapToObj(event -> (Process) Process.prefix(event, again)).toList());
                processes.add(again);
            }
            Course tables = course(new Process.InterfaceParallel(processes, EventSet.of(many)), Oracle.first());
            assertEquals(Course.MOST_EVENTS, tables.events().size(), parties + " parties");
            assertEquals(course(new Process.InterfaceParallel(processes, EventSet.of(many)), Course.ASKED), tables);
        }
    }

    private static EventSet someOf(SplittableRandom random, int[] many) {
        return EventSet.of(java.util.Arrays.stream(many).filter(event -> random.nextInt(3) > 0).toArray());
    }

    /** Counts to a bound, a state for each number. */
    private record Count(int number, int bound, int event) implements Process.Body {
        @Override
        public String name() {
            return "Count";
        }

        @Override
        public Process unfold() {
            return number == bound ? Process.STOP : Process.prefix(event, new Process.Call(new Count(number + 1, bound, event)));
        }
    }

    @Test
    void a_process_over_endless_data_goes_on_when_its_places_are_forgotten() {
        int bound = 300_000;
        Process[] body = new Process[1];
        Process always = call("Always", () -> body[0]);
        body[0] = Process.prefix(letters[0], always);
        Process term = new Process.InterfaceParallel(List.of(new Process.Call(new Count(0, bound, letters[0])), always), EventSet.of(letters[0]));
        var network = new TermNetwork(new FiringRules(), alphabet, term, List.of(), Optional.empty());
        assertInstanceOf(Ending.Deadlocked.class, Scheduler.run(Settings.simulated(Oracle.first()), "net", network));
        assertEquals(bound, network.steps());
    }
}
