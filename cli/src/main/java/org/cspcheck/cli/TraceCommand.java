package org.cspcheck.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cspcheck.cli.log.Findings;
import org.cspcheck.cli.log.TraceRun;
import org.cspcheck.explorer.search.LimitReached;
import org.cspcheck.explorer.explain.Scenes;
import org.cspcheck.explorer.trace.Allowances;
import org.cspcheck.explorer.trace.Coverage;
import org.cspcheck.explorer.trace.TraceVerifier;
import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.SpecificationException;
import org.cspcheck.model.verdict.Check;
import org.cspcheck.model.verdict.Counterexample;
import org.cspcheck.model.verdict.Limits;
import org.cspcheck.model.verdict.Outcome;
import org.cspcheck.model.verdict.Property;
import org.cspcheck.model.verdict.Scene;
import org.cspcheck.model.verdict.Verdict;
import org.cspcheck.reports.Report;
import org.cspcheck.reports.Report.Finished;
import org.cspcheck.reports.text.CheckText;
import org.cspcheck.reports.text.Figures;
import org.cspcheck.reports.text.Page;
import org.cspcheck.reports.text.RecordedText;
import org.cspcheck.specs.Specification;
import org.cspcheck.specs.TraceSection;
import org.cspcheck.specs.evaluate.Evaluation;
import org.cspcheck.specs.syntax.Expression;
import picocli.CommandLine.ParseResult;

/** {@code csp-check trace}: read the spec, follow the logs, report. */
final class TraceCommand {
    private static final Duration GRACE = Duration.ofSeconds(1);

    /**
     * What was asked for.
     *
     * @param common options that it shares with {@code check}
     */
    record Request(CheckRequest common, String spec, List<String> logs, Optional<String> process, boolean coverage, boolean allFailures) {
        static Request of(ParseResult typed) throws UsageException {
            List<String> given = CheckRequest.specs(typed);
            if (given.size() < 2) {
                throw new UsageException("which log?", "csp-check trace SPEC LOG: a file of JSON Lines, or - for standard input.");
            }
            return new Request(
                    CheckRequest.of(typed),
                    given.getFirst(),
                    List.copyOf(given.subList(1, given.size())),
                    Optional.ofNullable(typed.matchedOptionValue("--process", (String) null)),
                    typed.hasMatchedOption("--coverage"),
                    typed.hasMatchedOption("--all-failures"));
        }
    }

    private final Request request;
    private final Surroundings surroundings;
    private final FrontEnd frontEnd;
    private final Transcript transcript;
    private final Results results = new Results();
    private volatile TraceRun run;
    private volatile Process process;
    private volatile Alphabet alphabet;

    TraceCommand(Request request, Surroundings surroundings, FrontEnd frontEnd) {
        this.request = request;
        this.surroundings = surroundings;
        this.frontEnd = frontEnd;
        this.transcript = new Transcript(request.common(), surroundings);
    }

    ExitCode run() throws UsageException {
        long start = System.nanoTime();
        var reports = new ReportFiles(request.common(), surroundings, results);
        reports.open();
        var end = DeepThread.run("trace", this::follow, surroundings.interruption(), GRACE);
        switch (end) {
            case DeepThread.End.Returned<Boolean>(Boolean read) -> {
                if (surroundings.interruption().getAsBoolean()) {
                    interrupted(start);
                } else if (read) {
                    verdict(run.findings().verdict(), start);
                }
            }
            case DeepThread.End.Abandoned<Boolean>() -> interrupted(start);
            case DeepThread.End.Threw<Boolean>(UsageException mistake) -> throw mistake;
            case DeepThread.End.Threw<Boolean>(SpecificationException mistake) -> mistaken(mistake.diagnostic(), start);
            case DeepThread.End.Threw<Boolean>(LimitReached limit) -> {
                if (surroundings.interruption().getAsBoolean()) {
                    interrupted(start);
                } else {
                    verdict(new Verdict.Inconclusive(limit.reason()), start);
                }
            }
            case DeepThread.End.Threw<Boolean>(OutOfMemoryError full) ->
                verdict(new Verdict.Inconclusive("memory ran out; give more with CSP_CHECK_JAVA_OPTS=-Xmx8g"), start);
            case DeepThread.End.Threw<Boolean>(Throwable fault) -> {
                results.fault();
                Fault.tell(fault, "verifying " + String.join(" ", request.logs()), request.common().verbose(), surroundings.err());
            }
        }
        surroundings.out().flush();
        reports.write(Duration.ofNanos(System.nanoTime() - start));
        return results.exitCode();
    }

    /** {@return whether the logs were read} Without a spec there is nothing to read them by. */
    private Boolean follow() throws UsageException {
        Specification specification = frontEnd.read(request.spec(), request.common().reading(), surroundings.in());
        results.input(specification);
        transcript.diagnostics(specification.diagnostics());
        if (specification.hasErrors()) {
            return false;
        }
        process = subject(specification);
        alphabet = specification.alphabet();
        run = new TraceRun(specification, process, request.logs(), surroundings.interruption());
        run.read(surroundings.in());
        return true;
    }

    private Process subject(Specification specification) throws UsageException {
        Evaluation evaluation = specification.evaluation().orElseThrow();
        Optional<Expression> against = specification.trace().flatMap(TraceSection::against);
        return request.process().isEmpty() && against.isPresent()
                ? evaluation.process(against.get())
                : Subject.of(specification, evaluation, request.process());
    }

    // ---- telling

