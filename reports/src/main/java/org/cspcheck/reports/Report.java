package org.cspcheck.reports;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.verdict.Counterexample;
import org.cspcheck.model.verdict.Outcome;
import org.cspcheck.model.verdict.Scene;
import org.cspcheck.model.verdict.Verdict;

/**
 * What a run of the checker found.
 *
 * @param version of the tool
 * @param inputs every file that was read, imports included, in the order of reading
 * @param diagnostics of the specs, those of checks that could not be evaluated included
 * @param askingNothing the specs without a mistake and without a check
 */
public record Report(
        String version, List<Input> inputs, List<Diagnostic> diagnostics, List<Finished> finished, List<String> askingNothing, Run run) {
    /**
     * A file as it was read.
     *
     * @param path as the person gave it
     * @param sha256 of its bytes, in hexadecimal
     */
    public record Input(String path, String sha256) {}

    /**
     * A check that is over.
     *
     * @param scene of the run that decides it; empty where there is no run, or no report shows it
     * @param coverage of logs, where it was asked for
     */
    public record Finished(Outcome outcome, Duration time, Optional<Scene> scene, Optional<Coverage> coverage) {
        public Finished(Outcome outcome, Duration time, Optional<Scene> scene) {
            this(outcome, time, scene, Optional.empty());
        }

        /** {@return the run that decides the check, for or against} */
        public Optional<Counterexample> run() {
            return switch (outcome.verdict()) {
                case Verdict.Holds holds -> holds.witness();
                case Verdict.Fails fails -> fails.counterexample();
                case Verdict.Inconclusive v -> Optional.empty();
                case Verdict.Erroneous v -> Optional.empty();
            };
        }
    }

    /** What logs have visited of a specification: events that none has shown, and the states of each process that is followed. */
    public record Coverage(List<String> unseen, List<Visited> processes) {}

    /**
     * A process of a specification.
     *
     * @param atLeast whether more may have been visited
     * @param complete whether it has no other states
     */
    public record Visited(String process, int visited, boolean atLeast, int states, boolean complete) {}

    /**
     * What it took.
     *
     * @param interrupted whether it was stopped before every check was done
     * @param notStarted checks that never began, because it was interrupted
     * @param reading how long the specs took before any check, where profiles are asked for
     */
    public record Run(
            Instant start, Duration time, int workers, long peakMemoryBytes, boolean interrupted, int notStarted, Optional<Duration> reading) {
        public Run(Instant start, Duration time, int workers, long peakMemoryBytes, boolean interrupted, int notStarted) {
            this(start, time, workers, peakMemoryBytes, interrupted, notStarted, Optional.empty());
        }
    }

    /** {@return every check with its verdict} */
    public List<Outcome> outcomes() {
        return finished.stream().map(Finished::outcome).toList();
    }

    /** {@return the diagnostics that are not the reason of a check without an answer} */
    public List<Diagnostic> diagnosticsOfSpecs() {
        return diagnostics.stream()
                .filter(diagnostic -> outcomes().stream().noneMatch(outcome -> outcome.verdict().equals(new Verdict.Erroneous(diagnostic))))
                .toList();
    }
}
