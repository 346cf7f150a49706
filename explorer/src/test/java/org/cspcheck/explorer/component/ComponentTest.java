package org.cspcheck.explorer.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.cspcheck.model.verdict.Counterexample;
import org.cspcheck.model.verdict.Property;
import org.cspcheck.model.verdict.Verdict;
import org.cspcheck.runtime.component.Component;
import org.junit.jupiter.api.Test;

/** The same process in Java and in CSPm: each refines the other, whichever engine says so. */
class ComponentTest {
    private final Mixed script = new Mixed("""
            datatype Colour = Red | Green
            channel a, b, c
            channel left, right : {0..2}
            channel light : Colour
            channel picks : {0..1}.{0..1}
            INNER(x) = right!x -> left?y -> if y == 0 then SKIP else INNER(y)
            OUTER = left?x -> INNER(x); b -> OUTER
            """);

    private void assertEqual(String cspm, Component java) {
        assertTrue(script.equal(script.cspm(cspm), script.java(java)), cspm);
    }

    @Test
    void events_follow_each_other_and_returning_is_termination() {
        assertEqual("a -> picks.0.1 -> light.Red -> SKIP", events -> {
            events.perform("a");
            events.perform("picks", 0, 1);
            events.perform("light", "Red");
        });
    }

    @Test
    void receiving_offers_every_completion() {
        assertEqual("left?x -> right!x -> SKIP", events -> events.perform("right", events.receive("left").integer()));
        assertEqual("picks.1?y -> right!y -> SKIP", events -> events.perform("right", events.receive("picks", 1).integer()));
    }

    @Test
    void a_loop_is_a_recursion_over_its_value() {
        assertEqual("let P(n) = n < 2 & a -> P(n+1) [] n > 0 & b -> P(n-1) within P(0)", events -> events.loop(0, n -> events.<Integer>choice()
                .when(n < 2, "a", x -> n + 1)
                .when(n > 0, "b", x -> n - 1)
                .take()));
    }

    @Test
    void a_loop_in_a_loop_and_what_follows_it() {
        assertEqual("a -> OUTER", events -> {
            events.perform("a");
            events.loop("Q", q -> {
                events.loop(events.receive("left").integer(), x -> {
                    events.perform("right", x);
                    int y = events.receive("left").integer();
                    return y == 0 ? null : y;
                });
                events.perform("b");
                return q;
            });
        });
    }

    @Test
    void a_choice_of_its_own_is_internal() {
        assertEqual("a -> STOP |~| b -> STOP |~| STOP", events -> {
            switch (events.choose(3)) {
                case 0 -> events.perform("a");
                case 1 -> events.perform("b");
                default -> { }
            }
            events.choice().take();
        });
    }

    @Test
    void a_timeout_may_come_whenever_it_likes() {
        assertEqual("let P = (a -> P) [> b -> P within P", events -> events.loop("P", p -> events.<String>choice()
                .on("a", x -> p)
                .after(Duration.ofMillis(5), () -> {
                    events.perform("b");
                    return p;
                })
                .take()));
    }

    @Test
    void two_branches_with_one_event_are_nondeterministic() {
        assertEqual("a -> b -> SKIP [] a -> c -> SKIP", events -> {
            String next = events.<String>choice().on("a", x -> "b").on("a", x -> "c").take();
            events.perform(next);
        });
    }

    @Test
    void an_exception_is_an_event_after_which_nothing_happens() {
        var program = script.program("worker", () -> events -> {
            events.perform("a");
            throw new IllegalStateException("no fork");
        });
        Counterexample run = script.counterexample(program.process(), new Property.Never(program.exceptions(), Counterexample.Kind.EXCEPTION));
        assertEquals(Counterexample.Kind.EXCEPTION, run.kind());
        assertEquals(List.of("a"), run.trace());
        String event = run.event().orElseThrow();
        assertTrue(event.matches("exception in worker: IllegalStateException: no fork \\(ComponentTest.java:\\d+\\)"), event);
        assertFalse(script.refines(script.cspm("a -> SKIP"), program.process()));
    }

    @Test
    void finally_blocks_cannot_perform_anything_when_a_run_is_given_up() {
        assertEqual("a -> b -> c -> SKIP", events -> {
            try {
                events.perform("a");
                events.perform("b");
            } finally {
                events.perform("c");
            }
        });
    }

    // ---- code that does not keep to the rules

    private String mistake(Component java) {
        Verdict verdict = script.byVectors(script.java(java), new Property.DivergenceFree());
        return assertInstanceOf(Verdict.Erroneous.class, verdict, verdict.toString()).diagnostic().toString();
    }

    @Test
    void memory_beside_the_loop_value_is_found() {
        var seen = new AtomicInteger();
        String shared = mistake(events -> events.loop("x", x -> {
            events.perform(seen.getAndIncrement() % 2 == 0 ? "a" : "b");
            return x;
        }));
        assertTrue(shared.contains("before it came to"), shared);
        assertTrue(mistake(events -> {
            var list = new ArrayList<String>();
            events.loop("x", x -> {
                events.perform(list.size() < 3 ? "a" : "b");
                list.add("more");
                return x;
            });
        }).contains("CSP0724"));
    }

    @Test
    void loop_values_must_have_an_equality() {
        assertTrue(mistake(events -> events.loop(new Object(), x -> {
            events.perform("a");
            return x;
        })).contains("java.lang.Object, which is equal to itself alone"));
        assertTrue(mistake(events -> events.loop(new int[1], x -> x)).contains("int[]"));
        record Holder(List<Object> things) {}
        assertTrue(mistake(events -> events.loop(new Holder(List.of(new Object())), x -> x)).contains("Holder, whose things is"));
    }

    @Test
    void a_loop_value_that_changes_is_found() {
        assertTrue(mistake(events -> events.loop(new ArrayList<String>(), list -> {
            events.perform("a");
            list.add("x");
            return list;
        })).contains("CSP0725"));
    }

    @Test
    void unknown_events_are_mistakes_with_their_place() {
        String unknown = mistake(events -> events.perform("rigt", 1));
        assertTrue(unknown.contains("there is no channel `rigt` (ComponentTest.java:"), unknown);
        assertTrue(mistake(events -> events.perform("right", 3)).contains("3 is not in the type of field 0 of `right`"));
        assertTrue(mistake(events -> events.perform("a", 3)).contains("`a` has 0 fields"));
    }

    @Test
    void a_loop_without_events_is_stopped() {
        assertTrue(mistake(events -> events.loop(0, n -> 1 - n)).contains("CSP0726"));
    }
}
