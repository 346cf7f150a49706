package org.cspcheck.reports;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.Source;
import org.cspcheck.model.source.Span;
import org.cspcheck.model.verdict.Check;
import org.cspcheck.model.verdict.Counterexample;
import org.cspcheck.model.verdict.Counterexample.Kind;
import org.cspcheck.model.verdict.Counterexample.TakenStep;
import org.cspcheck.model.verdict.Counterexample.Waiting;
import org.cspcheck.model.verdict.Counterexample.Wish;
import org.cspcheck.model.verdict.Limits;
import org.cspcheck.model.verdict.Outcome;
import org.cspcheck.model.verdict.Outlook;
import org.cspcheck.model.verdict.Profile;
import org.cspcheck.model.verdict.Profile.Stage;
import org.cspcheck.model.verdict.Property;
import org.cspcheck.model.verdict.Scene;
import org.cspcheck.model.verdict.SemanticModel;
import org.cspcheck.model.verdict.Verdict;
import org.cspcheck.model.verdict.Wiring;

/** Hand-built reports for the tests of documents; one name in them tries to break out of every format. */
public final class Reports {
    /** Ends scripts, attributes, elements, CDATA, comments, commands and lines, and has what XML cannot hold. */
    public static final String HOSTILE = "x</script><img src=x onerror=alert(1)>\"'&]]>--><!--::error::%0A,|`\n\u0001\uD800${a}";

    public static final Source SPEC = Source.of("specs/two tellers.yaml", "define: |\n  LEFT = a -> b -> LEFT\n  RIGHT = b -> a -> RIGHT\ncheck:\n  - deadlock free\n");
    public static final Span CHECK = SPEC.span(SPEC.text().indexOf("deadlock"), SPEC.text().length() - 1);
    public static final Span STEP_A = SPEC.span(SPEC.text().indexOf("a -> b"), SPEC.text().indexOf("a -> b") + 1);

    public static final Verdict DEADLOCK = new Verdict.Fails(Optional.of(deadlock()));
    public static final Verdict HOLDS = new Verdict.Holds(Optional.empty());
    public static final Verdict OPEN = new Verdict.Inconclusive("state limit of 10 reached");

    private Reports() {}

    public static Outcome outcome(String name, boolean expected, Verdict verdict) {
        var property = new Property.DeadlockFree(SemanticModel.FD);
        var check = new Check(name, "NETWORK :[deadlock free [FD]]", Process.STOP, property, false, expected, Optional.of(CHECK), Limits.NONE);
        return new Outcome(check, verdict, new Outcome.Statistics(12, 34, 5));
    }

    /** The check that was stopped, with 7 states waiting, and a second with 300 components where its time went. */
    public static Outcome stopped(String name) {
        Outcome open = outcome(name, true, OPEN);
        List<Profile.Component> components = IntStream.range(0, 300)
                .mapToObj(i -> new Profile.Component(i == 0 ? HOSTILE : "P" + i, "sbisim",
                        Map.of(Stage.UNFOLDING, Duration.ofMillis(i == 0 ? 500 : 1)), i == 1 ? Optional.empty() : Optional.of(new Profile.Size(1000, 2000, 10, 20))))
                .toList();
        var profile = new Profile(Map.of(Stage.SEARCHING, Duration.ofMillis(201), Stage.UNFOLDING, Duration.ofMillis(799)), components);
        var outlook = new Outlook(7, Optional.of(new Outlook.Range(20, 40)));
        return new Outcome(open.check(), open.verdict(), open.statistics(), Optional.of(outlook), Optional.of(profile));
    }

    public static Report report(Outcome... outcomes) {
        return report(List.of(), outcomes);
    }

    public static Report report(List<Diagnostic> diagnostics, Outcome... outcomes) {
        List<Report.Finished> finished = Arrays.stream(outcomes)
                .map(outcome -> new Report.Finished(outcome, Duration.ofMillis(1500), Optional.of(scene())))
                .toList();
        var run = new Report.Run(Instant.parse("2026-01-02T03:04:05.678Z"), Duration.ofMillis(3210), 2, 1 << 20, false, 0);
        return new Report("1.0", List.of(new Report.Input(SPEC.name(), "0".repeat(64))), diagnostics, finished, List.of(), run);
    }

    /** Two steps, a hidden one and a tick between them, that leave left and right waiting for each other. */
    public static Counterexample deadlock() {
        return new Counterexample(
                Kind.DEADLOCK,
                steps(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(
                        new Waiting("left", List.of(new Wish("b", List.of("right")))),
                        new Waiting(HOSTILE, List.of(new Wish("a", List.of("left"))))),
                List.of(0, 1));
    }

    public static Counterexample divergence() {
        return new Counterexample(
                Kind.DIVERGENCE, steps(), Optional.empty(), List.of(), List.of(), steps(), Optional.empty(), List.of(), List.of(0, 0));
    }

    public static List<TakenStep> steps() {
        return List.of(
                new TakenStep("a", List.of("left", HOSTILE), Optional.empty()),
                new TakenStep("tau", List.of("left"), Optional.of("mid.3")));
    }

    public static Scene scene() {
        var wiring = new Wiring(
                List.of(new Wiring.Part("left", Optional.of(CHECK), true), new Wiring.Part(HOSTILE, Optional.empty(), false)),
                List.of(new Wiring.Joint("a", 1, false, List.of(0, 1)), new Wiring.Joint("mid", 4, true, List.of(0))));
        var a = new Scene.Offer("a", Optional.empty(), List.of(0, 1), OptionalInt.of(1), true);
        var other = new Scene.Offer("b", Optional.empty(), List.of(1), OptionalInt.empty(), false);
        var tau = new Scene.Offer("tau", Optional.of("mid.3"), List.of(0), OptionalInt.of(2), true);
        return new Scene(
                wiring,
                List.of(
                        new Scene.Moment(List.of(a, other), 3, List.of(Optional.of(STEP_A), Optional.empty())),
                        new Scene.Moment(List.of(tau), 0, List.of(Optional.empty())),
                        new Scene.Moment(List.of(), 0, List.of())));
    }
}
