package org.cspcheck.runtime;

import static org.cspcheck.runtime.library.Csp.choose;
import static org.cspcheck.runtime.library.Csp.giveWay;
import static org.cspcheck.runtime.library.Csp.loop;
import static org.cspcheck.runtime.library.Csp.now;
import static org.cspcheck.runtime.library.Csp.par;
import static org.cspcheck.runtime.library.Csp.priPar;
import static org.cspcheck.runtime.library.Csp.process;
import static org.cspcheck.runtime.library.Csp.sleep;
import static org.cspcheck.runtime.library.Csp.sleepUntil;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.cspcheck.runtime.channel.Channel;
import org.junit.jupiter.api.Test;

class SchedulerTest {
    private final List<String> seen = new ArrayList<>();

    private Behaviour says(String... words) {
        return () -> {
            for (String word : words) {
                seen.add(word);
                giveWay();
            }
        };
    }

    @Test
    void processes_run_first_come_first_served() {
        Trial.of(() -> par(says("a", "b"), says("1", "2"), says("x", "y")));
        assertEquals(List.of("a", "1", "x", "b", "2", "y"), seen);
    }

    @Test
    void the_oracle_decides_the_queue_order() {
        Trial.of(Oracle.recorded(List.of(1, 0, 0, 0, 0)), () -> par(says("a", "b"), says("1", "2")));
        assertEquals(List.of("1", "a", "2", "b"), seen);
    }

    @Test
    void a_recording_repeats_the_run() {
        for (int seed = 0; seed < 50; seed++) {
            seen.clear();
            var recording = new Recording(Oracle.random(seed));
            Trial.of(recording, () -> par(says("a", "b", "c"), says("1", "2"), says("x")));
            List<String> first = List.copyOf(seen);
            seen.clear();
            Trial.of(Oracle.recorded(recording.choices()), () -> par(says("a", "b", "c"), says("1", "2"), says("x")));
            assertEquals(first, seen);
        }
    }

    @Test
    void an_oracle_that_always_takes_the_first_is_not_asked() {
        var oracle = new Oracle() {
            @Override
            public int choose(ChoicePoint point) {
                throw new AssertionError("asked " + point);
            }

            @Override
            public boolean alwaysFirst() {
                return true;
            }
        };
        assertEquals(new Ending.Terminated(), Trial.of(oracle, () -> par(says("a", "b"), says("1", "2"))).ending());
    }

    @Test
    void answering_zero_is_the_default_policy() {
        Behaviour net = () -> {
            Channel<Integer> c = Channel.anyToOne("c");
            par(() -> c.out().write(1), () -> c.out().write(2), () -> List.of(c.in().read(), c.in().read()));
        };
        assertEquals(Trial.of(Oracle.first(), net), Trial.of(point -> 0, net));
    }

    @Test
    void choose_reaches_every_answer() {
        var answers = new TreeSet<Integer>();
        for (int seed = 0; seed < 40; seed++) {
            Trial.of(Oracle.random(seed), () -> answers.add(choose("which", 3)));
        }
        assertEquals(new TreeSet<>(List.of(0, 1, 2)), answers);
    }

    @Test
    void a_recording_that_does_not_fit_stops_the_scheduler_and_is_no_failure_of_a_process() {
        Behaviour net = () -> par(says("a", "b"), says("1", "2"));
        var thrown = assertThrows(IllegalStateException.class, () -> Trial.of(Oracle.recorded(List.of(1)), net));
        assertEquals("the recording ends before choice point 1", thrown.getMessage());
    }

    @Test
    void simulated_time_jumps_to_the_next_deadline() {
        var times = new ArrayList<Long>();
        Trial.of(() -> par(
                () -> {
                    sleep(Duration.ofDays(2));
                    times.add(now());
                },
                () -> {
                    sleep(Duration.ofDays(1));
                    times.add(now());
                }));
        assertEquals(List.of(Duration.ofDays(1).toNanos(), Duration.ofDays(2).toNanos()), times);
    }

    @Test
    void who_sleeps_on_the_real_clock_does_not_wake_before_time() {
        long[] woken = new long[1];
        Scheduler.run(Settings.production(), "net", () -> {
            sleep(Duration.ofMillis(5));
            woken[0] = now();
        });
        assertTrue(woken[0] >= 5_000_000, () -> woken[0] + " ns");
    }

    @Test
    void two_timers_with_one_deadline_fire_in_either_order() {
        var orders = new TreeSet<String>();
        for (int seed = 0; seed < 20; seed++) {
            seen.clear();
            Trial.of(Oracle.random(seed), () -> par(
                    () -> {
                        sleep(Duration.ofMillis(1));
                        seen.add("a");
                    },
                    () -> {
                        sleep(Duration.ofMillis(1));
                        seen.add("b");
                    }));
            orders.add(String.join("", seen));
        }
        assertEquals(new TreeSet<>(List.of("ab", "ba")), orders);
    }

