package org.cspcheck.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.cspcheck.explorer.Options;
import org.cspcheck.explorer.explain.Scenes;
import org.cspcheck.explorer.search.disk.Storage;
import org.cspcheck.explorer.trace.Allowances;
import org.cspcheck.explorer.trace.TraceVerifier;
import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.SpecificationException;
import org.cspcheck.model.verdict.Check;
import org.cspcheck.model.verdict.Counterexample;
import org.cspcheck.model.verdict.Limits;
import org.cspcheck.model.verdict.Outcome;
import org.cspcheck.model.verdict.Property;
import org.cspcheck.model.verdict.Outcome.Statistics;
import org.cspcheck.model.verdict.Scene;
import org.cspcheck.model.verdict.Verdict;
import org.cspcheck.reports.Report.Finished;
import org.cspcheck.specs.Specification;

/**
 * {@code csp-check check}: read the specs, select the checks, decide one after another, report.
 *
 * <p>Whatever happens to one check (a limit, exhaustion, a fault of the tool), the others keep their results.
 */
final class CheckCommand {
    /** How long work may take to answer to a stop. */
    private static final Duration GRACE = Duration.ofSeconds(3);

    /** With a last checkpoint to write. */
    private static final Duration GRACE_TO_WRITE = Duration.ofMinutes(5);

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
        if (request.checkpoint().isPresent()) {
            surroundings.interruption().allow(GRACE_TO_WRITE);
        }
        request.remarks().forEach(transcript::remark);
        var reports = new ReportFiles(request, surroundings, results);
        reports.open();
        List<Specification> specifications = read();
        if (request.options().clock().isPresent()) {
            results.reading(Duration.ofNanos(System.nanoTime() - start));
        }
        List<List<Integer>> selected = results.exitCode() == ExitCode.FAULT ? List.of() : Selection.of(specifications, request.asserts());
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

    private void decide(List<Specification> specifications, List<List<Integer>> selected) {
        int remaining = selected.stream().mapToInt(List::size).sum();
        for (int i = 0; i < selected.size(); i++) {
            Specification specification = specifications.get(i);
            List<Check> checks = selected.get(i).stream().map(specification.checks()::get).toList();
            transcript.begin(specification.name(), specifications.size() > 1, checks);
            remaining = decide(specification, selected.get(i), remaining);
        }
    }

    /** {@return how many checks remain} After an interruption no other begins. */
    private int decide(Specification specification, List<Integer> selected, int remaining) {
        int left = remaining;
        Specification current = specification;
        Options options = options(specification);
        Decider decider = deciders.of(current.alphabet(), options);
        boolean used = false;
        for (int position : selected) {
            if (surroundings.interruption().getAsBoolean()) {
                results.interrupted(left);
                return left;
            }
            if (current == null || used && request.checkpoint().isPresent()) {
                current = current == null ? again(specification) : unused(specification);
                decider = deciders.of(current.alphabet(), options);
            }
            used = true;
            left--;
            boolean same = position < current.checks().size();
            Check check = (same ? current : specification).checks().get(position);
            if (!same) {
                finish(without(check, new Verdict.Inconclusive("not started, because an earlier check could not be stopped")), Duration.ZERO, Optional.empty());
            } else if (!decide(decider, current.alphabet(), check)) {
                current = null;
            }
        }
        return left;
    }

    private Options options(Specification specification) {
        String inputs = specification.inputs().stream().map(Specification.Input::sha256).collect(Collectors.joining(" "));
        return request.checkpoint()
                .map(folder -> request.options().on(Storage.of(folder, specification.name(), inputs)))
                .orElse(request.options());
    }

    /** A check that could not be stopped still uses what it shares with the others of its spec, so they get a copy of their own. */
    private Specification again(Specification specification) {
        return specification.name().equals("-") ? FrontEnd.unread("-") : read(specification.name());
    }

    /**
     * {@return the specification as it is before any check} Events are numbered as checks meet them, and a checkpoint holds these numbers: they must
     * not depend on the checks before.
     */
    private Specification unused(Specification specification) {
        Specification copy = again(specification);
        return copy.inputs().equals(specification.inputs()) ? copy : specification;
    }

    /** {@return whether the check has ended, and did not have to be left behind} */
    private boolean decide(Decider decider, Alphabet alphabet, Check check) {
        Limits limits = request.limits().or(check.limits());
        long start = System.nanoTime();
        BooleanSupplier late = () -> limits.time().filter(time -> System.nanoTime() - start > time.toNanos()).isPresent();
        progress.begin(check.name());
        var end = DeepThread.run(
                "check",
                () -> decider.check(check, request.limits(), progress, surroundings.interruption()),
                () -> surroundings.interruption().getAsBoolean() || late.getAsBoolean(),
                request.checkpoint().isPresent() ? GRACE_TO_WRITE : GRACE);
        progress.clear();
        Outcome outcome = switch (end) {
            case DeepThread.End.Returned<Outcome>(Outcome decided) -> decided;
            case DeepThread.End.Threw<Outcome>(Throwable cause) -> without(check, undecided(check, cause));
            case DeepThread.End.Abandoned<Outcome>() ->
                without(check, new Verdict.Inconclusive(surroundings.interruption().getAsBoolean() ? "interrupted" : timeLimit(limits)));
        };
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        finish(outcome, time, scene(alphabet, outcome));
        return !(end instanceof DeepThread.End.Abandoned);
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

    /** What a report draws the run against. It only helps to see, so whatever happens on the way, there is a report without it. */
    private Optional<Scene> scene(Alphabet alphabet, Outcome outcome) {
        Optional<Counterexample> run = new Finished(outcome, Duration.ZERO, Optional.empty()).run();
        if (!request.wantsScenes() || run.isEmpty()) {
            return Optional.empty();
        }
        var end = DeepThread.run(
                "scene", () -> drawn(alphabet, outcome.check(), run.get()), surroundings.interruption(), GRACE);
        return end instanceof DeepThread.End.Returned<Scene>(Scene scene) ? Optional.of(scene) : Optional.empty();
    }

    private Scene drawn(Alphabet alphabet, Check check, Counterexample run) {
        Scene scene = Scenes.of(alphabet, check.subject(), run);
        return check.property() instanceof Property.Refines(var specification, var model)
                ? scene.against(Allowances.along(TraceVerifier.of(specification, alphabet, surroundings.interruption()), run.steps()))
                : scene;
    }

    private void finish(Outcome outcome, Duration time, Optional<Scene> scene) {
        var finished = new Finished(outcome, time, scene);
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
