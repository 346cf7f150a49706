package org.cspcheck.explorer.reference;

import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.event.Event;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.value.Symbol;

/** The visible events of these tests. */
public final class Letters {
    public static final int A = Event.FIRST_VISIBLE;
    public static final int B = A + 1;
    public static final int C = A + 2;
    public static final int D = A + 3;

    /** All letters. */
    public static final EventSet SIGMA = EventSet.of(A, B, C, D);

    private Letters() {}

    /** {@return an alphabet in which the letters have their numbers} */
    public static Alphabet alphabet() {
        var alphabet = new Alphabet();
        for (int letter = A; letter <= D; letter++) {
            alphabet.number(Symbol.channel(name(letter)).bare());
        }
        return alphabet;
    }

    public static String name(int event) {
        return switch (event) {
            case Event.TAU -> "tau";
            case Event.TICK -> "tick";
            default -> Character.toString('a' + event - A);
        };
    }

    /** {@return {@code event -> next}} */
    static Process then(int event, Process next) {
        return Process.prefix(event, next);
    }
}
