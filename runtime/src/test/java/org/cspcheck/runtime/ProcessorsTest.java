package org.cspcheck.runtime;

import static org.cspcheck.runtime.library.Csp.giveWay;
import static org.cspcheck.runtime.library.Csp.par;
import static org.cspcheck.runtime.library.Csp.placedPar;
import static org.cspcheck.runtime.library.Csp.process;
import static org.cspcheck.runtime.library.Csp.sleep;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.cspcheck.runtime.carrier.Carrier;
import org.cspcheck.runtime.channel.Alternative;
import org.cspcheck.runtime.channel.Channel;
import org.junit.jupiter.api.Test;

class ProcessorsTest {
    private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

    private static Ending on(int processors, Behaviour net) {
        return Scheduler.run(Settings.production().processors(processors), "net", net);
    }

    /** 0, 1, ... n-1 from one processor to the other. */
    private static Behaviour count(int n, int capacity, List<Integer> read) {
        return () -> {
            Channel<Integer> numbers = Channel.link("numbers", capacity);
            placedPar(
                    process("producer", () -> {
                        for (int i = 0; i < n; i++) {
                            numbers.out().write(i);
                        }
                        numbers.out().poison();
                    }),
                    process("consumer", () -> {
                        while (true) {
                            read.add(numbers.in().read());
                        }
                    }));
        };
    }

    @Test
    void values_cross_in_order_and_none_is_lost() {
        for (int capacity : new int[] {2, 3, 64, 5000}) {
            for (int processors : new int[] {1, 2, 3}) {
                var read = new ArrayList<Integer>();
                assertEquals(new Ending.Terminated(), on(processors, count(2000, capacity, read)));
                assertEquals(IntStream.range(0, 2000).boxed().toList(), read);
            }
        }
    }

    @Test
    void every_carrier_runs_on_several_processors() {
        for (var carrier : List.<java.util.function.Supplier<Carrier>>of(Carrier::best, Carrier::ownExecutor, Carrier::baton)) {
            var read = new ArrayList<Integer>();
            Ending ending = Scheduler.run(Settings.production().carrier(carrier).processors(2), "net", count(500, 16, read));
            assertEquals(new Ending.Terminated(), ending);
            assertEquals(IntStream.range(0, 500).boxed().toList(), read);
        }
    }

