package org.cspcheck.model.verdict;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Where a check stops as inconclusive: distinct states, steps from the start, bytes, time. Absent means no limit but the machine's. */
public record Limits(OptionalLong states, OptionalInt depth, OptionalLong memory, Optional<Duration> time) {
    public static final Limits NONE = new Limits(OptionalLong.empty(), OptionalInt.empty(), OptionalLong.empty(), Optional.empty());

    /** {@return these limits, with those of {@code other} where these have none} */
    public Limits or(Limits other) {
        return new Limits(
                states.isPresent() ? states : other.states,
                depth.isPresent() ? depth : other.depth,
                memory.isPresent() ? memory : other.memory,
                time.isPresent() ? time : other.time);
    }
}
