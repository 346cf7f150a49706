package org.cspcheck.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.cspcheck.examples.Examples.Example;
import org.cspcheck.explorer.schedule.Exploration;
import org.cspcheck.explorer.schedule.Exploration.Kind;
import org.cspcheck.explorer.schedule.StateGraph;
import org.cspcheck.explorer.schedule.Story;
import org.cspcheck.model.verdict.Verdict;
import org.cspcheck.runtime.Ending;
import org.cspcheck.runtime.EventSink;
import org.cspcheck.runtime.Network;
import org.cspcheck.runtime.Oracle;
import org.cspcheck.runtime.Policy;
import org.cspcheck.runtime.Scheduler;
import org.cspcheck.runtime.Settings;
import org.cspcheck.runtime.carrier.Carrier;
import org.cspcheck.runtime.log.ChoiceLog;
import org.cspcheck.runtime.log.EventText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExamplesTest {
    private static final List<String> POLICIES = List.of("fifo", "fair", "priority", "random", "pct");
    private static final int SEEDS = 20;
    private static final int EVENTS = 30;

    private static final Map<String, Exploration> STATES = new HashMap<>();

    private static Exploration states(Example example) {
        return STATES.computeIfAbsent(example.name(), _ -> example.schedules().everyState());
    }

    static List<Example> all() {
        return Examples.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void the_right_ones_are_proved_for_every_order_and_the_bugs_are_found_with_few_deviations(Example example) {
        Exploration states = states(example);
        assertEquals("", states.gaveUp());
        for (Kind kind : Kind.values()) {
            if (example.fault().equals(Optional.of(kind))) {
                assertInstanceOf(Verdict.Fails.class, states.free(kind));
                Story story = states.finding(kind).orElseThrow();
                assertEquals(example.deviations(), story.deviations(), story::text);
            } else {
                assertInstanceOf(Verdict.Holds.class, states.free(kind), () -> states.text());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void the_two_engines_find_the_same(Example example) {
        if (!example.ends()) {
            return;
        }
        Exploration states = states(example);
        Exploration runs = example.schedules().everyRun();
        assertEquals("", runs.gaveUp());
        assertEquals(states.findings().keySet(), runs.findings().keySet());
        assertEquals(states.events(), runs.events());
        runs.findings().forEach((kind, story) -> assertEquals(states.findings().get(kind).deviations(), story.deviations()));
        assertEquals(states.graph().orElseThrow().runs(100_000), example.schedules().traces());
    }

    @ParameterizedTest
    @MethodSource("all")
    void what_policies_do_is_among_what_was_found(Example example) {
        StateGraph graph = states(example).graph().orElseThrow();
        for (String policy : POLICIES) {
            for (int seed = 0; seed < SEEDS; seed++) {
                Log log = log(example, Policy.named(policy, seed));
                assertTrue(graph.hasRun(log.events, log.ending), () -> policy + ": " + log.events + " " + log.ending);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void what_was_found_happens_again_in_the_runtime_by_its_text(Example example) {
        states(example).findings().forEach((kind, story) -> {
            Log log = log(example, Oracle.recorded(ChoiceLog.parse(ChoiceLog.text(story.choices()))));
            assertEquals(story.events(), log.events);
            assertEquals(kind == Kind.DEADLOCK ? Ending.Deadlocked.class : Ending.Failed.class, log.ending);
        });
    }

    /** On the real clock the machine's speed decides too: what happens is compared with what can happen at any speed. */
    @ParameterizedTest
    @MethodSource("all")
    void what_happens_on_the_real_clock_on_every_carrier_is_among_what_was_found_for_every_speed(Example example) {
        Exploration anySpeed = example.schedules().freeTime().everyState();
        assertEquals("", anySpeed.gaveUp());
        StateGraph graph = anySpeed.graph().orElseThrow();
        for (Supplier<Carrier> carrier : List.<Supplier<Carrier>>of(Carrier::continuations, Carrier::ownExecutor, Carrier::baton)) {
            for (String policy : POLICIES) {
                for (int seed = 0; seed < (policy.equals("random") ? 3 : 1); seed++) {
                    Log log = log(example, Settings.production().carrier(carrier).with(Policy.named(policy, seed)));
                    assertTrue(graph.hasRun(log.events, log.ending), () -> carrier.get().name() + ", " + policy + ": " + log.events + " " + log.ending);
                }
            }
        }
    }

    /** @param ending null if the run was stopped after some events */
    private record Log(List<String> events, Class<? extends Ending> ending) {}

    private static Log log(Example example, Oracle oracle) {
        return log(example, Settings.simulated(oracle).race(example.schedules().race()));
    }

    private static Log log(Example example, Settings settings) {
        var events = new ArrayList<String>();
        var schedulers = new Scheduler[1];
        EventSink sink = (now, process, channel, value) -> {
            if (events.size() < EVENTS) {
                events.add(EventText.of(channel, value));
            } else {
                schedulers[0].stop();
            }
        };
        schedulers[0] = new Scheduler(settings.with(sink));
        Network network = schedulers[0].start("net", example.schedules().network());
        schedulers[0].run();
        Ending ending = network.ending().orElseThrow();
        return new Log(events, ending instanceof Ending.Stopped ? null : ending.getClass());
    }
}
