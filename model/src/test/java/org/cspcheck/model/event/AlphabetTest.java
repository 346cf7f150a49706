package org.cspcheck.model.event;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cspcheck.model.event.Links.Link;
import org.cspcheck.model.value.Symbol;
import org.cspcheck.model.value.Value;
import org.cspcheck.model.value.ValueOrder;
import org.junit.jupiter.api.Test;

/** Events and the sets and links of them. */
class AlphabetTest {
    @Test
    void events_are_numbered_in_the_order_of_first_use() {
        var alphabet = new Alphabet();
        var a = Symbol.channel("a").bare();
        var b = Symbol.channel("b").bare();
        assertEquals(2, alphabet.number(b));
        assertEquals(3, alphabet.number(a));
        assertEquals(2, alphabet.number(b));
        assertEquals(4, alphabet.bound());
        assertEquals("b", alphabet.name(2));
        assertEquals(a, alphabet.value(3));
    }

    @Test
    void an_event_of_any_form_keeps_its_number_and_value() {
        var alphabet = new Alphabet();
        var a = new Symbol(Symbol.Kind.CHANNEL, "a", 0, List::of).bare();
        var b = new Symbol(Symbol.Kind.CHANNEL, "a", 1, List::of).bare(); // another channel of the same name
        var events = new ArrayList<Value>();
        for (var channel : List.of(a, b)) {
            events.add(channel);
            for (long field : new long[] {0, 1, 300, (1 << 22) - 1, 1 << 22, -1, Long.MAX_VALUE, Long.MIN_VALUE}) {
                var one = channel.with(Value.Int.of(field));
                events.addAll(List.of(one, one.with(Value.Int.of(0)), one.with(Value.Int.of(7)), one.with(Value.Bool.TRUE)));
                events.add(one.with(Value.Int.of(1)).with(Value.Int.of(2)));
            }
        }
        events.forEach(event -> assertEquals(0, alphabet.find(event), event + " was not met"));
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < events.size(); i++) {
                assertEquals(Event.FIRST_VISIBLE + i, alphabet.number(events.get(i)), "round " + round + ", " + events.get(i));
            }
        }
        for (int i = 0; i < events.size(); i++) {
            assertEquals(events.get(i), alphabet.value(Event.FIRST_VISIBLE + i));
            assertEquals(Event.FIRST_VISIBLE + i, alphabet.find(events.get(i)));
        }
    }

    @Test
    void events_stand_to_each_other_as_their_values_do_whichever_was_met_first() {
        var events = new ArrayList<Value>();
        for (int position = 0; position < 2; position++) {
            var channel = new Symbol(Symbol.Kind.CHANNEL, position == 0 ? "z" : "a", position, List::of).bare();
            events.add(channel);
            for (long field : new long[] {-1, 0, 1, 300, (1 << 22) - 1, 1 << 22, Long.MAX_VALUE}) {
                var one = channel.with(Value.Int.of(field));
                events.addAll(List.of(one, one.with(Value.Int.of(0)), one.with(Value.Int.of(7)), one.with(Value.Bool.TRUE)));
            }
        }
        List<Value> ordered = events.stream().sorted(ValueOrder.INSTANCE).toList();
        for (List<Value> met : List.of(events, events.reversed())) {
            var alphabet = new Alphabet();
            List<Integer> numbers = met.stream().map(alphabet::number).sorted(alphabet::compare).toList();
            assertEquals(ordered, numbers.stream().map(alphabet::value).toList());
            assertTrue(alphabet.compare(Event.TAU, Event.FIRST_VISIBLE) < 0);
        }
    }

    @Test
    void tau_and_tick_have_names_and_no_value() {
        var alphabet = new Alphabet();
        assertEquals("tau", alphabet.name(Event.TAU));
        assertEquals("tick", alphabet.name(Event.TICK));
        assertFalse(Event.isVisible(Event.TICK));
        assertTrue(Event.isVisible(Event.FIRST_VISIBLE));
    }

    @Test
    void sets_are_equal_when_they_have_the_same_members() {
        assertEquals(EventSet.of(4, 2, 4), EventSet.of(2, 4));
        assertEquals(EventSet.of(4, 2).hashCode(), EventSet.of(2, 4).hashCode());
        assertNotEquals(EventSet.of(2), EventSet.EMPTY);
        assertArrayEquals(new int[] {2, 4}, EventSet.of(4, 2, 4).members());
    }

    @Test
    void channels_called_tau_and_tick_are_told_from_the_steps() {
        var alphabet = new Alphabet();
        int tick = alphabet.number(Symbol.channel("tick").bare());
        int tau = alphabet.number(Symbol.channel("tau").bare());
        int tock = alphabet.number(Symbol.channel("tock").bare());
        assertEquals(
                List.of("tick", "::tick", "tau", "::tau", "tock"),
                Stream.of(Event.TICK, tick, Event.TAU, tau, tock).map(alphabet::name).toList());
    }

    @Test
    void links_are_looked_up_by_either_side() {
        var links = new Links(List.of(new Link(2, 3), new Link(2, 3), new Link(4, 2)));
        assertEquals(List.of(new Link(2, 3), new Link(4, 2)), links.pairs());
        assertTrue(links.links(2, 3));
        assertFalse(links.links(3, 2));
        assertTrue(links.linksLeft(4));
        assertFalse(links.linksLeft(3));
        assertTrue(links.linksRight(2));
        assertFalse(links.linksRight(4));
    }

    @Test
    void the_order_of_tau_priority_lets_only_tau_and_tick_win_over_the_cut() {
        var order = new PriorityOrder.TauPriority(EventSet.of(2));
        assertTrue(order.beats(Event.TAU, 2));
        assertTrue(order.beats(Event.TICK, 2));
        assertFalse(order.beats(Event.TAU, 3));
        assertFalse(order.beats(Event.TAU, Event.TICK));
        assertFalse(order.beats(3, 2));
    }
}
