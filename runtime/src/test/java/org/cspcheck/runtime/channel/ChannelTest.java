package org.cspcheck.runtime.channel;

import static org.cspcheck.runtime.library.Csp.par;
import static org.cspcheck.runtime.library.Csp.process;
import static org.cspcheck.runtime.library.Csp.sleep;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import org.cspcheck.runtime.Behaviour;
import org.cspcheck.runtime.Ending;
import org.cspcheck.runtime.Failure;
import org.cspcheck.runtime.Oracle;
import org.cspcheck.runtime.Poisoned;
import org.cspcheck.runtime.Scheduler;
import org.cspcheck.runtime.Settings;
import org.cspcheck.runtime.Trial;
import org.junit.jupiter.api.Test;

class ChannelTest {
    private final List<Object> seen = new ArrayList<>();

    private static Behaviour writes(Out<Integer> out, int... values) {
        return () -> {
            for (int value : values) {
                out.write(value);
            }
        };
    }

    private Behaviour reads(In<Integer> in, int times) {
        return () -> {
            for (int i = 0; i < times; i++) {
                seen.add(in.read());
            }
        };
    }

    @Test
    void a_synchronous_writer_waits_for_its_reader() {
        Trial.of(() -> {
            Channel<Integer> c = Channel.oneToOne("c");
            par(
                    () -> {
                        c.out().write(1);
                        seen.add("written");
                    },
                    () -> {
                        sleep(Duration.ofSeconds(1));
                        seen.add("reads");
                        c.in().read();
                    });
        });
        assertEquals(List.of("reads", "written"), seen);
    }

    @Test
    void a_second_writer_of_a_one_to_one_channel_is_told_so() {
        Trial trial = Trial.of(() -> {
            Channel<Integer> c = Channel.oneToOne("c");
            par(process("first", writes(c.out(), 1)), process("second", writes(c.out(), 2)));
        });
        Failure failure = assertInstanceOf(Ending.Failed.class, trial.ending()).failure();
        assertEquals("net/second", failure.process());
        assertEquals("the end of c to write is for one process, and both net/first and net/second use it; make it a channel from or to any",
                failure.getCause().getMessage());
    }

    /** The name says how many processes may use each end. */
    @Test
    void an_end_is_for_one_process_or_for_any_as_the_name_of_the_channel_says() {
        record Kind(Function<String, Channel<Integer>> made, boolean anyWriter, boolean anyReader) {}
        for (Kind kind : List.of(
                new Kind(Channel::oneToOne, false, false),
                new Kind(Channel::anyToOne, true, false),
                new Kind(Channel::oneToAny, false, true),
                new Kind(Channel::anyToAny, true, true))) {
            for (boolean writers : List.of(true, false)) {
                Ending ending = Scheduler.run(Settings.simulated(Oracle.first()), "around", () -> {
                    Channel<Integer> c = kind.made.apply("c");
                    Behaviour user = () -> {
                        if (writers) {
                            c.out().write(1);
                        } else {
                            c.in().read();
                        }
                    };
                    par(user, user, () -> {
                        for (int i = 0; i < 2; i++) {
                            if (writers) {
                                c.in().read();
                            } else {
                                c.out().write(1);
                            }
                        }
                    });
                });
                boolean allowed = writers ? kind.anyWriter : kind.anyReader;
                assertEquals(allowed ? Ending.Terminated.class : Ending.Failed.class, ending.getClass(), kind + ", writers: " + writers);
            }
        }
    }

    @Test
    void writers_of_a_shared_end_come_in_every_order() {
        var orders = new TreeSet<String>();
        for (int seed = 0; seed < 60; seed++) {
            orders.add(String.join(" ", Trial.of(Oracle.random(seed), () -> {
                        Channel<Integer> c = Channel.anyToOne("c");
                        par(writes(c.out(), 1, 2), writes(c.out(), 3), reads(c.in(), 3));
                    })
                    .events()));
        }
        assertEquals(new TreeSet<>(List.of("c.1 c.2 c.3", "c.1 c.3 c.2", "c.3 c.1 c.2")), orders);
    }

