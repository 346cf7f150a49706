package org.cspcheck.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import org.cspcheck.cli.run.Boundary;
import org.cspcheck.cli.run.Choices;
import org.cspcheck.cli.run.RunJson;
import org.cspcheck.cli.run.RunText;
import org.cspcheck.cli.run.Running;
import org.cspcheck.cli.run.Running.Outcome;
import org.cspcheck.cli.run.SavedRun;
import org.cspcheck.model.event.Event;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.Source;
import org.cspcheck.model.source.SpecificationException;
import org.cspcheck.reports.text.DiagnosticText;
import org.cspcheck.runtime.Ending;
import org.cspcheck.specs.Production;
import org.cspcheck.specs.Specification;
import org.cspcheck.specs.evaluate.Evaluation;

/**
 * {@code csp-check run}: a network in production.
 *
 * <p>Standard output belongs to the channels that are bound to it; what the command itself has to say goes there only if none is.
 */
final class RunCommand {
    /** A network that is told to stop stops between two events; only an evaluation that does not end takes longer. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private static final int SMALL_SEEDS = 1_000_000;

    private final RunRequest request;
    private final Surroundings surroundings;
    private final FrontEnd frontEnd;

    RunCommand(RunRequest request, Surroundings surroundings, FrontEnd frontEnd) {
        this.request = request;
        this.surroundings = surroundings;
        this.frontEnd = frontEnd;
    }

    ExitCode run() throws UsageException {
        DeepThread.End<ExitCode> end = DeepThread.run("run", this::read, surroundings.interruption(), GRACE);
        return switch (end) {
            case DeepThread.End.Returned<ExitCode>(ExitCode code) -> code;
            case DeepThread.End.Abandoned<ExitCode>() -> ExitCode.INTERRUPTED;
            case DeepThread.End.Threw<ExitCode>(UsageException mistake) -> throw mistake;
            case DeepThread.End.Threw<ExitCode>(Throwable cause) -> failed(cause);
        };
    }

    private ExitCode read() throws UsageException, IOException {
        Specification specification = frontEnd.read(request.spec(), request.reading(), surroundings.in());
        complain(specification.diagnostics());
        if (specification.hasErrors() || specification.evaluation().isEmpty()) {
            return ExitCode.INPUT_ERROR;
        }
        Optional<SavedRun> saved = resumed(specification);
        Optional<String> expression = request.process().or(() -> saved.map(SavedRun::process).filter(text -> !text.isEmpty()));
        var process = Subject.of(specification, specification.evaluation().get(), expression);
        var subject = new Running.Subject(name(), process, new FiringRules(), specification.alphabet(),
                monitors(specification.production(), saved));
        return run(subject, specification, saved);
    }

    /** What happened before it was saved is not known here, so a monitor would begin in the middle. */
    private List<Production.Monitor> monitors(Production production, Optional<SavedRun> saved) {
        if (saved.isPresent() && !production.monitors().isEmpty()) {
            surroundings.err().println("csp-check: a resumed run is not monitored; csp-check trace verifies the whole record");
            return List.of();
        }
        return production.monitors();
    }

    private String name() {
        return request.spec().equals("-") ? "network" : Path.of(request.spec()).getFileName().toString().replaceFirst("\\.[a-z0-9]+$", "");
    }

    private ExitCode run(Running.Subject subject, Specification specification, Optional<SavedRun> saved) throws UsageException, IOException {
        Production production = specification.production();
        boolean printing = production.bindings().stream().anyMatch(binding -> binding.target().text().equals("stdout"));
        if (printing && request.format() == CheckRequest.Format.JSON) {
            throw new UsageException("--format json: standard output belongs to a channel of this spec", "Leave --format out, or bind the channel elsewhere.");
        }
        Running.Manner manner = manner(production.policy(), saved);
        var streams = new Boundary.Streams(surroundings.in(), surroundings.out(), surroundings.err());
        var boundary = new Boundary(
                production.bindings(),
                subject.alphabet(),
                streams,
                request.reading().classes().loader(),
                saved.map(SavedRun::pending).orElse(Map.of()),
                mistake -> complain(List.of(mistake)));
        var logs = new Running.Logs(file(production.record()), file(production.choices()));
        Running.Report report = logged(subject, manner, boundary, logs);
        if (report.saved().isPresent()) {
            save(specification, report);
        }
        tell(report, printing);
        ExitCode code = code(report.outcome());
        return code == ExitCode.OK && !report.lost().isEmpty() ? ExitCode.INCONCLUSIVE : code;
    }

    private Running.Report logged(Running.Subject subject, Running.Manner manner, Boundary boundary, Running.Logs logs) throws UsageException {
        try {
            return Running.run(subject, manner, boundary, logs, surroundings.interruption());
        } catch (IOException unwritable) {
            throw unwritable(unwritable);
        } catch (UncheckedIOException unwritable) {
            throw unwritable(unwritable.getCause());
        }
    }

    private static UsageException unwritable(IOException reason) {
        return new UsageException("a log cannot be written: " + reason.getMessage(), "Logs are written where `record:` and `choices:` say, relative to the working directory.");
    }

