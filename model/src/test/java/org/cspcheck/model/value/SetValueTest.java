package org.cspcheck.model.value;

import static org.cspcheck.model.value.Declared.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SetValueTest {
    private static final SetValue INTEGERS = new SymbolicSet.Integers(null);
    private static final SetValue FROM_THREE = new SymbolicSet.Integers(3L);

    @Test
    void members_are_sorted_and_occur_once() {
        assertEquals("{1, 2, 3}", SetValue.of(number(3), number(1), number(2), number(1)).toString());
    }

    @Test
    void finite_sets_are_equal_whatever_their_form() {
        SetValue listed = SetValue.of(number(0), number(1));
        assertEquals(listed, SetValue.range(0, 1));
        assertEquals(listed.hashCode(), SetValue.range(0, 1).hashCode());
        SetValue colours = SetValue.of(GREEN.bare(), RED.bare());
        assertEquals(colours, COLOUR);
        assertEquals(colours.hashCode(), COLOUR.hashCode());
    }

    @Test
    void a_range_from_more_to_less_is_empty() {
        assertEquals(SetValue.EMPTY, SetValue.range(1, 0));
        assertTrue(SetValue.range(1, 0).isEmpty());
        assertFalse(INTEGERS.isEmpty());
    }

    @Test
    void union_intersection_and_difference_of_finite_sets() {
        SetValue low = SetValue.range(0, 2);
        SetValue high = SetValue.range(2, 3);
        assertEquals(SetValue.range(0, 3), low.union(high));
        assertEquals(SetValue.of(number(2)), low.intersection(high));
        assertEquals(SetValue.range(0, 1), low.difference(high));
    }

    @Test
    void infinite_sets_know_what_belongs_to_them() {
        assertTrue(INTEGERS.contains(number(-5)));
        assertFalse(FROM_THREE.contains(number(2)));
        assertFalse(INTEGERS.contains(RED.bare()));
        assertEquals(SetValue.range(3, 4), SetValue.range(0, 4).intersection(FROM_THREE));
        assertEquals(SetValue.range(3, 4), FROM_THREE.intersection(SetValue.range(0, 4)));
        assertEquals(SetValue.range(0, 2), SetValue.range(0, 4).difference(FROM_THREE));
        assertTrue(FROM_THREE.union(SetValue.of(number(0))).contains(number(0)));
        assertFalse(INTEGERS.difference(FROM_THREE).contains(number(3)));
        assertTrue(SetValue.range(4, 9).isSubsetOf(FROM_THREE));
        assertFalse(SetValue.range(2, 9).isSubsetOf(FROM_THREE));
        assertTrue(FROM_THREE.isSubsetOf(FROM_THREE));
    }

    @Test
    void infinite_sets_do_not_list_their_members() {
        assertThrows(SetValue.InfiniteSetException.class, INTEGERS::elements);
        assertThrows(SetValue.InfiniteSetException.class, new SymbolicSet.Sequences(BITS)::elements);
    }

    @Test
    void infinite_sets_are_equal_when_they_are_written_the_same_way() {
        assertEquals(new SymbolicSet.Integers(3L), FROM_THREE);
        assertNotEquals(INTEGERS, FROM_THREE);
        assertEquals(new SymbolicSet.Sequences(BITS), new SymbolicSet.Sequences(SetValue.of(number(1), number(0))));
    }

    @Test
    void a_power_set_has_every_subset() {
        SetValue subsets = new SymbolicSet.PowerSet(BITS);
        assertEquals("{{}, {0}, {1}, {0, 1}}", SetValue.of(subsets.elements()).toString());
        assertTrue(subsets.contains(SetValue.EMPTY));
        assertFalse(subsets.contains(SetValue.of(number(2))));
    }

    @Test
    void maps_are_all_partial_maps() {
        assertEquals(9, new SymbolicSet.Maps(BITS, BITS).elements().size());
        assertEquals(1, new SymbolicSet.Maps(SetValue.EMPTY, INTEGERS).elements().size());
        assertTrue(new SymbolicSet.Maps(INTEGERS, BITS).contains(MapValue.EMPTY.with(number(9), number(1))));
        assertFalse(new SymbolicSet.Maps(INTEGERS, BITS).contains(MapValue.EMPTY.with(number(9), number(2))));
    }

    @Test
    void products_have_every_combination() {
        assertEquals(4, new SymbolicSet.TupleProduct(List.of(BITS, BITS)).elements().size());
        assertEquals(List.of("0.0", "0.1", "1.0", "1.1"), new SymbolicSet.DotProduct(List.of(BITS, BITS)).elements().stream()
                .map(Value::toString)
                .toList());
        assertTrue(new SymbolicSet.DotProduct(List.of(INTEGERS, BITS)).contains(Dots.dot(number(7), number(1))));
        assertFalse(new SymbolicSet.DotProduct(List.of(INTEGERS, BITS)).contains(number(7)));
        assertTrue(new SymbolicSet.TupleProduct(List.of(SetValue.EMPTY, INTEGERS)).isEmpty());
    }

    @Test
    void a_datatype_is_the_completions_of_its_constructors() {
        assertEquals(6, SHAPE.elements().size());
        assertTrue(SHAPE.contains(dots(PAIR, RED.bare(), RED.bare())));
        assertFalse(SHAPE.contains(dots(PAIR, RED.bare())));
        assertEquals(SHAPE, new SymbolicSet.Productions(List.of(SQUARE.bare())).union(new SymbolicSet.Productions(List.of(PAIR.bare()))));
    }

    @Test
    void a_datatype_that_contains_itself_is_infinite() {
        assertFalse(TREE.isFinite());
        assertTrue(TREE.contains(dots(NODE, LEAF.bare(), number(1))));
        assertTrue(TREE.contains(dots(NODE, dots(NODE, LEAF.bare(), number(0)), number(1))));
    }
}
