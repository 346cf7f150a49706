package org.cspcheck.explorer.explain;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cspcheck.explorer.check.Evidence;
import org.cspcheck.explorer.normal.Acceptances;
import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.event.Event;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Step;
import org.cspcheck.model.verdict.Counterexample;
import org.cspcheck.model.verdict.Counterexample.Kind;

/** Turns evidence into a counterexample, and believes none of it: every step and the final claim are checked by the firing rules. */
public final class Explanation {
    private final FiringRules rules;
    private final Alphabet alphabet;
    private final Process subject;
    private final Components components;

    /** @param subject not settled: the names are in its calls */
    public Explanation(FiringRules rules, Alphabet alphabet, Process subject) {
        this.rules = rules;
        this.alphabet = alphabet;
        this.subject = subject;
        this.components = Components.of(subject);
    }

    /** {@return the counterexample; throws {@link IllegalStateException} if the firing rules contradict the evidence} */
    public Counterexample of(Evidence evidence) {
        Replay run = replay(subject, evidence.path());
        Replay loop = replay(run.end(), evidence.loop());
        Optional<Replay> second = evidence.second().map(path -> replay(subject, path));
        verify(evidence, run, loop, second);
        return new Counterexample(
                evidence.kind(),
                run.steps(),
                Optional.of(evidence.event()).filter(event -> event >= 0).map(alphabet::name),
                names(offers(run.end())),
                evidence.allowed().stream().map(this::names).toList(),
                loop.steps(),
                second.map(Replay::steps),
                evidence.kind() == Kind.DEADLOCK ? Waits.of(rules, alphabet, components, run.end()) : List.of(),
                run.choices());
    }

    private Replay replay(Process start, List<Evidence.Leg> path) {
        return Replay.of(rules, alphabet, components, start, path);
    }

    private List<String> names(int[] events) {
        return Arrays.stream(events).mapToObj(alphabet::name).toList();
    }

    private void verify(Evidence evidence, Replay run, Replay loop, Optional<Replay> second) {
        boolean offered = Arrays.binarySearch(offers(run.end()), evidence.event()) >= 0;
        boolean confirmed = switch (evidence.kind()) {
            case DEADLOCK -> rules.steps(run.end()).isEmpty();
            case TRACE -> offered && evidence.allowed().stream().noneMatch(events -> contains(events, evidence.event()));
            case FORBIDDEN_EVENT, EXCEPTION -> offered;
            case NO_SUCH_RUN, RUN -> true;
            case REFUSAL -> evidence.event() >= 0 ? refuses(run.end(), evidence.event()) : refusesEach(run.end(), evidence.allowed());
            case DIVERGENCE -> !loop.steps().isEmpty() && loop.end().equals(run.end())
                    && evidence.loop().stream().allMatch(leg -> leg.event() == Event.TAU);
            case NONDETERMINISM -> offered && refuses(second.orElseThrow().end(), evidence.event())
                    && trace(evidence.path()).equals(trace(evidence.second().orElseThrow()));
        };
        if (!confirmed) {
            throw new IllegalStateException("replay: the end of the run is no " + evidence.kind().word() + ": " + run.end());
        }
    }

    private static List<Integer> trace(List<Evidence.Leg> path) {
        return path.stream().map(Evidence.Leg::event).filter(event -> event != Event.TAU).toList();
    }

    private static boolean contains(int[] events, int event) {
        return Arrays.binarySearch(events, event) >= 0;
    }

    /** The events that are possible at once, tick included, ascending. */
    private int[] offers(Process state) {
        return rules.steps(state).stream().mapToInt(Step::event).filter(event -> event != Event.TAU).distinct().sorted().toArray();
    }

    private Optional<int[]> acceptance(Process state) {
        int[] events = rules.steps(state).stream().mapToInt(Step::event).toArray();
        return Optional.ofNullable(Acceptances.of(events, 0, events.length));
    }

    private boolean refuses(Process state, int event) {
        return acceptance(state).filter(accepted -> !contains(accepted, event)).isPresent();
    }

    private boolean refusesEach(Process state, List<int[]> acceptances) {
        return acceptance(state)
                .filter(accepted -> acceptances.stream().noneMatch(needed -> Acceptances.contains(accepted, needed)))
                .isPresent();
    }
}
