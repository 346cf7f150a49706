package org.cspcheck.explorer.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.Sets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.cspcheck.explorer.schedule.Exploration;
import org.cspcheck.explorer.schedule.Schedules;
import org.cspcheck.explorer.schedule.StateGraph;
import org.cspcheck.model.event.Event;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Step;
import org.cspcheck.runtime.Behaviour;
import org.cspcheck.runtime.Oracle;
import org.cspcheck.runtime.Scheduler;
import org.cspcheck.runtime.Settings;
import org.cspcheck.runtime.Shared;
import org.cspcheck.runtime.channel.Alternative;
import org.cspcheck.runtime.channel.Channel;
import org.cspcheck.runtime.component.Choice;
import org.cspcheck.runtime.component.Component;
import org.cspcheck.runtime.component.Events;
import org.cspcheck.runtime.library.Csp;
import org.cspcheck.runtime.term.TermNetwork;
import org.junit.jupiter.api.Test;

/**
 * Time means the same to the scheduler and to the rules of {@code Process.Timed}: small networks with timers have the same runs, each with its end,
 * whether their Java code is run in every order under simulated time, or is unfolded to processes of a specification, or these processes are run in
 * every order as in production.
 */
class TimersAgreeTest {
    /** Who writes and who reads a, b and c. */
    private static final int[][] JOINS = {{0, 1}, {1, 2}, {0, 2}};

    private static final List<String> NAMES = List.of("a", "b", "c");
    private static final int PROCESSES = 3;
    private static final int MOST = 100_000;

    private final FiringRules rules = new FiringRules();
    private final Mixed script = new Mixed("channel a, b, c : {0}\nchannel late : {0..2}");

    /** What a process does next. */
    private sealed interface Act {
        record Sleep(int millis) implements Act {}

        record Meet(int channel) implements Act {}

        /** Says so if it is too late. */
        record MeetWithin(int channel, int millis) implements Act {}

        /** Meets at whichever comes first; says so if it is too late for both. */
        record EitherWithin(int channel, int other, int millis) implements Act {}

        /** Sleeps, or not. */
        record Perhaps(int millis) implements Act {}
    }

