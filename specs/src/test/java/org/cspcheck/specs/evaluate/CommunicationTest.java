package org.cspcheck.specs.evaluate;

import static org.cspcheck.specs.evaluate.Definitions.path;
import static org.cspcheck.specs.evaluate.Definitions.place;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Prefixes: inputs, outputs, internal choices. */
class CommunicationTest {
    private final Definitions script = Definitions.of(
            "datatype Id = P.{0,1} | Q",
            "channel a",
            "channel c : {0..2}",
            "channel d : {0,1}.{0,1}.{0,1}",
            "channel m : Id.{0,1}",
            "channel i : Int",
            "channel t : {(0,1),(1,0)}",
            "half(n) = 4 / n",
            "UP(n) = c.n -> UP(n+1)");

    @Test
    void an_input_offers_every_value_of_its_field() {
        assertEquals("c.0 c.1 c.2", script.initials("c?x -> STOP"));
        assertEquals("c.1 c.2", script.initials("c?x:{1,2} -> STOP"));
        assertEquals("i.3 i.4", script.initials("i?x:{3,4} -> STOP"));
        assertEquals("", script.initials("c?x:{} -> STOP"));
    }

    @Test
    void an_output_is_one_event() {
        assertEquals("c.2", script.initials("c!1+1 -> STOP"));
        assertEquals("d.0.1.0", script.initials("d!0!1!0 -> STOP"));
        assertEquals("m.P.0.1", script.initials("m!(P.0)!1 -> STOP"));
        assertEquals("m.P.0.1", script.initials("m.P.0!1 -> STOP"));
    }

    @Test
    void only_the_last_input_takes_more_than_one_field() {
        assertEquals("d.1.0.0 d.1.0.1 d.1.1.0 d.1.1.1", script.initials("d.1?rest -> STOP"));
        assertEquals("d.0.1.0 d.0.1.1 d.1.1.0 d.1.1.1", script.initials("d?x.1.z -> STOP"));
        assertEquals("d.0.0.0 d.0.0.1 d.1.1.0 d.1.1.1", script.initials("d?x!x?y -> STOP"));
    }

    @Test
    void a_constructor_in_an_input_takes_its_fields_along() {
        assertEquals("m.P.0.0 m.P.0.1 m.P.1.0 m.P.1.1", script.initials("m?P.x?y -> STOP"));
        assertEquals("m.Q.0 m.Q.1", script.initials("m?Q?y -> STOP"));
        assertEquals("m.P.0.1 m.P.1.1 m.Q.1", script.initials("m?x!1 -> STOP"));
    }

    @Test
    void later_fields_see_earlier_ones() {
        assertEquals("d.0.0.1 d.1.1.0", script.initials("d?x?y:{x}!(1-x) -> STOP"));
        assertEquals("d.0.1.0 d.0.1.1 d.1.0.0 d.1.0.1", script.initials("d?x?y:diff({0,1},{x})?z -> STOP"));
    }

    @Test
    void a_pattern_drops_what_does_not_match() {
        assertEquals("c.1", script.initials("c?1 -> STOP"));
        assertEquals("t.(0, 1) t.(1, 0)", script.initials("t?(x,y) -> STOP"));
        assertEquals("t.(0, 1)", script.initials("t?(0,y) -> STOP"));
        assertEquals("m.Q.0 m.Q.1", script.initials("m?(x@@Q)?y -> STOP"));
        assertEquals("c.0 c.1 c.2", script.initials("c?_ -> STOP"));
    }

    @Test
    void a_dollar_chooses_before_it_offers() {
        assertEquals("tau", script.initials("c$x -> STOP"));
        assertEquals(5, script.states("c$x -> STOP"));
        assertEquals("d.0.0.0 d.1.0.0", script.initials("d?x$y:{0}!0 -> STOP").replace("tau ", ""));
        assertEquals("CSP0612", script.mistakeOf("c$x:{} -> STOP").code());
    }

    @Test
    void the_continuation_is_not_looked_at_before_its_event() {
        assertEquals("c.0 c.1 c.2", script.initials("c?x -> c.half(x) -> STOP"));
        var mistake = script.mistakeOf("c?x -> c.half(x) -> STOP");
        assertEquals("CSP0601 script:8:11", place(mistake));
        assertEquals(List.of("half(0)"), path(mistake));
    }

    @Test
    void a_false_guard_hides_its_process() {
        assertEquals("", script.initials("false & c.half(0) -> STOP"));
        assertEquals("c.2", script.initials("true & c.half(2) -> STOP"));
    }

    @Test
    void values_outside_the_type_are_errors() {
        assertEquals("CSP0606 script:9:9", place(script.mistakeOf("UP(0)")));
        assertEquals("CSP0606", script.mistakeOf("c?x:{2,3} -> STOP").code());
        assertEquals("CSP0606", script.mistakeOf("c!7 -> STOP").code());
    }

    @Test
    void an_event_has_all_its_fields_and_no_more() {
        assertEquals("CSP0607", script.mistakeOf("d.0 -> STOP").code());
        assertEquals("CSP0608", script.mistakeOf("c.0?x -> STOP").code());
        assertEquals("CSP0607", script.mistakeOf("P.0 -> STOP").code());
        assertEquals("CSP0609", script.mistakeOf("i?x -> STOP").code());
    }

    @Test
    void the_message_says_what_is_missing() {
        assertTrue(script.mistakeOf("d.0 -> STOP").message().startsWith("d.0 is not a complete event: 2 fields missing"));
    }
}
