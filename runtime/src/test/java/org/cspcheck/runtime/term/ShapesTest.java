package org.cspcheck.runtime.term;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.event.Renaming;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.value.Symbol;
import org.cspcheck.runtime.Oracle;
import org.junit.jupiter.api.Test;

/** Processes that are the same but for the numbers of their events have one table between them, and behave as if each had its own. */
class ShapesTest {
    private final Alphabet alphabet = new Alphabet();
    private final Map<String, Integer> events = new HashMap<>();

    private int event(String name) {
        return events.computeIfAbsent(name, _ -> alphabet.number(Symbol.channel(name).bare()));
    }

    /** A definition with parameters: equal if they are. */
    private record Cell(String name, List<Integer> parameters, Supplier<Process> body) implements Process.Body {
        @Override
        public Process unfold() {
            return body.get();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Cell that && name.equals(that.name) && parameters.equals(that.parameters);
        }

        @Override
        public int hashCode() {
            return parameters.hashCode();
        }
    }

    /** {@code CELL = in?x -> out!x -> CELL}, with this many values. */
    private Process cell(int[] in, int[] out) {
        return new Process.Call(new Cell("CELL", List.of(in[0], out[0]), () -> choice(in, x -> Process.prefix(in[x], Process.prefix(out[x], cell(in, out))))));
    }

    private static Process choice(int[] events, IntFunction<Process> branch) {
        List<Process> branches = IntStream.range(0, events.length).mapToObj(branch).toList();
        return branches.size() == 1 ? branches.getFirst() : new Process.ExternalChoice(branches);
    }

    private int[] channel(String name, int values) {
        return IntStream.range(0, values).map(x -> event(name + "." + x)).toArray();
    }

    private static EventSet both(int[] in, int[] out) {
        return EventSet.of(IntStream.concat(Arrays.stream(in), Arrays.stream(out)).toArray());
    }

    private Process ring(int cells, int values) {
        var processes = new ArrayList<Process>();
        var alphabets = new ArrayList<EventSet>();
        for (int i = 0; i < cells; i++) {
            int[] in = channel("c" + i, values);
            int[] out = channel("c" + (i + 1) % cells, values);
            processes.add(i == 0 ? Process.prefix(out[0], cell(in, out)) : cell(in, out));
            alphabets.add(both(in, out));
        }
        return new Process.AlphabetisedParallel(processes, alphabets);
    }

    private Process interleaved(int cells) {
        return new Process.InterfaceParallel(
                IntStream.range(0, cells).mapToObj(i -> cell(channel("c" + i, 1), channel("c" + i, 1))).toList(), EventSet.EMPTY);
    }

    private Process renamed(int cells) {
        Process one = cell(channel("in", 1), channel("out", 1));
        var processes = new ArrayList<Process>();
        var alphabets = new ArrayList<EventSet>();
        for (int i = 0; i < cells; i++) {
            int from = event("c" + i + ".0");
            int to = event("c" + (i + 1) % cells + ".0");
            processes.add(new Process.Rename(one, Renaming.of(Map.of(event("in.0"), new int[] {from}, event("out.0"), new int[] {to}))));
            alphabets.add(EventSet.of(from, to));
        }
        return new Process.AlphabetisedParallel(processes, alphabets);
    }

    /** {@return how many words the places and rows of a network take} */
    private int words(Process term) {
        var parts = new Parts(term);
        var rules = new FiringRules();
        var shapes = new Shapes(new Routes(parts.root, alphabet), alphabet, parts.terms.size(), false);
        for (int i = 0; i < parts.terms.size(); i++) {
            shapes.add(i, Graph.of(rules, alphabet, rules.settle(parts.terms.get(i)), Integer.MAX_VALUE), 0);
        }
        return shapes.places().orElseThrow().words.length;
    }

    @Test
    void a_cell_of_a_ring_takes_a_word_for_each_neighbour() {
        assertEquals(2 * 100, words(ring(200, 1)) - words(ring(100, 1)));
        assertEquals(2 * 100, words(renamed(200)) - words(renamed(100)));
    }

