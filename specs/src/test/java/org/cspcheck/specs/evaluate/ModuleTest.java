package org.cspcheck.specs.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Modules and timed sections. */
class ModuleTest {
    private final Definitions script = Definitions.of(
            "module Cell(N, start)",
            "  wrap(x) = x % N",
            "exports",
            "  channel get : {0..N-1}",
            "  datatype Kind = Big | Little",
            "  next(x) = wrap(x+1)",
            "  CELL = get.start -> CELL",
            "endmodule",
            "instance Three = Cell(3, 2)",
            "instance Five = Cell(5, 4)",
            "module Plain",
            "exports",
            "  x = 1",
            "  module Inner",
            "  exports",
            "    y = x + 1",
            "  endmodule",
            "endmodule",
            "channel a, tock",
            "Timed(\\ e @ 2) {",
            "  T = a -> STOP",
            "  W = WAIT(3) ; a -> STOP",
            "}");

    @Test
    void each_instance_has_its_own_parameters_channels_and_types() {
        script.hold("Three::next(2) == 0", "Five::next(2) == 3", "card({|Three::get|}) == 3", "card({|Five::get|}) == 5");
        script.hold("card(union({|Three::get|}, {|Five::get|})) == 8", "Three::Big != Five::Big", "card(Three::Kind) == 2");
        assertEquals("Three::get.2", script.initials("Three::CELL"));
    }

    @Test
    void modules_without_parameters_are_used_as_they_are() {
        script.hold("Plain::x == 1", "Plain::Inner::y == 2");
    }

    @Test
    void events_of_instances_belong_to_the_events() {
        script.hold("card(Events) == 10");
    }

    @Test
    void a_timed_prefix_waits_and_then_takes_its_time() {
        assertEquals("a tock", script.initials("T"));
        assertEquals(4, script.states("T")); // waiting, after a, after one tock, stopped
        assertEquals("tock", script.initials("W"));
    }
}
