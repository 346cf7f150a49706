package org.cspcheck.explorer.reference;

import java.util.stream.Collectors;
import org.cspcheck.model.event.Event;
import org.cspcheck.model.event.EventSet;

/**
 * A finite trace: visible events, then perhaps a tick.
 *
 * @param letters one character for each event, its number
 */
record Trace(String letters) implements Comparable<Trace> {
    static final Trace EMPTY = new Trace("");

    static Trace of(int... events) {
        Trace trace = EMPTY;
        for (int event : events) {
            trace = trace.plus(event);
        }
        return trace;
    }

    /** {@return this followed by one event} */
    Trace plus(int event) {
        return new Trace(letters + (char) event);
    }

    /** {@return this followed by {@code more}} */
    Trace then(Trace more) {
        return new Trace(letters + more.letters);
    }

    boolean isEmpty() {
        return letters.isEmpty();
    }

    boolean ticks() {
        return !isEmpty() && last() == Event.TICK;
    }

    int first() {
        return letters.charAt(0);
    }

    int last() {
        return letters.charAt(letters.length() - 1);
    }

    Trace rest() {
        return new Trace(letters.substring(1));
    }

    Trace butLast() {
        return new Trace(letters.substring(0, letters.length() - 1));
    }

    /** {@return the number of visible events} */
    int length() {
        return ticks() ? letters.length() - 1 : letters.length();
    }

    boolean isStrictlyBelow(Trace longer) {
        return letters.length() < longer.letters.length() && longer.letters.startsWith(letters);
    }

    /** {@return the events of {@code kept}, and the tick} */
    Trace only(EventSet kept) {
        return filter(event -> event == Event.TICK || kept.contains(event));
    }

    /** {@return what is left without the events of {@code hidden}} */
    Trace without(EventSet hidden) {
        return filter(event -> event == Event.TICK || !hidden.contains(event));
    }

    /** {@return whether every visible event belongs to {@code set}} */
    boolean isOver(EventSet set) {
        return letters.chars().allMatch(event -> event == Event.TICK || set.contains(event));
    }

    private Trace filter(java.util.function.IntPredicate kept) {
        var left = new StringBuilder();
        letters.chars().filter(kept).forEach(event -> left.append((char) event));
        return new Trace(left.toString());
    }

    @Override
    public int compareTo(Trace other) {
        int lengths = Integer.compare(letters.length(), other.letters.length());
        return lengths != 0 ? lengths : letters.compareTo(other.letters);
    }

    @Override
    public String toString() {
        return letters.chars().mapToObj(Letters::name).collect(Collectors.joining(",", "<", ">"));
    }
}