    private static Optional<Path> file(Optional<Source> path) {
        return path.map(source -> Path.of(source.text().strip()));
    }

    // ---- what was asked for

    private Running.Manner manner(Production.Policy policy, Optional<SavedRun> saved) throws UsageException {
        if (request.choices().isEmpty() && Choices.replay(policy)) {
            throw new UsageException("which choices are to be repeated?", "The spec's policy is replay: name the file of an earlier run with --choices.");
        }
        OptionalLong seed = request.seed().isPresent() ? request.seed() : policy.seed();
        if (seed.isEmpty() && Choices.random(policy) && request.choices().isEmpty()) {
            seed = OptionalLong.of(ThreadLocalRandom.current().nextInt(SMALL_SEEDS));
            surroundings.err().println("csp-check: the seed is " + seed.getAsLong() + "; --seed " + seed.getAsLong() + " makes the same choices again");
            surroundings.err().flush();
        }
        return new Running.Manner(policy, seed, replayed(), request.limit(), request.save().isPresent(), saved);
    }

    private Optional<List<Integer>> replayed() throws UsageException {
        if (request.choices().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(GivenChoices.of(request.choices().get()));
    }

    // ---- saved runs

    private static List<String> inputs(Specification specification) {
        return specification.inputs().stream().map(Specification.Input::sha256).toList();
    }

    private void save(Specification specification, Running.Report report) throws UsageException {
        Running.Saved saved = report.saved().orElseThrow();
        Path file = request.save().orElseThrow();
        try {
            new SavedRun(inputs(specification), request.process().orElse(""), report.events(), saved.checkpoint(), saved.pending()).write(file);
            surroundings.err().println("csp-check: saved; the same command with --resume " + file + " goes on");
        } catch (IOException unwritable) {
            throw new UsageException("--save " + file + " cannot be written: " + unwritable.getMessage(), "");
        }
    }

    /** Gives all events the numbers that they had when the run was saved, before anything else is evaluated. */
    private Optional<SavedRun> resumed(Specification specification) throws UsageException {
        if (request.resume().isEmpty()) {
            return Optional.empty();
        }
        Path file = request.resume().get();
        try {
            SavedRun saved = SavedRun.read(file);
            if (!saved.inputs().equals(inputs(specification))) {
                throw new UsageException("--resume " + file + ": the spec has changed since", "A run goes on with the spec that it was saved with.");
            }
            Evaluation evaluation = specification.evaluation().orElseThrow();
            int number = Event.FIRST_VISIBLE;
            for (String event : saved.checkpoint().events()) {
                if (evaluation.event(event).orElse(-1) != number++) {
                    throw new UsageException("--resume " + file + ": the event " + event + " does not have its place any more", "");
                }
            }
            return Optional.of(saved);
        } catch (IOException unreadable) {
            throw new UsageException("--resume " + file + " cannot be read", "");
        } catch (IllegalArgumentException mistake) {
            throw new UsageException("--resume " + file + ": " + mistake.getMessage(), "");
        }
    }

    // ---- what came of it

    private void tell(Running.Report report, boolean printing) {
        if (report.outcome() instanceof Outcome.OfItself(Ending.Failed(var failure)) && failure.getCause() instanceof SpecificationException mistake) {
            complain(List.of(mistake.diagnostic()));
        }
        if (request.format() == CheckRequest.Format.JSON) {
            surroundings.out().print(RunJson.of(report, Main.version(), request.spec()));
        } else if (!request.quiet() || code(report.outcome()) != ExitCode.OK) {
            (printing ? surroundings.err() : surroundings.out()).print(RunText.of(report));
        }
        report.lost().forEach(lost -> surroundings.err().println("csp-check: a monitor could not follow to the end: " + lost));
        surroundings.out().flush();
        surroundings.err().flush();
    }

    static ExitCode code(Outcome outcome) {
        return switch (outcome) {
            case Outcome.OfItself(Ending.Terminated _) -> ExitCode.OK;
            case Outcome.OfItself(Ending.Failed(var failure)) when failure.getCause() instanceof SpecificationException -> ExitCode.INPUT_ERROR;
            case Outcome.OfItself(Ending.Stopped _), Outcome.Interrupted _ -> ExitCode.INTERRUPTED;
            case Outcome.OfItself _, Outcome.BoundaryFailed _, Outcome.Objected _ -> ExitCode.NOT_AS_EXPECTED;
            case Outcome.InputEnded _, Outcome.ChoicesOver _ -> ExitCode.OK;
            case Outcome.TimeOver _ -> ExitCode.INCONCLUSIVE;
            case Outcome.ChoicesUnfit _ -> ExitCode.INPUT_ERROR;
        };
    }

    private ExitCode failed(Throwable cause) {
        if (cause instanceof SpecificationException mistake) {
            complain(List.of(mistake.diagnostic()));
            return ExitCode.INPUT_ERROR;
        }
        Fault.tell(cause, "running " + request.spec(), request.verbose(), surroundings.err());
        return ExitCode.FAULT;
    }

    private void complain(List<Diagnostic> mistakes) {
        surroundings.err().print(DiagnosticText.of(mistakes, surroundings.errPage(request.colour())));
        surroundings.err().flush();
    }
}
