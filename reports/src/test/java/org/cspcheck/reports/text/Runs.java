package org.cspcheck.reports.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.verdict.Check;
import org.cspcheck.model.verdict.Counterexample;
import org.cspcheck.model.verdict.Counterexample.Kind;
import org.cspcheck.model.verdict.Counterexample.TakenStep;
import org.cspcheck.model.verdict.Counterexample.Waiting;
import org.cspcheck.model.verdict.Counterexample.Wish;
import org.cspcheck.model.verdict.Limits;
import org.cspcheck.model.verdict.Property;
import org.cspcheck.model.verdict.SemanticModel;

/** Hand-built runs for the tests of texts. */
final class Runs {
    private Runs() {}

    static Check check(String name, boolean expected) {
        var property = new Property.DeadlockFree(SemanticModel.FD);
        return new Check(name, name, Process.STOP, property, false, expected, Optional.empty(), Limits.NONE);
    }

    static TakenStep step(String event, String... processes) {
        return new TakenStep(event, List.of(processes), Optional.empty());
    }

    static TakenStep hidden(String event, String... processes) {
        return new TakenStep("tau", List.of(processes), Optional.of(event));
    }

    static TakenStep tau(String... processes) {
        return step("tau", processes);
    }

    static Counterexample trace(List<TakenStep> steps, String event, String... allowed) {
        return new Counterexample(
                Kind.TRACE, steps, Optional.of(event), List.of(), List.of(List.of(allowed)), List.of(), Optional.empty(), List.of(), List.of());
    }

    static Counterexample refusal(List<TakenStep> steps, List<String> offers, List<List<String>> allowed) {
        return new Counterexample(
                Kind.REFUSAL, steps, Optional.empty(), offers, allowed, List.of(), Optional.empty(), List.of(), List.of());
    }

    static Counterexample divergence(List<TakenStep> steps, List<TakenStep> loop) {
        return new Counterexample(
                Kind.DIVERGENCE, steps, Optional.empty(), List.of(), List.of(), loop, Optional.empty(), List.of(), List.of());
    }

    static Counterexample nondeterminism(List<TakenStep> steps, String event, List<TakenStep> second, String... offers) {
        return new Counterexample(
                Kind.NONDETERMINISM,
                steps,
                Optional.of(event),
                List.of(offers),
                List.of(),
                List.of(),
                Optional.of(second),
                List.of(),
                List.of());
    }

    static Counterexample deadlock(List<TakenStep> steps, List<Waiting> waiting) {
        return new Counterexample(
                Kind.DEADLOCK, steps, Optional.empty(), List.of(), List.of(), List.of(), Optional.empty(), waiting, List.of());
    }

    /** Everybody at the table has taken the fork on one side. */
    static Counterexample everybodyTookOneFork(int philosophers) {
        var steps = new ArrayList<TakenStep>();
        var waiting = new ArrayList<Waiting>();
        for (int i = 0; i < philosophers; i++) {
            int next = (i + 1) % philosophers;
            steps.add(step("thinks." + i, "phil(" + i + ")"));
            steps.add(step("picks." + i + "." + i, "phil(" + i + ")", "fork(" + i + ")"));
            waiting.add(new Waiting("phil(" + i + ")", List.of(new Wish("picks." + i + "." + next, List.of("fork(" + next + ")")))));
        }
        for (int i = 0; i < philosophers; i++) {
            waiting.add(new Waiting("fork(" + i + ")", List.of(new Wish("putsdown." + i + "." + i, List.of("phil(" + i + ")")))));
        }
        return deadlock(steps, waiting);
    }
}
