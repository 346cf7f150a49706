package org.cspcheck.cli;

import java.time.Duration;
import java.util.Optional;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.SpecificationException;
import org.cspcheck.reports.graph.GraphText;
import org.cspcheck.reports.graph.TransitionGraph;
import org.cspcheck.reports.text.DiagnosticText;
import org.cspcheck.reports.text.Page;
import org.cspcheck.specs.Specification;
import org.cspcheck.specs.evaluate.Evaluation;

/** {@code csp-check print}: the definitions of a spec, or the transition graph of one of its processes. */
final class PrintCommand {
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final PrintRequest request;
    private final Surroundings surroundings;
    private final FrontEnd frontEnd;
    private final Page page;

    PrintCommand(PrintRequest request, Surroundings surroundings, FrontEnd frontEnd) {
        this.request = request;
        this.surroundings = surroundings;
        this.frontEnd = frontEnd;
        this.page = surroundings.errPage(Surroundings.Colour.AUTO);
    }

    ExitCode run() throws UsageException {
        var end = DeepThread.run("print", this::print, surroundings.interruption(), GRACE);
        return switch (end) {
            case DeepThread.End.Returned<ExitCode>(ExitCode code) -> code;
            case DeepThread.End.Abandoned<ExitCode>() -> ExitCode.INTERRUPTED;
            case DeepThread.End.Threw<ExitCode>(UsageException mistake) -> throw mistake;
            case DeepThread.End.Threw<ExitCode>(SpecificationException mistake) -> complain(mistake.diagnostic());
            case DeepThread.End.Threw<ExitCode>(Throwable fault) -> {
                Fault.tell(fault, "printing " + request.spec(), request.verbose(), surroundings.err());
                yield ExitCode.FAULT;
            }
        };
    }

    private ExitCode print() throws UsageException {
        Specification specification = frontEnd.read(request.spec(), request.reading(), surroundings.in());
        complain(specification.diagnostics().toArray(Diagnostic[]::new));
        if (request.form() == PrintRequest.Form.DEFINITIONS) {
            surroundings.out().print(DefinitionsText.text(specification.declarations()));
            return specification.isWellFormed() ? ExitCode.OK : ExitCode.INPUT_ERROR;
        }
        Optional<Evaluation> evaluation = specification.evaluation();
        if (specification.hasErrors() || evaluation.isEmpty()) {
            return ExitCode.INPUT_ERROR;
        }
        int limit = request.maxStates().orElse(request.form().states());
        TransitionGraph graph = TransitionGraph.of(Subject.of(specification, evaluation.get(), request.process()), specification.alphabet(), limit);
        surroundings.out().print(
                switch (request.form()) {
                    case DOT -> GraphText.dot(graph);
                    case MERMAID -> GraphText.mermaid(graph);
                    case AUT -> GraphText.aldebaran(graph);
                    case DEFINITIONS -> "";
                });
        if (!graph.complete()) {
            surroundings.err().println("csp-check: the graph has more than " + limit + " states, and was cut there (--max-states takes more)");
        }
        return ExitCode.OK;
    }

    private ExitCode complain(Diagnostic... diagnostics) {
        surroundings.err().print(DiagnosticText.of(java.util.List.of(diagnostics), page));
        surroundings.err().flush();
        return ExitCode.INPUT_ERROR;
    }
}
