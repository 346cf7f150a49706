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
 * @param events takes note of what happens; null if nobody does
 * @param livelockAfter how many turns may pass without anything that can be seen before the networks are called livelocked; 0 for never
 * @param race how far apart two deadlines may be for their order to be open
 * @param probe follows the run from inside; null if nobody does
 */
public record Settings(Oracle oracle, Supplier<Carrier> carrier, Supplier<Clock> clock, EventSink events, long livelockAfter, Duration race, Probe probe) {
    /** {@return the settings for production: first come first served, the real clock, the fastest carrier that the JVM was started for} */
    public static Settings production() {
        return new Settings(Oracle.first(), Carrier::best, Clock::real, null, 0, Duration.ZERO, null);
    }

    /** {@return the settings under which a run depends on nothing but the oracle's answers: time is simulated} */
    public static Settings simulated(Oracle oracle) {
        return new Settings(oracle, Carrier::best, Clock::simulated, null, 0, Duration.ZERO, null);
    }

    public Settings with(Oracle oracle) {
        return new Settings(oracle, carrier, clock, events, livelockAfter, race, probe);
    }

    public Settings carrier(Supplier<Carrier> carrier) {
        return new Settings(oracle, carrier, clock, events, livelockAfter, race, probe);
    }

    public Settings clock(Supplier<Clock> clock) {
        return new Settings(oracle, carrier, clock, events, livelockAfter, race, probe);
    }

    public Settings with(EventSink events) {
        return new Settings(oracle, carrier, clock, events, livelockAfter, race, probe);
    }

    public Settings with(Probe probe) {
        return new Settings(oracle, carrier, clock, events, livelockAfter, race, probe);
    }

    public Settings livelockAfter(long turns) {
        return new Settings(oracle, carrier, clock, events, turns, race, probe);
    }

    public Settings race(Duration race) {
        return new Settings(oracle, carrier, clock, events, livelockAfter, race, probe);
    }
}
