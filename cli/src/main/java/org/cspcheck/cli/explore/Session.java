package org.cspcheck.cli.explore;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.cspcheck.explorer.Explorer;
import org.cspcheck.explorer.Options;
import org.cspcheck.explorer.search.Progress;
import org.cspcheck.explorer.walk.Goal;
import org.cspcheck.explorer.walk.Walk;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.Spelling;
import org.cspcheck.model.verdict.Check;
import org.cspcheck.model.verdict.Counterexample;
import org.cspcheck.model.verdict.Limits;
import org.cspcheck.model.verdict.Outcome;
import org.cspcheck.model.verdict.Verdict;
import org.cspcheck.reports.text.CounterexampleText;
import org.cspcheck.specs.Specification;

/** A walk, and the checks of the spec, to whose counterexamples it can jump. */
public final class Session {
    private static final int MOST_STATES = 500_000;
    private static final Limits A_MINUTE =
            new Limits(OptionalLong.empty(), OptionalInt.empty(), OptionalLong.empty(), Optional.of(Duration.ofMinutes(1)));

    private final Specification specification;
    private final BooleanSupplier cancelled;
    private volatile boolean stopped;
    private Walk walk;
    private Optional<Counterexample> found = Optional.empty();

    /** A session that stands at the start of {@code process}. */
    public Session(Specification specification, Process process, BooleanSupplier cancelled) {
        this.specification = specification;
        this.cancelled = () -> stopped || cancelled.getAsBoolean();
        this.walk = new Walk(specification.alphabet(), process);
    }

    public Walk walk() {
        return walk;
    }

    String name() {
        return specification.name();
    }

    List<Check> checks() {
        return specification.checks();
    }

    /** {@return what the walk shows as far as it is the run of a check; empty anywhere else} */
    Optional<Counterexample> finding() {
        return found.filter(run -> run.choices().equals(walk.choices()));
    }

    /** Ends a search that is under way. Unlike all else here, for any thread. */
    void stop() {
        stopped = true;
    }

    /** {@return what came of a search for a state; the walk stands there if it was found} */
    String find(String goal) {
        Goal wanted = Goal.of(goal);
        String what = switch (wanted) {
            case Goal.Deadlock() -> "deadlock";
            case Goal.Terminates() -> "termination";
            case Goal.Offers(String event) -> event;
        };
        if (wanted instanceof Goal.Offers(String event) && !isKnown(event)) {
            Set<String> channels = specification.evaluation().orElseThrow().channels().keySet();
            return ("there is no channel `" + channel(event) + "`. " + Spelling.didYouMean(channel(event), channels)).strip();
        }
        stopped = false;
        int before = walk.history().size();
        return switch (walk.find(wanted, MOST_STATES, cancelled)) {
            case FOUND -> "found " + what + " after " + steps(walk.history().size() - before);
            case NOWHERE -> "no " + what + " can be reached from here";
            case UNKNOWN -> (stopped ? "stopped" : "stopped after %,d states".formatted(MOST_STATES)) + ", no " + what + " found so far";
        };
    }

    private static String steps(int count) {
        return count == 1 ? "one more step" : count + " more steps";
    }

    /** Channels inside modules and functions are not listed; a search finds their events all the same. */
    private boolean isKnown(String event) {
        String channel = channel(event);
        return channel.contains("::") || specification.evaluation().map(values -> values.channels().containsKey(channel)).orElse(true);
    }

    private static String channel(String event) {
        return event.split("\\.", 2)[0];
    }

    /** {@return the verdict of a check; if it comes with a run, the walk stands at its end, in the process that the check is about} */
    String jump(int position) {
        Check check = checks().get(position);
        stopped = false;
        Outcome outcome = new Explorer(specification.alphabet(), Options.DEFAULT).check(check, A_MINUTE, Progress.SILENT, cancelled);
        String verdict = check.name() + ": " + outcome.verdict().word();
        return switch (outcome.verdict()) {
            case Verdict.Holds(Optional<Counterexample> witness) -> follow(check, verdict, witness);
            case Verdict.Fails(Optional<Counterexample> counterexample) -> follow(check, verdict, counterexample);
            case Verdict.Inconclusive(String reason) -> verdict + ", " + (stopped ? "stopped" : reason);
            case Verdict.Erroneous(Diagnostic diagnostic) -> verdict + ", " + told(diagnostic);
        };
    }

    private String follow(Check check, String verdict, Optional<Counterexample> run) {
        if (run.isEmpty()) {
            return verdict + ", so there is no run to show";
        }
        walk = new Walk(specification.alphabet(), check.subject());
        walk.follow(run.get().choices());
        found = run;
        return verdict + ". " + CounterexampleText.headline(run.get()).replaceFirst(":$", ".");
    }

    /** {@return a mistake in one line, with its place} */
    static String told(Diagnostic diagnostic) {
        return diagnostic.message() + diagnostic.span().map(span -> " (" + span.location() + ")").orElse("");
    }
}
