package org.cspcheck.explorer.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.cspcheck.explorer.schedule.Schedules;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.verdict.Property;
import org.cspcheck.model.verdict.SemanticModel;
import org.cspcheck.model.verdict.Verdict;
import org.cspcheck.runtime.Behaviour;
import org.cspcheck.runtime.Scheduler;
import org.cspcheck.runtime.channel.Alternative;
import org.cspcheck.runtime.channel.Channel;
import org.cspcheck.runtime.component.Component;
import org.cspcheck.runtime.library.Csp;
import org.junit.jupiter.api.Test;

/**
 * Time means the same to the scheduler and to the rules of {@code Process.Timed}: small networks with timers have the same traces, whether their Java
 * code is run in every order under simulated time, or is unfolded to processes of a specification.
 */
class TimersAgreeTest {
    /** Who writes and who reads a, b and c. */
    private static final int[][] JOINS = {{0, 1}, {1, 2}, {0, 2}};

    private static final String[] NAMES = {"a", "b", "c"};
    private static final int PROCESSES = 3;
    private static final int NETWORKS = 60;

    private final Mixed script = new Mixed("channel a, b, c : {0}\nchannel late : {0..2}");

    /** What a process does next. */
    private sealed interface Act {
        record Sleep(int millis) implements Act {}

        record Meet(int channel) implements Act {}

        /** Says so if it is too late. */
        record MeetWithin(int channel, int millis) implements Act {}
    }

    private static List<List<Act>> network(long seed, int most) {
        var random = new SplittableRandom(seed);
        var processes = new ArrayList<List<Act>>();
        for (int me = 0; me < PROCESSES; me++) {
            var acts = new ArrayList<Act>();
            for (int length = most - random.nextInt(2); length > 0; length--) {
                int channel = random.nextInt(JOINS.length);
                boolean mine = JOINS[channel][0] == me || JOINS[channel][1] == me;
                int millis = 1 + random.nextInt(4);
                acts.add(!mine ? new Act.Sleep(millis) : random.nextBoolean() ? new Act.Meet(channel) : new Act.MeetWithin(channel, millis));
            }
            processes.add(acts);
        }
        return processes;
    }

    // ---- as code on the scheduler

    private static Behaviour running(List<List<Act>> network) {
        return () -> {
            List<Channel<Integer>> channels = List.of(Channel.oneToOne("a"), Channel.oneToOne("b"), Channel.oneToOne("c"));
            var processes = new ArrayList<Behaviour>();
            for (int i = 0; i < PROCESSES; i++) {
                int me = i;
                processes.add(() -> {
                    for (Act act : network.get(me)) {
                        perform(act, me, channels);
                    }
                });
            }
            Csp.par(processes);
        };
    }

    private static void perform(Act act, int me, List<Channel<Integer>> channels) throws Exception {
        switch (act) {
            case Act.Sleep(int millis) -> Csp.sleep(Duration.ofMillis(millis));
            case Act.Meet(int channel) when JOINS[channel][0] == me -> channels.get(channel).out().write(0);
            case Act.Meet(int channel) -> channels.get(channel).in().read();
            case Act.MeetWithin(int channel, int millis) -> {
                Alternative.Builder next = Alternative.fair();
                next = JOINS[channel][0] == me ? next.out(channels.get(channel).out(), () -> 0, null) : next.in(channels.get(channel).in(), null);
                next.after(Duration.ofMillis(millis), () -> {
                    Scheduler.current().interleave();
                    Scheduler.current().happened("late", me);
                }).select();
            }
        }
    }

    // ---- as processes of a specification

    private Process timed(List<List<Act>> network, Duration race) {
        var processes = new ArrayList<Process>();
        var alphabets = new ArrayList<EventSet>();
        for (int i = 0; i < PROCESSES; i++) {
            int me = i;
            Component code = events -> {
                for (Act act : network.get(me)) {
                    switch (act) {
                        case Act.Sleep(int millis) -> events.sleep(Duration.ofMillis(millis));
                        case Act.Meet(int channel) -> events.perform(NAMES[channel], 0);
                        case Act.MeetWithin(int channel, int millis) -> events.<Boolean>choice()
                                .on(NAMES[channel], _ -> true)
                                .after(Duration.ofMillis(millis), () -> {
                                    events.perform("late", me);
                                    return false;
                                })
                                .take();
                    }
                }
            };
            processes.add(script.program("p" + me, () -> code).process());
            alphabets.add(script.events(List.of("{|a, c, late.0|}", "{|a, b, late.1|}", "{|b, c, late.2|}").get(me)));
        }
        Process all = new Process.AlphabetisedParallel(processes, alphabets);
        return race.equals(Schedules.FOR_EVER) ? all : new Process.Timed(all, race.toNanos());
    }

    // ---- both

    /** A process in CSPm with these traces; a run that terminated ends in SKIP. */
    private static String tree(List<List<String>> runs) {
        var branches = new TreeMap<String, List<List<String>>>();
        for (List<String> run : runs) {
            if (!run.isEmpty()) {
                branches.computeIfAbsent(run.getFirst(), _ -> new ArrayList<>()).add(run.subList(1, run.size()));
            }
        }
        var choices = new ArrayList<String>();
        branches.forEach((event, rest) -> choices.add(event.equals("Terminated") ? "SKIP" : event.equals("Deadlocked") ? "STOP" : event + " -> " + tree(rest)));
        return choices.isEmpty() ? "STOP" : "(" + String.join(" [] ", choices) + ")";
    }

    private void agree(Duration race, int most) {
        for (int seed = 0; seed < NETWORKS; seed++) {
            List<List<Act>> network = network(seed, most);
            Set<String> runs = Schedules.of("net", running(network)).race(race).traces().orElseThrow();
            Process ran = script.cspm(tree(runs.stream().map(run -> List.of(run.strip().split(" "))).toList()));
            Process said = timed(network, race);
            String about = seed + ": " + network + "\n" + String.join("\n", runs);
            assertTrue(script.refinesInTraces(ran, said), () -> "the specification has a trace that the runtime has not: " + about);
            assertTrue(script.refinesInTraces(said, ran), () -> "the runtime has a trace that the specification has not: " + about);
            assertEquals(
                    runs.stream().noneMatch(run -> run.endsWith("Deadlocked")),
                    script.byVectors(said, new Property.DeadlockFree(SemanticModel.F)) instanceof Verdict.Holds,
                    about);
        }
    }

    @Test
    void urgent_timers() {
        agree(Duration.ZERO, 3);
    }

    @Test
    void free_timers() {
        agree(Schedules.FOR_EVER, 2);
    }
}