    @Test
    void branches_run_on_threads_of_their_own() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        Behaviour note = () -> threads.add(Thread.currentThread());
        Scheduler.run(Settings.production().processors(3).carrier(Carrier::continuations), "net", () -> placedPar(note, note, note, note));
        assertEquals(3, threads.size());
    }

    @Test
    void a_writer_waits_when_both_halves_of_the_link_are_full() {
        var written = new AtomicInteger();
        Ending ending = on(2, () -> {
            Channel<Integer> numbers = Channel.link("numbers", 8);
            placedPar(process("writer", () -> {
                while (true) {
                    numbers.out().write(0);
                    written.incrementAndGet();
                }
            }));
        });
        Snapshot state = assertInstanceOf(Ending.Deadlocked.class, ending).state();
        assertEquals(8, written.get());
        assertTrue(state.text().contains("net/writer waits to write numbers (stuck)"), state::text);
    }

    @Test
    void a_deadlock_across_processors_names_who_waits_on_whom() {
        Behaviour net = () -> {
            Channel<Integer> there = Channel.link("there", 2);
            Channel<Integer> back = Channel.link("back", 2);
            placedPar(
                    process("left", () -> {
                        there.out().write(1);
                        back.in().read();
                        back.in().read();
                    }),
                    process("right", () -> {
                        back.out().write(there.in().read());
                        there.in().read();
                    }));
        };
        for (int i = 0; i < 50; i++) {
            Snapshot state = assertInstanceOf(Ending.Deadlocked.class, on(2, net)).state();
            assertEquals(List.of("net/left", "net/right"), state.circle());
            assertEquals(List.of("net", "net/left", "net/right"), state.stuck().stream().map(Snapshot.ProcessState::path).toList());
        }
    }

    @Test
    void who_waits_for_a_link_is_not_deadlocked_while_another_processor_works() {
        for (int i = 0; i < 20; i++) {
            Ending ending = on(2, () -> {
                Channel<Integer> result = Channel.link("result", 2);
                placedPar(
                        process("worker", () -> {
                            for (int turn = 0; turn < 5000; turn++) {
                                giveWay();
                            }
                            result.out().write(1);
                        }),
                        process("waiter", () -> seen.add("got " + result.in().read())));
            });
            assertEquals(new Ending.Terminated(), ending);
        }
        assertEquals(20, seen.size());
    }

    @Test
    void who_sleeps_on_another_processor_keeps_the_rest_from_being_deadlocked() {
        Ending ending = on(2, () -> {
            Channel<Integer> result = Channel.link("result", 2);
            placedPar(
                    process("waiter", () -> seen.add("got " + result.in().read())),
                    process("sleeper", () -> {
                        sleep(Duration.ofMillis(3));
                        result.out().write(1);
                    }));
        });
        assertEquals(new Ending.Terminated(), ending);
        assertEquals(List.of("got 1"), seen);
    }

    @Test
    void a_failing_part_ends_the_others_and_is_reported_with_its_path() {
        Ending ending = on(2, () -> {
            Channel<Integer> never = Channel.link("never", 2);
            Channel<Integer> ready = Channel.link("ready", 2);
            placedPar(
                    process("waiter", () -> {
                        try {
                            ready.out().write(1);
                            never.in().read();
                        } finally {
                            seen.add("cleaned up");
                        }
                    }),
                    process("part", () -> par(process("breaker", () -> {
                        ready.in().read();
                        throw new IllegalStateException("no");
                    }))));
        });
        assertEquals("net/part/breaker", assertInstanceOf(Ending.Failed.class, ending).failure().process());
        assertEquals(List.of("cleaned up"), seen);
    }

    @Test
    void a_caught_failure_of_a_placed_branch_leaves_the_network_going() {
        Ending ending = on(2, () -> {
            try {
                placedPar(() -> {}, () -> {
                    throw new IllegalStateException("no");
                });
            } catch (Failure failure) {
                seen.add(failure.process());
            }
            placedPar(() -> seen.add("again"), () -> {});
        });
        assertEquals(new Ending.Terminated(), ending);
        assertEquals(List.of("net/1", "again"), seen);
    }

    @Test
    void a_branch_on_another_processor_may_place_branches_itself() {
        Ending ending = on(2, () -> placedPar(
                () -> {},
                process("outer", () -> placedPar(process("a", () -> seen.add("a")), process("b", () -> {
                    throw new IllegalStateException("no");
                })))));
        assertEquals("net/outer/b", assertInstanceOf(Ending.Failed.class, ending).failure().process());
    }

    @Test
    void stop_ends_every_processor_in_order() {
        Ending ending = on(2, () -> {
            Channel<Integer> ready = Channel.link("ready", 2);
            placedPar(
                    process("stopper", () -> {
                        ready.in().read();
                        Scheduler.current().stop();
                        sleep(Duration.ofHours(1));
                    }),
                    process("sleeper", () -> {
                        try {
                            ready.out().write(1);
                            sleep(Duration.ofHours(1));
                        } finally {
                            seen.add("closed");
                        }
                    }));
        });
        assertEquals(new Ending.Stopped(), ending);
        assertEquals(List.of("closed"), seen);
    }

    @Test
    void poison_from_the_reader_ends_the_writer() {
        var written = new AtomicInteger();
        Ending ending = on(2, () -> {
            Channel<Integer> numbers = Channel.link("numbers", 8);
            placedPar(
                    process("writer", () -> {
                        try {
                            while (true) {
                                numbers.out().write(written.incrementAndGet());
                            }
                        } catch (Poisoned poisoned) {
                            seen.add(poisoned.getMessage());
                        }
                    }),
                    process("reader", () -> {
                        seen.add("first " + numbers.in().read());
                        numbers.in().poison();
                    }));
        });
        assertEquals(new Ending.Terminated(), ending);
        assertEquals(List.of("first 1", "numbers is poisoned"), seen);
    }

    @Test
    void links_are_branches_of_alternatives() {
        for (boolean registered : new boolean[] {false, true}) {
            var sums = new int[2];
            Ending ending = on(3, () -> {
                List<Channel<Integer>> links = List.of(Channel.link("left", 4), Channel.link("right", 4));
                Behaviour collector = () -> {
                    Alternative.Builder both = Alternative.fair().in(links.get(0).in(), x -> sums[0] += x).in(links.get(1).in(), x -> sums[1] += x);
                    Alternative next = registered ? both.registered() : both.transputer();
                    for (int i = 0; i < 200; i++) {
                        next.select();
                    }
                    next.close();
                };
                placedPar(collector, ones(links.get(0)), ones(links.get(1)));
            });
            assertEquals(new Ending.Terminated(), ending);
            assertEquals(List.of(100, 100), List.of(sums[0], sums[1]));
        }
    }

    private static Behaviour ones(Channel<Integer> link) {
        return () -> {
            Alternative output = Alternative.priority().out(link.out(), () -> 1, null).registered();
            for (int i = 0; i < 100; i++) {
                output.select();
            }
        };
    }

    @Test
    void a_token_goes_round_three_processors() {
        var hops = new AtomicInteger();
        Ending ending = on(3, () -> {
            List<Channel<Integer>> links = IntStream.range(0, 3).mapToObj(i -> Channel.<Integer>link("hop", 2)).toList();
            placedPar(IntStream.range(0, 3).mapToObj(i -> station(links.get(i), links.get((i + 1) % 3), i == 0, hops)).toList());
        });
        assertEquals(new Ending.Terminated(), ending);
        assertEquals(1000, hops.get());
    }

    private static Behaviour station(Channel<Integer> in, Channel<Integer> out, boolean begins, AtomicInteger hops) {
        return () -> {
            try {
                if (begins) {
                    out.out().write(0);
                }
                for (int hop = in.in().read(); hop < 999; hop = in.in().read()) {
                    hops.incrementAndGet();
                    out.out().write(hop + 1);
                }
                hops.incrementAndGet();
            } finally {
                out.out().poison();
            }
        };
    }

    @Test
    void an_end_belongs_to_one_processor() {
        Ending ending = on(2, () -> {
            Channel<Integer> numbers = Channel.link("numbers", 4);
            Channel<Integer> done = Channel.link("done", 2);
            placedPar(
                    () -> {
                        numbers.out().write(1);
                        done.out().write(1);
                    },
                    process("thief", () -> {
                        done.in().read();
                        numbers.out().write(2);
                    }));
        });
        assertEquals(
                "net/thief failed: java.lang.IllegalStateException: the end of numbers to write is used on another processor:"
                        + " give each processor a link of its own",
                assertInstanceOf(Ending.Failed.class, ending).failure().getMessage());
    }

    @Test
    void events_of_a_link_are_logged_put_before_take() {
        var events = new ArrayList<String>();
        var read = new ArrayList<Integer>();
        var settings = Settings.production().processors(2).with((now, process, channel, value) -> events.add(channel + "." + value));
        Scheduler.run(settings, "net", count(300, 8, read));
        assertEquals(600, events.size());
        for (int i = 0; i < 300; i++) {
            assertTrue(events.indexOf("numbers.put." + i) < events.indexOf("numbers.take." + i), "value " + i);
        }
    }

    @Test
    void on_one_processor_every_order_can_be_tried() {
        var runs = AllRuns.of(2000, count(2, 2, new ArrayList<>())).orElseThrow();
        assertTrue(runs.stream().allMatch(run -> run.endsWith("Terminated")), runs::toString);
        assertTrue(runs.contains("numbers.put.0 numbers.put.1 numbers.take.0 numbers.take.1 Terminated"), runs::toString);
    }

    @Test
    void what_cannot_be_repeated_on_several_processors_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> new Scheduler(Settings.simulated(Oracle.first()).processors(2)));
        assertThrows(IllegalArgumentException.class, () -> new Scheduler(Settings.production().with(Oracle.random(1)).processors(2)));
        assertThrows(IllegalArgumentException.class, () -> new Scheduler(Settings.production().livelockAfter(100).processors(2)));
        assertThrows(IllegalArgumentException.class, () -> new Scheduler(Settings.production().processors(0)));
    }
}
