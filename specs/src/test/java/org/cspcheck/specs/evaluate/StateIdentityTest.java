package org.cspcheck.specs.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Two ways to the same state lead to one state: terms are equal if what they say and the values in them are. */
class StateIdentityTest {
    private final Definitions script = Definitions.of(
            "channel a, b",
            "channel c : {0..3}",
            "COUNT(n) = n < 3 & a -> COUNT(n+1) [] n > 0 & b -> COUNT(n-1)",
            "MOD(n) = a -> MOD((n+1) % 3)",
            "TWIN = a -> TRIPLET",
            "TRIPLET = a -> TWIN",
            "SET(s) = [] x : {0..3} @ c.x -> SET(union(s, {x}))",
            "SEQ(s) = c?x -> SEQ(if #s < 2 then s^<x> else tail(s)^<x>)",
            "FUN(f) = c.f(1) -> FUN(\\ x @ f(x))",
            "add(n)(x) = (n + x) % 4",
            "ADDER(f) = c.f(0) -> ADDER(f)",
            "LET(n) = let inner(k) = c.k -> LET((n + 1) % 2) within inner(n)",
            "KEEP = b -> STOP",
            "MAP(m) = c?x -> MAP(mapUpdate(m, x, true))",
            "P(x, y) = a -> Q(x)",
            "Q(x) = c.x -> STOP",
            "ALIAS = LOOP",
            "LOOP = a -> ALIAS");

    @Test
    void a_parameter_counts_by_its_value() {
        assertEquals(4, script.states("COUNT(0)"));
        assertEquals(3, script.states("MOD(0)"));
        script.same("COUNT(1+1)", "COUNT(3-1)");
    }

    @Test
    void names_of_processes_do_not_count() {
        assertEquals(1, script.states("LOOP"));
        script.same("ALIAS", "LOOP");
        assertEquals(2, script.states("TWIN"));
    }

    @Test
    void collections_count_by_their_members() {
        assertEquals(16, script.states("SET({})"));
        assertEquals(1 + 4 + 16, script.states("SEQ(<>)"));
        assertEquals(16, script.states("MAP(emptyMap)"));
        script.same("SET({1,2})", "SET(union({2},{1}))");
        script.same("SEQ(<1,2>)", "SEQ(tail(<0,1>)^<2>)");
    }

    @Test
    void partial_applications_of_one_function_count_by_their_arguments() {
        script.same("ADDER(add(1))", "ADDER(add(2-1))");
        assertEquals(1, script.states("ADDER(add(3))"));
    }

    @Test
    void local_definitions_count_by_what_they_capture() {
        assertEquals(2, script.states("LET(0)"));
    }

    @Test
    void variables_that_are_no_longer_mentioned_do_not_count() {
        assertEquals(script.states("P(1, 5)"), script.states("P(1, 5) [] P(1, 6)"));
        assertEquals(4, script.states("c?x -> a -> KEEP"));
    }

    @Test
    void what_an_input_binds_counts_where_it_is_used() {
        assertEquals(6, script.states("c?x -> c.x -> STOP"));
    }
}
