package org.cspcheck.model.value;

import static org.cspcheck.model.value.Declared.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Values that are found when needed, maps, and the order in which sets are listed. */
class LazyAndOrderTest {
    @Test
    void a_lazy_value_is_computed_once() {
        var asked = new AtomicInteger();
        var lazy = new Lazy(() -> number(asked.incrementAndGet()));
        assertFalse(lazy.isForced());
        assertEquals(number(1), lazy.force());
        assertEquals(number(1), lazy.force());
        assertTrue(lazy.isForced());
    }

    @Test
    void a_lazy_value_knows_while_it_is_being_computed() {
        var seen = new ArrayList<Boolean>();
        var self = new Lazy[1];
        self[0] = new Lazy(() -> {
            seen.add(self[0].isRunning());
            return number(0);
        });
        self[0].force();
        assertEquals(List.of(true), seen);
        assertFalse(self[0].isRunning());
    }

    @Test
    void a_computation_that_fails_fails_again() {
        var lazy = new Lazy(() -> {
            throw new IllegalStateException("no value");
        });
        assertThrows(IllegalStateException.class, lazy::force);
        assertThrows(IllegalStateException.class, lazy::force);
        assertFalse(lazy.isForced());
    }

    @Test
    void components_are_compared_by_what_they_are() {
        var lazy = new Tuple(new Lazy(() -> number(1)), Value.Bool.TRUE);
        var strict = new Tuple(number(1), Value.Bool.TRUE);
        assertEquals(strict, lazy);
        assertEquals(strict.hashCode(), lazy.hashCode());
        assertEquals("(1, true)", lazy.toString());
    }

    @Test
    void a_map_binds_each_key_once_and_does_not_change() {
        MapValue one = MapValue.EMPTY.with(number(1), number(7));
        MapValue two = one.with(number(0), number(8)).with(number(1), number(9));
        assertEquals("(| 0 => 8, 1 => 9 |)", two.toString());
        assertEquals(number(7), one.get(number(1)));
        assertNull(one.get(number(0)));
        assertEquals(MapValue.EMPTY.with(number(1), number(9)), two.without(number(0)));
        assertEquals(two.hashCode(), MapValue.of(two.entries()).hashCode());
    }

    @Test
    void maps_are_equal_when_their_entries_are_lazy_or_not() {
        MapValue strict = MapValue.EMPTY.with(number(1), number(7));
        MapValue lazy = MapValue.EMPTY.with(new Lazy(() -> number(1)), new Lazy(() -> number(7)));
        assertEquals(strict, lazy);
        assertEquals(lazy, strict);
        assertEquals(strict.hashCode(), lazy.hashCode());
    }

    @Test
    void sets_are_listed_by_size_of_numbers_and_order_of_declaration() {
        List<Value> order = List.of(
                number(-2), number(10), Value.Bool.FALSE, Value.Bool.TRUE, new Value.Char('a'), PLAIN.bare(), dots(TELL, number(0)),
                dots(TELL, number(1)), RED.bare(), GREEN.bare(), Dots.dot(number(1), number(2)), new Tuple(number(1)),
                new Tuple(number(1), number(1)), Sequence.EMPTY, Sequence.of(number(1)), Sequence.of(number(1), number(0)),
                Sequence.of(number(2)), SetValue.EMPTY, SetValue.of(number(5)), BITS, MapValue.EMPTY);
        var shuffled = new ArrayList<>(order);
        Collections.shuffle(shuffled, new Random(1));
        assertEquals(order, SetValue.of(shuffled).elements());
    }

    @Test
    void numbers_and_characters_are_written_as_CSPm_writes_them() {
        assertEquals("-3", number(-3).toString());
        assertEquals(number(5000), number(5000));
        assertEquals("'\\n'", new Value.Char('\n').toString());
        assertEquals("'\\''", new Value.Char('\'').toString());
    }
}
