package org.cspcheck.runtime;

import java.time.Duration;
import java.util.function.Supplier;
import org.cspcheck.runtime.carrier.Carrier;

/**
 * How a scheduler works.
 *
 * @param oracle decides at every choice point
 * @param carrier makes the carrier; each scheduler has its own
 * @param clock makes the clock; each scheduler has its own
 * @param events takes note of what happens, from all processors, one event at a time; null if nobody does
 * @param livelockAfter how many turns may pass without anything that can be seen before the networks are called livelocked; 0 for never
 * @param race how far apart two deadlines may be for their order to be open
 * @param probe follows the run from inside; null if nobody does
 * @param processors on how many threads the branches of a PLACED PAR run
 */
public record Settings(
        Oracle oracle,
        Supplier<Carrier> carrier,
        Supplier<Clock> clock,
        EventSink events,
        long livelockAfter,
        Duration race,
        Probe probe,
        int processors) {
    /** {@return the settings for production: first come first served, the real clock, the fastest carrier that the JVM was started for} */
    public static Settings production() {
        return new Settings(Oracle.first(), Carrier::best, Clock::real, null, 0, Duration.ZERO, null, 1);
    }

    /** {@return the settings under which a run depends on nothing but the oracle's answers: time is simulated} */
    public static Settings simulated(Oracle oracle) {
        return production().with(oracle).clock(Clock::simulated);
    }

    public Settings with(Oracle oracle) {
        return new Settings(oracle, carrier, clock, events, livelockAfter, race, probe, processors);
    }

    public Settings carrier(Supplier<Carrier> carrier) {
        return new Settings(oracle, carrier, clock, events, livelockAfter, race, probe, processors);
    }

    public Settings clock(Supplier<Clock> clock) {
        return new Settings(oracle, carrier, clock, events, livelockAfter, race, probe, processors);
    }

    public Settings with(EventSink events) {
        return new Settings(oracle, carrier, clock, events, livelockAfter, race, probe, processors);
    }

    public Settings with(Probe probe) {
        return new Settings(oracle, carrier, clock, events, livelockAfter, race, probe, processors);
    }

    public Settings livelockAfter(long turns) {
        return new Settings(oracle, carrier, clock, events, turns, race, probe, processors);
    }

    public Settings race(Duration race) {
        return new Settings(oracle, carrier, clock, events, livelockAfter, race, probe, processors);
    }

    /**
     * {@return these settings on several processors} The branches of a PLACED PAR run at the same time then.
     *
     * <p>Several processors decide nothing that can be repeated: they need the default order and the real clock, and nobody looks out for
     * livelocks.
     */
    public Settings processors(int processors) {
        return new Settings(oracle, carrier, clock, events, livelockAfter, race, probe, processors);
    }

    /** @throws IllegalArgumentException if several processors could not keep to these settings */
    void requireSound(Clock made) {
        if (processors < 1) {
            throw new IllegalArgumentException(processors + " processors");
        }
        if (processors > 1 && (!oracle.alwaysFirst() || made.virtual() || probe != null || livelockAfter > 0)) {
            throw new IllegalArgumentException("several processors run in the default order on the real clock, and what they do cannot be repeated;"
                    + " choices, simulated time, exploration and watching for livelock need processors(1)");
        }
    }

    /** {@return the sink of events, for any processor} */
    EventSink sharedEvents() {
        if (events == null || processors == 1) {
            return events;
        }
        return (now, process, channel, value) -> {
            synchronized (events) {
                events.happened(now, process, channel, value);
            }
        };
    }
}
