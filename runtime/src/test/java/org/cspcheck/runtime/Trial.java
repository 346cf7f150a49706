package org.cspcheck.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.cspcheck.runtime.carrier.Carrier;

/** One run of a network in simulated time: how it ended and what happened. */
public record Trial(Ending ending, List<String> events) {
    public static Trial of(Oracle oracle, Behaviour main) {
        return of(oracle, Carrier::best, main);
    }

    public static Trial of(Oracle oracle, Supplier<Carrier> carrier, Behaviour main) {
        var events = new ArrayList<String>();
        Settings settings = Settings.simulated(oracle)
                .carrier(carrier)
                .with((now, process, channel, value) -> events.add(value == null ? channel : channel + "." + value));
        return new Trial(Scheduler.run(settings, "net", main), List.copyOf(events));
    }

    public static Trial of(Behaviour main) {
        return of(Oracle.first(), main);
    }
}
