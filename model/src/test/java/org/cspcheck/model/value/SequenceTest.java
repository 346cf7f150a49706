package org.cspcheck.model.value;

import static org.cspcheck.model.value.Declared.number;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SequenceTest {
    @Test
    void heads_and_tails() {
        Sequence sequence = Sequence.of(number(1), number(2));
        assertEquals(number(1), sequence.head());
        assertEquals(Sequence.of(number(2)), sequence.tail());
        assertTrue(sequence.tail().tail().isEmpty());
        assertEquals(2, sequence.size());
    }

    @Test
    void an_infinite_sequence_is_walked_only_as_far_as_needed() {
        Sequence numbers = from(0);
        assertEquals(number(1000), nth(numbers, 1000));
        assertEquals(number(0), numbers.concat(numbers).head());
        assertFalse(numbers.isListed());
    }

    @Test
    void the_right_side_of_a_concatenation_is_not_touched_before_its_turn() {
        var asked = new ArrayList<String>();
        Value right = new Lazy(() -> {
            asked.add("right");
            return Sequence.of(number(3));
        });
        Sequence joined = Sequence.of(number(1), number(2)).concat(right);
        assertEquals(number(2), nth(joined, 1));
        assertEquals(List.of(), asked);
        assertEquals("<1, 2, 3>", joined.toString());
        assertEquals(List.of("right"), asked);
    }

    @Test
    void sequences_are_equal_when_their_elements_are() {
        Sequence listed = Sequence.of(number(1), number(2));
        Sequence built = Sequence.cons(number(1), () -> Sequence.of(new Lazy(() -> number(2))));
        assertEquals(listed, built);
        assertEquals(listed.hashCode(), built.hashCode());
        assertNotEquals(listed, listed.tail());
        assertNotEquals(listed.tail(), listed);
        assertEquals(Sequence.EMPTY, Sequence.of());
    }

    /** The same elements in five ways: from the start of an array, behind its start, joined, lazy inside, made one by one. */
    @Test
    void where_the_elements_stand_does_not_matter() {
        Sequence whole = Sequence.of(number(2), number(3));
        List<Sequence> same = List.of(
                whole,
                Sequence.of(number(1), number(2), number(3)).tail(),
                Sequence.of(number(1), number(2)).tail().concat(Sequence.of(number(0), number(3)).tail()),
                Sequence.of(new Lazy(() -> number(2)), new Lazy(() -> number(3))),
                Sequence.cons(number(2), () -> Sequence.of(number(3))));
        for (Sequence one : same) {
            for (Sequence other : same) {
                assertEquals(one, other);
                assertEquals(one.hashCode(), other.hashCode());
            }
            assertNotEquals(one, Sequence.of(number(2), number(4)));
            assertNotEquals(one, Sequence.of(number(2), number(3), number(4)));
            assertNotEquals(Sequence.of(number(2)), one);
        }
    }

    @Test
    void a_text_is_a_sequence_of_characters() {
        assertEquals("\"a\\\"b\"", Sequence.string("a\"b").toString());
        assertEquals(new Value.Char('b'), Sequence.string("ab").tail().head());
        assertEquals("<>", Sequence.string("").toString());
    }

    @Test
    void a_long_sequence_does_not_overflow_the_stack() {
        Sequence long_ = Sequence.EMPTY;
        for (int i = 0; i < 200_000; i++) {
            Sequence rest = long_;
            long_ = Sequence.cons(number(i % 7), () -> rest);
        }
        assertEquals(200_000, long_.size());
        assertEquals(long_, long_.listed());
        assertEquals(long_.hashCode(), long_.listed().hashCode());
    }

    @Test
    void the_end_of_an_iterator_is_an_error() {
        var iterator = Sequence.of(number(1)).iterator();
        iterator.next();
        assertFalse(iterator.hasNext());
        assertThrows(java.util.NoSuchElementException.class, iterator::next);
    }

    private static Sequence from(long number) {
        return Sequence.cons(number(number), () -> from(number + 1));
    }

    private static Value nth(Sequence sequence, int position) {
        Sequence rest = sequence;
        for (int i = 0; i < position; i++) {
            rest = rest.tail();
        }
        return rest.head();
    }
}
