package org.cspcheck.runtime.term;

import java.util.Arrays;
import org.cspcheck.model.event.Alphabet;

/**
 * Events that somebody offers, each once.
 *
 * @param written as they were given
 * @param sorted by their numbers, to look one up
 * @param ordered as {@link Alphabet#compare} has them, whoever met which first: the order in which they are tried
 */
record Offer(int[] written, int[] sorted, int[] ordered) {
    static Offer of(Alphabet alphabet, int[] events) {
        if (events.length <= 1) {
            return new Offer(events, events, events);
        }
        int[] sorted = Arrays.stream(events).sorted().distinct().toArray();
        return new Offer(events, sorted, ordered(alphabet, sorted));
    }

    /** {@return the events as the alphabet has them} */
    static int[] ordered(Alphabet alphabet, int[] events) {
        return Arrays.stream(events).boxed().sorted(alphabet::compare).mapToInt(event -> event).toArray();
    }

    boolean contains(int event) {
        return Arrays.binarySearch(sorted, event) >= 0;
    }

    /** {@return the place in {@link #ordered} of the first event after this one; if none is, 0} */
    int after(Alphabet alphabet, int last) {
        int place = 0;
        while (place < ordered.length && alphabet.compare(ordered[place], last) <= 0) {
            place++;
        }
        return place == ordered.length ? 0 : place;
    }
}