    @Test
    void deadlines_within_the_race_have_no_order() {
        var orders = new TreeSet<String>();
        for (int seed = 0; seed < 20; seed++) {
            seen.clear();
            Behaviour net = () -> par(
                    () -> {
                        sleep(Duration.ofMillis(10));
                        seen.add("a");
                    },
                    () -> {
                        sleep(Duration.ofMillis(11));
                        seen.add("b");
                    });
            Scheduler.run(Settings.simulated(Oracle.random(seed)).race(Duration.ofMillis(2)), "net", net);
            orders.add(String.join("", seen));
        }
        assertEquals(new TreeSet<>(List.of("ab", "ba")), orders);
    }

    @Test
    void the_second_branch_of_a_pri_par_waits_for_the_first() {
        Trial.of(() -> priPar(says("a", "b", "c"), says("1", "2")));
        assertEquals(List.of("a", "b", "c", "1", "2"), seen);
    }

    @Test
    void in_a_pri_par_who_is_less_urgent_waits_until_all_before_it_wait() {
        for (int seed = 0; seed < 20; seed++) {
            seen.clear();
            Trial.of(Oracle.random(seed), () -> {
                Channel<String> words = Channel.oneToOne("words");
                priPar(
                        () -> {
                            while (true) {
                                seen.add("heard " + words.in().read());
                            }
                        },
                        () -> {
                            for (String word : List.of("a", "b")) {
                                words.out().write(word);
                                giveWay();
                            }
                            sleep(Duration.ofMillis(1));
                            words.out().poison();
                        },
                        says("idle"));
            });
            assertEquals(List.of("heard a", "heard b", "idle"), seen, "seed " + seed);
        }
    }

