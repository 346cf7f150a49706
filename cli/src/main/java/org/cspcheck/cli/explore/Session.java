package org.cspcheck.cli.explore;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.cspcheck.explorer.Explorer;
import org.cspcheck.explorer.Options;
import org.cspcheck.explorer.search.Progress;
import org.cspcheck.explorer.walk.Goal;
import org.cspcheck.explorer.walk.Walk;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.verdict.Check;
import org.cspcheck.model.verdict.Counterexample;
import org.cspcheck.model.verdict.Limits;
import org.cspcheck.model.verdict.Outcome;
import org.cspcheck.model.verdict.Verdict;
import org.cspcheck.specs.Specification;

/** A walk, and the checks of the spec, to whose counterexamples it can jump. */
public final class Session {
    private static final int MOST_STATES = 500_000;
    private static final Limits A_MINUTE =
            new Limits(OptionalLong.empty(), OptionalInt.empty(), OptionalLong.empty(), Optional.of(Duration.ofMinutes(1)));

    private final Specification specification;
    private final BooleanSupplier cancelled;
    private Walk walk;

    /** A session that stands at the start of {@code process}. */
    public Session(Specification specification, Process process, BooleanSupplier cancelled) {
        this.specification = specification;
        this.cancelled = cancelled;
        this.walk = new Walk(specification.alphabet(), process);
    }

    public Walk walk() {
        return walk;
    }

    List<Check> checks() {
        return specification.checks();
    }

    /** {@return what came of a search for a state; the walk stands there if it was found} */
    String find(String goal) {
        int before = walk.history().size();
        return switch (walk.find(Goal.of(goal), MOST_STATES, cancelled)) {
            case FOUND -> "found " + goal + " after " + (walk.history().size() - before) + " more steps";
            case NOWHERE -> "no state that can be reached from here has " + goal;
            case UNKNOWN -> "stopped after " + MOST_STATES + " states without finding " + goal;
        };
    }

    /** {@return the verdict of a check; if it comes with a run, the walk stands at its end, in the process that the check is about} */
    String jump(int position) {
        Check check = checks().get(position);
        Outcome outcome = new Explorer(specification.alphabet(), Options.DEFAULT).check(check, A_MINUTE, Progress.SILENT, cancelled);
        String verdict = check.name() + " " + outcome.verdict().word();
        return switch (outcome.verdict()) {
            case Verdict.Holds(Optional<Counterexample> witness) -> follow(check, verdict, witness);
            case Verdict.Fails(Optional<Counterexample> counterexample) -> follow(check, verdict, counterexample);
            case Verdict.Inconclusive(String reason) -> verdict + ": " + reason;
            case Verdict.Erroneous(var diagnostic) -> verdict + ": " + diagnostic.message();
        };
    }

    private String follow(Check check, String verdict, Optional<Counterexample> run) {
        if (run.isEmpty()) {
            return verdict;
        }
        walk = new Walk(specification.alphabet(), check.subject());
        walk.follow(run.get().choices());
        return verdict + ": this is its run (" + run.get().kind().word() + run.get().event().map(event -> ", " + event).orElse("") + ")";
    }
}
