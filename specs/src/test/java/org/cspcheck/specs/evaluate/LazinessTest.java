package org.cspcheck.specs.evaluate;

import static org.cspcheck.specs.evaluate.Definitions.place;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Nothing is computed before it is needed, nor twice. */
class LazinessTest {
    private final Definitions script = Definitions.of(
            "boom = head(<>)",
            "first(x, y) = x",
            "endless(n) = endless(n+1)",
            "nats(n) = <n>^nats(n+1)",
            "take(0, s) = <>",
            "take(n, <x>^s) = <x>^take(n-1, s)",
            "zip(<x>^s, <y>^t) = <x+y>^zip(s, t)",
            "fib = <0,1>^zip(fib, tail(fib))",
            "ones = <1>^ones",
            "at(0, <x>^s) = x",
            "at(n, <x>^s) = at(n-1, s)",
            "sieve(<p>^s) = <p>^sieve(<n | n <- s, n % p != 0>)",
            "self = self + 1",
            "left = right",
            "right = left");

    @Test
    void arguments_that_are_not_used_are_not_evaluated() {
        script.hold("first(1, boom) == 1", "first(1, endless(0)) == 1", "(\\ x @ 3)(boom) == 3", "(\\ x, y @ y)(boom, 4) == 4");
    }

    @Test
    void parts_of_tuples_and_sequences_are_not_evaluated_until_needed() {
        script.hold("#<boom, boom> == 2", "head(<1, boom>) == 1", "(let (x, y) = (1, boom) within x) == 1", "not null(<boom>)");
        script.hold("head(tail(<boom, 2>)) == 2", "head(concat(<<1>, boom>)) == 1");
    }

    @Test
    void definitions_that_are_not_used_are_not_evaluated() {
        script.hold("(let y = boom within 3) == 3", "(let f(x) = boom within 3) == 3");
    }

    @Test
    void sequences_may_be_infinite() {
        script.hold("take(3, nats(5)) == <5,6,7>", "take(2, <3..>) == <3,4>", "take(3, ones) == <1,1,1>");
        script.hold("take(3, <x*x | x <- <1..>, x % 2 == 1>) == <1,9,25>", "take(5, sieve(<2..>)) == <2,3,5,7,11>");
        script.hold("head(<1..>^boom) == 1", "take(4, <(x,y) | x <- <1..>, y <- <1..x>>) == <(1,1),(2,1),(2,2),(3,1)>");
    }

    @Test
    void a_sequence_may_be_defined_by_its_own_beginning() {
        script.hold("take(8, fib) == <0,1,1,2,3,5,8,13>");
    }

    @Test
    void what_was_computed_is_kept() {
        script.hold("at(90, fib) == 2880067194370816120"); // 2^60 additions if it were not
    }

    @Test
    void a_value_that_depends_on_itself_is_an_error_with_its_name() {
        assertEquals("CSP0613 script:13:1", place(script.mistake("self")));
        assertEquals("CSP0613", script.mistake("left").code());
        assertEquals("CSP0613", script.mistake("let x = x within x").code());
        assertEquals("CSP0613", script.mistake("let x = y + 1\n    y = x\nwithin x").code());
    }

    @Test
    void long_sequences_are_walked_in_a_loop() {
        script.hold("#<1..100000> == 100000", "#<x | x <- <1..100000>> == 100000", "elem(99999, <1..>)", "#(<1..1000>^<1..1000>) == 2000");
    }
}
