package org.cspcheck.runtime.channel;

import static org.cspcheck.runtime.library.Csp.now;
import static org.cspcheck.runtime.library.Csp.par;
import static org.cspcheck.runtime.library.Csp.process;
import static org.cspcheck.runtime.library.Csp.sleep;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.cspcheck.runtime.Behaviour;
import org.cspcheck.runtime.Ending;
import org.cspcheck.runtime.Oracle;
import org.cspcheck.runtime.Poisoned;
import org.cspcheck.runtime.Trial;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AlternativeTest {
    enum Kind {
        TRANSPUTER(Alternative.Builder::transputer), REGISTERED(Alternative.Builder::registered);

        private final Function<Alternative.Builder, Alternative> make;

        Kind(Function<Alternative.Builder, Alternative> make) {
            this.make = make;
        }

        Alternative of(Alternative.Builder builder) {
            return make.apply(builder);
        }
    }

    private final List<Object> seen = new ArrayList<>();

    private static List<Channel<Integer>> channels(int size) {
        return IntStream.range(0, size).mapToObj(i -> Channel.<Integer>oneToOne("c" + i)).toList();
    }

    private static Behaviour always(Channel<Integer> channel) {
        return () -> {
            for (int i = 0; ; i++) {
                channel.out().write(i);
            }
        };
    }

    /** Selects {@code times} among channels whose writers are always ready. */
    private List<Object> busy(Kind kind, Alternative.Builder builder, List<Channel<Integer>> channels, int times) {
        channels.forEach(channel -> builder.in(channel.in(), value -> seen.add(channel.in().name())));
        var writers = new ArrayList<Behaviour>(channels.stream().map(AlternativeTest::always).toList());
        writers.add(() -> {
            sleep(Duration.ofMillis(1));
            Alternative alternative = kind.of(builder);
            for (int i = 0; i < times; i++) {
                alternative.select();
            }
            channels.forEach(channel -> channel.in().poison());
        });
        par(writers);
        return seen;
    }

    @ParameterizedTest
    @EnumSource
    void a_fair_one_serves_all_in_turn(Kind kind) {
        Trial.of(() -> busy(kind, Alternative.fair(), channels(3), 6));
        assertEquals(List.of("c0", "c1", "c2", "c0", "c1", "c2"), seen);
    }

    @ParameterizedTest
    @EnumSource
    void a_prioritised_one_serves_the_first_that_is_ready(Kind kind) {
        Trial.of(() -> busy(kind, Alternative.priority(), channels(3), 4));
        assertEquals("c0", seen.get(0));
        Trial.of(Oracle.random(3), () -> {
            seen.clear();
            busy(kind, Alternative.priority(), channels(3), 1);
        });
        assertEquals(List.of("c0"), seen);
    }

    @ParameterizedTest
    @EnumSource
    void the_oracle_selects_among_those_that_are_ready(Kind kind) {
        var firsts = new TreeSet<String>();
        for (int seed = 0; seed < 40; seed++) {
            seen.clear();
            Trial.of(Oracle.random(seed), () -> busy(kind, Alternative.arbitrary(), channels(3), 1));
            firsts.add((String) seen.get(0));
        }
        assertEquals(new TreeSet<>(List.of("c0", "c1", "c2")), firsts);
    }

    @ParameterizedTest
    @EnumSource
    void it_waits_for_the_first_writer(Kind kind) {
        Trial.of(() -> {
            var c = channels(2);
            par(
                    () -> {
                        sleep(Duration.ofSeconds(1));
                        c.get(1).out().write(7);
                    },
                    () -> {
                        int branch = kind.of(Alternative.fair().in(c.get(0).in(), seen::add).in(c.get(1).in(), seen::add)).select();
                        seen.add("branch " + branch);
                    });
        });
        assertEquals(List.of(7, "branch 1"), seen);
    }

    @ParameterizedTest
    @EnumSource
    void a_timeout_is_taken_when_nobody_comes_in_time(Kind kind) {
        Trial trial = Trial.of(() -> {
            var c = channels(1).get(0);
            par(
                    process("slow", () -> {
                        sleep(Duration.ofMillis(15));
                        c.out().write(1);
                    }),
                    () -> {
                        Alternative alternative = kind.of(
                                Alternative.priority().in(c.in(), seen::add).after(Duration.ofMillis(10), () -> seen.add("late " + now())));
                        alternative.select();
                        alternative.select();
                    });
        });
        assertEquals(List.of("late 10000000", 1), seen);
        assertEquals(new Ending.Terminated(), trial.ending());
    }

    @ParameterizedTest
    @EnumSource
    void a_deadline_in_the_past_is_ready_at_once(Kind kind) {
        Trial.of(() -> {
            sleep(Duration.ofMillis(3));
            kind.of(Alternative.priority().in(channels(1).get(0).in(), seen::add).from(1_000_000, () -> seen.add("now"))).select();
        });
        assertEquals(List.of("now"), seen);
    }

    @ParameterizedTest
    @EnumSource
    void skip_is_taken_when_nothing_more_urgent_is_ready(Kind kind) {
        Trial.of(() -> {
            var c = channels(1).get(0);
            par(() -> c.out().write(1), () -> {
                sleep(Duration.ofMillis(1));
                Alternative poll = kind.of(Alternative.priority().in(c.in(), seen::add).skip(() -> seen.add("nothing")));
                poll.select();
                poll.select();
            });
        });
        assertEquals(List.of(1, "nothing"), seen);
    }

    @ParameterizedTest
    @EnumSource
    void a_branch_whose_precondition_does_not_hold_is_passed_over(Kind kind) {
        Trial.of(() -> {
            var c = channels(2);
            par(() -> c.get(0).out().write(0), () -> c.get(1).out().write(1), () -> {
                sleep(Duration.ofMillis(1));
                Alternative alternative = kind.of(Alternative.priority()
                        .in(c.get(0).in(), seen::add)
                        .when(() -> !seen.isEmpty())
                        .in(c.get(1).in(), seen::add));
                alternative.select();
                alternative.select();
            });
        });
        assertEquals(List.of(1, 0), seen);
    }

    @ParameterizedTest
    @EnumSource
    void outputs_are_branches_as_well(Kind kind) {
        Trial trial = Trial.of(() -> {
            var c = channels(2);
            par(
                    () -> seen.add(c.get(1).in().read()),
                    () -> kind.of(Alternative.fair().out(c.get(0).out(), () -> 5, null).out(c.get(1).out(), () -> 6, () -> seen.add("sent")))
                            .select());
        });
        assertEquals(List.of("c1.6"), trial.events());
        assertEquals(2, seen.size());
    }

    @ParameterizedTest
    @EnumSource
    void two_alternatives_find_the_one_thing_that_both_can_do(Kind kind) {
        for (Kind other : Kind.values()) {
            Trial trial = Trial.of(() -> {
                var c = channels(3);
                par(
                        () -> {
                            Alternative alternative = kind.of(
                                    Alternative.fair().out(c.get(0).out(), () -> 10, null).out(c.get(1).out(), () -> 11, null));
                            alternative.select();
                            alternative.select();
                        },
                        () -> {
                            Alternative alternative =
                                    other.of(Alternative.fair().in(c.get(1).in(), value -> {}).in(c.get(2).in(), value -> {}));
                            alternative.select();
                            alternative.select();
                        });
            });
            assertEquals(new Trial(new Ending.Terminated(), List.of("c1.11", "c1.11")), trial, () -> kind + " and " + other);
        }
    }

    @ParameterizedTest
    @EnumSource
    void one_that_has_no_branch_left_waits_for_ever_and_says_so(Kind kind) {
        Ending ending = Trial.of(() -> kind.of(Alternative.fair().skip(null).when(() -> false)).select()).ending();
        assertEquals("select []", assertInstanceOf(Ending.Deadlocked.class, ending).state().processes().get(0).waitsFor());
    }

    @ParameterizedTest
    @EnumSource
    void a_waiting_one_is_poisoned_with_its_channel(Kind kind) {
        Trial trial = Trial.of(() -> {
            var c = channels(2);
            par(
                    () -> {
                        try {
                            kind.of(Alternative.fair().in(c.get(0).in(), null).in(c.get(1).in(), null)).select();
                        } catch (Poisoned poisoned) {
                            seen.add(poisoned.channel());
                        }
                    },
                    () -> c.get(1).out().poison());
        });
        assertEquals(List.of("c1"), seen);
        assertEquals(new Ending.Terminated(), trial.ending());
    }

    @ParameterizedTest
    @EnumSource
    void readers_of_a_buffer_and_its_writers_can_both_select(Kind kind) {
        Trial.of(() -> {
            Channel<Integer> c = Channel.buffered("c", 1);
            par(
                    () -> {
                        int[] next = {0};
                        Alternative alternative = kind.of(Alternative.fair().out(c.out(), () -> next[0], () -> next[0]++));
                        for (int i = 0; i < 5; i++) {
                            alternative.select();
                        }
                    },
                    () -> {
                        Alternative alternative = kind.of(Alternative.fair().in(c.in(), seen::add));
                        for (int i = 0; i < 5; i++) {
                            alternative.select();
                        }
                    });
        });
        assertEquals(List.of(0, 1, 2, 3, 4), seen);
    }
}
