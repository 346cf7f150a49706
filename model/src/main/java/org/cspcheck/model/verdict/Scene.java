package org.cspcheck.model.verdict;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.cspcheck.model.source.Span;

/**
 * What a run is shown against: the network that it happened in, and what else was possible in each state that it passes.
 *
 * @param moments one for each state, the first and the last included; those of a loop follow, its last state left out
 * @param second the states of the other behaviour of a nondeterminism; none if they were not found
 * @param allowed what the specification allows in each state of the run, as far as it is known
 */
public record Scene(Wiring wiring, List<Moment> moments, List<Moment> second, List<List<String>> allowed) {
    /** A run that no specification is compared with. */
    public Scene(Wiring wiring, List<Moment> moments) {
        this(wiring, moments, List.of(), List.of());
    }

    /** {@return the same scene, with what the specification allows in each state} */
    public Scene against(List<List<String>> specification) {
        return new Scene(wiring, moments, second, specification);
    }

    /**
     * A state of the run.
     *
     * @param offers what was possible there, without repetition; the step that was taken is among them unless {@code more} are left out
     * @param more how many offers are left out for length
     * @param places where in the specs each process that moves next does so, in the order of the step's processes; empty where nobody wrote it
     */
    public record Moment(List<Offer> offers, int more, List<Optional<Span>> places) {}

    /**
     * A step that was possible.
     *
     * @param event what an observer would have seen
     * @param hidden the visible event inside a tau, if it is one
     * @param parts the processes that would have taken part, by their position in the wiring
     * @param to the position in the run of the state that it leads to, if the run passes it
     * @param taken whether it is the step that the run took
     */
    public record Offer(String event, Optional<String> hidden, List<Integer> parts, OptionalInt to, boolean taken) {}
}
