package org.cspcheck.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

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

    void write(Duration time) {}
}
