package org.cspcheck.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.verdict.Check;
import org.cspcheck.model.verdict.Counterexample;
import org.cspcheck.model.verdict.Outcome;
import org.cspcheck.model.verdict.Verdict;
import org.cspcheck.reports.text.CheckText;
import org.cspcheck.reports.text.CounterexampleText;
import org.cspcheck.reports.text.DiagnosticText;
import org.cspcheck.reports.text.Figures;
import org.cspcheck.reports.text.Page;
import org.cspcheck.reports.text.ProfileText;
import org.cspcheck.reports.text.SummaryText;
import org.cspcheck.reports.text.Tracing;
import org.cspcheck.runtime.log.ChoiceLog;

/**
 * Tells people what happens as it happens: messages about specs on standard error, verdicts on standard output (unless that holds a
 * document).
 */
final class Transcript {
    private final CheckRequest request;
    private final PrintStream out;
    private final PrintStream err;
    private final Page outPage;
    private final Page errPage;
    private CheckText lines;
    private String heading = "";
    private String spec = "";
    private boolean begun;

    Transcript(CheckRequest request, Surroundings surroundings) {
        this.request = request;
        this.out = surroundings.out();
        this.err = surroundings.err();
        this.outPage = surroundings.outPage(request.colour());
        this.errPage = surroundings.errPage(request.colour());
        this.lines = new CheckText(outPage, List.of());
    }

    private boolean silent() {
        return request.format() == CheckRequest.Format.JSON;
    }

    void diagnostics(List<Diagnostic> diagnostics) {
        List<Diagnostic> told = request.quiet() ? diagnostics.stream().filter(Diagnostic::isError).toList() : diagnostics;
        if (!told.isEmpty()) {
            err.print(DiagnosticText.of(told, errPage));
            err.flush();
        }
    }

    void remark(String text) {
        err.println("csp-check: " + text);
        err.flush();
    }

    /** The checks of a spec begin; its name is told before the first of them that is, where there are several specs. */
    void begin(String spec, boolean several, List<Check> checks) {
        this.spec = spec;
        lines = new CheckText(outPage, checks);
        heading = several ? spec : "";
    }

    private void heading() {
        if (!heading.isEmpty()) {
            out.println((begun ? "\n" : "") + outPage.strong(heading));
            begun = true;
            heading = "";
        }
    }

    void finished(Outcome outcome, Duration time) {
        if (!silent() && !(request.quiet() && outcome.ok() && outcome.profile().isEmpty())) {
            heading();
            out.print(lines.text(outcome, time));
            run(outcome).ifPresent(run -> {
                out.print(CounterexampleText.text(run, outPage, request.tracing()));
                out.print(replay(outcome.check(), run));
            });
            outcome.profile().ifPresent(profile -> out.print(ProfileText.of(profile, outPage)));
            out.flush();
        }
        if (outcome.verdict() instanceof Verdict.Erroneous(Diagnostic diagnostic)) {
            diagnostics(List.of(diagnostic));
        }
    }

    /** What surprises is told with its run; what was expected only if asked for. */
    private Optional<Counterexample> run(Outcome outcome) {
        if (request.quiet() || outcome.ok() && !request.verbose()) {
            return Optional.empty();
        }
        return switch (outcome.verdict()) {
            case Verdict.Holds(Optional<Counterexample> witness) -> witness;
            case Verdict.Fails(Optional<Counterexample> counterexample) -> counterexample;
            case Verdict.Inconclusive v -> Optional.empty();
            case Verdict.Erroneous v -> Optional.empty();
        };
    }

    /** How to see the run again: for whoever asked for more than the run. */
    private String replay(Check check, Counterexample run) {
        boolean asked = request.verbose() || request.tracing() == Tracing.FULL;
        if (!asked || run.choices().isEmpty() || spec.equals("-")) {
            return "";
        }
        return "    To replay it: csp-check " + quoted(spec) + " --assert " + quoted(check.name().strip().replaceAll("\\s+", " ")) + " --choices "
                + quoted(ChoiceLog.text(run.choices())) + "\n\n";
    }

    /** For a shell. */
    private static String quoted(String text) {
        return text.matches("[\\w./:=@%+,-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    void over(Results results, Duration time) {
        if (!silent() && !request.quiet() && !(results.finished().isEmpty() && results.notStarted() == 0)) {
            out.print(SummaryText.text(results.outcomes(), results.notStarted(), time, outPage));
            results.reading().ifPresent(reading -> out.println("Reading the specs took " + Figures.time(reading) + " of it."));
        }
        out.flush();
    }
}
