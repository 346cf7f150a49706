package org.cspcheck.runtime.term;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.source.EvaluationInterrupted;
import org.cspcheck.model.value.Symbol;
import org.cspcheck.model.value.Value;
import org.cspcheck.runtime.Ending;
import org.cspcheck.runtime.Oracle;
import org.cspcheck.runtime.Scheduler;
import org.cspcheck.runtime.Settings;
import org.junit.jupiter.api.Test;

/** A process whose states are not all known beforehand grows, and the others share their tables beside it. */
class GrowthTest {
    private final Alphabet alphabet = new Alphabet();
    private final Symbol[] channels = {Symbol.channel("a"), Symbol.channel("b"), Symbol.channel("c")};

    private int event(int channel, long value) {
        return alphabet.number(channels[channel].bare().with(Value.Int.of(value)));
    }

    /** A definition with two parameters. */
    private record Definition(String name, int kind, long value, Supplier<Process> body) implements Process.Body {
        @Override
        public Process unfold() {
            return body.get();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Definition that && name.equals(that.name) && kind == that.kind && value == that.value;
        }

        @Override
        public int hashCode() {
            return 31 * kind + Long.hashCode(value);
        }
    }

    private static Process call(String name, int kind, long value, Supplier<Process> body) {
        return new Process.Call(new Definition(name, kind, value, body));
    }

    /** Counts without end; what it offers repeats itself, or does not. */
    private Process counter(int kind, long count) {
        return call("COUNTER", kind, count, () -> {
            Process again = counter(kind, count + 1);
            return switch (kind) {
                case 0 -> Process.prefix(event(0, count % 3), again);
                case 1 -> new Process.ExternalChoice(List.of(Process.prefix(event(1, count % 2), again), Process.prefix(event(0, 2 - count % 3), again)));
                case 2 -> new Process.InternalChoice(List.of(Process.prefix(event(2, count % 4), again), Process.prefix(event(1, 1), again)));
                default -> new Process.ExternalChoice(List.of(Process.prefix(event(0, 1), again), Process.prefix(event(2, 100 - count), again), Process.prefix(event(2, 1), again)));
            };
        });
    }

    /** Takes what it likes of a channel and hands it on. */
    private Process cell(int from, int to, long held) {
        return call("CELL", 3 * from + to, held, () -> {
            var branches = new ArrayList<Process>(List.of(Process.prefix(event(to, held), cell(from, to, (held + 1) % 3))));
            IntStream.range(0, 3).forEach(x -> branches.add(Process.prefix(event(from, x), cell(from, to, x))));
            return new Process.ExternalChoice(branches);
        });
    }

    private EventSet someEvents(SplittableRandom random) {
        return EventSet.of(IntStream.range(0, 3)
                .flatMap(channel -> IntStream.range(0, 4).map(value -> event(channel, value)))
                .filter(_ -> random.nextInt(3) > 0)
                .toArray());
    }

    private Process network(SplittableRandom random) {
        var processes = new ArrayList<Process>();
        for (int i = 0; i < 2 + random.nextInt(5); i++) {
            processes.add(random.nextInt(4) == 0 ? counter(random.nextInt(4), i) : cell(random.nextInt(3), random.nextInt(3), random.nextInt(3)));
        }
        return switch (random.nextInt(4)) {
            case 0 -> new Process.InterfaceParallel(processes, someEvents(random));
            case 1 -> new Process.Hide(new Process.InterfaceParallel(processes, EventSet.EMPTY), EventSet.of(event(0, random.nextInt(3))));
            case 2 -> new Process.InterfaceParallel(
                    List.of(new Process.InterfaceParallel(processes, EventSet.EMPTY), counter(random.nextInt(4), 7), cell(0, 1, 2)), someEvents(random));
            default -> new Process.AlphabetisedParallel(processes, processes.stream().map(_ -> someEvents(random)).toList());
        };
    }

    @Test
    void processes_that_grow_and_processes_that_share_take_the_same_steps_as_on_stacks() {
        int seen = 0;
        for (int seed = 0; seed < 500; seed++) {
            Process term = network(new SplittableRandom(seed));
            Course tables = Course.of(alphabet, term, Oracle.first());
            assertEquals(Course.of(alphabet, term, Course.ASKED), tables, "seed " + seed);
            seen += tables.events().size();
        }
        assertTrue(seen > 6000, seen + " events");
    }

    @Test
    void a_barrier_of_many_of_whom_some_or_all_grow_is_passed_as_on_stacks() {
        for (int growing : new int[] {1, 3, 12, 80}) {
            var processes = new ArrayList<Process>(IntStream.range(0, growing).mapToObj(i -> counter(0, 0)).toList());
            IntStream.range(0, 10).forEach(i -> processes.add(counting(i)));
            Process term = new Process.InterfaceParallel(processes, EventSet.of(event(0, 0), event(0, 1), event(0, 2)));
            Course tables = Course.of(alphabet, term, Oracle.first());
            assertEquals(Course.of(alphabet, term, Course.ASKED), tables, growing + " grow");
            assertTrue(tables.events().size() == Course.MOST_EVENTS && tables.events().stream().anyMatch(event -> event.endsWith("a.2")));
        }
    }

    /** As a counter, after an event of its own. */
    private Process counting(int number) {
        return call("COUNTING", number, 0, () -> Process.prefix(event(2, number),
                Process.prefix(event(0, 0), Process.prefix(event(0, 1), Process.prefix(event(0, 2), counting(number))))));
    }

