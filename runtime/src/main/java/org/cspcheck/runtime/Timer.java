package org.cspcheck.runtime;

import java.util.Comparator;
import java.util.List;

/** An action at a time. */
public final class Timer {
    /** Places of those that are in no heap: not pending, or not among the next. */
    static final int NOWHERE = -1;
    static final int FAR = -2;
    static final int NEAR = -3;

    final Runnable action;
    private final long when;
    private final String what;
    /** Who set it; null if no process did. */
    private final Tasklet setter;
    /** The order in which timers were set, for those with one deadline. */
    final long order;
    /** The place in the timer queue. */
    int place = NOWHERE;

    private final boolean alarm;

    Timer(long when, long order, String what, Runnable action, Tasklet setter, boolean alarm) {
        this.alarm = alarm;
        this.setter = setter;
        this.when = when;
        this.order = order;
        this.what = what;
        this.action = action;
    }

    /** {@return the deadline, on the network's clock} */
    public long when() {
        return when;
    }

    /** {@return the process that set it; null if none did} */
    public Tasklet setter() {
        return setter;
    }

    /** {@return whether it does nothing but let the process go on that set it} */
    public boolean alarm() {
        return alarm;
    }

    /** {@return whether it has neither fired nor been cancelled} */
    public boolean pending() {
        return place != NOWHERE;
    }

    /** {@return whether it lets a process go on that is ready anyway} */
    boolean overtakes() {
        return setter != null && setter.standsBack;
    }

    /** {@return the timers in the same order, but those that overtake somebody come last} */
    static List<Timer> overtakingLast(List<Timer> timers) {
        return timers.stream().sorted(Comparator.comparing(Timer::overtakes)).toList();
    }

    @Override
    public String toString() {
        return what;
    }
}
