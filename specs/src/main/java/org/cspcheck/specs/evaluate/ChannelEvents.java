package org.cspcheck.specs.evaluate;

import java.util.stream.IntStream;
import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.event.Event;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.value.Compound;

/** The events of a channel, or of one with its first fields fixed; members are those met so far. */
record ChannelEvents(Alphabet alphabet, Compound channel) implements EventSet {
    @Override
    public boolean contains(int event) {
        if (!(alphabet.value(event) instanceof Compound value) || value.symbol() != channel.symbol() || value.size() < channel.size()) {
            return false;
        }
        for (int i = 0; i < channel.size(); i++) {
            if (!value.field(i).equals(channel.field(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int[] members() {
        return IntStream.range(Event.FIRST_VISIBLE, alphabet.bound()).filter(this::contains).toArray();
    }
}