    /** Interleaved cells, and one process beside them that meets them all. */
    private int words(int cells, Process other) {
        var terms = new ArrayList<Process>(IntStream.range(0, cells).mapToObj(i -> cell(0, 1, i % 3)).toList());
        EventSet together = EventSet.of(event(0, 0), event(0, 1), event(0, 2));
        var parts = new Parts(new Process.InterfaceParallel(List.of(new Process.InterfaceParallel(terms, EventSet.EMPTY), other), together));
        var rules = new FiringRules();
        var shapes = new Shapes(new Routes(parts.root, alphabet), alphabet, cells + 1, false);
        for (int i = 0; i < cells; i++) {
            shapes.add(i, Graph.of(rules, alphabet, rules.settle(parts.terms.get(i)), 1000), 0);
        }
        shapes.addGrowing(cells, 0);
        return shapes.places().orElseThrow().words.length;
    }

    @Test
    void who_shares_beside_one_that_grows_has_a_row_and_a_way_for_each_event_in_common() {
        // a link for each of six events, and for three of them a way: next, visible, the other with its event, end
        assertEquals((6 + 3 * 5) * 30, words(60, counter(0, 0)) - words(30, counter(0, 0)));
    }

    /** Waits for events that never come; what would follow them has no end, or is a mistake. */
    private Process trap(String name, Supplier<Process> sprung) {
        return call(name, 0, 0, () -> Process.prefix(event(0, 9), Process.prefix(event(0, 8), Process.prefix(event(0, 7), call("SPRUNG", 0, 0, sprung)))));
    }

    private static Process endless() {
        while (true) {
            EvaluationInterrupted.poll();
        }
    }

    /** Ten events, while the trap waits. */
    private Course beside(Process trap, Oracle oracle) {
        Process ten = call("TEN", 0, 0, () -> IntStream.range(0, 10).mapToObj(i -> 9 - i).reduce(
                Process.SKIP, (rest, i) -> Process.prefix(event(1, i), rest), (one, other) -> other));
        var term = new Process.AlphabetisedParallel(
                List.of(ten, trap, Process.STOP), List.of(EventSet.of(IntStream.range(0, 10).map(i -> event(1, i)).toArray()), traps(), traps()));
        return Course.of(alphabet, term, oracle);
    }

    private EventSet traps() {
        return EventSet.of(event(0, 7), event(0, 8), event(0, 9));
    }

    @Test
    void an_evaluation_without_end_where_the_run_never_gets_does_not_hold_it_up() {
        Course course = beside(trap("TRAP", GrowthTest::endless), Oracle.first());
        assertEquals(10, course.events().size());
        assertEquals("Deadlocked", course.ending());
        assertEquals(beside(trap("TRAP", GrowthTest::endless), Course.ASKED), course);
    }

    @Test
    void a_mistake_where_the_run_never_gets_is_none() {
        Supplier<Process> mistake = () -> {
            throw new IllegalArgumentException("head of the empty sequence");
        };
        assertEquals(beside(trap("TRAP", () -> Process.STOP), Oracle.first()), beside(trap("TRAP", mistake), Oracle.first()));
    }

    @Test
    void stack_and_memory_that_run_out_where_the_run_never_gets_are_no_mistake() {
        Supplier<Process> deep = new Supplier<>() {
            @Override
            public Process get() {
                return Process.prefix(2, get());
            }
        };
        Supplier<Process> large = () -> Process.prefix(new int[Integer.MAX_VALUE].length, Process.STOP);
        Course expected = beside(trap("TRAP", () -> Process.STOP), Oracle.first());
        assertEquals(expected, beside(trap("TRAP", deep), Oracle.first()));
        assertEquals(expected, beside(trap("TRAP", large), Oracle.first()));
    }

    @Test
    void a_process_that_grows_is_saved_and_goes_on_beside_those_that_share() {
        Process term = new Process.InterfaceParallel(List.of(counter(0, 0), cell(0, 1, 0), cell(0, 2, 1)), EventSet.of(event(0, 0), event(0, 1), event(0, 2)));
        Course whole = Course.of(alphabet, term, Oracle.first());
        var first = new ArrayList<String>();
        var network = new TermNetwork(new FiringRules(), alphabet, term, List.of(), Optional.empty());
        var scheduler = new Scheduler[1];
        var saved = new java.util.concurrent.CompletableFuture<java.util.concurrent.CompletableFuture<Checkpoint>>();
        scheduler[0] = new Scheduler(Settings.simulated(Oracle.first()).with((now, process, channel, value) -> {
            first.add(process.place() + ":" + channel);
            if (first.size() == 20) {
                saved.complete(network.save(scheduler[0]));
            }
        }));
        scheduler[0].start("net", network);
        scheduler[0].run();
        var rest = new ArrayList<String>();
        scheduler[0] = new Scheduler(Settings.simulated(Oracle.first()).with((now, process, channel, value) -> {
            rest.add(process.place() + ":" + channel);
            if (first.size() + rest.size() == Course.MOST_EVENTS) {
                scheduler[0].stop();
            }
        }));
        var again = scheduler[0].start("net", new TermNetwork(new FiringRules(), alphabet, term, List.of(), Optional.of(saved.join().join())));
        scheduler[0].run();
        assertInstanceOf(Ending.Stopped.class, again.ending().orElseThrow());
        assertEquals(whole.events().stream().map(event -> event.replaceAll(".*:", "")).limit(20).toList(), first.stream().map(event -> event.replaceAll(".*:", "")).toList());
        assertEquals(Course.MOST_EVENTS, first.size() + rest.size());
    }
}
