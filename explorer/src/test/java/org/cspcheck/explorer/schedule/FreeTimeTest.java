package org.cspcheck.explorer.schedule;

import static org.cspcheck.runtime.library.Csp.now;
import static org.cspcheck.runtime.library.Csp.par;
import static org.cspcheck.runtime.library.Csp.priPar;
import static org.cspcheck.runtime.library.Csp.sleep;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.cspcheck.explorer.schedule.Scripted.Operation;
import org.cspcheck.explorer.schedule.SourceSetsTest.Tally;
import org.cspcheck.runtime.Behaviour;
import org.cspcheck.runtime.Scheduler;
import org.cspcheck.runtime.Shared;
import org.cspcheck.runtime.Tasklet;
import org.cspcheck.runtime.Timer;
import org.cspcheck.runtime.Waiting;
import org.cspcheck.runtime.channel.Alternative;
import org.cspcheck.runtime.channel.Channel;
import org.junit.jupiter.api.Test;

/** A timer that may fire at any time is a step of the process that set it; where it can be told when it fired, it is not. */
class FreeTimeTest {
    private static final Duration SOON = Duration.ofMillis(1);

    private static Schedules free(Behaviour network) {
        return Schedules.of("net", network).freeTime();
    }

    private static void leads(long whole, long begun, Behaviour network) {
        var engine = new SourceSets(free(network), false);
        assertEquals("", engine.explore((_, _, _) -> true));
        assertEquals(List.of(whole, begun), List.of(engine.whole(), engine.runs()));
    }

    private static Behaviour times(int count, Behaviour process) {
        return () -> par(Collections.nCopies(count, process));
    }

    @Test
    void sleepers_do_not_race() {
        leads(1, 1, times(8, () -> {
            sleep(SOON);
            sleep(SOON);
        }));
    }

    /** The time-out comes before the selection or after it, or else one of the two who meet comes first: 4 ways for each pair, whatever the others do. */
    private static Behaviour impatient(int pairs) {
        return times(pairs, () -> {
            Channel<Integer> c = Channel.oneToOne("c");
            par(() -> c.out().write(1), () -> Alternative.fair().in(c.in(), null).after(SOON, () -> c.in().read()).select());
        });
    }

    @Test
    void each_timeout_is_a_choice_of_its_own_process() {
        leads(4, 5, impatient(1));
        leads(16, 25, impatient(2));
        leads(64, 125, impatient(3));
    }

    /** Both count the same turns, so the longest run that exploring may lead can be told as well. */
    @Test
    void a_deadlock_at_the_last_turn_that_may_be_is_told_to_its_end() {
        Behaviour network = () -> {
            Channel<Integer> c = Channel.oneToOne("c");
            Channel<Integer> never = Channel.oneToOne("never");
            par(
                    () -> {
                        for (int i = 0; i < 3; i++) {
                            Alternative.fair().in(never.in(), null).after(SOON, () -> c.out().write(1)).select();
                        }
                        c.out().write(2);
                    },
                    () -> {
                        for (int i = 0; i < 3; i++) {
                            c.in().read();
                        }
                    });
        };
        int told = 0;
        for (int turns = 1; turns <= 40; turns++) {
            Schedules schedules = free(network).bounds(Bounds.DEFAULT.turns(turns));
            Exploration runs = schedules.everyRun();
            if (runs.finding(Exploration.Kind.DEADLOCK).isPresent()) {
                Story story = runs.finding(Exploration.Kind.DEADLOCK).orElseThrow();
                assertEquals(story.ending().toString(), schedules.replay(story.choices()).ending().toString());
                told++;
            } else {
                assertTrue(!runs.complete(), () -> "too few turns to get there");
            }
        }
        assertTrue(told > 0 && told < 40, "found with many turns, not with few: " + told);
    }

    private static void compare(Behaviour network) {
        for (boolean orderSeen : new boolean[] {false, true}) {
            Tally tally = SourceSetsTest.compare("order seen: " + orderSeen, free(network), orderSeen);
            assertTrue(tally.networks() == 1 && tally.kinds() > 1, tally::toString);
        }
    }

    /** Whoever was let go on does nothing any more: no step of it shows that its timer could have fired. */
    @Test
    void a_timer_that_is_taken_back_could_have_fired_before() {
        compare(() -> {
            Channel<Integer> c = Channel.oneToOne("c");
            par(() -> Alternative.fair().in(c.in(), null).after(SOON, null).select(), () -> c.out().write(1));
        });
    }

    @Test
    void who_looks_at_the_clock_can_tell_whose_timer_fired() {
        compare(() -> {
            Channel<Integer> seen = Channel.buffered("seen", 3);
            par(() -> sleep(SOON), () -> sleep(SOON.multipliedBy(2)), () -> seen.out().write((int) now()));
        });
    }

    @Test
    void a_timer_may_let_somebody_go_on_who_is_more_urgent_than_others() {
        compare(() -> {
            Channel<Integer> seen = Channel.buffered("seen", 3);
            priPar(() -> {
                sleep(SOON);
                seen.out().write(1);
            }, () -> {
                seen.out().write(2);
                seen.out().write(3);
            });
        });
    }

    /** Written with the scheduler's own primitives: somebody waits until it rings, and whoever likes sets it and stops it. */
    private static final class Bell implements Waiting, Shared {
        private final Scheduler scheduler = Scheduler.current();
        private Timer timer;
        private Tasklet sleeper;
        private boolean rung;

