package org.cspcheck.explorer.check;

import java.util.List;
import java.util.Optional;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.verdict.Counterexample;

/**
 * A run that decides a question, in terms and events.
 *
 * @param event the event in question at the end of the path, -1 if there is none
 * @param allowed what the specification allows there: the events, or each minimal acceptance
 * @param loop steps of tau from the end of the path back to it
 * @param second another path with the same trace
 */
public record Evidence(
        Counterexample.Kind kind, List<Leg> path, int event, List<int[]> allowed, List<Leg> loop, Optional<List<Leg>> second) {
    /** One step of a run. */
    public record Leg(int event, Process target) {}

    static Evidence of(Counterexample.Kind kind, List<Leg> path, int event) {
        return new Evidence(kind, path, event, List.of(), List.of(), Optional.empty());
    }

    Evidence allowing(List<int[]> more) {
        return new Evidence(kind, path, event, more, loop, second);
    }

    Evidence looping(List<Leg> cycle) {
        return new Evidence(kind, path, event, allowed, cycle, second);
    }

    Evidence beside(List<Leg> other) {
        return new Evidence(kind, path, event, allowed, loop, Optional.of(other));
    }
}
