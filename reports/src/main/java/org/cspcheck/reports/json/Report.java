package org.cspcheck.reports.json;

import java.time.Duration;
import java.util.List;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.verdict.Outcome;

/**
 * What a run of the checker found.
 *
 * @param version of the tool
 * @param inputs every file that was read, imports included, in the order of reading
 */
public record Report(String version, List<Input> inputs, List<Diagnostic> diagnostics, List<Outcome> outcomes, Run run) {
    /**
     * A file as it was read.
     *
     * @param path as the person gave it
     * @param sha256 of its bytes, in hexadecimal
     */
    public record Input(String path, String sha256) {}

    /**
     * What it took.
     *
     * @param interrupted whether it was stopped before every check was done
     */
    public record Run(Duration time, int workers, long peakMemoryBytes, boolean interrupted) {}
}