    /** @param choosers how many of the processes may select among two channels */
    private static List<List<Act>> network(long seed, int most, int choosers) {
        var random = new SplittableRandom(seed);
        var processes = new ArrayList<List<Act>>();
        for (int me = 0; me < PROCESSES; me++) {
            var acts = new ArrayList<Act>();
            for (int length = most - random.nextInt(2); length > 0; length--) {
                int channel = random.nextInt(JOINS.length);
                boolean mine = JOINS[channel][0] == me || JOINS[channel][1] == me;
                int millis = 1 + random.nextInt(4);
                int kind = random.nextInt(8);
                acts.add(kind == 0 ? new Act.Perhaps(millis)
                        : kind == 1 && me < choosers ? new Act.EitherWithin(me, me == 1 ? 0 : 2 - me / 2, millis)
                        : !mine ? new Act.Sleep(millis)
                        : kind < 5 ? new Act.MeetWithin(channel, millis) : new Act.Meet(channel));
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
            case Act.MeetWithin(int channel, int millis) -> orLate(branch(Alternative.fair(), me, channel, channels), me, millis);
            case Act.EitherWithin(int channel, int other, int millis) ->
                orLate(branch(branch(Alternative.fair(), me, channel, channels), me, other, channels), me, millis);
            case Act.Perhaps(int millis) -> {
                if (Csp.choose(2) == 1) {
                    Csp.sleep(Duration.ofMillis(millis));
                }
            }
        }
    }

    private static Alternative.Builder branch(Alternative.Builder next, int me, int channel, List<Channel<Integer>> channels) {
        return JOINS[channel][0] == me ? next.out(channels.get(channel).out(), () -> 0, null) : next.in(channels.get(channel).in(), null);
    }

    private static void orLate(Alternative.Builder next, int me, int millis) {
        next.after(Duration.ofMillis(millis), () -> {
            Scheduler.current().interleave(Shared.EVERYTHING);
            Scheduler.current().happened("late", me);
        }).select();
    }

    // ---- as processes of a specification

    private Process timed(List<List<Act>> network, Duration race) {
        var processes = new ArrayList<Process>();
        var alphabets = new ArrayList<EventSet>();
        for (int i = 0; i < PROCESSES; i++) {
            int me = i;
            Component code = events -> {
                for (Act act : network.get(me)) {
                    perform(act, me, events);
                }
            };
            processes.add(script.program("p" + me, () -> code).process());
            alphabets.add(script.events(List.of("{|a, c, late.0|}", "{|a, b, late.1|}", "{|b, c, late.2|}").get(me)));
        }
        Process all = new Process.AlphabetisedParallel(processes, alphabets);
        return race.equals(Schedules.FOR_EVER) ? all : new Process.Timed(all, race.toNanos());
    }

    private static void perform(Act act, int me, Events events) throws Exception {
        switch (act) {
            case Act.Sleep(int millis) -> events.sleep(Duration.ofMillis(millis));
            case Act.Meet(int channel) -> events.perform(NAMES.get(channel), 0);
            case Act.MeetWithin(int channel, int millis) -> orLate(events.<Boolean>choice().on(NAMES.get(channel), _ -> true), me, millis, events);
            case Act.EitherWithin(int channel, int other, int millis) ->
                orLate(events.<Boolean>choice().on(NAMES.get(channel), _ -> true).on(NAMES.get(other), _ -> true), me, millis, events);
            case Act.Perhaps(int millis) -> {
                if (events.choose(2) == 1) {
                    events.sleep(Duration.ofMillis(millis));
                }
            }
        }
    }

    private static void orLate(Choice<Boolean> choice, int me, int millis, Events events) throws Exception {
        choice.after(Duration.ofMillis(millis), () -> {
            events.perform("late", me);
            return false;
        }).take();
    }

    // ---- both

    /** The events of every run of a process that has no cycle, each with how it ends: as {@link StateGraph#runs} says it of code. */
    private Set<String> runs(Process process) {
        return runsFrom(rules.settle(process), new HashMap<>());
    }

    private Set<String> runsFrom(Process process, Map<Process, Set<String>> known) {
        Set<String> runs = known.get(process);
        if (runs == null) {
            runs = new TreeSet<>();
            for (Step step : rules.steps(process)) {
                String event = Event.isVisible(step.event()) ? script.alphabet.name(step.event()) : "";
                Set<String> rest = step.isTick() ? Set.of(" Terminated") : runsFrom(step.target(), known);
                for (String run : rest) {
                    runs.add(event + (event.isEmpty() || run.startsWith(" ") ? "" : " ") + run);
                }
            }
            if (rules.steps(process).isEmpty()) {
                runs.add(" Deadlocked");
            }
            known.put(process, runs);
        }
        return runs;
    }

    private void agree(Duration race, int networks, int most) {
        for (int seed = 0; seed < networks; seed++) {
            List<List<Act>> network = network(seed, most, 1);
            Set<String> said = runs(timed(network, race));
            assertEquals(said, ran(network, race), "network " + seed + ": " + network);
            Process components = timed(network, Schedules.FOR_EVER);
            assertEquals(said, ran(TermNetwork.of(new FiringRules(), script.alphabet, components), race), "components " + seed + ": " + network);
        }
    }

    private static Set<String> ran(List<List<Act>> network, Duration race) {
        return ran(running(network), race);
    }

    private static Set<String> ran(Behaviour network, Duration race) {
        Exploration ran = Schedules.of("net", network).race(race).everyState();
        assertTrue(ran.complete(), ran::gaveUp);
        return ran.graph().orElseThrow().runs(MOST).orElseThrow();
    }

    @Test
    void urgent_timers() {
        agree(Duration.ZERO, 40, 3);
    }

    @Test
    void timers_that_race() {
        agree(Duration.ofMillis(1), 12, 3);
        agree(Duration.ofMillis(2), 40, 2);
        agree(Duration.ofMillis(3), 40, 2);
    }

    @Test
    void free_timers() {
        agree(Schedules.FOR_EVER, 30, 2);
    }

    /** The middle one has waited for 4 ms when the others come: each finds it ready, so they do not wait for each other. */
    @Test
    void a_selection_of_code_takes_at_once_what_it_finds_ready() {
        Act sleep = new Act.Sleep(4);
        List<List<Act>> network = List.of(
                List.of(sleep, new Act.EitherWithin(0, 2, 9)), List.of(new Act.EitherWithin(1, 0, 9)), List.of(sleep, new Act.EitherWithin(2, 1, 9)));
        Set<String> met = Set.of("a.0 late.2 Terminated", "b.0 late.0 Terminated");
        assertEquals(met, ran(network, Duration.ZERO));
        assertEquals(Sets.union(met, Set.of("c.0 late.1 Terminated")), runs(timed(network, Duration.ZERO)));
    }

    /** As {@link org.cspcheck.runtime.ChoicePoint} promises, and schedules are shown by their deviations from it. */
    @Test
    void who_always_takes_the_first_alternative_has_the_default_order_under_a_race_as_well() {
        for (int seed = 0; seed < 60; seed++) {
            List<List<Act>> network = network(seed, 4, PROCESSES);
            List<String> events = events(Settings.simulated(Oracle.first()), network);
            assertEquals(events, events(Settings.simulated(_ -> 0).race(Duration.ofMillis(2)), network), () -> "network: " + network);
        }
    }

    private static List<String> events(Settings settings, List<List<Act>> network) {
        var events = new ArrayList<String>();
        events.add(Scheduler.run(settings.with((now, _, channel, value) -> events.add(now + " " + channel + " " + value)), "net", running(network))
                .getClass()
                .getSimpleName());
        return events;
    }
}
