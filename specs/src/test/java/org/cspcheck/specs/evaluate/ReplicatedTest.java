package org.cspcheck.specs.evaluate;

import static org.cspcheck.specs.evaluate.Definitions.place;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Replicated operators, renamings and links. */
class ReplicatedTest {
    private final Definitions script = Definitions.of(
            "channel a, b",
            "channel c : {0..2}",
            "channel d : {0..2}.{0..2}",
            "channel i, o : {0,1}",
            "COPY = i?x -> o!x -> COPY",
            "EMPTY = {}");

    @Test
    void over_nothing_they_are_their_units_or_an_error() {
        script.same("[] x : {} @ c.x -> STOP", "STOP");
        script.same("||| x : {} @ c.x -> STOP", "SKIP");
        script.same("|| x : {} @ [{c.x}] c.x -> STOP", "SKIP");
        script.same("[|{a}|] x : {} @ STOP", "SKIP");
        script.same("; x : <> @ c.x -> SKIP", "SKIP");
        assertEquals("CSP0612 expression:1:1", place(script.mistakeOf("|~| x : EMPTY @ c.x -> STOP")));
        assertEquals("CSP0612 expression:1:1", place(script.mistakeOf("[o <-> i] x : <> @ COPY")));
    }

    @Test
    void over_one_they_are_that_one() {
        assertEquals("c.1", script.initials("[] x : {1} @ c.x -> STOP"));
        assertEquals("c.1", script.initials("|~| x : {1} @ c.x -> STOP"));
        assertEquals("c.1", script.initials("||| x : {1} @ c.x -> STOP"));
        assertEquals("c.1", script.initials("; x : <1> @ c.x -> STOP"));
    }

    @Test
    void generators_conditions_and_patterns_work_as_in_comprehensions() {
        assertEquals("d.1.0 d.2.0 d.2.1", script.initials("[] x : {0..2}, y : {0..x}, x != y @ d.x.y -> STOP"));
        assertEquals("d.0.1 d.2.1", script.initials("[] (x,1) : {(0,1),(1,0),(2,1)} @ d.x.1 -> STOP"));
        assertEquals("c.0 c.1 c.2", script.initials("[] d.1.x : {|d|} @ c.x -> STOP"));
    }

    @Test
    void equal_processes_for_different_values_are_separate_operands() {
        assertEquals(8, script.states("||| x : {0..2} @ a -> STOP"));
        assertEquals(4, script.states("; x : <1,1> @ a -> SKIP") - 1);
    }

    @Test
    void the_order_of_a_sequence_is_kept() {
        assertEquals("c.2", script.initials("; x : <2,0> @ c.x -> SKIP"));
    }

    @Test
    void renaming_extends_over_open_fields() {
        assertEquals("d.0.0 d.0.1 d.0.2", script.initials("(c?x -> STOP)[[c <- d.0]]"));
        assertEquals("a c.1 c.2", script.initials("(c?x -> STOP)[[c.0 <- a]]"));
        assertEquals("c.0 c.1 c.2", script.initials("(c.0 -> STOP)[[c.0 <- c.x | x <- {0..2}]]"));
        assertEquals("a b", script.initials("(a -> STOP)[[a <- a, a <- b]]"));
        assertEquals("b", script.initials("(a -> STOP)[[a <- b]]"));
    }

    @Test
    void a_renaming_into_another_type_is_an_error() {
        assertEquals("CSP0606", script.mistakeOf("(c?x -> STOP)[[c <- i]]").code());
    }

    @Test
    void links_pair_whole_channels() {
        assertEquals(9, script.states("COPY [o <-> i] COPY"));
        assertEquals("i.0 i.1", script.initials("COPY [o <-> i] COPY"));
        assertEquals("CSP0617", script.mistakeOf("(a -> STOP) [a <-> b, a <-> a] (b -> STOP)").code());
    }

    @Test
    void hiding_all_but_some_is_hiding_the_others() {
        assertEquals("c.1", script.initials("(c.1 -> a -> STOP) |\\ {|c|}"));
        assertEquals("tau", script.initials("(a -> STOP) |\\ {|c|}"));
    }
}
