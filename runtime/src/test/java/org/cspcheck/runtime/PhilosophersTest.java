package org.cspcheck.runtime;

import static org.cspcheck.runtime.library.Csp.par;
import static org.cspcheck.runtime.library.Csp.process;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.cspcheck.runtime.channel.Alternative;
import org.cspcheck.runtime.channel.Channel;
import org.cspcheck.runtime.log.ChoiceLog;
import org.junit.jupiter.api.Test;

/** Philosophers who share forks: the deadlock of the textbook, found, explained and repeated. */
class PhilosophersTest {
    private static final int SEATS = 5;

    /** @param leftHanded how many of them take their left fork first; when all do, they can deadlock */
    private static Behaviour table(int leftHanded) {
        return () -> {
            List<Channel<Integer>> take = forks("take");
            List<Channel<Integer>> put = forks("put");
            var processes = new ArrayList<Behaviour>();
            for (int seat = 0; seat < SEATS; seat++) {
                int left = seat;
                int right = (seat + 1) % SEATS;
                boolean leftFirst = seat < leftHanded;
                int first = leftFirst ? left : right;
                int second = leftFirst ? right : left;
                processes.add(process("phil(" + seat + ")", () -> {
                    for (int meal = 0; meal < 2; meal++) {
                        take.get(first).out().write(left);
                        take.get(second).out().write(left);
                        put.get(first).out().write(left);
                        put.get(second).out().write(left);
                    }
                }));
                processes.add(process("fork(" + seat + ")", () -> {
                    for (int use = 0; use < 4; use++) {
                        take.get(left).in().read();
                        put.get(left).in().read();
                    }
                }));
            }
            par(processes);
        };
    }

    private static List<Channel<Integer>> forks(String name) {
        return IntStream.range(0, SEATS).mapToObj(i -> Channel.<Integer>anyToOne(name + "." + i)).toList();
    }

    /** {@return a run that deadlocks in a later round, when each fork has been put down once, so that it is known who does that} */
    private static Recording deadlock() {
        for (int seed = 0; seed < 2000; seed++) {
            var recording = new Recording(Oracle.random(seed));
            Trial trial = Trial.of(recording, table(SEATS));
            if (trial.ending() instanceof Ending.Deadlocked && trial.events().size() > 3 * SEATS) {
                return recording;
            }
        }
        throw new AssertionError("no deadlock found");
    }

    @Test
    void all_left_handed_they_can_deadlock_and_each_waits_for_the_second_fork() {
        Trial trial = Trial.of(Oracle.recorded(deadlock().choices()), table(SEATS));
        Snapshot state = assertInstanceOf(Ending.Deadlocked.class, trial.ending()).state();
        assertEquals(2 * SEATS + 1, state.stuck().size());
        assertFalse(state.circle().isEmpty(), state::text);
        for (int seat = 0; seat < SEATS; seat++) {
            int next = (seat + 1) % SEATS;
            String line = "net/phil(" + seat + ") waits to write take." + next + " on net/fork(" + next + ") (stuck)";
            assertTrue(state.text().contains(line), state::text);
        }
    }

    @Test
    void a_deadlock_is_repeated_from_the_text_of_its_choices() {
        List<Integer> choices = deadlock().choices();
        Trial first = Trial.of(Oracle.recorded(choices), table(SEATS));
        Trial again = Trial.of(Oracle.recorded(ChoiceLog.parse(ChoiceLog.text(choices))), table(SEATS));
        assertEquals(first.toString(), again.toString());
    }

    @Test
    void with_one_right_handed_every_run_ends() {
        for (int seed = 0; seed < 200; seed++) {
            Trial trial = Trial.of(Oracle.random(seed), table(SEATS - 1));
            assertEquals(new Ending.Terminated(), trial.ending());
            assertEquals(2 * SEATS * 4, trial.events().size());
        }
    }

    @Test
    void a_worker_farm_delivers_every_result_once() {
        for (int seed = 0; seed < 50; seed++) {
            var results = new ArrayList<Integer>();
            Trial.of(Oracle.random(seed), () -> {
                Channel<Integer> jobs = Channel.oneToAny("jobs");
                List<Channel<Integer>> done = IntStream.range(0, 3).mapToObj(i -> Channel.<Integer>oneToOne("done." + i)).toList();
                var processes = new ArrayList<Behaviour>();
                processes.add(process("source", () -> {
                    for (int i = 0; i < 10; i++) {
                        jobs.out().write(i);
                    }
                    jobs.out().poison();
                }));
                for (int i = 0; i < 3; i++) {
                    Channel<Integer> out = done.get(i);
                    processes.add(process("worker(" + i + ")", () -> {
                        while (true) {
                            int job = jobs.in().read();
                            out.out().write(job * job);
                        }
                    }));
                }
                processes.add(process("collector", () -> {
                    Alternative.Builder builder = Alternative.fair();
                    done.forEach(channel -> builder.in(channel.in(), results::add));
                    Alternative any = builder.registered();
                    for (int i = 0; i < 10; i++) {
                        any.select();
                    }
                }));
                par(processes);
            });
            results.sort(null);
            assertEquals(IntStream.range(0, 10).map(i -> i * i).boxed().toList(), results);
        }
    }
}
