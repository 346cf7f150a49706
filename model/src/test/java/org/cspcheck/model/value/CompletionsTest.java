package org.cspcheck.model.value;

import static org.cspcheck.model.value.Declared.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class CompletionsTest {
    @Test
    void a_bare_channel_is_completed_in_every_way() {
        assertEquals(2 * (2 + 4), Completions.of(TELL.bare()).size());
        assertEquals(List.of(PLAIN.bare()), Completions.of(PLAIN.bare()));
    }

    @Test
    void an_open_last_field_is_completed_first() {
        assertEquals(
                List.of(
                        dots(TELL, number(1), PAIR.bare(), GREEN.bare(), RED.bare()),
                        dots(TELL, number(1), PAIR.bare(), GREEN.bare(), GREEN.bare())),
                Completions.of(dots(TELL, number(1), PAIR.bare(), GREEN.bare())));
    }

    @Test
    void an_open_field_is_completed_only_to_declared_values() {
        assertEquals(List.of(dots(PICK, PAIR.bare(), RED.bare(), GREEN.bare())), Completions.of(dots(PICK, PAIR.bare())));
        assertEquals(List.of(), Completions.of(dots(PICK, PAIR.bare(), GREEN.bare())));
    }

    @Test
    void extensions_are_what_is_missing() {
        assertEquals(List.of("0", "1"), Completions.extensions(dots(TELL, number(0), SQUARE.bare())).stream()
                .map(Value::toString)
                .toList());
        assertEquals(List.of("Pair.Red.Green", "Square.1"), Completions.extensions(PICK.bare()).stream()
                .map(Value::toString)
                .sorted()
                .toList());
    }

    @Test
    void a_value_begins_with_each_of_its_prefixes() {
        Value whole = dots(TELL, number(1), PAIR.bare(), RED.bare(), GREEN.bare());
        assertTrue(Completions.isPrefix(TELL.bare(), whole));
        assertTrue(Completions.isPrefix(dots(TELL, number(1), PAIR.bare(), RED.bare()), whole));
        assertTrue(Completions.isPrefix(whole, whole));
        assertFalse(Completions.isPrefix(dots(TELL, number(0)), whole));
        assertFalse(Completions.isPrefix(dots(TELL, number(1), PAIR.bare(), GREEN.bare()), whole));
        assertFalse(Completions.isPrefix(PLAIN.bare(), whole));
        assertFalse(Completions.isPrefix(whole, TELL.bare()));
    }

    @Test
    void whether_there_are_more_than_some_is_said_without_listing_them() {
        for (SetValue set : List.of(BITS, SHAPE, COLOUR, new SymbolicSet.Productions(List.of(TELL.bare(), PLAIN.bare())), SetValue.EMPTY)) {
            for (int some = 0; some < 15; some++) {
                assertEquals(set.elements().size() > some, set.hasMoreThan(some), set + " has more than " + some);
            }
        }
        assertTrue(TREE.hasMoreThan(1_000_000));
        assertTrue(SetValue.range(Long.MIN_VALUE, Long.MAX_VALUE).hasMoreThan(Integer.MAX_VALUE));
    }
}
