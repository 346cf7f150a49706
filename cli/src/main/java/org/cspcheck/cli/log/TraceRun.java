package org.cspcheck.cli.log;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
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
    private final Mapping mapping;
    private final EventNames eventNames;
    private final BooleanSupplier stopped;
    private final int window;

    /**
     * @param specification without errors
     * @param process that must allow the logs
     * @param stopped asked after each line
     */
    public TraceRun(Specification specification, Process process, List<String> logs, BooleanSupplier stopped) {
        this(specification, process, logs, stopped, Strands.WINDOW);
    }

    /** @param window how many records of logs that are merged are read ahead */
    TraceRun(Specification specification, Process process, List<String> logs, BooleanSupplier stopped, int window) {
        this.window = window;
        Evaluation evaluation = specification.evaluation().orElseThrow();
        TraceSection section = specification.trace().orElse(TraceSection.DEFAULT);
        this.mapping = Mapping.of(section.mapping());
        this.eventNames = new EventNames(evaluation, section.ignored(evaluation));
        this.stopped = stopped;
        this.logs = logs;
        this.verifier = TraceVerifier.of(process, specification.alphabet(), stopped);
        List<String> names = logs.stream().map(log -> log.equals("-") ? "<stdin>" : log).toList();
        this.findings = new Findings(
                specification.alphabet(), names, mapping.eventPointer(), section.mapping().complete(),
                event -> IntStream.of(verifier.parties(event)).mapToObj(verifier.monitors()::get).toList());
    }

    public TraceVerifier verifier() {
        return verifier;
    }

    /** {@return what has been found so far} */
    public Findings findings() {
        return findings;
    }

    /**
     * Reads the logs, one after another, or merged by the rendezvous that they have in common; {@return what was found}
     *
     * @throws SpecificationException if a log cannot be read, or leads to a mistake in the specification
     */
    public Findings read(InputStream standardInput) {
        if (mapping.wants(Mapping.Extra.RENDEZVOUS)) {
            merge(standardInput);
        } else {
            concatenate(standardInput);
        }
        return findings;
    }

    private void concatenate(InputStream standardInput) {
        var verification = new LogVerification(verifier, mapping, eventNames, findings, stopped);
        for (int i = 0; i < logs.size(); i++) {
            try (Lines lines = Logs.open(logs.get(i), standardInput)) {
                verification.read(lines, i);
                if (lines.isTornStream()) {
                    findings.tornStream(lines);
                }
            } catch (IOException broken) {
                throw unreadable(logs.get(i), broken);
            }
        }
        if (!stopped.getAsBoolean()) {
            verification.end();
        }
    }

    private void merge(InputStream standardInput) {
        var open = new ArrayList<Lines>();
        try {
            var strands = new Strands(verifier, mapping, eventNames, findings, stopped, window);
            for (String log : logs) {
                open.add(Logs.open(log, standardInput));
                strands.add(open.getLast());
            }
            var merge = new Merge(verifier, strands, findings, stopped);
            merge.read();
            if (!stopped.getAsBoolean()) {
                merge.end();
            }
        } catch (IOException broken) {
            throw unreadable(String.join(", ", logs), broken);
        } finally {
            open.forEach(TraceRun::close);
        }
    }

    private static void close(Lines lines) {
        try {
            lines.close();
        } catch (IOException readToItsEnd) {
            // nothing is lost by a log that was only read
        }
    }

    private static SpecificationException unreadable(String log, IOException broken) {
        return new SpecificationException(Diagnostic.error("CSP0805", null, "the log " + log + " cannot be read any further")
                .because(String.valueOf(broken.getMessage())));
    }
}
