package org.cspcheck.specs.evaluate;

import static org.cspcheck.specs.evaluate.Definitions.place;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** {@code ==} and {@code <}. */
class OrderTest {
    private final Definitions script = Definitions.of("channel a, b", "P = a -> P", "datatype D = X | Y.{0,1}");

    @Test
    void numbers_and_characters_are_in_line() {
        script.hold("1 < 2", "2 <= 2", "not 2 < 2", "(3 > 2)", "(3 >= 3)", "'a' < 'b'", "-1 < 0");
    }

    @Test
    void tuples_compare_from_the_left() {
        script.hold("(1,2) < (1,3)", "(1,9) < (2,0)", "not (1,2) < (1,2)", "(1,2) <= (1,2)");
    }

    @Test
    void equality_looks_inside() {
        script.hold("<(1,{2}),(3,{})> == <(1,{2,2}),(3,{})>", "{<1>} != {<2>}", "(Y.0) != (Y.1)", "X == X", "(a,b) == (a,b)", "a != b");
    }

    @Test
    void sets_and_sequences_are_only_partly_ordered() {
        script.hold("not {1} < {2} and not {2} < {1} and {1} != {2}", "not <1> < <2> and not <2> < <1>");
    }

    @Test
    void processes_have_no_equality_and_no_order() {
        assertEquals("CSP0615 expression:1:1", place(script.mistake("P == P")));
        assertEquals("CSP0615", script.mistake("(1, P) == (1, P)").code());
    }

    @Test
    void truth_values_have_no_order() {
        assertEquals("CSP0604", script.mistake("true < 1").code());
    }
}