    @Test
    void values_of_a_channel_need_one_link() {
        // two links, and for the place that offers five values a list: where it is, its one partner, its end
        assertEquals((2 + 1 + 2) * 100, words(ring(200, 5)) - words(ring(100, 5)));
    }

    @Test
    void an_interleaved_process_takes_a_word() {
        assertEquals(100, words(interleaved(200)) - words(interleaved(100)));
    }

    /** One server, each of whose events is one of a client. */
    private Process served(int clients) {
        int[] ask = channel("ask", clients);
        var processes = new ArrayList<Process>(Arrays.stream(ask).mapToObj(event -> cell(new int[] {event}, new int[] {event})).toList());
        return new Process.InterfaceParallel(List.of(new Process.InterfaceParallel(processes, EventSet.EMPTY), served(ask)), EventSet.of(ask));
    }

    private static Process served(int[] ask) {
        return new Process.Call(new Cell("SERVER", List.of(), () -> choice(ask, x -> Process.prefix(ask[x], served(ask)))));
    }

    @Test
    void a_server_takes_an_offer_and_a_link_for_each_client_however_many_there_are() {
        // for the client a word, its link; for the server a link, and an offer of six words
        assertEquals((1 + 1 + 6) * 100, words(served(200)) - words(served(100)));
        assertEquals((1 + 1 + 6) * 1000, words(served(40_000)) - words(served(39_000)));
    }

    /** Each does something of its own, and then all together. */
    private Process barrier(int workers) {
        var processes = IntStream.range(0, workers).mapToObj(i -> cell(channel("w" + i, 1), channel("sync", 1))).toList();
        return new Process.InterfaceParallel(processes, EventSet.of(channel("sync", 1)));
    }

    @Test
    void a_barrier_takes_a_place_in_its_list_and_two_links_for_each_process() {
        assertEquals((2 + 2) * 1000, words(barrier(2000)) - words(barrier(1000)));
    }

    @Test
    void barriers_of_any_size_are_passed_as_on_stacks() {
        for (int workers : new int[] {2, 8, 9, 10, 20}) {
            EventSet own = EventSet.of(IntStream.range(0, workers).map(i -> event("w" + i + ".0")).toArray());
            Process barrier = barrier(workers);
            Process nested = new Process.InterfaceParallel(List.of(new Process.Hide(barrier, own), barrier(workers + 1)), EventSet.of(event("sync.0")));
            Process owners = new Process.AlphabetisedParallel(
                    ((Process.InterfaceParallel) barrier).operands(), IntStream.range(0, workers).mapToObj(i -> EventSet.of(event("sync.0"), event("w" + i + ".0"))).toList());
            for (Process term : List.of(barrier, nested, owners)) {
                Course tables = Course.of(alphabet, term, Oracle.first());
                assertEquals(Course.of(alphabet, term, Course.ASKED), tables, workers + " workers");
                assertTrue(tables.events().stream().filter(event -> event.endsWith("sync.0")).count() >= 2);
            }
        }
    }