        Bell() {
            scheduler.made(this);
        }

        void set() {
            scheduler.interleave(this);
            timer = scheduler.timer(scheduler.deadline(1), "bell", this::ring);
        }

        private void ring() {
            rung = true;
            if (sleeper != null) {
                scheduler.resume(sleeper, null);
                sleeper = null;
            }
        }

        void await() {
            scheduler.interleave(this);
            if (!rung) {
                sleeper = scheduler.self();
                scheduler.suspend(this, null);
            }
        }

        boolean stop() {
            scheduler.interleave(this);
            scheduler.cancel(timer);
            return rung;
        }

        boolean hasRung() {
            scheduler.interleave(this);
            return rung;
        }

        @Override
        public Object state() {
            return List.of(rung, sleeper == null ? "" : sleeper);
        }

        @Override
        public boolean outside() {
            return true;
        }

        @Override
        public boolean abandon(Tasklet process) {
            sleeper = null;
            return true;
        }
    }

    @Test
    void a_timer_of_somebodys_own_may_do_anything() {
        compare(() -> {
            var bell = new Bell();
            Channel<Integer> seen = Channel.buffered("seen", 3);
            par(bell::set, bell::await, () -> seen.out().write(bell.hasRung() ? 1 : 0));
        });
    }

    @Test
    void a_timer_of_somebodys_own_may_be_taken_back_by_anybody() {
        compare(() -> {
            var bell = new Bell();
            Channel<Integer> seen = Channel.buffered("seen", 3);
            bell.set();
            par(() -> seen.out().write(bell.stop() ? 1 : 0));
        });
    }

    /** Started without a PAR: what is done when it ends, everybody may see. */
    @Test
    void the_end_of_a_process_of_somebodys_own_may_do_anything() {
        compare(() -> {
            Scheduler scheduler = Scheduler.current();
            var ended = new boolean[1];
            Channel<Integer> seen = Channel.buffered("seen", 3);
            scheduler.start("own", () -> sleep(SOON), 0, _ -> ended[0] = true);
            par(() -> sleep(SOON), () -> {
                scheduler.interleave();
                seen.out().write(ended[0] ? 1 : 0);
            });
        });
    }

    // ---- random networks

    private record Common(Channel<Integer> c, Channel<Integer> d, Channel<Integer> seen) {}

    private static Operation<Common> operation(SplittableRandom random, int depth) {
        int value = random.nextInt(2);
        Duration time = Duration.ofMillis(random.nextInt(3));
        Operation<Common> then = depth > 0 && random.nextBoolean() ? operation(random, depth - 1) : _ -> {};
        return switch (random.nextInt(15)) {
            case 0, 1 -> common -> common.c.out().write(value);
            case 2 -> common -> common.d.out().write(value);
            case 3, 4 -> common -> common.c.in().read();
            case 5, 6 -> common -> common.seen.out().write(value);
            case 7, 8 -> _ -> sleep(time);
            case 9, 10 -> common -> {
                var branches = Alternative.fair().in(common.c.in(), null).after(time, null);
                if ((value == 0 ? branches.registered() : branches.transputer()).select() == 1) {
                    then.perform(common);
                }
            };
            case 11 -> common -> {
                int taken = Alternative.priority().in(common.c.in(), null).out(common.d.out(), () -> value, null).after(SOON, null).after(time, null).select();
                common.seen.out().write(taken);
            };
            case 12 -> {
                Operation<Common> other = operation(random, 0);
                yield common -> par(() -> then.perform(common), () -> other.perform(common));
            }
            case 13 -> value == 0 ? common -> common.c.in().poison() : common -> common.c.out().poison();
            default -> common -> {
                if (common.c.in().read() == 1) {
                    throw new IllegalStateException("one");
                }
            };
        };
    }

    private static Behaviour network(long seed) {
        var random = new SplittableRandom(seed);
        int capacity = random.nextInt(3);
        int count = 2 + random.nextInt(2);
        List<List<Operation<Common>>> processes = new ArrayList<>();
        for (int p = 0; p < count; p++) {
            var operations = new ArrayList<Operation<Common>>();
            for (int length = 1 + random.nextInt(count == 2 ? 3 : 2); length > 0; length--) {
                operations.add(operation(random, 1));
            }
            processes.add(operations);
        }
        boolean catches = random.nextBoolean();
        return () -> {
            Channel<Integer> c = capacity == 0 ? Channel.anyToAny("c") : Channel.buffered("c", capacity);
            var common = new Common(c, Channel.anyToAny("d"), Channel.buffered("seen", 9));
            Scripted.run(processes, common, catches);
        };
    }

    @Test
    void each_kind_of_run_of_a_random_network_is_led_though_few_are_begun() {
        Tally tally = SourceSetsTest.NONE;
        for (long seed = 0; seed < 250; seed++) {
            for (boolean orderSeen : new boolean[] {false, true}) {
                tally = tally.plus(SourceSetsTest.compare("seed " + seed + ", " + orderSeen, free(network(seed)), orderSeen));
                tally = tally.plus(SourceSetsTest.compare("also " + seed + ", " + orderSeen, RandomNetworksTest.schedules(seed).freeTime(), orderSeen));
            }
        }
        assertTrue(tally.networks() > 900 && tally.kinds() > 5_000, tally::toString);
        assertTrue(tally.whole() < 1.5 * tally.kinds() && tally.begun() < 1.2 * tally.whole(), tally::toString);
    }
}
