package org.cspcheck.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.cspcheck.reports.json.JsonReport;
import org.cspcheck.reports.json.Report;

/** The documents that are asked for: on standard output with {@code --format json}, in files with {@code --report}. */
final class ReportFiles {
    private final CheckRequest request;
    private final Surroundings surroundings;
    private final Results results;

    ReportFiles(CheckRequest request, Surroundings surroundings, Results results) {
        this.request = request;
        this.surroundings = surroundings;
        this.results = results;
    }

    /** Finds out before hours of checking whether the files can be written. */
    void open() throws UsageException {
        for (CheckRequest.Report report : request.reports()) {
            Path folder = report.file().toAbsolutePath().getParent();
            if (Files.isDirectory(report.file())) {
                throw new UsageException("--report " + report.kind() + "=" + report.file() + ": is a folder", "");
            }
            if (folder != null && !Files.isDirectory(folder)) {
                throw new UsageException("--report " + report.kind() + "=" + report.file() + ": there is no folder " + folder, "");
            }
        }
    }

    void write(Duration time) {
        boolean onOutput = request.format() == CheckRequest.Format.JSON;
        if (!onOutput && request.reports().isEmpty()) {
            return;
        }
        String document = JsonReport.of(report(time));
        if (onOutput) {
            // JSON is UTF-8 whatever the terminal's encoding.
            surroundings.out().writeBytes(document.getBytes(StandardCharsets.UTF_8));
            surroundings.out().flush();
        }
        for (CheckRequest.Report report : request.reports()) {
            try {
                Files.writeString(report.file(), document);
            } catch (IOException unwritable) {
                surroundings.err().println("csp-check: cannot write " + report.file() + ": " + reason(unwritable));
                surroundings.err().flush();
                results.inputError();
            }
        }
    }

    private static String reason(IOException unwritable) {
        return unwritable instanceof AccessDeniedException ? "this user may not" : String.valueOf(unwritable.getMessage());
    }

    private Report report(Duration time) {
        return new Report(
                Main.version(),
                results.inputs().stream().map(input -> new Report.Input(input.path(), input.sha256())).toList(),
                results.diagnostics(),
                results.outcomes(),
                new Report.Run(time, request.options().workers(), Memory.peak(), results.interrupted()));
    }
}
