package org.cspcheck.explorer.schedule;

import static org.cspcheck.runtime.library.Csp.giveWay;
import static org.cspcheck.runtime.library.Csp.loop;
import static org.cspcheck.runtime.library.Csp.par;
import static org.cspcheck.runtime.library.Csp.process;
import static org.cspcheck.runtime.library.Csp.sleep;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.cspcheck.explorer.schedule.Exploration.Kind;
import org.cspcheck.model.verdict.Counterexample;
import org.cspcheck.model.verdict.Verdict;
import org.cspcheck.runtime.Behaviour;
import org.cspcheck.runtime.Scheduler;
import org.cspcheck.runtime.channel.Channel;
import org.junit.jupiter.api.Test;

class SchedulesTest {
    private static final Behaviour TWO_WRITERS = () -> {
        Channel<Integer> c = Channel.anyToOne("c");
        par(() -> c.out().write(1), () -> c.out().write(2), () -> {
            c.in().read();
            c.in().read();
        });
    };

    private static Schedules net(Behaviour network) {
        return Schedules.of("net", network);
    }

    private static long wholeRuns(Behaviour network) {
        var engine = new SourceSets(net(network), false);
        assertEquals("", engine.explore((_, _, _) -> true));
        return engine.whole();
    }

    @Test
    void a_network_without_conflict_has_one_run_up_to_commutation() {
        assertEquals(1, wholeRuns(Scripted.pairs(1)));
        assertEquals(1, wholeRuns(Scripted.pairs(3)));
    }

    @Test
    void two_writers_of_one_channel_come_in_two_orders_whenever_the_reader_comes() {
        assertEquals(2, wholeRuns(TWO_WRITERS));
        assertEquals(Optional.of(Set.of("c.1 c.2 Terminated", "c.2 c.1 Terminated")), net(TWO_WRITERS).traces());
    }

    @Test
    void events_of_processes_that_never_meet_are_seen_in_every_order() {
        assertEquals(6, net(Scripted.pairs(3)).traces().orElseThrow().size());
        assertEquals(net(Scripted.pairs(3)).traces(), net(Scripted.pairs(3)).everyState().graph().orElseThrow().runs(100));
    }

    @Test
    void never_and_can_show_the_simplest_run() {
        Exploration all = net(TWO_WRITERS).explore();
        assertInstanceOf(Verdict.Holds.class, all.never("c.3"));
        assertInstanceOf(Verdict.Fails.class, all.can("c.3"));
        var fails = assertInstanceOf(Verdict.Fails.class, all.never("c.2"));
        Counterexample run = fails.counterexample().orElseThrow();
        assertEquals("c.2", run.steps().getLast().event());
        assertInstanceOf(Verdict.Holds.class, all.can("c.2"));
    }

    private static Behaviour sleepers(int first, int second) {
        return () -> {
            Channel<String> c = Channel.buffered("c", 2);
            par(
                    () -> {
                        sleep(Duration.ofMillis(first));
                        c.out().write("a");
                    },
                    () -> {
                        sleep(Duration.ofMillis(second));
                        c.out().write("b");
                    });
        };
    }

    private static int orders(Schedules schedules) {
        int orders = schedules.traces().orElseThrow().size();
        assertEquals(orders, schedules.everyState().graph().orElseThrow().runs(100).orElseThrow().size());
        return orders;
    }

    @Test
    void deadlines_fire_in_order_unless_they_race() {
        assertEquals(1, orders(net(sleepers(10, 12))));
        assertEquals(2, orders(net(sleepers(10, 10))));
        assertEquals(2, orders(net(sleepers(10, 12)).race(Duration.ofMillis(2))));
        assertEquals(1, orders(net(sleepers(10, 13)).race(Duration.ofMillis(2))));
        assertEquals(2, orders(net(sleepers(10, 9000)).freeTime()));
    }

    @Test
    void code_that_depends_on_something_else_is_found_with_process_offer_and_place() {
        int[] calls = {0};
        Behaviour moody = () -> {
            Channel<Integer> c = Channel.anyToOne("c");
            par(process("moody", () -> {
                c.out().write(1);
                if (calls[0]++ > 0) {
                    giveWay();
                } else {
                    c.out().write(3);
                }
            }), process("other", () -> c.out().write(2)), process("reader", () -> {
                for (int i = 0; i < 3; i++) {
                    c.in().read();
                }
            }));
        };
        for (int engine = 0; engine < 2; engine++) {
            calls[0] = 0;
            int which = engine;
            var found = assertThrows(Unrepeatable.class, () -> {
                if (which == 0) {
                    net(moody).everyRun();
                } else {
                    net(moody).everyState();
                }
            });
            assertTrue(found.process().startsWith("net/"), found::getMessage);
            assertTrue(found.getMessage().matches(
                    "(?s)the network does not do the same again: at choice \\d+.*, after a step of net/.*, before it came to who goes on: .*; now to .* \\[CSP0724]\n  .*build everything.*"), found::getMessage);
        }
    }

    @Test
    void a_server_without_a_loop_head_is_not_called_proved() {
        Behaviour server = () -> {
            Channel<Integer> c = Channel.oneToOne("c");
            par(process("client", () -> loop(0, n -> {
                c.out().write(n);
                return n;
            })), process("server", () -> {
                while (true) {
                    c.in().read();
                }
            }));
        };
        Exploration some = net(server).bounds(Bounds.DEFAULT.turns(500).runs(50)).everyState();
        var verdict = assertInstanceOf(Verdict.Inconclusive.class, some.free(Kind.DEADLOCK));
        assertTrue(verdict.reason().contains("limit of 50 runs"), verdict::reason);
        Exploration one = net(server).bounds(Bounds.DEFAULT.turns(30).runs(1_000_000)).everyState();
        assertTrue(one.gaveUp().contains("net/server came to no head of a loop"), one::gaveUp);
    }

