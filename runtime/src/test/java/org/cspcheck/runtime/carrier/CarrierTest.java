package org.cspcheck.runtime.carrier;

import static org.cspcheck.runtime.library.Csp.par;
import static org.cspcheck.runtime.library.Csp.process;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.cspcheck.runtime.Behaviour;
import org.cspcheck.runtime.Ending;
import org.cspcheck.runtime.Oracle;
import org.cspcheck.runtime.Trial;
import org.cspcheck.runtime.channel.Channel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CarrierTest {
    static Stream<Supplier<Carrier>> carriers() {
        return Stream.of(
                        Stream.<Supplier<Carrier>>of(Carrier::baton),
                        ContinuationCarrier.available() ? Stream.<Supplier<Carrier>>of(Carrier::continuations) : Stream.<Supplier<Carrier>>empty(),
                        ExecutorCarrier.available() ? Stream.<Supplier<Carrier>>of(Carrier::ownExecutor) : Stream.<Supplier<Carrier>>empty())
                .flatMap(carrier -> carrier);
    }

    private static final Behaviour RELAY = () -> {
        Channel<Integer> a = Channel.oneToOne("a");
        Channel<Integer> b = Channel.oneToOne("b");
        par(
                () -> {
                    for (int i = 0; i < 3; i++) {
                        a.out().write(i);
                    }
                },
                () -> {
                    for (int i = 0; i < 3; i++) {
                        b.out().write(10 * a.in().read());
                    }
                },
                () -> {
                    for (int i = 0; i < 3; i++) {
                        b.in().read();
                    }
                });
    };

    @ParameterizedTest
    @MethodSource("carriers")
    void every_carrier_runs_the_same_schedule(Supplier<Carrier> carrier) {
        assertEquals(List.of("a.0", "b.0", "a.1", "b.10", "a.2", "b.20"), Trial.of(Oracle.first(), carrier, RELAY).events());
        assertEquals(Trial.of(Oracle.random(7), Carrier::baton, RELAY), Trial.of(Oracle.random(7), carrier, RELAY));
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void a_hundred_thousand_processes_pass_a_token_on(Supplier<Carrier> carrier) {
        int size = 100_000;
        int[] sum = new int[1];
        Trial trial = Trial.of(Oracle.first(), carrier, () -> {
            var processes = new Behaviour[size];
            Channel<Integer> first = Channel.oneToOne("c");
            Channel<Integer> before = first;
            for (int i = 0; i < size; i++) {
                Channel<Integer> in = before;
                Channel<Integer> out = Channel.oneToOne("c");
                processes[i] = () -> out.out().write(in.in().read() + 1);
                before = out;
            }
            Channel<Integer> last = before;
            par(() -> par(processes), () -> {
                first.out().write(0);
                sum[0] = last.in().read();
            });
        });
        assertEquals(new Ending.Terminated(), trial.ending());
        assertEquals(size, sum[0]);
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void a_failing_process_harms_nobody_else(Supplier<Carrier> carrier) {
        var ending = Trial.of(Oracle.first(), carrier, () -> par(
                        process("good", () -> Channel.oneToOne("never").in().read()),
                        process("bad", () -> par(process("worse", () -> {
                            throw new java.io.IOException("disk");
                        })))))
                .ending();
        assertEquals("net/bad/worse", assertInstanceOf(Ending.Failed.class, ending).failure().process());
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void a_process_has_the_scoped_values_that_it_has_bound_and_no_others(Supplier<Carrier> carrier) {
        ScopedValue<String> value = ScopedValue.newInstance();
        var seen = new ArrayList<String>();
        Ending ending = Trial.of(Oracle.first(), carrier, () -> {
            Channel<Integer> c = Channel.oneToOne("c");
            Channel<Integer> d = Channel.oneToOne("d");
            par(
                    () -> {
                        ScopedValue.where(value, "one").run(() -> {
                            seen.add("1 " + value.get());
                            c.out().write(0);
                            seen.add("1 " + value.orElse("none"));
                            d.in().read();
                            seen.add("1 " + value.orElse("none"));
                        });
                        seen.add("1 " + value.orElse("none"));
                    },
                    () -> {
                        seen.add("2 " + value.orElse("none"));
                        c.in().read();
                        seen.add("2 " + value.orElse("none"));
                        ScopedValue.where(value, "two").run(() -> {
                            d.out().write(0);
                            seen.add("2 " + value.orElse("none"));
                        });
                        seen.add("2 " + value.orElse("none"));
                    });
        }).ending();
        assertEquals(new Ending.Terminated(), ending);
        assertEquals(List.of("1 one", "2 none", "2 none", "1 one", "1 one", "1 none", "2 two", "2 none"), seen);
    }

    /** A virtual thread is a continuation itself: its processes are run inside of it, and not directly. */
    @Test
    void a_virtual_thread_may_drive_a_network() throws InterruptedException {
        assumeTrue(ContinuationCarrier.available());
        Supplier<Carrier> carrier = Carrier::continuations;
        var there = new Trial[2];
        Thread.ofVirtual().start(() -> {
            there[0] = Trial.of(Oracle.first(), carrier, RELAY);
            there[1] = Trial.of(Oracle.random(7), carrier, RELAY);
        }).join();
        assertEquals(Trial.of(Oracle.first(), carrier, RELAY), there[0]);
        assertEquals(Trial.of(Oracle.random(7), carrier, RELAY), there[1]);
    }

    @Test
    void a_network_inside_a_process_runs_to_its_end_between_two_steps_of_it() {
        assumeTrue(ContinuationCarrier.available());
        Trial[] inner = new Trial[1];
        Trial outer = Trial.of(Oracle.first(), Carrier::continuations, () -> {
            Channel<Integer> c = Channel.oneToOne("c");
            par(
                    () -> {
                        c.out().write(1);
                        inner[0] = Trial.of(Oracle.first(), Carrier::continuations, RELAY);
                        c.out().write(2);
                    },
                    () -> c.in().read(),
                    () -> { });
        });
        assertEquals(Trial.of(Oracle.first(), Carrier::continuations, RELAY), inner[0]);
        assertEquals(List.of("c.1"), outer.events());
        assertInstanceOf(Ending.Deadlocked.class, outer.ending());
    }

    @Test
    void continuations_say_which_flag_they_need() {
        assumeTrue(!ContinuationCarrier.available());
        String message = assertThrows(UnsupportedOperationException.class, Carrier::continuations).getMessage();
        assertEquals(true, message.endsWith("--add-exports java.base/jdk.internal.vm=ALL-UNNAMED"), message);
    }

    @Test
    void who_would_wait_inside_synchronized_is_refused_where_all_share_a_thread() {
        assumeTrue(ContinuationCarrier.available());
        Object monitor = new Object();
        Behaviour net = () -> {
            Channel<Integer> c = Channel.oneToOne("c");
            par(
                    process("holder", () -> {
                        synchronized (monitor) {
                            c.out().write(1);
                        }
                    }),
                    process("next", () -> {
                        synchronized (monitor) {
                            c.in().read();
                        }
                    }));
        };
        for (Oracle oracle : List.of(Oracle.first(), Oracle.random(1))) {
            Ending.Failed failed = assertInstanceOf(Ending.Failed.class, Trial.of(oracle, Carrier::continuations, net).ending());
            assertTrue(failed.failure().getMessage().matches("net/(holder|next) failed: .*net/\\1 would wait inside synchronized \\(java.lang.Object, taken at .*"),
                    failed.failure()::getMessage);
        }
    }

    /** A million harmless waits of the same code come first, so that no look of now and then would find it. */
    @Test
    void a_process_that_waits_inside_synchronized_late_is_refused_as_surely() {
        assumeTrue(LockStack.available());
        int rounds = 100_000;
        Object monitor = new Object();
        int[] written = new int[1];
        Behaviour net = () -> {
            Channel<Integer> c = Channel.oneToOne("c");
            par(
                    process("writer", () -> {
                        for (; written[0] < rounds; written[0]++) {
                            if (written[0] == rounds - 10) {
                                synchronized (monitor) {
                                    c.out().write(0);
                                }
                            }
                            c.out().write(written[0]);
                        }
                    }),
                    process("reader", () -> {
                        while (true) {
                            c.in().read();
                            if (written[0] > rounds - 10) {
                                synchronized (monitor) {
                                    written[0]++;
                                }
                            }
                        }
                    }));
        };
        Ending.Failed failed = assertInstanceOf(Ending.Failed.class, Trial.of(Oracle.first(), Carrier::continuations, net).ending());
        assertEquals("net/writer", failed.failure().process());
        assertEquals(rounds - 10, written[0]);
        assertTrue(failed.failure().getMessage().contains("net/writer would wait inside synchronized (java.lang.Object, taken at "),
                failed.failure()::getMessage);
    }

    @Test
    void a_monitor_that_was_waited_for_is_seen_at_the_first_wait() throws InterruptedException {
        assumeTrue(ContinuationCarrier.available());
        Object monitor = new Object();
        synchronized (monitor) {
            monitor.wait(0, 1); // from now on it is in no lock stack
        }
        Ending.Failed failed = assertInstanceOf(Ending.Failed.class, Trial.of(Oracle.first(), Carrier::continuations, () -> {
            synchronized (monitor) {
                Channel.oneToOne("c").in().read();
            }
        }).ending());
        assertTrue(failed.failure().getMessage().contains("net would wait inside synchronized (java.lang.Object, taken at "), failed.failure()::getMessage);
    }

    /** The waits of {@code finally} blocks on the way out are refused as well, and the monitor is free in the end. */
    @Test
    void who_is_refused_lets_go_of_the_monitor() {
        assumeTrue(LockStack.available());
        Object monitor = new Object();
        int[] refused = new int[1];
        Ending ending = Trial.of(Oracle.first(), Carrier::continuations, () -> {
            Channel<Integer> c = Channel.oneToOne("c");
            par(
                    process("stubborn", () -> {
                        synchronized (monitor) {
                            for (int i = 0; i < 100; i++) {
                                try {
                                    c.out().write(i);
                                } catch (IllegalStateException held) {
                                    refused[0]++;
                                }
                            }
                        }
                        c.out().write(7);
                    }),
                    process("other", () -> {
                        synchronized (monitor) {
                            refused[0]++;
                        }
                        assertEquals(7, c.in().read());
                    }));
        }).ending();
        assertEquals(new Ending.Terminated(), ending);
        assertEquals(101, refused[0]);
    }

    @Test
    void a_par_inside_synchronized_ends_the_run_before_its_branches_begin() {
        assumeTrue(LockStack.available());
        for (int looks = 0; looks < 40; looks++) { // past the looks that each first wait gets
            boolean[] begun = new boolean[1];
            Behaviour net = () -> {
                synchronized (begun) {
                    par(process("branch", () -> begun[0] = true));
                }
            };
            String message;
            try {
                message = assertInstanceOf(Ending.Failed.class, Trial.of(Oracle.first(), Carrier::continuations, net).ending()).failure().getMessage();
            } catch (IllegalStateException run) {
                message = run.getMessage();
            }
            assertTrue(message.contains("net would wait inside synchronized"), message);
            assertEquals(false, begun[0]);
        }
    }

    @Test
    void networks_that_are_run_inside_synchronized_are_refused_where_a_process_would_take_the_monitor_along() {
        assumeTrue(LockStack.available());
        synchronized (this) {
            String message = assertThrows(IllegalStateException.class, () -> Trial.of(Oracle.first(), Carrier::continuations, RELAY)).getMessage();
            assertTrue(message.matches("the networks were run inside synchronized \\(.*CarrierTest, taken at .*"), message);
            assertTrue(Thread.holdsLock(this));
        }
        assertEquals(false, Thread.holdsLock(this));
        assertEquals(new Ending.Terminated(), Trial.of(Oracle.first(), Carrier::continuations, RELAY).ending());
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void other_carriers_let_processes_wait_inside_synchronized(Supplier<Carrier> carrier) {
        assumeTrue(!carrier.get().sharesThread());
        Object monitor = new Object();
        Ending ending = Trial.of(Oracle.first(), carrier, () -> {
            Channel<Integer> c = Channel.oneToOne("c");
            par(
                    process("holder", () -> {
                        synchronized (monitor) {
                            c.out().write(1);
                        }
                    }),
                    process("reader", () -> c.in().read()));
        }).ending();
        assertEquals(new Ending.Terminated(), ending);
    }
}