    @Test
    void whatever_a_branch_throws_a_neighbour_that_communicates_goes_on() {
        for (Throwable thrown : List.of(new IllegalStateException("no"), new StackOverflowError(), new AssertionError("no"), new Exception("no"))) {
            for (int seed = 0; seed < 10; seed++) {
                var scheduler = new Scheduler(Settings.simulated(Oracle.random(seed)));
                Network bad = scheduler.start("bad", () -> {
                    Channel<Integer> c = Channel.oneToOne("c");
                    par(() -> c.in().read(), () -> par(process("deep", () -> {
                        giveWay();
                        sneak(thrown);
                    })));
                });
                seen.clear();
                Network good = scheduler.start("good", () -> {
                    Channel<Integer> c = Channel.oneToOne("c");
                    par(
                            () -> {
                                for (int i = 0; i < 5; i++) {
                                    c.out().write(i);
                                }
                            },
                            () -> {
                                for (int i = 0; i < 5; i++) {
                                    seen.add("" + c.in().read());
                                }
                            });
                });
                scheduler.run();
                assertEquals(new Ending.Terminated(), good.ending().orElseThrow());
                assertEquals(List.of("0", "1", "2", "3", "4"), seen);
                Failure failure = assertInstanceOf(Ending.Failed.class, bad.ending().orElseThrow()).failure();
                assertEquals("bad/1/deep", failure.process());
                assertEquals(thrown, failure.getCause());
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static <X extends Throwable> void sneak(Throwable thrown) throws X {
        throw (X) thrown;
    }

    @Test
    void a_par_ends_when_its_branches_have_ended() {
        Trial.of(() -> {
            par(says("a"), () -> {
                sleep(Duration.ofHours(1));
                seen.add("late");
            });
            seen.add("after");
        });
        assertEquals(List.of("a", "late", "after"), seen);
    }

    @Test
    void a_failure_ends_the_siblings_and_runs_their_finally_blocks() {
        var failure = new Failure[1];
        Trial.of(() -> {
            try {
                par(
                        process("sleeper", () -> {
                            try {
                                sleep(Duration.ofHours(1));
                            } finally {
                                seen.add("cleaned up");
                            }
                        }),
                        process("breaker", () -> {
                            throw new IllegalArgumentException("no");
                        }));
            } catch (Failure caught) {
                failure[0] = caught;
            }
            seen.add("at " + now());
        });
        assertEquals(List.of("cleaned up", "at 0"), seen);
        assertEquals("net/breaker", failure[0].process());
        assertEquals("net/breaker failed: java.lang.IllegalArgumentException: no", failure[0].getMessage());
    }

    @Test
    void what_a_failure_ends_ends_from_the_inside_out_and_a_par_returns_after_all_of_it() {
        Trial.of(() -> {
            try {
                par(
                        process("outer", () -> {
                            try {
                                par(process("inner", () -> {
                                    try {
                                        sleep(Duration.ofHours(1));
                                    } finally {
                                        seen.add("inner");
                                    }
                                }));
                            } finally {
                                seen.add("outer");
                            }
                        }),
                        process("breaker", () -> {
                            sleep(Duration.ofSeconds(1));
                            throw new IllegalArgumentException("no");
                        }));
            } catch (Failure caught) {
                seen.add(caught.process());
            }
        });
        assertEquals(List.of("inner", "outer", "net/breaker"), seen);
    }

    @Test
    void sleeping_until_a_time_that_is_over_takes_no_time() {
        Trial.of(() -> {
            sleepUntil(3_000_000);
            sleepUntil(1_000_000);
            seen.add("at " + now());
        });
        assertEquals(List.of("at 3000000"), seen);
    }

    @Test
    void a_loop_ends_with_null_and_its_value_shows_in_snapshots() {
        Trial.of(() -> loop(1, n -> {
            seen.add(Scheduler.current().snapshot().processes().getFirst().loopHead() + "");
            return n == 4 ? null : 2 * n;
        }));
        assertEquals(List.of("1", "2", "4"), seen);
    }

    @Test
    void a_failed_network_leaves_its_neighbour_alone() {
        var scheduler = new Scheduler(Settings.simulated(Oracle.first()));
        Network bad = scheduler.start("bad", () -> {
            throw new IllegalStateException("out of order");
        });
        Network good = scheduler.start("good", () -> {
            sleep(Duration.ofSeconds(1));
            seen.add("done");
        });
        scheduler.run();
        assertEquals("bad", assertInstanceOf(Ending.Failed.class, bad.ending().orElseThrow()).failure().process());
        assertEquals(new Ending.Terminated(), good.ending().orElseThrow());
        assertEquals(List.of("done"), seen);
    }

    @Test
    void a_deadlock_names_who_waits_where_on_whom() {
        var ending = Trial.of(() -> {
                    Channel<Integer> a = Channel.oneToOne("a");
                    Channel<Integer> b = Channel.oneToOne("b");
                    par(
                            process("left", () -> {
                                a.out().write(1);
                                b.in().read();
                                a.out().write(2);
                            }),
                            process("right", () -> {
                                a.in().read();
                                b.out().write(1);
                                b.out().write(2);
                            }));
                })
                .ending();
        Snapshot state = assertInstanceOf(Ending.Deadlocked.class, ending).state();
        assertEquals(List.of("net/left", "net/right"), state.circle());
        assertEquals(
                List.of("net waits to end a PAR of 2 on net/left, net/right (stuck)",
                        "net/left waits to write a on net/right (stuck)",
                        "net/right waits to write b on net/left (stuck)"),
                state.text().lines().skip(1).limit(3).map(String::strip).toList());
    }

    @Test
    void a_part_that_is_stuck_for_good_is_found_while_the_rest_runs() {
        var stuck = new ArrayList<String>();
        Trial.of(() -> {
            Channel<Integer> a = Channel.oneToOne("a");
            par(
                    process("once", () -> a.out().write(1)),
                    process("twice", () -> {
                        a.in().read();
                        a.in().read();
                    }),
                    process("clock", () -> {
                        sleep(Duration.ofSeconds(1));
                        Scheduler.current().snapshot().stuck().forEach(process -> stuck.add(process.path()));
                    }));
        });
        assertEquals(List.of("net", "net/twice"), stuck);
    }

    @Test
    void a_network_with_an_open_boundary_is_not_deadlocked() throws Exception {
        var scheduler = new Scheduler(Settings.production());
        var waiting = new Tasklet[1];
        Network network = scheduler.start("net", () -> {
            Scheduler.current().open();
            waiting[0] = Scheduler.current().self();
            new Thread(() -> {
                try {
                    Thread.sleep(20);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                scheduler.post(() -> scheduler.resume(waiting[0], "from outside"));
            }).start();
            seen.add((String) Scheduler.current().suspend(process -> true, null));
            Scheduler.current().close();
        });
        scheduler.run();
        assertEquals(new Ending.Terminated(), network.ending().orElseThrow());
        assertEquals(List.of("from outside"), seen);
    }

    @Test
    void processes_that_are_busy_for_ever_and_do_nothing_are_a_livelock() {
        var settings = Settings.simulated(Oracle.first()).livelockAfter(1000);
        Ending ending = Scheduler.run(settings, "net", () -> par(says(new String[2000]), process("busy", () -> {
            while (true) {
                giveWay();
            }
        })));
        assertEquals(3, assertInstanceOf(Ending.Livelocked.class, ending).state().processes().size());
    }

    @Test
    void a_stopped_network_ends_in_order() {
        var scheduler = new Scheduler(Settings.production());
        Network network = scheduler.start("net", () -> {
            try {
                scheduler.stop();
                sleep(Duration.ofHours(1));
            } finally {
                seen.add("closed");
            }
        });
        scheduler.run();
        assertEquals(new Ending.Stopped(), network.ending().orElseThrow());
        assertEquals(List.of("closed"), seen);
    }

    @Test
    void other_threads_are_turned_away() {
        var message = new String[1];
        Scheduler.run(Settings.production(), "net", () -> {
            Channel<Integer> c = Channel.oneToOne("c");
            var thread = new Thread(() -> {
                try {
                    c.out().write(1);
                } catch (IllegalStateException e) {
                    message[0] = e.getMessage();
                }
            });
            thread.start();
            thread.join();
        });
        assertEquals("only a running process of the network may do this; other threads use boundary channels or post, other processors links", message[0]);
    }
}
