package org.cspcheck.specs.evaluate;

import static org.cspcheck.specs.evaluate.Definitions.place;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Dotted values, datatypes, and what completes them. */
class DotTest {
    private final Definitions script = Definitions.of(
            "datatype Id = P.{0,1} | Q",
            "datatype Msg = Send.Id.{0..2} | Reset",
            "datatype Tree = Leaf | Node.Tree.{0..9}.Tree",
            "datatype Wide = W.{(0,0),(0,1)}.Set({1,2})",
            "subtype Small = Send.{P.0}.{0} | Reset",
            "nametype Pair = {0..3}.Bool",
            "channel c : Msg",
            "channel d : {0,1}.{0,1}",
            "channel e : Pair",
            "channel bare",
            "channel s : {\"yes\",\"no\"}",
            "sum(Leaf) = 0",
            "sum(Node.l.n.r) = sum(l) + n + sum(r)");

    @Test
    void the_dot_fills_the_last_field_that_is_open() {
        script.hold("(c.Send.P.0.2) == (c.(Send.(P.0).2))", "(Send.P.0.2) == (Send.(P.0).2)", "(let f = c.Send within f.P.0.1) == (c.Send.P.0.1)");
        script.hold("(let f = Send.P within f.0.1) == (Send.P.0.1)", "(d.0.1) == ((d.0).1)", "(let pair = 0.1 within d.pair) == (d.0.1)");
    }

    @Test
    void the_dot_binds_weaker_than_a_comparison() {
        assertEquals("true.false", script.value("1 == 1.2 == 1"));
        script.hold("(1.2) == (1.2)", "(1.2) != (1.3)");
    }

    @Test
    void a_production_set_holds_all_completions() {
        script.hold("card({|c|}) == 10", "card({|c.Send|}) == 9", "card({|c.Send.P|}) == 6", "card({|c.Send.Q|}) == 3", "{|c.Reset|} == {c.Reset}");
        script.hold("{|d.0, d.1.1|} == {d.0.0, d.0.1, d.1.1}", "{|bare|} == {bare}", "card({|e|}) == 8", "{||} == {}");
    }

    @Test
    void productions_complete_and_extensions_say_what_is_missing() {
        script.hold("productions(d.0) == {d.0.0, d.0.1}", "extensions(d.0) == {0,1}", "extensions(d) == {0.0,0.1,1.0,1.1}");
        script.hold("productions(P) == {P.0,P.1}", "extensions(Send.Q) == {0,1,2}", "card(extensions(Send)) == 9", "productions(d) == {|d|}");
    }

    @Test
    void datatypes_are_sets_of_their_values() {
        script.hold("Id == {P.0,P.1,Q}", "card(Msg) == 10", "card(Wide) == 8", "member(Reset, Msg)", "not member(Q, Msg)");
        script.hold("Small == {Send.(P.0).0, Reset}", "Small < Msg", "card(Pair) == 8", "member(2.true, Pair)");
    }

    @Test
    void a_recursive_datatype_is_infinite_and_can_be_asked() {
        script.hold("member(Node.Leaf.1.Leaf, Tree)", "sum(Node.(Node.Leaf.1.Leaf).2.(Node.Leaf.3.Leaf)) == 6");
        assertEquals("CSP0609", script.mistake("card(Tree)").code());
    }

    @Test
    void events_are_all_events_of_all_channels() {
        script.hold("Events == Union({{|c|},{|d|},{|e|},{|bare|},{|s|}})", "card(Events) == 25");
    }

    @Test
    void strings_may_be_fields() {
        script.hold("card({|s|}) == 2", "member(s.\"yes\", {|s|})");
        assertEquals("s.\"yes\"", script.value("s.\"yes\""));
    }

    @Test
    void a_value_outside_the_type_of_a_field_is_an_error_when_it_is_built() {
        assertEquals("CSP0606 expression:1:1", place(script.mistake("d.0.2")));
        assertEquals("2 is not in the type of field 2 of channel d: {0, 1}", script.mistake("d.0.2").message());
        assertEquals("CSP0606 expression:1:1", place(script.mistake("c.(Send.P.2.0)")));
        assertEquals("CSP0606", script.mistake("c.Q").code());
        assertEquals("CSP0606", script.mistake("Node.1").code());
    }

    @Test
    void dotted_values_that_are_compared_without_parentheses_get_a_hint() {
        assertEquals(
                "the dot binds weaker than a comparison: to compare dotted values, write (c.x) == (c.y)",
                script.mistake("Send.Q.1 == Send.Q.1").hint());
    }
}
