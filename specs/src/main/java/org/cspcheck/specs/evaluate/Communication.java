package org.cspcheck.specs.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.source.Span;
import org.cspcheck.model.value.Completions;
import org.cspcheck.model.value.Dots;
import org.cspcheck.model.value.SetValue;
import org.cspcheck.model.value.Value;

/**
 * What stands before the arrow, compiled: a channel and the items behind it, from left to right.
 *
 * @param channel the expression before the first {@code ? ! $}
 */
record Communication(Span span, Code channel, List<Item> items, Alphabet alphabet) {
    /** One item behind the channel. */
    sealed interface Item {
        /** {@code !e}. */
        record Sent(Code value) implements Item {}

        /**
         * {@code ?p}, {@code $p}, with or without a set.
         *
         * @param set the set it ranges over; null for the declared field
         * @param internal whether the process chooses
         * @param rest whether it takes all the fields that are left
         */
        record Drawn(Matcher pattern, Code set, boolean internal, boolean rest) implements Item {}
    }

    /** A communication as far as it has been fixed: the value so far, and the frame with the variables bound so far. */
    record Partial(Value value, Value[] frame) {}

    Partial start(Value[] frame) {
        return new Partial(channel.eval(frame), frame);
    }

    /** {@return the position of the first internal item from {@code from} on; the number of items when there is none} */
    int nextInternal(int from) {
        for (int i = from; i < items.size(); i++) {
            if (items.get(i) instanceof Item.Drawn drawn && drawn.internal) {
                return i;
            }
        }
        return items.size();
    }

    /** {@return every way to fix the items {@code from..to-1}} */
    List<Partial> extend(Partial partial, int from, int to) {
        List<Partial> partials = List.of(partial);
        for (int i = from; i < to; i++) {
            var longer = new ArrayList<Partial>();
            for (Partial shorter : partials) {
                extend(shorter, items.get(i), longer);
            }
            partials = longer;
        }
        return partials;
    }

    private void extend(Partial partial, Item item, List<Partial> longer) {
        switch (item) {
            case Item.Sent(Code code) ->
                longer.add(new Partial(DataCode.dot(partial.value, code.eval(partial.frame), code.span), partial.frame));
            case Item.Drawn drawn -> {
                for (Value value : range(partial, drawn)) {
                    Value[] copy = partial.frame.clone();
                    if (drawn.pattern.match(value, copy)) {
                        longer.add(new Partial(DataCode.dot(partial.value, value, span), copy));
                    }
                }
            }
        }
    }

    private List<Value> range(Partial partial, Item.Drawn drawn) {
        if (drawn.set != null) {
            return Generators.members(Kinds.set(drawn.set.eval(partial.frame), drawn.set.span), drawn.set.span);
        }
        if (Dots.open(partial.value) == null) {
            throw Faults.tooManyFields(span, partial.value);
        }
        try {
            return drawn.rest ? Completions.extensions(partial.value) : Completions.nextItems(partial.value);
        } catch (SetValue.InfiniteSetException fault) {
            throw Faults.infiniteSet(span, fault);
        }
    }

    /** {@return the number of the event that the items make} */
    int event(Partial partial) {
        return Kinds.event(partial.value, alphabet, span);
    }
}
