package org.cspcheck.cli;

import java.time.Duration;
import java.util.Optional;
import org.cspcheck.explorer.explain.Wirings;
import org.cspcheck.explorer.search.Progress;
import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.SpecificationException;
import org.cspcheck.model.verdict.Wiring;
import org.cspcheck.reports.graph.GraphText;
import org.cspcheck.reports.graph.NetworkText;
import org.cspcheck.reports.graph.NormalText;
import org.cspcheck.reports.graph.TransitionGraph;
import org.cspcheck.reports.text.DiagnosticText;
import org.cspcheck.reports.text.Page;
import org.cspcheck.specs.Specification;
import org.cspcheck.specs.evaluate.Evaluation;

/** {@code csp-check print}: the definitions of a spec, or one of its processes as a graph, as a network, or in its normal form. */
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
        if (request.drawing() == PrintRequest.Drawing.DEFINITIONS) {
            surroundings.out().print(DefinitionsText.text(specification.declarations()));
            return specification.isWellFormed() ? ExitCode.OK : ExitCode.INPUT_ERROR;
        }
        Optional<Evaluation> evaluation = specification.evaluation();
        if (specification.hasErrors() || evaluation.isEmpty()) {
            return ExitCode.INPUT_ERROR;
        }
        Process subject = Subject.of(specification, evaluation.get(), request.process());
        surroundings.out().print(
                switch (request.drawing()) {
                    case DEFINITIONS -> "";
                    case GRAPH -> graph(subject, specification.alphabet());
                    case NETWORK -> network(subject, specification.alphabet());
                    case NORMAL -> normal(subject, specification.alphabet());
                });
        return ExitCode.OK;
    }

    private String graph(Process subject, Alphabet alphabet) {
        TransitionGraph graph = TransitionGraph.of(subject, alphabet, limit());
        warn(graph);
        return switch (request.form()) {
            case DOT -> GraphText.dot(graph);
            case MERMAID -> GraphText.mermaid(graph);
            case AUT -> GraphText.aldebaran(graph);
            case TEXT -> "";
        };
    }

    private String network(Process subject, Alphabet alphabet) {
        Wiring wiring = Wirings.of(alphabet, subject);
        return switch (request.form()) {
            case DOT -> NetworkText.dot(wiring);
            case MERMAID -> NetworkText.mermaid(wiring);
            case TEXT, AUT -> NetworkText.text(wiring);
        };
    }

    private String normal(Process subject, Alphabet alphabet) {
        NormalPrinting normal = NormalPrinting.of(subject, alphabet, limit(), Progress.SILENT);
        warn(normal.graph());
        return switch (request.form()) {
            case DOT -> GraphText.dot(normal.graph(), NormalText.labels(normal.nodes()));
            case MERMAID -> GraphText.mermaid(normal.graph(), NormalText.labels(normal.nodes()));
            case AUT -> GraphText.aldebaran(normal.graph());
            case TEXT -> NormalText.text(normal.graph(), normal.nodes());
        };
    }

    private int limit() {
        return request.maxStates().orElse(request.form().states());
    }

    private void warn(TransitionGraph graph) {
        if (!graph.complete()) {
            surroundings.err().println("csp-check: the graph has more than " + limit() + " states, and was cut there (--max-states takes more)");
        }
    }

    private ExitCode complain(Diagnostic... diagnostics) {
        surroundings.err().print(DiagnosticText.of(java.util.List.of(diagnostics), page));
        surroundings.err().flush();
        return ExitCode.INPUT_ERROR;
    }
}