    /** Who waits stands in line, so of three writers and two readers that never stop each has its share; who has the turn may go on for a few. */
    @Test
    void nobody_starves_at_an_any_to_any_channel() {
        int[] writes = new int[3];
        int[] reads = new int[2];
        Trial.of(() -> {
            Channel<Integer> c = Channel.anyToAny("c");
            var processes = new java.util.ArrayList<Behaviour>();
            for (int writer = 0; writer < 3; writer++) {
                int me = writer;
                processes.add(() -> {
                    while (true) {
                        c.out().write(me);
                    }
                });
            }
            for (int reader = 0; reader < 2; reader++) {
                int me = reader;
                processes.add(() -> {
                    while (reads[0] + reads[1] < 600) {
                        writes[c.in().read()]++;
                        reads[me]++;
                    }
                    c.in().poison();
                });
            }
            par(processes);
        });
        for (int share : new int[] {writes[0], writes[1], writes[2], reads[0], reads[1]}) {
            assertTrue(share >= 100, () -> List.of(writes[0], writes[1], writes[2], reads[0], reads[1]).toString());
        }
    }

    @Test
    void a_buffer_lets_its_writer_go_ahead_until_it_is_full() {
        Trial trial = Trial.of(() -> {
            Channel<Integer> c = Channel.buffered("c", 2);
            par(writes(c.out(), 1, 2, 3), reads(c.in(), 3));
        });
        assertEquals(List.of("c.put.1", "c.put.2", "c.take.1", "c.put.3", "c.take.2", "c.take.3"), trial.events());
        assertEquals(List.of(1, 2, 3), seen);
    }

    @Test
    void an_overwriting_buffer_loses_the_oldest() {
        Trial.of(() -> {
            Channel<Integer> c = Channel.overwriting("c", 2);
            writes(c.out(), 1, 2, 3, 4).run();
            reads(c.in(), 2).run();
        });
        assertEquals(List.of(3, 4), seen);
    }

    @Test
    void a_dropping_buffer_loses_the_newest() {
        Trial.of(() -> {
            Channel<Integer> c = Channel.dropping("c", 2);
            writes(c.out(), 1, 2, 3, 4).run();
            reads(c.in(), 2).run();
        });
        assertEquals(List.of(1, 2), seen);
    }

    @Test
    void a_buffer_without_room_is_refused() {
        Ending ending = Trial.of(() -> Channel.buffered("c", 0)).ending();
        assertInstanceOf(IllegalArgumentException.class, assertInstanceOf(Ending.Failed.class, ending).failure().getCause());
    }

    @Test
    void poison_runs_down_a_pipeline_and_every_process_ends() {
        Trial trial = Trial.of(() -> {
            Channel<Integer> a = Channel.oneToOne("a");
            Channel<Integer> b = Channel.oneToOne("b");
            par(
                    () -> {
                        writes(a.out(), 1, 2).run();
                        a.out().poison();
                    },
                    () -> {
                        try {
                            while (true) {
                                b.out().write(10 * a.in().read());
                            }
                        } catch (Poisoned poisoned) {
                            b.out().poison();
                            throw poisoned;
                        }
                    },
                    reads(b.in(), 99));
        });
        assertEquals(new Trial(new Ending.Terminated(), List.of("a.1", "b.10", "a.2", "b.20")), trial);
    }

    @Test
    void what_a_buffer_holds_is_read_before_the_poison() {
        Trial.of(() -> {
            Channel<Integer> c = Channel.buffered("c", 5);
            writes(c.out(), 1, 2).run();
            c.out().poison();
            reads(c.in(), 2).run();
            assertThrows(Poisoned.class, c.in()::read);
            seen.add("end");
        });
        assertEquals(List.of(1, 2, "end"), seen);
    }

    @Test
    void a_reader_that_poisons_drops_what_the_buffer_holds() {
        Trial.of(() -> {
            Channel<Integer> c = Channel.buffered("c", 5);
            writes(c.out(), 1, 2).run();
            c.in().poison();
            assertThrows(Poisoned.class, c.in()::read);
            assertThrows(Poisoned.class, () -> c.out().write(3));
            seen.add("end");
        });
        assertEquals(List.of("end"), seen);
    }

    @Test
    void a_process_that_was_ended_while_it_waited_has_not_communicated() {
        Trial trial = Trial.of(() -> {
            Channel<Integer> c = Channel.anyToOne("c");
            try {
                par(writes(c.out(), 1), () -> {
                    throw new IllegalStateException();
                });
            } catch (Failure expected) {
                par(writes(c.out(), 2), reads(c.in(), 1));
            }
        });
        assertEquals(List.of("c.2"), trial.events());
    }
}