    private void mistaken(Diagnostic mistake, long start) {
        results.found(mistake);
        transcript.diagnostics(List.of(mistake));
        if (run != null) {
            verdict(new Verdict.Erroneous(mistake), start);
        }
    }

    private void interrupted(long start) {
        if (run != null) {
            Verdict so = run.findings().verdict();
            verdict(so instanceof Verdict.Holds || so instanceof Verdict.Inconclusive
                    ? new Verdict.Inconclusive("interrupted after " + Figures.count(run.findings().events(), "event") + ", which are allowed")
                    : so, start);
        }
        results.interrupted(0);
    }

    private void verdict(Verdict verdict, long start) {
        Findings findings = run.findings();
        findings.diagnostics().forEach(results::found);
        transcript.diagnostics(findings.diagnostics());
        var outcomes = new ArrayList<Outcome>();
        outcomes.add(outcome(name(), verdict));
        if (verdict instanceof Verdict.Fails && request.allFailures()) {
            findings.failures().stream().skip(1).map(failure ->
                            outcome(name() + failure.recorded().flatMap(Counterexample.Recorded::session).map(key -> ", session " + key).orElse(""),
                                    new Verdict.Fails(Optional.of(failure))))
                    .forEach(outcomes::add);
        }
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        Optional<Coverage> visited = request.coverage() ? Optional.of(run.verifier().coverage()) : Optional.empty();
        for (Outcome outcome : outcomes) {
            results.add(new Finished(outcome, time, scene(outcome), visited.map(this::reported)));
            tell(outcome, time);
        }
        visited.ifPresent(this::coverage);
    }

    /** What a report draws the recorded events against; whatever happens on the way, there is a report without it. */
    private Optional<Scene> scene(Outcome outcome) {
        Optional<Counterexample> failure = new Finished(outcome, Duration.ZERO, Optional.empty()).run();
        if (!request.common().wantsScenes() || failure.isEmpty()) {
            return Optional.empty();
        }
        var end = DeepThread.run("scene", () -> drawn(failure.get()), surroundings.interruption(), GRACE);
        return end instanceof DeepThread.End.Returned<Scene>(Scene scene) ? Optional.of(scene) : Optional.empty();
    }

    private Scene drawn(Counterexample failure) {
        Scene scene = Scenes.of(alphabet, process);
        boolean whole = failure.recorded().orElseThrow().whole();
        return whole ? scene.against(Allowances.along(TraceVerifier.of(process, alphabet, surroundings.interruption()), failure.steps())) : scene;
    }

    private Report.Coverage reported(Coverage coverage) {
        return new Report.Coverage(
                coverage.unseen().stream().map(run.verifier()::name).sorted().toList(),
                coverage.monitors().stream()
                        .map(visited -> new Report.Visited(
                                visited.name(), Math.min(visited.visited(), visited.nodes()), visited.atLeast(), visited.nodes(), visited.complete()))
                        .toList());
    }

    private String name() {
        return String.join(" ", request.logs()).replaceFirst("^-$", "<stdin>");
    }

    private Outcome outcome(String name, Verdict verdict) {
        Findings findings = run.findings();
        long nodes = run.verifier().nodes();
        var check = new Check(name, name + " against " + request.process().orElse("the specification"), process, new Property.Records(name),
                false, true, Optional.empty(), Limits.NONE);
        return new Outcome(check, verdict, new Outcome.Statistics(nodes, findings.events(), 0));
    }

    private void tell(Outcome outcome, Duration time) {
        boolean silent = request.common().format() == CheckRequest.Format.JSON || request.common().quiet() && outcome.ok();
        if (silent) {
            return;
        }
        Page page = surroundings.outPage(request.common().colour());
        Findings findings = run.findings();
        surroundings.out().print(CheckText.recorded(page, outcome, figures(findings, time)));
        if (outcome.verdict() instanceof Verdict.Fails(Optional<Counterexample> failure) && failure.isPresent()) {
            surroundings.out().print(RecordedText.text(failure.get(), page, request.common().tracing()));
        }
        surroundings.out().flush();
    }

    private static String figures(Findings findings, Duration time) {
        var parts = new ArrayList<String>();
        parts.add(Figures.count(findings.events(), "event"));
        findings.sessions().ifPresent(count -> parts.add(Figures.count(count, "session") + (findings.failed() > 0 ? ", " + findings.failed() + " failed" : "")));
        if (findings.ignoredEvents() > 0) {
            parts.add(Figures.count(findings.ignoredEvents()) + " ignored");
        }
        if (findings.otherRecords() > 0) {
            parts.add(Figures.count(findings.otherRecords(), "other line"));
        }
        parts.add(Figures.time(time));
        return String.join(", ", parts);
    }

    /** With a document on standard output, people are told beside it. */
    private void coverage(Coverage coverage) {
        var out = request.common().format() == CheckRequest.Format.JSON ? surroundings.err() : surroundings.out();
        out.println("coverage");
        for (Coverage.Visited visited : coverage.monitors()) {
            out.println("  " + visited.name() + ": " + (visited.atLeast() ? "at least " : "") + Math.min(visited.visited(), visited.nodes()) + " of "
                    + (visited.complete() ? "" : "more than ") + visited.nodes() + " states");
        }
        List<String> unseen = coverage.unseen().stream().map(run.verifier()::name).sorted().toList();
        out.println(unseen.isEmpty() ? "  every event was seen" : "  not seen: " + String.join(", ", unseen));
        out.flush();
    }
}
