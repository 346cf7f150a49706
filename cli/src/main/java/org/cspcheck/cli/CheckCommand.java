package org.cspcheck.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.SpecificationException;
import org.cspcheck.model.verdict.Check;
import org.cspcheck.model.verdict.Limits;
import org.cspcheck.model.verdict.Outcome;
import org.cspcheck.model.verdict.Outcome.Statistics;
import org.cspcheck.model.verdict.Verdict;
import org.cspcheck.specs.Specification;

/**
 * {@code csp-check check}: read the specs, select the checks, decide one after another, report.
 *
 * <p>Whatever happens to one check (a limit, exhaustion, a fault of the tool), the others keep their results.
 */
final class CheckCommand {
    /** How long work may take to answer to a stop. */
    private static final Duration GRACE = Duration.ofSeconds(3);

    private final CheckRequest request;
    private final Surroundings surroundings;
    private final FrontEnd frontEnd;
    private final Decider.Factory deciders;
    private final Transcript transcript;
    private final ProgressLine progress;
    private final Results results = new Results();

    CheckCommand(CheckRequest request, Surroundings surroundings, FrontEnd frontEnd, Decider.Factory deciders) {
        this.request = request;
        this.surroundings = surroundings;
        this.frontEnd = frontEnd;
        this.deciders = deciders;
        this.transcript = new Transcript(request, surroundings);
        this.progress = new ProgressLine(
                surroundings.err(),
                surroundings.errIsTerminal() && !request.quiet(),
                request.verbose(),
                surroundings.errPage(request.colour()).width());
    }

    ExitCode run() throws UsageException {
        long start = System.nanoTime();
        request.ignored().forEach(option -> transcript.remark(option + " has no effect in this version"));
        var reports = new ReportFiles(request, surroundings, results);
        reports.open();
        List<Specification> specifications = read();
        List<List<Check>> selected = results.exitCode() == ExitCode.FAULT ? List.of() : Selection.of(specifications, request.asserts());
        decide(specifications, selected);
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        transcript.over(results, time);
        reports.write(time);
        return results.exitCode();
    }

    // --- reading -----------------------------------------------------------------------------------------------------------

    private List<Specification> read() {
        var specifications = new ArrayList<Specification>();
        for (String spec : request.specs()) {
            if (surroundings.interruption().getAsBoolean()) {
                results.interrupted(0);
                return List.of();
            }
            Specification specification = read(spec);
            specifications.add(specification);
            results.read(specification);
            transcript.diagnostics(specification.diagnostics());
            if (specification.checks().isEmpty() && !specification.hasErrors()) {
                transcript.remark(spec + " asserts nothing: there is nothing to check");
            }
        }
        return specifications;
    }

    private Specification read(String spec) {
        var end = DeepThread.run(
                "read", () -> frontEnd.read(spec, request.reading(), surroundings.in()), surroundings.interruption(), GRACE);
        return switch (end) {
            case DeepThread.End.Returned<Specification>(Specification specification) -> specification;
            case DeepThread.End.Abandoned<Specification>() -> {
                results.interrupted(0);
                yield FrontEnd.unread(spec);
            }
            case DeepThread.End.Threw<Specification>(Throwable cause) -> FrontEnd.unread(spec, unread(spec, cause));
        };
    }

    private Diagnostic unread(String spec, Throwable cause) {
        return switch (cause) {
            case SpecificationException mistake -> mistake.diagnostic();
            case StackOverflowError deep ->
                Diagnostic.error("CSP0901", null, spec + " is nested too deeply, or a definition in it never ends");
            case OutOfMemoryError full -> Diagnostic.error("CSP0902", null, "memory ran out while " + spec + " was read")
                    .tryThis("Give more: CSP_CHECK_JAVA_OPTS=-Xmx8g csp-check ...");
            default -> {
                results.fault();
                Fault.tell(cause, "reading " + spec, request.verbose(), surroundings.err());
                yield Diagnostic.error("CSP0900", null, spec + " could not be read because of a fault of csp-check: " + cause);
            }
        };
    }

    // --- deciding ----------------------------------------------------------------------------------------------------------

    private void decide(List<Specification> specifications, List<List<Check>> selected) {
        int remaining = selected.stream().mapToInt(List::size).sum();
        for (int i = 0; i < selected.size(); i++) {
            List<Check> checks = selected.get(i);
            transcript.begin(specifications.get(i).name(), specifications.size() > 1, checks);
            var decider = deciders.of(specifications.get(i).alphabet(), request.options());
            Optional<String> stuck = Optional.empty();
            for (Check check : checks) {
                if (surroundings.interruption().getAsBoolean()) {
                    results.interrupted(remaining);
                    return;
                }
                remaining--;
                stuck = stuck.isPresent() ? notStarted(check, stuck.get()) : decide(decider, check);
            }
        }
    }

    /** {@return the check's name if it could not be stopped: what it shares with the others of its spec is then still in use} */
    private Optional<String> decide(Decider decider, Check check) {
        Limits limits = request.limits().or(check.limits());
        long start = System.nanoTime();
        BooleanSupplier late = () -> limits.time().filter(time -> System.nanoTime() - start > time.toNanos()).isPresent();
        progress.begin(check.name());
        var end = DeepThread.run(
                "check",
                () -> decider.check(check, request.limits(), progress, surroundings.interruption()),
                () -> surroundings.interruption().getAsBoolean() || late.getAsBoolean(),
                GRACE);
        progress.clear();
        Outcome outcome = switch (end) {
            case DeepThread.End.Returned<Outcome>(Outcome decided) -> decided;
            case DeepThread.End.Threw<Outcome>(Throwable cause) -> without(check, undecided(check, cause));
            case DeepThread.End.Abandoned<Outcome>() ->
                without(check, new Verdict.Inconclusive(late.getAsBoolean() ? timeLimit(limits) : "interrupted"));
        };
        finish(outcome, start);
        return end instanceof DeepThread.End.Abandoned ? Optional.of(check.name()) : Optional.empty();
    }

    private Verdict undecided(Check check, Throwable cause) {
        return switch (cause) {
            case SpecificationException mistake -> new Verdict.Erroneous(mistake.diagnostic());
            case StackOverflowError deep -> new Verdict.Inconclusive("the stack of 1 GB ran out: a function calls itself without end?");
            case OutOfMemoryError full ->
                new Verdict.Inconclusive("memory ran out; give more with CSP_CHECK_JAVA_OPTS=-Xmx8g, or set --memory");
            default -> {
                results.fault();
                Fault.tell(cause, "checking " + check.name(), request.verbose(), surroundings.err());
                yield new Verdict.Inconclusive("a fault of csp-check: " + cause);
            }
        };
    }

    private Optional<String> notStarted(Check check, String stuck) {
        finish(without(check, new Verdict.Inconclusive("not started, because " + stuck + " could not be stopped")), System.nanoTime());
        return Optional.of(stuck);
    }

    private void finish(Outcome outcome, long start) {
        var finished = new Results.Finished(outcome, Duration.ofNanos(System.nanoTime() - start));
        results.add(finished);
        transcript.finished(outcome, finished.time());
        if (surroundings.interruption().getAsBoolean()) {
            results.interrupted(0);
        }
    }

    private static String timeLimit(Limits limits) {
        return "time limit of " + limits.time().map(org.cspcheck.reports.text.Figures::time).orElse("") + " reached";
    }

    private static Outcome without(Check check, Verdict verdict) {
        return new Outcome(check, verdict, Statistics.NOTHING);
    }
}
