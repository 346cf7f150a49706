package org.cspcheck.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import org.cspcheck.model.verdict.Counterexample;
import org.cspcheck.reports.Report;
import org.cspcheck.reports.github.GitHubReport;
import org.cspcheck.reports.html.HtmlReport;
import org.cspcheck.reports.json.JsonReport;
import org.cspcheck.reports.junit.JUnitReport;
import org.cspcheck.reports.sarif.SarifReport;

/**
 * The documents that are asked for: on standard output with {@code --format json}, in files with {@code --report}.
 *
 * <p>A file is written beside its place and then moved there, so nobody reads half a report, and an old one stays until there is a new one.
 */
final class ReportFiles {
    private static final String STEP_SUMMARY = "GITHUB_STEP_SUMMARY";

    private final CheckRequest request;
    private final Surroundings surroundings;
    private final Results results;
    private final Instant start = Instant.now();

    ReportFiles(CheckRequest request, Surroundings surroundings, Results results) {
        this.request = request;
        this.surroundings = surroundings;
        this.results = results;
    }

    /** Finds out before hours of checking whether the files can be written. */
    void open() throws UsageException {
        for (CheckRequest.Report report : request.reports()) {
            if (!report.isOnStandardError()) {
                open(report);
            }
        }
    }

    private static void open(CheckRequest.Report report) throws UsageException {
        Path file = report.file();
        Path folder = folder(file);
        if (Files.isDirectory(file)) {
            throw new UsageException(report + ": is a folder", "");
        }
        if (!Files.isDirectory(folder)) {
            throw new UsageException(report + ": there is no folder " + folder, "");
        }
        if (Files.exists(file) && !Files.isWritable(file)) {
            throw new UsageException(report + ": cannot be written: this user may not", "");
        }
        if (!isSpecial(file)) {
            try {
                Files.delete(Files.createTempFile(folder, ".csp-check", ".part"));
            } catch (IOException unwritable) {
                throw new UsageException(report + ": cannot be written: " + reason(unwritable), "");
            }
        }
    }

    void write(Duration time) {
        boolean onOutput = request.format() == CheckRequest.Format.JSON;
        if (!onOutput && request.reports().isEmpty()) {
            return;
        }
        Report report = report(time);
        if (onOutput) {
            // JSON is UTF-8 whatever the terminal's encoding.
            surroundings.out().writeBytes(JsonReport.of(report).getBytes(StandardCharsets.UTF_8));
            surroundings.out().flush();
        }
        for (CheckRequest.Report asked : request.reports()) {
            write(asked, report);
        }
    }

    /** {@return the document about a run that was asked for} */
    String replay(Counterexample run, Duration time) {
        return JsonReport.replay(report(time), run);
    }

    private void write(CheckRequest.Report asked, Report report) {
        String document = document(asked.kind(), report);
        if (asked.isOnStandardError()) {
            surroundings.err().writeBytes(document.getBytes(StandardCharsets.UTF_8));
            surroundings.err().flush();
        } else {
            attempt(asked.file(), () -> replace(asked.file(), document));
        }
        String summary = surroundings.environment().getOrDefault(STEP_SUMMARY, "");
        if (asked.kind().equals("github") && !summary.isEmpty()) {
            Path file = Path.of(summary);
            byte[] text = GitHubReport.summary(report).getBytes(StandardCharsets.UTF_8);
            attempt(file, () -> Files.write(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
        }
    }

    private static String document(String kind, Report report) {
        return switch (kind) {
            case "json" -> JsonReport.of(report);
            case "junit" -> JUnitReport.of(report);
            case "sarif" -> SarifReport.of(report);
            case "html" -> HtmlReport.of(report);
            case "github" -> GitHubReport.annotations(report);
            default -> throw new IllegalStateException("no report of kind " + kind);
        };
    }

    // --- files -------------------------------------------------------------------------------------------------------------

    private interface Writing {
        void run() throws IOException;
    }

    /** What cannot be written is told, and the other reports are written all the same. */
    private void attempt(Path file, Writing writing) {
        try {
            writing.run();
        } catch (IOException unwritable) {
            surroundings.err().println("csp-check: cannot write " + file + ": " + reason(unwritable));
            surroundings.err().flush();
            results.inputError();
        }
    }

    private static void replace(Path file, String document) throws IOException {
        byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
        if (isSpecial(file)) {
            Files.write(file, bytes);
            return;
        }
        Path target = Files.isSymbolicLink(file) ? file.toRealPath() : file;
        Path part = folder(target).resolve("." + target.getFileName() + ".part");
        Files.write(part, bytes);
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException notHere) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** A device or a pipe: it is written to, not replaced. */
    private static boolean isSpecial(Path file) {
        return Files.exists(file) && !Files.isRegularFile(file);
    }

    private static Path folder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return folder == null ? file.toAbsolutePath() : folder;
    }

    private static String reason(IOException unwritable) {
        return unwritable instanceof AccessDeniedException ? "this user may not" : String.valueOf(unwritable.getMessage());
    }

    private Report report(Duration time) {
        return new Report(
                Main.version(),
                results.inputs().stream().map(input -> new Report.Input(input.path(), input.sha256())).toList(),
                results.diagnostics(),
                results.finished(),
                results.askingNothing(),
                new Report.Run(start, time, request.options().workers(), Memory.peak(), results.interrupted(), results.notStarted(), results.reading()));
    }
}
