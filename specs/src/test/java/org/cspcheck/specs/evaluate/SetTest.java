package org.cspcheck.specs.evaluate;

import static org.cspcheck.specs.evaluate.Definitions.place;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Sets, listed and symbolic. */
class SetTest {
    private final Definitions script = Definitions.of("datatype Colour = Red | Green | Blue", "channel c : Colour", "channel i : Int");

    @Test
    void members_have_no_order_and_no_number() {
        script.hold("{1,2,2,3} == {3,2,1}", "card({1,1,1}) == 1", "{<1>,<1>} == {<1>}", "{(1,2)} != {(2,1)}", "{{1},{1,1}} == {{1}}");
        assertEquals("{1, 2, 3}", script.value("{3,1,2,1}"));
    }

    @Test
    void the_operations_are_those_of_mathematics() {
        script.hold("union({1},{2}) == {1,2}", "inter({1,2},{2,3}) == {2}", "diff({1,2},{2,3}) == {1}");
        script.hold("Union({}) == {}", "Union({{1},{2,3}}) == {1,2,3}", "Inter({{1,2},{2,3}}) == {2}", "empty({})", "not empty({0})");
        script.hold("member(1, {1,2})", "not member(3, {1,2})", "set(<2,1,2>) == {1,2}", "seq({2,1}) == <1,2>");
        assertEquals("CSP0610 expression:1:1", place(script.mistake("Inter({})")));
    }

    @Test
    void comparisons_are_inclusions() {
        script.hold("{} < {1}", "{1} < {1,2}", "not {1} < {1}", "{1} <= {1}", "{1,2} >= {1}", "{1,2} > {1}");
        script.hold("not {1} < {2,3}", "not {2,3} < {1}", "not {1} <= {2}", "not {1} >= {2}");
    }

    @Test
    void ranges_include_both_ends_and_may_be_empty() {
        script.hold("{1..3} == {1,2,3}", "{3..3} == {3}", "{3..1} == {}", "{ -1 .. 1 } == {0, 1, 0-1}", "card({1..1000}) == 1000");
    }

    @Test
    void infinite_sets_can_be_asked_but_not_listed() {
        script.hold("member(12345, Int)", "member(5, {5..})", "not member(4, {5..})", "not member(Red, Int)");
        script.hold("member(<1,2>, Seq({1,2}))", "not member(<3>, Seq({1,2}))", "member(<>, Seq({}))", "member({1}, Set({1..}))");
        script.hold("inter({1..10},{8..}) == {8,9,10}", "diff({1..3},{2..}) == {1}", "not empty(Int)");
        assertEquals("CSP0609 expression:1:1", place(script.mistake("card(Int)")));
        assertEquals("CSP0609", script.mistake("card({1..})").code());
        assertEquals("CSP0609", script.mistake("card(Seq({1}))").code());
        assertEquals("CSP0609", script.mistake("{x | x <- {0..}}").code());
    }

    @Test
    void unions_with_infinite_sets_can_be_asked() {
        script.hold("member(3, union({3},{10..}))", "not member(9, union({3},{10..}))", "member(12, union({3},{10..}))");
    }

    @Test
    void power_sets_hold_every_part() {
        script.hold("card(Set({1..4})) == 16", "Set({}) == {{}}", "member({1,3}, Set({1..3}))", "not member({4}, Set({1..3}))");
    }

    @Test
    void types_are_sets() {
        script.hold("card(Bool) == 2", "Bool == {true, false}", "card(Colour) == 3", "member(Red, Colour)", "member('x', Char)");
        script.hold("{|c|} == {c.Red, c.Green, c.Blue}", "member(i.7, {|i|})", "member(c.Red, Events)", "diff({|c|}, {c.Red}) == {c.Green, c.Blue}");
    }

    /** Classes {1,2,3}, {5,6} and {8,9}, of which 1 and 9 are no members; 4 is related to itself only. */
    @Test
    void a_relation_made_symmetric_and_transitive_has_one_representative_for_each_class() {
        Definitions relations = Definitions.of(
                "external mtransclose, relational_inverse_image, transpose",
                "reps = mtransclose({(1,2),(3,2),(6,5),(8,9),(4,4)}, {2..8})",
                "stands = relational_inverse_image(reps)");
        relations.hold("reps == {(2,3),(5,6)}", "stands(3) == {2}", "stands(2) == {}", "stands(8) == {}", "stands(4) == {}");
        relations.hold("mtransclose({}, {1,2}) == {}", "mtransclose({(n, n+1) | n <- {0..999}}, {0..1000}) == {(0, n) | n <- {1..1000}}");
    }
}
