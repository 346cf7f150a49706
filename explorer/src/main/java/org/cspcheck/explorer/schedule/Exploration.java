package org.cspcheck.explorer.schedule;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.verdict.Counterexample;
import org.cspcheck.model.verdict.Outcome.Statistics;
import org.cspcheck.model.verdict.Verdict;

/**
 * What was found in all orders in which a network can run.
 *
 * @param subject the network
 * @param gaveUp why these may not be all orders; empty if they are
 * @param runs how many runs were led
 * @param findings the simplest run of each kind of fault
 * @param events all events of all runs
 * @param graph the states, if they were explored
 */
public record Exploration(
        Schedules subject,
        String gaveUp,
        long runs,
        Map<Kind, Story> findings,
        Set<String> events,
        Optional<StateGraph> graph) {
    private static final String TERMINATION = "tick";

    /** What can be wrong with a run. */
    public enum Kind {
        /** Nobody can go on, and not everybody has ended. */
        DEADLOCK,
        /** Some process waits and will never go on, while others can. */
        PARTIAL_DEADLOCK,
        /** A process failed, and nobody caught it. */
        EXCEPTION,
        /** The processes can be busy for ever without any event, while no time passes. */
        LIVELOCK
    }

    public Exploration {
        findings = findings.isEmpty() ? Map.of() : java.util.Collections.unmodifiableMap(new EnumMap<>(findings));
        events = Set.copyOf(events);
    }

    /** {@return whether all orders were explored} */
    public boolean complete() {
        return gaveUp.isEmpty();
    }

    /** {@return the run that shows this fault, if there is one} */
    public Optional<Story> finding(Kind kind) {
        return Optional.ofNullable(findings.get(kind));
    }

    /** {@return whether the network is free of this fault, in every order} */
    public Verdict free(Kind kind) {
        Story story = findings.get(kind);
        return story == null ? unlessGaveUp() : new Verdict.Fails(counterexample(kind, story));
    }

    private Verdict unlessGaveUp() {
        return complete() ? new Verdict.Holds(Optional.empty()) : new Verdict.Inconclusive(gaveUp);
    }

    private static Optional<Counterexample> counterexample(Kind kind, Story story) {
        return Optional.of(switch (kind) {
            case DEADLOCK, PARTIAL_DEADLOCK -> story.as(Counterexample.Kind.DEADLOCK, Optional.empty());
            case EXCEPTION -> story.as(Counterexample.Kind.EXCEPTION, story.thrown());
            case LIVELOCK -> story.as(Counterexample.Kind.DIVERGENCE, Optional.empty());
        });
    }

    /** {@return whether no run performs the event; the counterexample is the simplest run that does} */
    public Verdict never(String event) {
        return events.contains(event)
                ? new Verdict.Fails(Optional.of(subject.runTo(this, event).as(Counterexample.Kind.FORBIDDEN_EVENT, Optional.of(event))))
                : unlessGaveUp();
    }

    /** {@return whether some run performs the event; the witness is the simplest one} */
    public Verdict can(String event) {
        if (events.contains(event)) {
            return new Verdict.Holds(Optional.of(subject.runTo(this, event).as(Counterexample.Kind.RUN, Optional.empty())));
        }
        return complete() ? new Verdict.Fails(Optional.empty()) : new Verdict.Inconclusive(gaveUp);
    }

    /**
     * {@return whether every run is a trace of the specification} The counterexample is a run to the first event that is none.
     *
     * @param alphabet of the specification
     * @param events the numbers of events there, by their texts ({@code c.2}); {@code Event.TAU} for those that do not count
     * @throws IllegalArgumentException if the network performs an event that has no number
     */
    public Verdict refines(Process specification, Alphabet alphabet, Function<String, OptionalInt> events) {
        if (graph.isEmpty()) {
            return new Verdict.Inconclusive("only runs were explored, not states: processes that loop over a value have states");
        }
        var traces = new Traces(graph.get(), subject.name(), events);
        return switch (traces.refine(specification, alphabet)) {
            case Verdict.Holds _ -> unlessGaveUp();
            case Verdict.Fails(var found) -> new Verdict.Fails(found.map(run -> scheduled(run, traces)));
            case Verdict.Inconclusive(String reason) -> new Verdict.Inconclusive(reason);
            case Verdict.Erroneous(var mistake) -> new Verdict.Erroneous(mistake);
        };
    }

    /** The same run by the scheduler's choices. */
    private Counterexample scheduled(Counterexample found, Traces traces) {
        boolean ends = found.event().equals(Optional.of(TERMINATION));
        var trace = new ArrayList<>(found.trace());
        found.event().filter(_ -> !ends).ifPresent(trace::add);
        Story story = subject.runWith(traces.run(trace, ends), trace, ends, traces::isCompared);
        return new Counterexample(
                found.kind(), story.steps(), found.event(), found.offers(), found.allowed(), List.of(), Optional.empty(), List.of(), story.choices());
    }

    /** {@return the size of what was explored} */
    public Statistics statistics() {
        return graph.map(g -> new Statistics(g.states(), g.transitions(), 0)).orElse(new Statistics(runs, 0, 0));
    }

    /** {@return the findings, and how far they go, for people} */
    public String text() {
        var text = new StringBuilder();
        findings.forEach((kind, story) -> text.append(kind).append(", ").append(story.text()));
        List<Kind> absent = java.util.Arrays.stream(Kind.values()).filter(kind -> !findings.containsKey(kind)).toList();
        return text.append(complete() ? "in all orders there is no " : "inconclusive (" + gaveUp + "); so far there is no ")
                .append(absent)
                .append('\n')
                .toString();
    }
}
