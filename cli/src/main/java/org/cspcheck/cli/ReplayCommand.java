package org.cspcheck.cli;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.cspcheck.explorer.walk.Walk;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.source.SpecificationException;
import org.cspcheck.model.verdict.Counterexample;
import org.cspcheck.reports.text.CounterexampleText;
import org.cspcheck.reports.text.DiagnosticText;
import org.cspcheck.specs.Specification;

/**
 * {@code csp-check SPEC --choices FILE}: one run instead of all of them, step by step by the firing rules.
 *
 * <p>It decides no check. The run is told like a counterexample, with what stands at its end.
 */
final class ReplayCommand {
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final CheckRequest request;
    private final Surroundings surroundings;
    private final FrontEnd frontEnd;
    private final Results results = new Results();

    ReplayCommand(CheckRequest request, Surroundings surroundings, FrontEnd frontEnd) {
        this.request = request;
        this.surroundings = surroundings;
        this.frontEnd = frontEnd;
    }

    ExitCode run() throws UsageException {
        if (request.specs().size() > 1) {
            throw new UsageException("--choices replays one run of one spec, and " + request.specs().size() + " were given", "");
        }
        if (!request.reports().isEmpty()) {
            surroundings.err().println("csp-check: --report has no effect with --choices: a replay decides no check");
        }
        DeepThread.End<ExitCode> end = DeepThread.run("replay", this::replay, surroundings.interruption(), GRACE);
        return switch (end) {
            case DeepThread.End.Returned<ExitCode>(ExitCode code) -> code;
            case DeepThread.End.Abandoned<ExitCode>() -> ExitCode.INTERRUPTED;
            case DeepThread.End.Threw<ExitCode>(UsageException mistake) -> throw mistake;
            case DeepThread.End.Threw<ExitCode>(Throwable cause) -> failed(cause);
        };
    }

    private ExitCode replay() throws UsageException {
        long start = System.nanoTime();
        List<Integer> choices = GivenChoices.of(request.choices().orElseThrow());
        Specification specification = frontEnd.read(request.specs().getFirst(), request.reading(), surroundings.in());
        results.read(specification);
        surroundings.err().print(DiagnosticText.of(specification.diagnostics(), surroundings.errPage(request.colour())));
        if (specification.hasErrors() || specification.evaluation().isEmpty()) {
            return ExitCode.INPUT_ERROR;
        }
        var walk = new Walk(specification.alphabet(), subject(specification));
        int taken = walk.follow(choices);
        Counterexample run = walk.told();
        tell(run, Duration.ofNanos(System.nanoTime() - start));
        if (taken < choices.size()) {
            return unfit(choices, taken, walk.offers().size());
        }
        return run.kind() == Counterexample.Kind.DEADLOCK ? ExitCode.NOT_AS_EXPECTED : ExitCode.OK;
    }

    /** What the selected check is about; without a selection the network. */
    private Process subject(Specification specification) throws UsageException {
        if (request.asserts().isEmpty()) {
            return Subject.of(specification, specification.evaluation().orElseThrow(), Optional.empty());
        }
        List<Integer> selected = Selection.of(List.of(specification), request.asserts()).getFirst();
        if (selected.size() > 1) {
            throw new UsageException("--choices replays one run, of one check, and --assert selects " + selected.size(), "");
        }
        return specification.checks().get(selected.getFirst()).subject();
    }

    private void tell(Counterexample run, Duration time) {
        if (request.format() == CheckRequest.Format.JSON) {
            surroundings.out().writeBytes(new ReportFiles(request, surroundings, results).replay(run, time).getBytes(StandardCharsets.UTF_8));
        } else {
            surroundings.out().print(CounterexampleText.replay(run, surroundings.outPage(request.colour()), request.tracing()));
        }
        surroundings.out().flush();
    }

    private ExitCode unfit(List<Integer> choices, int taken, int possible) {
        surroundings.err().println("csp-check: choice " + (taken + 1) + " of " + choices.size() + " is " + choices.get(taken) + ", and "
                + switch (possible) {
                    case 0 -> "nothing can happen there";
                    case 1 -> "there is only 0";
                    default -> "there are only 0 to " + (possible - 1);
                } + ": these are choices of another run");
        return ExitCode.INPUT_ERROR;
    }

    private ExitCode failed(Throwable cause) {
        if (cause instanceof SpecificationException mistake) {
            surroundings.err().print(DiagnosticText.of(List.of(mistake.diagnostic()), surroundings.errPage(request.colour())));
            return ExitCode.INPUT_ERROR;
        }
        Fault.tell(cause, "replaying " + request.specs().getFirst(), request.verbose(), surroundings.err());
        return ExitCode.FAULT;
    }
}
