package org.cspcheck.cli.log;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.cspcheck.explorer.trace.TraceVerifier;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.SpecificationException;
import org.cspcheck.specs.Specification;
import org.cspcheck.specs.TraceSection;
import org.cspcheck.specs.evaluate.Evaluation;

/** Logs verified against a process of a spec. */
public final class TraceRun {
    private final List<String> logs;
    private final TraceVerifier verifier;
    private final Findings findings;
    private final LogVerification verification;

    /**
     * @param specification without errors
     * @param process that must allow the logs
     * @param stopped asked after each line
     */
    public TraceRun(Specification specification, Process process, List<String> logs, BooleanSupplier stopped) {
        Evaluation evaluation = specification.evaluation().orElseThrow();
        TraceSection section = specification.trace().orElse(TraceSection.DEFAULT);
        Mapping mapping = Mapping.of(section.mapping());
        this.logs = logs;
        this.verifier = TraceVerifier.of(process, specification.alphabet(), stopped);
        List<String> names = logs.stream().map(log -> log.equals("-") ? "<stdin>" : log).toList();
        this.findings = new Findings(
                specification.alphabet(), names, mapping.eventPointer(), section.mapping().complete(),
                event -> IntStream.of(verifier.parties(event)).mapToObj(verifier.monitors()::get).toList());
        this.verification =
                new LogVerification(verifier, mapping, new EventNames(evaluation, section.ignored(evaluation)), findings, stopped);
    }

    public TraceVerifier verifier() {
        return verifier;
    }

    /** {@return what has been found so far} */
    public Findings findings() {
        return findings;
    }

    /**
     * Reads the logs, one after another; {@return what was found}
     *
     * @throws SpecificationException if a log cannot be read, or leads to a mistake in the specification
     */
    public Findings read(InputStream standardInput) {
        for (int i = 0; i < logs.size(); i++) {
            try (Lines lines = Logs.open(logs.get(i), standardInput)) {
                verification.read(lines, i);
                if (lines.isTornStream()) {
                    findings.tornStream(lines);
                }
            } catch (IOException broken) {
                throw new SpecificationException(Diagnostic.error("CSP0805", null, "the log " + logs.get(i) + " cannot be read any further")
                        .because(String.valueOf(broken.getMessage())));
            }
        }
        verification.end();
        return findings;
    }
}
