package org.cspcheck.specs.evaluate;

import static org.cspcheck.specs.evaluate.Definitions.place;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Comprehensions of every kind. */
class ComprehensionTest {
    private final Definitions script = Definitions.of(
            "datatype T = A.{0..2} | B",
            "channel c : {0..2}.{0..2}",
            "queens(0, n) = <<>>",
            "queens(k, n) = < <q>^qs | qs <- queens(k-1, n), q <- <1..n>, safe(q, qs, 1) >",
            "safe(q, <>, d) = true",
            "safe(q, <p>^ps, d) = q != p and q != p+d and q != p-d and safe(q, ps, d+1)");

    @Test
    void later_generators_see_earlier_variables() {
        script.hold("{(x,y) | x <- {1..3}, y <- {x..3}, x+y == 4} == {(1,3),(2,2)}", "<(x,y) | x <- <1,2>, y <- <0..x-1>> == <(1,0),(2,0),(2,1)>");
        script.hold("{x | S <- {{1,2},{3}}, x <- S} == {1,2,3}", "{x+y | x <- {1,2}, y <- {10,20}} == {11,12,21,22}");
    }

    @Test
    void conditions_cut() {
        script.hold("{x | x <- {1..9}, x % 3 == 0} == {3,6,9}", "<x | x <- <1..9>, x % 2 == 0, 4 < x> == <6,8>", "{1 | false} == {}", "{1 | true} == {1}");
    }

    @Test
    void patterns_drop_what_does_not_match() {
        script.hold("{n | A.n <- {A.1, B, A.2}} == {1,2}", "<n | A.n <- <A.2, B, A.2>> == <2,2>", "{x | <x>^_ <- {<1,2>,<>,<3>}} == {1,3}");
        script.hold("{x | (x,0) <- {(1,0),(2,1)}} == {1}", "{y | c.1.y <- {|c|}} == {0,1,2}");
    }

    @Test
    void sequences_keep_order_and_repetition() {
        script.hold("<x % 2 | x <- <1..4>> == <1,0,1,0>", "{x % 2 | x <- {1..4}} == {0,1}");
    }

    @Test
    void event_sets_may_be_generated() {
        script.hold("{|c.x | x <- {0,1}|} == {c.0.0,c.0.1,c.0.2,c.1.0,c.1.1,c.1.2}", "card({|c.x.y | x <- {0..2}, y <- {0..x}|}) == 6");
        script.hold("{|c.x | x <- {0..2}, x > 1|} == {|c.2|}", "{| |} == {}");
    }

    @Test
    void a_condition_after_a_generator_may_guard_what_follows() {
        script.hold("{6/x | x <- {0..3}, x != 0} == {6,3,2}");
    }

    @Test
    void queens_are_counted_right() {
        script.hold("#queens(4,4) == 2", "#queens(5,5) == 10", "#queens(6,6) == 4");
    }

    @Test
    void a_generator_in_a_set_ranges_over_a_set_and_in_a_sequence_over_a_sequence() {
        assertEquals("CSP0604", script.mistake("{x | x <- <1,2>}").code());
        assertEquals("CSP0604", script.mistake("<x | x <- {1,2}>").code());
    }

    @Test
    void a_condition_is_a_truth_value() {
        assertEquals("CSP0604 expression:1:18", place(script.mistake("{x | x <- {1,2}, x}")));
    }
}
