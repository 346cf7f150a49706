package org.cspcheck.explorer.schedule;

import java.time.Duration;

/**
 * Where exploring gives up, with an inconclusive verdict.
 *
 * @param runs how many runs of the network, at most
 * @param states how many states, at most
 * @param turns how many turns one run may have
 * @param time how long it may take
 */
public record Bounds(long runs, int states, int turns, Duration time) {
    public static final Bounds DEFAULT = new Bounds(5_000_000, 1_000_000, 20_000, Duration.ofMinutes(1));

    public Bounds runs(long most) {
        return new Bounds(most, states, turns, time);
    }

    public Bounds states(int most) {
        return new Bounds(runs, most, turns, time);
    }

    public Bounds turns(int most) {
        return new Bounds(runs, states, most, time);
    }
}
