package org.cspcheck.explorer.schedule;

import static org.cspcheck.runtime.library.Csp.par;
import static org.cspcheck.runtime.library.Csp.sleep;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.cspcheck.explorer.schedule.Scripted.Operation;
import org.cspcheck.explorer.schedule.SourceSetsTest.Tally;
import org.cspcheck.runtime.Behaviour;
import org.cspcheck.runtime.Failure;
import org.cspcheck.runtime.Poisoned;
import org.cspcheck.runtime.channel.Alternative;
import org.cspcheck.runtime.channel.Channel;
import org.junit.jupiter.api.Test;

/** A step is taken to come after all that its process could not have gone on without, and after nothing else: that would hide a race. */
class RacesTest {
    private static final int MOST_CAPACITY = 3;

    /** A channel for everybody; synchronous if its capacity is 0. */
    private static Channel<Integer> channel(String name, int capacity) {
        return capacity == 0 ? Channel.anyToAny(name) : Channel.buffered(name, capacity);
    }

    private static void compare(String name, Behaviour network) {
        Tally tally = SourceSetsTest.compare(name, Schedules.of("net", network), false);
        assertTrue(tally.networks() == 1 && tally.kinds() > 1, tally::toString);
    }

    /** Two writes are there when the reader comes. It takes the first, and can race then with what comes before the second. */
    private static Behaviour readsTheFirst(int capacity) {
        return () -> {
            Channel<Integer> c = channel("c", capacity);
            Channel<Integer> seen = Channel.buffered("seen", 2);
            par(() -> c.out().write(1),
                    () -> {
                        seen.out().write(2);
                        c.out().write(2);
                    },
                    () -> {
                        c.in().read();
                        seen.out().write(1);
                    });
        };
    }

    /** Two reads are there when the last writer comes. It needs the first, and can race then with what comes before the second. */
    private static Behaviour needsTheFirst(int capacity) {
        return () -> {
            Channel<Integer> c = channel("c", capacity);
            Channel<Integer> seen = Channel.buffered("seen", 2);
            par(() -> c.in().read(),
                    () -> {
                        seen.out().write(2);
                        c.in().read();
                    },
                    () -> {
                        for (int i = 0; i <= capacity; i++) {
                            c.out().write(i);
                        }
                        seen.out().write(1);
                    });
        };
    }

    @Test
    void a_reader_waits_for_no_write_after_that_of_its_value() {
        for (int capacity = 0; capacity <= MOST_CAPACITY; capacity++) {
            compare("capacity " + capacity, readsTheFirst(capacity));
        }
    }

    @Test
    void a_writer_waits_for_no_read_after_the_one_that_made_its_place() {
        for (int capacity = 0; capacity <= MOST_CAPACITY; capacity++) {
            compare("capacity " + capacity, needsTheFirst(capacity));
        }
    }

    @Test
    void who_finds_a_channel_poisoned_waits_for_nobody() {
        for (int capacity = 0; capacity <= MOST_CAPACITY; capacity++) {
            int holds = capacity;
            compare("capacity " + capacity, () -> {
                Channel<Integer> c = channel("c", holds);
                Channel<Integer> seen = Channel.buffered("seen", 2);
                c.in().poison();
                par(() -> {
                    seen.out().write(1);
                    fails(() -> c.in().read());
                }, () -> {
                    fails(() -> c.out().write(1));
                    seen.out().write(2);
                });
            });
            compare("capacity " + capacity, () -> {
                Channel<Integer> c = channel("c", holds);
                Channel<Integer> seen = Channel.buffered("seen", 2);
                c.in().poison();
                par(() -> {
                    seen.out().write(1);
                    fails(() -> c.out().write(1));
                }, () -> {
                    fails(() -> c.in().read());
                    seen.out().write(2);
                });
            });
        }
    }

    /** It reads on its way out, and gets the value if the writer came before. */
    @Test
    void who_was_told_to_end_races_with_the_other_side() {
        for (boolean writerFirst : new boolean[] {false, true}) {
            compare("writer first: " + writerFirst, () -> {
                Channel<Integer> c = Channel.buffered("c", 1);
                Channel<Integer> never = Channel.anyToAny("never");
                Behaviour writer = () -> c.out().write(1);
                Behaviour ended = () -> {
                    try {
                        never.in().read();
                    } finally {
                        c.in().read();
                    }
                };
                Behaviour fails = () -> {
                    try {
                        par(RacesTest::fail, ended);
                    } catch (Failure caught) {
                        c.in().read();
                    }
                };
                par(writerFirst ? List.of(writer, fails) : List.of(fails, writer));
            });
        }
    }

    private static void fail() {
        throw new IllegalStateException("expected");
    }

    private static void fails(Behaviour operation) throws Exception {
        try {
            operation.run();
        } catch (Poisoned expected) {
            return;
        }
        throw new AssertionError("not poisoned");
    }

