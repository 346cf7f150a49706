package org.cspcheck.specs.evaluate;

import static org.cspcheck.specs.evaluate.Definitions.place;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Numbers and truth values. */
class ArithmeticTest {
    private final Definitions script = Definitions.of(
            "max = 9223372036854775807", "min = -max - 1", "boom = 1/0 == 1", "power(0) = 1", "power(n) = 2 * power(n-1)");

    @Test
    void division_rounds_down() {
        script.hold("7/2 == 3", "(-7)/2 == -4", "7/(-2) == -4", "(-7)/(-2) == 3", "(-6)/2 == -3", "0/5 == 0");
    }

    @Test
    void the_remainder_has_the_sign_of_the_divisor() {
        script.hold("7%2 == 1", "(-7)%2 == 1", "7%(-2) == -1", "(-7)%(-2) == -1", "(-6)%2 == 0");
    }

    @Test
    void a_sign_binds_like_a_sum() {
        script.hold("-7/2 == -3", "-7%2 == -1", "-2*3 == -6", "-1-1 == -2", "2 - -1 == 3");
    }

    @Test
    void products_bind_stronger_than_sums_and_both_group_to_the_left() {
        script.hold("2+3*4 == 14", "10-3-2 == 5", "100/5/2 == 10", "2*3%4 == 2");
    }

    @Test
    void numbers_reach_to_64_bits() {
        script.hold("max - 1 + 1 == max", "min + 1 == -max", "power(62) == 4611686018427387904", "max + min == -1");
    }

    @Test
    void every_operation_says_when_it_overflows() {
        assertEquals("CSP0602 expression:1:1", place(script.mistake("max + 1")));
        assertEquals("CSP0602 expression:1:1", place(script.mistake("min - 1")));
        assertEquals("CSP0602 expression:1:1", place(script.mistake("max * 2")));
        assertEquals("CSP0602 expression:1:1", place(script.mistake("-min")));
        assertEquals("CSP0602 expression:1:1", place(script.mistake("min / (-1)")));
    }

    @Test
    void zero_divides_nothing() {
        assertEquals("CSP0601 expression:1:5", place(script.mistake("1 + 2/0")));
        assertEquals("CSP0601 expression:1:1", place(script.mistake("2%0")));
    }

    @Test
    void and_or_and_if_look_no_further_than_they_must() {
        script.hold("not (false and boom)", "true or boom", "if true then true else boom", "if false then boom else true");
        assertEquals("CSP0601", script.mistake("true and boom").code());
        assertEquals("CSP0601", script.mistake("boom or true").code());
    }

    @Test
    void not_binds_stronger_than_and_and_weaker_than_a_comparison() {
        script.hold("not 1 == 2", "not false and true", "true or false and false", "not (true and false)");
    }

    @Test
    void a_number_is_no_truth_value() {
        assertEquals("CSP0604 expression:1:4", place(script.mistake("if 1 then 2 else 3")));
        assertEquals("CSP0604 expression:1:10", place(script.mistake("true and 1")));
        assertEquals("CSP0604 expression:1:5", place(script.mistake("1 + true")));
    }
}
