package org.cspcheck.runtime.library;

import static org.cspcheck.runtime.library.Csp.par;
import static org.cspcheck.runtime.library.Csp.sleep;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.cspcheck.runtime.AllRuns;
import org.cspcheck.runtime.Behaviour;
import org.cspcheck.runtime.Ending;
import org.cspcheck.runtime.Oracle;
import org.cspcheck.runtime.Trial;
import org.cspcheck.runtime.channel.Alternative;
import org.cspcheck.runtime.channel.Channel;
import org.junit.jupiter.api.Test;

class BarrierTest {
    private final List<Object> seen = new ArrayList<>();

    @Test
    void nobody_passes_before_all_are_there() {
        for (int seed = 0; seed < 20; seed++) {
            seen.clear();
            Trial.of(Oracle.random(seed), () -> {
                var barrier = new Barrier("b", 3);
                Csp.par(IntStream.range(0, 3).<Behaviour>mapToObj(i -> () -> {
                    for (int round = 0; round < 3; round++) {
                        seen.add(round);
                        barrier.sync();
                    }
                }).toList());
            });
            assertEquals(List.of(0, 0, 0, 1, 1, 1, 2, 2, 2), seen);
        }
    }

    @Test
    void who_resigns_is_not_waited_for() {
        Trial trial = Trial.of(() -> {
            var barrier = new Barrier("b", 2);
            par(barrier::sync, barrier::resign);
        });
        assertEquals(new Trial(new Ending.Terminated(), List.of("b")), trial);
    }

    @Test
    void a_barrier_can_be_a_branch_of_alternatives() {
        for (boolean registered : List.of(false, true)) {
            for (int seed = 0; seed < 30; seed++) {
                Trial trial = Trial.of(Oracle.random(seed), () -> {
                    var barrier = new Barrier("b", 3);
                    Channel<Integer> never = Channel.oneToOne("never");
                    par(
                            barrier::sync,
                            () -> select(registered, Alternative.fair().on(barrier.guard(), null).in(never.in(), null)),
                            () -> select(registered, Alternative.fair().on(barrier.guard(), null).after(Duration.ofHours(1), null)));
                });
                assertEquals(new Trial(new Ending.Terminated(), List.of("b")), trial);
            }
        }
    }

    private static void select(boolean registered, Alternative.Builder builder) {
        (registered ? builder.registered() : builder.transputer()).select();
    }

    @Test
    void three_parties_with_two_barriers_to_choose_from_always_agree_on_one() {
        for (boolean registered : List.of(false, true)) {
            Behaviour net = () -> {
                var a = new Barrier("a", 3);
                var b = new Barrier("b", 3);
                Behaviour party = () -> select(registered, Alternative.arbitrary().on(a.guard(), null).on(b.guard(), null));
                par(party, party, party);
            };
            assertEquals(Set.of("a Terminated", "b Terminated"), AllRuns.of(5000, net).orElseThrow());
        }
    }

    @Test
    void a_party_of_two_barriers_keeps_only_one_of_them_waiting() {
        for (int seed = 0; seed < 30; seed++) {
            Trial trial = Trial.of(Oracle.random(seed), () -> {
                var a = new Barrier("a", 2);
                var b = new Barrier("b", 2);
                par(
                        () -> select(false, Alternative.fair().on(a.guard(), a::resign).on(b.guard(), b::resign)),
                        () -> select(false, Alternative.fair().on(a.guard(), null).after(Duration.ofMillis(1), null)),
                        () -> select(false, Alternative.fair().on(b.guard(), null).after(Duration.ofMillis(1), null)));
            });
            assertInstanceOf(Ending.Terminated.class, trial.ending());
            assertEquals(1, trial.events().size(), trial.events()::toString);
        }
    }

    @Test
    void a_party_that_chose_something_else_is_not_there() {
        Trial trial = Trial.of(() -> {
            var barrier = new Barrier("b", 2);
            par(
                    () -> seen.add(Alternative.fair().on(barrier.guard(), null).after(Duration.ofMillis(1), null).select()),
                    () -> {
                        sleep(Duration.ofMillis(2));
                        barrier.sync();
                    });
        });
        assertEquals(List.of(1), seen);
        assertEquals("sync b (1 of 2 are there)",
                assertInstanceOf(Ending.Deadlocked.class, trial.ending()).state().processes().get(1).waitsFor());
    }
}