    /** Whatever is seen first is seen before the other one can go on: there is one run, and no step looks like a race. */
    @Test
    void what_a_read_or_a_write_waits_for_comes_before_what_follows() {
        for (int capacity = 0; capacity <= MOST_CAPACITY; capacity++) {
            for (boolean full : new boolean[] {false, true}) {
                for (boolean readerFirst : new boolean[] {false, true}) {
                    SourceSetsTest.leads(1, 1, waits(capacity, full, readerFirst));
                }
            }
        }
    }

    /** The writer waits for the reader if the channel is full, the reader for the writer otherwise. */
    private static Behaviour waits(int capacity, boolean full, boolean readerFirst) {
        return () -> {
            Channel<Integer> c = channel("c", capacity);
            Channel<Integer> seen = Channel.buffered("seen", 2);
            for (int i = 0; full && i < capacity; i++) {
                c.out().write(i);
            }
            Behaviour writer = seenBy(seen, () -> c.out().write(1), full);
            Behaviour reader = seenBy(seen, () -> c.in().read(), !full);
            par(readerFirst ? List.of(reader, writer) : List.of(writer, reader));
        };
    }

    private static Behaviour seenBy(Channel<Integer> seen, Behaviour operation, boolean afterwards) {
        return () -> {
            if (!afterwards) {
                seen.out().write(1);
            }
            operation.run();
            if (afterwards) {
                seen.out().write(2);
            }
        };
    }

    /** Once both timers are due, that of the alternative may fire before or after each step, until the first of two others takes it back. */
    @Test
    void a_due_timer_fires_after_a_step_though_the_next_one_would_have_taken_it_back() {
        compare("due at once", () -> {
            Channel<Integer> c = Channel.anyToAny("c");
            Channel<Integer> seen = Channel.buffered("seen", 2);
            par(() -> Alternative.fair().in(c.in(), null).after(Duration.ofMillis(1), () -> seen.out().write(1)).select(),
                    () -> {
                        sleep(Duration.ofMillis(1));
                        par(() -> c.out().write(1), () -> seen.out().write(2));
                    });
        });
    }

    /** What the processes of a random network share: a channel that many use at both sides, and one by which it can be told who came first. */
    private record Common(Channel<Integer> c, Channel<Integer> seen) {}

    private static Operation<Common> operation(SplittableRandom random, boolean timed) {
        int value = random.nextInt(2);
        return switch (random.nextInt(timed ? 16 : 13)) {
            case 0, 1, 2 -> common -> common.c.out().write(value);
            case 3, 4, 5 -> common -> common.c.in().read();
            case 6, 7, 8 -> common -> common.seen.out().write(value);
            case 9 -> common -> Alternative.fair().in(common.c.in(), null).in(common.seen.in(), null).select();
            case 10 -> common -> Alternative.fair().out(common.c.out(), () -> value, null).in(common.seen.in(), null).registered().select();
            case 11 -> value == 0 ? common -> common.c.in().poison() : common -> common.c.out().poison();
            case 12 -> {
                Operation<Common> one = operation(random, timed);
                Operation<Common> other = operation(random, timed);
                yield common -> par(() -> one.perform(common), () -> other.perform(common));
            }
            case 13, 14 -> common -> sleep(Duration.ofMillis(value));
            default -> common -> Alternative.fair().in(common.c.in(), null).after(Duration.ofMillis(1), () -> common.seen.out().write(value)).select();
        };
    }

    /** A channel of any capacity, partly full, and two to four processes. */
    static Behaviour network(long seed) {
        var random = new SplittableRandom(seed);
        int capacity = random.nextInt(MOST_CAPACITY + 1);
        int held = random.nextInt(capacity + 1);
        boolean timed = seed % 4 == 0;
        int count = 2 + random.nextInt(3);
        List<List<Operation<Common>>> processes = new ArrayList<>();
        for (int p = 0; p < count; p++) {
            var operations = new ArrayList<Operation<Common>>();
            for (int length = 1 + random.nextInt(count == 2 ? 4 : count == 3 ? 3 : 2); length > 0; length--) {
                operations.add(operation(random, timed));
            }
            processes.add(operations);
        }
        boolean catches = random.nextBoolean();
        return () -> {
            var common = new Common(channel("c", capacity), Channel.buffered("seen", 9));
            for (int i = 0; i < held; i++) {
                common.c.out().write(i);
            }
            Scripted.run(processes, common, catches);
        };
    }

    @Test
    void each_kind_of_run_is_led_where_many_use_both_sides_of_a_channel() {
        Tally tally = SourceSetsTest.NONE;
        for (long seed = 0; seed < 1_500; seed++) {
            tally = tally.plus(SourceSetsTest.compare("seed " + seed, Schedules.of("net", network(seed)), false));
        }
        assertTrue(tally.networks() > 1_000 && tally.kinds() > 25_000, tally::toString);
    }
}