    /** Definitions over a few channels: what differs between their instances is the channels, or a value, or a renaming. */
    private Process family(SplittableRandom random) {
        int[][] channels = IntStream.range(0, 2 + random.nextInt(4)).mapToObj(i -> channel("d" + i, 3)).toArray(int[][]::new);
        int form = random.nextInt(6);
        var processes = new ArrayList<Process>();
        for (int i = 0; i < 2 + random.nextInt(6); i++) {
            int[] in = channels[random.nextInt(channels.length)];
            int[] out = channels[random.nextInt(channels.length)];
            int start = random.nextInt(3);
            Process one = random.nextInt(5) == 0 ? cell(in, out) : member(form, in, out, start, start);
            processes.add(random.nextInt(4) > 0 ? one : new Process.Rename(one, Renaming.of(Map.of(in[0], new int[] {out[1]}, in[1], new int[] {in[2], in[0]}))));
        }
        int[] all = Arrays.stream(channels).flatMapToInt(Arrays::stream).toArray();
        EventSet some = EventSet.of(Arrays.stream(all).filter(_ -> random.nextBoolean()).toArray());
        return switch (random.nextInt(4)) {
            case 0 -> new Process.InterfaceParallel(processes, some);
            case 1 -> new Process.Hide(new Process.InterfaceParallel(processes, EventSet.EMPTY), EventSet.of(all[random.nextInt(all.length)]));
            case 2 -> new Process.InterfaceParallel(
                    List.of(new Process.InterfaceParallel(processes, EventSet.EMPTY), member(form, channels[0], channels[1], 0, 0)), some);
            default -> new Process.AlphabetisedParallel(
                    processes, processes.stream().map(_ -> EventSet.of(Arrays.stream(all).filter(_ -> random.nextInt(3) > 0).toArray())).toList());
        };
    }

    private Process member(int form, int[] in, int[] out, int state, int start) {
        Process again = new Process.Call(new Cell("M" + form, List.of(in[0], out[0], (state + 1) % 3, start), () -> member(form, in, out, (state + 1) % 3, start)));
        return switch (form) {
            case 0 -> Process.prefix(in[state], again);
            case 1 -> new Process.ExternalChoice(List.of(Process.prefix(in[state], again), Process.prefix(out[start], again)));
            case 2 -> new Process.InternalChoice(List.of(Process.prefix(in[state], again), Process.prefix(out[state], again)));
            case 3 -> new Process.SlidingChoice(Process.prefix(out[state], again), Process.prefix(in[start], again));
            case 4 -> choice(in, x -> Process.prefix(in[x], Process.prefix(out[(x + state) % 3], again)));
            default -> state == 2 ? Process.SKIP : choice(in, x -> Process.prefix(in[x], again));
        };
    }

    @Test
    void instances_of_a_definition_take_the_same_steps_as_on_stacks_of_their_own() {
        int deadlocks = 0;
        int seen = 0;
        for (int seed = 0; seed < 600; seed++) {
            Process term = family(new SplittableRandom(seed));
            Course tables = Course.of(alphabet, term, Oracle.first());
            assertEquals(Course.of(alphabet, term, Course.ASKED), tables, "seed " + seed);
            if (tables.ending().equals("Deadlocked") || tables.ending().equals("Terminated")) {
                assertEquals(
                        new Course(tables.ending(), List.of(), tables.places()), Course.unseen(alphabet, term, Oracle.first()), "unseen, seed " + seed);
                deadlocks++;
            }
            seen += tables.events().size();
        }
        assertTrue(deadlocks > 60 && seen > 6000, deadlocks + " came to an end, " + seen + " events");
    }

    @Test
    void a_ring_with_values_takes_the_same_steps_as_on_stacks() {
        for (int cells : new int[] {2, 3, 7}) {
            for (int values : new int[] {1, 2, 5, 12}) {
                Process ring = ring(cells, values);
                assertEquals(Course.of(alphabet, ring, Course.ASKED), Course.of(alphabet, ring, Oracle.first()), cells + " cells, " + values + " values");
            }
        }
    }

    /** Without a token; a cell cannot begin. */
    @Test
    void those_who_are_stuck_are_named_though_no_name_was_held() {
        Process stuck = new Process.AlphabetisedParallel(
                List.of(cell(channel("a", 2), channel("b", 2)), cell(channel("b", 2), channel("a", 2))),
                List.of(both(channel("a", 2), channel("b", 2)), both(channel("b", 2), channel("a", 2))));
        assertEquals(
                new Course("Deadlocked", List.of(), List.of(
                        "net end a PAR of 2 on [net/CELL, net/CELL#2]",
                        "net/CELL perform a.0 or a.1 on [net/CELL#2]",
                        "net/CELL#2 perform b.0 or b.1 on [net/CELL]")),
                Course.unseen(alphabet, stuck, Oracle.first()));
    }
}
