package org.cspcheck.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.verdict.Outcome;
import org.cspcheck.model.verdict.Verdict;
import org.cspcheck.reports.Report.Finished;
import org.cspcheck.specs.Specification;

/** What a run of the command has found so far. Written and read by the thread that reports. */
final class Results {
    private final List<Specification.Input> inputs = new ArrayList<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final List<Finished> finished = new ArrayList<>();
    private final List<String> askingNothing = new ArrayList<>();
    private boolean noChecksSomewhere;
    private boolean inputError;
    private boolean fault;
    private boolean interrupted;
    private int notStarted;
    private Optional<Duration> reading = Optional.empty();

    /** A spec whose checks are decided. */
    void read(Specification specification) {
        input(specification);
        noChecksSomewhere |= specification.checks().isEmpty();
        if (specification.checks().isEmpty() && !specification.hasErrors()) {
            askingNothing.add(specification.name());
        }
    }

    /** A spec that is read for something else. */
    void input(Specification specification) {
        specification.inputs().stream().filter(input -> !inputs.contains(input)).forEach(inputs::add);
        specification.diagnostics().stream().filter(diagnostic -> !diagnostics.contains(diagnostic)).forEach(diagnostics::add);
        inputError |= specification.hasErrors();
    }

    void add(Finished check) {
        finished.add(check);
        if (check.outcome().verdict() instanceof Verdict.Erroneous(Diagnostic diagnostic) && !diagnostics.contains(diagnostic)) {
            diagnostics.add(diagnostic);
        }
    }

    void found(Diagnostic diagnostic) {
        diagnostics.add(diagnostic);
        inputError |= diagnostic.isError();
    }

    void inputError() {
        inputError = true;
    }

    void fault() {
        fault = true;
    }

    void interrupted(int checksNotStarted) {
        interrupted = true;
        notStarted = checksNotStarted;
    }

    /** Reading all specs took so long. */
    void reading(Duration time) {
        reading = Optional.of(time);
    }

    Optional<Duration> reading() {
        return reading;
    }

    List<Specification.Input> inputs() {
        return List.copyOf(inputs);
    }

    List<Diagnostic> diagnostics() {
        return List.copyOf(diagnostics);
    }

    /** {@return the specs without a mistake and without a check} */
    List<String> askingNothing() {
        return List.copyOf(askingNothing);
    }

    List<Finished> finished() {
        return List.copyOf(finished);
    }

    List<Outcome> outcomes() {
        return finished.stream().map(Finished::outcome).toList();
    }

    boolean interrupted() {
        return interrupted;
    }

    int notStarted() {
        return notStarted;
    }

    /** The first that applies; an interruption leaves checks without an answer, so it comes before what their answers would say. */
    ExitCode exitCode() {
        if (fault) {
            return ExitCode.FAULT;
        }
        if (interrupted) {
            return ExitCode.INTERRUPTED;
        }
        if (inputError || any(Verdict.Erroneous.class)) {
            return ExitCode.INPUT_ERROR;
        }
        boolean surprising = finished.stream()
                .map(Finished::outcome)
                .anyMatch(outcome -> !outcome.ok() && !(outcome.verdict() instanceof Verdict.Inconclusive));
        if (surprising) {
            return ExitCode.NOT_AS_EXPECTED;
        }
        return any(Verdict.Inconclusive.class) || noChecksSomewhere || finished.isEmpty() ? ExitCode.INCONCLUSIVE : ExitCode.OK;
    }

    private boolean any(Class<? extends Verdict> kind) {
        return finished.stream().anyMatch(check -> kind.isInstance(check.outcome().verdict()));
    }
}
