package org.cspcheck.model.event;

/** The numbers that stand for events: two fixed ones, then the visible events of an {@link Alphabet} from {@link #FIRST_VISIBLE} up. */
public final class Event {
    /** The internal step, written t in the firing rules. */
    public static final int TAU = 0;

    /** The signal of successful termination, written k in the firing rules; no event set contains it. */
    public static final int TICK = 1;

    /** The number of the first visible event. */
    public static final int FIRST_VISIBLE = 2;

    private Event() {}

    public static boolean isVisible(int event) {
        return event >= FIRST_VISIBLE;
    }
}
