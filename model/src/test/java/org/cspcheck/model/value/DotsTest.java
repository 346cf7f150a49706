package org.cspcheck.model.value;

import static org.cspcheck.model.value.Declared.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class DotsTest {
    @Test
    void a_channel_takes_its_fields_one_by_one() {
        Value value = dots(TELL, number(1), dots(SQUARE, number(0)));
        assertEquals("tell.1.Square.0", value.toString());
        assertTrue(Dots.isComplete(value));
        assertFalse(Dots.isComplete(dots(TELL, number(1))));
        assertTrue(Dots.isComplete(PLAIN.bare()));
    }

    @Test
    void an_item_goes_into_the_last_incomplete_field() {
        Value inner = dots(TELL, number(1), dots(PAIR, RED.bare()));
        assertEquals(dots(TELL, number(1), dots(PAIR, RED.bare(), GREEN.bare())), Dots.dot(inner, GREEN.bare()));
    }

    @Test
    void dots_associate() {
        Value right = Dots.dot(number(1), Dots.dot(PAIR.bare(), Dots.dot(RED.bare(), GREEN.bare())));
        Value left = dots(TELL, number(1), PAIR.bare(), RED.bare(), GREEN.bare());
        assertEquals(left, Dots.dot(TELL.bare(), right));
    }

    @Test
    void complete_values_stand_side_by_side() {
        Value list = Dots.dot(Dots.dot(number(1), number(2)), number(3));
        assertEquals("1.2.3", list.toString());
        assertEquals(List.of(number(1), number(2), number(3)), Dots.items(list));
        assertEquals(List.of(number(1)), Dots.items(number(1)));
    }

    @Test
    void an_open_symbol_at_the_end_of_a_list_takes_what_follows() {
        Value list = Dots.dot(Dots.dot(number(7), SQUARE.bare()), number(1));
        assertEquals(List.of(number(7), dots(SQUARE, number(1))), Dots.items(list));
    }

    @Test
    void what_follows_a_complete_event_stands_beside_it() {
        assertEquals(List.of(PLAIN.bare(), number(1)), Dots.items(Dots.dot(PLAIN.bare(), number(1))));
    }

    @Test
    void a_value_outside_the_declared_field_is_an_error() {
        var error = assertThrows(Dots.OutsideFieldException.class, () -> dots(TELL, number(2)));
        assertEquals(TELL, error.symbol());
        assertEquals(0, error.field());
        assertEquals(number(2), error.value());
    }

    @Test
    void a_field_that_is_still_open_is_checked_when_it_is_complete() {
        Value open = dots(PICK, PAIR.bare(), GREEN.bare());
        assertThrows(Dots.OutsideFieldException.class, () -> Dots.dot(open, GREEN.bare()));
        assertEquals("Pick.Pair.Red.Green", dots(PICK, PAIR.bare(), RED.bare(), GREEN.bare()).toString());
    }

    @Test
    void the_open_symbol_is_the_innermost_one() {
        assertEquals(dots(PAIR, RED.bare()), Dots.open(dots(TELL, number(0), PAIR.bare(), RED.bare())));
        assertEquals(TELL.bare(), Dots.open(TELL.bare()));
        assertNull(Dots.open(dots(TELL, number(0), SQUARE.bare(), number(0))));
        assertNull(Dots.open(number(3)));
    }
}