    @Test
    void a_loop_that_holds_more_than_its_value_is_noticed() {
        Exploration all = net(() -> {
            Channel<String> c = Channel.oneToOne("c");
            int[] hidden = {0};
            par(process("writer", () -> loop(0, n -> {
                c.out().write(hidden[0]++ % 2 == 0 ? "a" : "b");
                return n;
            })), process("reader", () -> loop(0, n -> {
                c.in().read();
                return n;
            })));
        }).everyState();
        assertTrue(all.gaveUp().contains("holds more than the value of its loop says"), all::gaveUp);
    }

    @Test
    void an_operation_that_does_not_say_what_it_uses_is_explored_run_by_run() {
        Behaviour own = () -> par(
                () -> Scheduler.current().interleave(),
                () -> Scheduler.current().interleave());
        assertEquals("an operation does not say what it uses", net(own).everyState().gaveUp());
        assertEquals("", net(own).explore().gaveUp());
        assertEquals(2, wholeRuns(own));
    }

    private static Behaviour busy() {
        Channel<Integer> c = Channel.oneToOne("busy");
        return () -> par(
                process("left", () -> loop(0, n -> {
                    c.out().write(n);
                    return 1 - n;
                })),
                process("right", () -> loop(0, n -> {
                    c.in().read();
                    return n;
                })));
    }

    @Test
    void a_process_that_waits_for_good_while_others_go_on_is_stuck() {
        Exploration all = net(() -> {
            Channel<Integer> never = Channel.oneToOne("never");
            par(busy().named("busy"), process("forgotten", () -> never.in().read()));
        }).everyState();
        assertEquals(Set.of(Kind.PARTIAL_DEADLOCK), all.findings().keySet());
        assertEquals(Set.of(), net(() -> par(busy().named("busy"))).everyState().findings().keySet());
    }

    /** It goes round as often as it likes before the other one's timer fires: each time by an answer that is not the first. */
    private record Car(int floor, Set<Integer> calls) {}

    /** Records that hold more than numbers and texts are told apart by their class as well, which is the same in all runs. */
    @Test
    void a_loop_over_a_record_of_a_set_or_over_an_array_is_closed() {
        for (Object start : new Object[] {new Car(0, Set.of(1)), new Integer[] {1, 2}}) {
            Exploration all = net(() -> {
                Channel<Integer> c = Channel.oneToOne("c");
                par(process("writer", () -> loop(start, same -> {
                    c.out().write(1);
                    return same;
                })), process("reader", () -> loop(0, zero -> {
                    c.in().read();
                    return zero;
                })));
            }).everyState();
            assertEquals("", all.gaveUp());
            assertInstanceOf(Verdict.Holds.class, all.free(Kind.DEADLOCK));
        }
    }

    @Test
    void a_loop_whose_timers_fire_at_any_time_is_closed() {
        Exploration all = net(() -> {
            Channel<Integer> tick = Channel.overwriting("tick", 1);
            par(process("late", () -> sleep(Duration.ofMillis(10))), process("ticks", () -> loop(0, n -> {
                sleep(Duration.ofMillis(10));
                tick.out().write(n);
                return n;
            })));
        }).freeTime().bounds(Bounds.DEFAULT.runs(1_000)).everyState();
        assertEquals("", all.gaveUp());
        assertEquals(Set.of(), all.findings().keySet());
        assertEquals(Set.of("tick.put.0"), all.events());
    }

    @Test
    void turns_without_events_for_ever_are_a_livelock() {
        Exploration all = net(() -> par(() -> loop(0, n -> {
            giveWay();
            return n;
        }))).everyState();
        assertEquals(Set.of(Kind.LIVELOCK), all.findings().keySet());
    }

    @Test
    void who_does_nothing_once_in_a_while_is_no_livelock_but_who_sleeps_for_no_time_is() {
        for (long millis : new long[] {1, 0}) {
            Behaviour looks = () -> par(() -> loop(0, n -> {
                sleep(Duration.ofMillis(millis));
                return n;
            }));
            Set<Kind> expected = millis == 0 ? Set.of(Kind.LIVELOCK) : Set.of();
            assertEquals(expected, net(looks).everyState().findings().keySet());
            assertEquals(expected, net(looks).freeTime().everyState().findings().keySet());
        }
    }

    @Test
    void a_failure_after_a_rendezvous_is_seen_before_and_after_what_the_other_does_next() {
        Behaviour failing = () -> {
            Channel<Integer> c = Channel.oneToOne("c");
            Channel<Integer> d = Channel.buffered("d", 1);
            par(process("fails", () -> {
                c.out().write(1);
                throw new IllegalStateException("on purpose");
            }), process("other", () -> {
                c.in().read();
                d.out().write(2);
            }));
        };
        assertEquals(Optional.of(Set.of("c.1 Failed", "c.1 d.put.2 Failed")), net(failing).traces());
        assertEquals(Set.of("c.1", "d.put.2"), net(failing).everyRun().events());
        assertEquals(net(failing).traces(), net(failing).everyState().graph().orElseThrow().runs(100));
    }
}
