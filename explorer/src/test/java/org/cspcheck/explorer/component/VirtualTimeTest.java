package org.cspcheck.explorer.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.verdict.Property;
import org.cspcheck.model.verdict.Verdict;
import org.junit.jupiter.api.Test;

/** Which of several timers fires when. */
class VirtualTimeTest {
    private final Mixed script = new Mixed("channel a, b, c\nROUNDS = a -> b -> a -> (a -> b -> ROUNDS [] b -> a -> ROUNDS)");

    private Process after(int millis, String event) {
        return script.program(event, () -> events -> {
            events.sleep(Duration.ofMillis(millis));
            events.perform(event);
        }).process();
    }

    private static Process together(Process... processes) {
        return new Process.InterfaceParallel(List.of(processes), EventSet.EMPTY);
    }

    private static Process timed(Process process, int race) {
        return new Process.Timed(process, Duration.ofMillis(race).toNanos());
    }

    /** The orders of a, b and c that are runs of the process. */
    private Set<String> orders(Process process) {
        var orders = new TreeSet<String>();
        for (String order : List.of("abc", "acb", "bac", "bca", "cab", "cba")) {
            List<Integer> trace = order.chars()
                    .mapToObj(event -> script.alphabet.number(script.channel(Character.toString(event)).orElseThrow().bare()))
                    .toList();
            if (script.byVectors(process, new Property.Can(trace, true)) instanceof Verdict.Holds) {
                orders.add(order);
            }
        }
        return orders;
    }

    @Test
    void urgent_timers_fire_in_the_order_of_their_deadlines() {
        Process sleepers = together(after(4, "c"), after(0, "a"), after(2, "b"));
        assertEquals(Set.of("abc"), orders(timed(sleepers, 0)));
    }

    @Test
    void equal_deadlines_fire_in_any_order() {
        assertEquals(Set.of("abc", "bac"), orders(timed(together(after(2, "a"), after(2, "b"), after(3, "c")), 0)));
    }

    @Test
    void deadlines_within_the_race_fire_in_any_order_and_others_do_not() {
        Process sleepers = together(after(0, "a"), after(2, "b"), after(5, "c"));
        assertEquals(Set.of("abc"), orders(timed(sleepers, 1)));
        assertEquals(Set.of("abc", "bac"), orders(timed(sleepers, 2)));
        // Each timer is within 3 ms of the next: while a waits to happen, b and then c may come before it.
        assertEquals(6, orders(timed(sleepers, 3)).size());
    }

    @Test
    void free_timers_fire_whenever_they_like() {
        assertEquals(6, orders(together(after(0, "a"), after(2, "b"), after(4, "c"))).size());
    }

    private Process impatient() {
        return script.java(events -> events.<Integer>choice().on("a", x -> 1).after(Duration.ofMillis(5), () -> {
            events.perform("b");
            return 2;
        }).take());
    }

    @Test
    void time_passes_only_when_nothing_else_is_possible() {
        assertTrue(script.equal(script.cspm("a -> SKIP"), timed(impatient(), 4)), "the event wins");
        assertTrue(script.equal(script.cspm("(a -> SKIP) [> b -> SKIP"), timed(impatient(), 5)), "a race");
        Process unwanted = new Process.InterfaceParallel(List.of(impatient(), Process.STOP), script.events("{a}"));
        assertTrue(script.equal(script.cspm("b -> STOP"), timed(unwanted, 0)), "nobody else offers the event");
    }

    @Test
    void time_spent_waiting_is_remembered() {
        // b waits 3 ms; a and c come after 2 ms and 2 + 2 ms.
        Process slow = script.program("slow", () -> events -> {
            events.sleep(Duration.ofMillis(2));
            events.perform("a");
            events.sleep(Duration.ofMillis(2));
            events.perform("c");
        }).process();
        assertEquals(Set.of("abc"), orders(timed(together(slow, after(3, "b")), 0)));
    }

    @Test
    void a_timer_that_repeats_makes_finitely_many_states() {
        Process ticking = script.java(events -> events.forever(() -> {
            events.sleep(Duration.ofMillis(2));
            events.perform("a");
        }));
        Process slower = script.program("slower", () -> events -> events.forever(() -> {
            events.sleep(Duration.ofMillis(3));
            events.perform("b");
        })).process();
        assertInstanceOf(Verdict.Holds.class, script.byVectors(timed(together(ticking, slower), 1), new Property.DivergenceFree()));
        // a at 2, b at 3, a at 4; a and b at 6, in any order.
        Process rounds = script.cspm("ROUNDS");
        assertTrue(script.refinesInTraces(rounds, timed(together(ticking, slower), 0)));
        assertTrue(script.refinesInTraces(timed(together(ticking, slower), 0), rounds));
    }
}
