package org.cspcheck.cli.run;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.process.Process;
import org.cspcheck.runtime.Ending;
import org.cspcheck.runtime.Network;
import org.cspcheck.runtime.Oracle;
import org.cspcheck.runtime.Scheduler;
import org.cspcheck.runtime.Settings;
import org.cspcheck.runtime.term.Checkpoint;
import org.cspcheck.runtime.term.TermNetwork;
import org.cspcheck.specs.Production;

/** One run of a network, from its start to its ending. */
public final class Running {
    private static final int POLL_MILLIS = 20;
    private static final long FLUSH_NANOS = 200_000_000;
    private static final long DRAIN_MILLIS = 10_000;

    /** How a run ended, beside the ways in which a network does. */
    public sealed interface Outcome {
        /** Of itself: it terminated, deadlocked or failed. */
        record OfItself(Ending ending) implements Outcome {}

        /** All that is left waits for input that has ended. */
        record InputEnded(List<String> inputs, Ending.Deadlocked ending) implements Outcome {}

        /** Somebody asked it to stop. */
        record Interrupted() implements Outcome {}

        record TimeOver(Duration limit) implements Outcome {}

        /** All recorded choices were made. */
        record ChoicesOver(String taken) implements Outcome {}

        /** The recorded choices are those of another network. */
        record ChoicesUnfit(String why) implements Outcome {}

        /** A monitor did not allow what happened. */
        record Objected(String monitor, String why) implements Outcome {}

        /** A class or a stream at the boundary failed. */
        record BoundaryFailed(String channel, Exception reason) implements Outcome {}
    }

    /**
     * What came of a run.
     *
     * @param events how many there were, those before it was saved included
     * @param lost monitors that could not follow to the end, with the reason
     * @param saved where the processes stand; only where that was asked for and the run was stopped
     */
    public record Report(Outcome outcome, long events, Duration time, List<String> lost, Optional<Saved> saved) {}

    /** Where the processes stand, and the values that came in and were not taken. */
    public record Saved(Checkpoint checkpoint, Map<String, List<String>> pending) {}

    /** What is run. */
    public record Subject(String name, Process process, FiringRules rules, Alphabet alphabet, List<Production.Monitor> monitors) {}

    /**
     * How it is run.
     *
     * @param replay the choices to make, instead of those of the policy
     * @param save whether to save the network when it is stopped
     * @param from the run that it goes on with
     */
    public record Manner(
            Production.Policy policy,
            OptionalLong seed,
            Optional<List<Integer>> replay,
            Optional<Duration> limit,
            boolean save,
            Optional<SavedRun> from) {
        Oracle oracle() {
            return replay.<Oracle>map(Choices.Replay::new).orElseGet(() -> Choices.of(policy, seed.orElse(0)));
        }
    }

    private final Subject subject;
    private final Manner manner;
    private final Boundary boundary;
    private final Ledger ledger;
    private final List<String> lost = new ArrayList<>();
    private volatile Outcome stopped;
    private volatile CompletableFuture<Checkpoint> saving;

    Running(Subject subject, Manner manner, Boundary boundary, Ledger ledger) {
        this.subject = subject;
        this.manner = manner;
        this.boundary = boundary;
        this.ledger = ledger;
    }

    /** Runs the network on the calling thread; {@return how it went} */
    public static Report run(Subject subject, Manner manner, Boundary boundary, Logs logs, BooleanSupplier interrupted) throws IOException {
        try (var ledger = new Ledger(logs.record(), logs.choices(), manner.from().map(SavedRun::happened).orElse(0L))) {
            return new Running(subject, manner, boundary, ledger).run(interrupted);
        }
    }

    /** The files to write. */
    public record Logs(Optional<java.nio.file.Path> record, Optional<java.nio.file.Path> choices) {}

    private Report run(BooleanSupplier interrupted) {
        long start = System.nanoTime();
        var scheduler = new Scheduler(Settings.production().with(ledger.recording(manner.oracle())).with(ledger));
        var monitors = new Monitors(subject.alphabet(), (monitor, why, decided) -> objected(scheduler, monitor, why, decided));
        subject.monitors().forEach(monitor -> ledger.watch(monitors.of(monitor)));
        var terms = new TermNetwork(
                subject.rules(), subject.alphabet(), subject.process(), boundary.neighbours(), manner.from().map(SavedRun::checkpoint));
        Network network = scheduler.start(subject.name(), terms);
        Thread watch = Thread.ofPlatform().daemon().name("watch").start(() -> watch(scheduler, terms, interrupted, start));
        Outcome outcome;
        try {
            scheduler.run();
            outcome = outcome(network.ending().orElseThrow());
        } catch (Choices.Over over) {
            outcome = new Outcome.ChoicesOver(over.getMessage());
        } catch (Choices.Unfit unfit) {
            outcome = new Outcome.ChoicesUnfit(unfit.getMessage());
        } finally {
            watch.interrupt();
        }
        boundary.drain(stopped == null ? DRAIN_MILLIS : POLL_MILLIS);
        Boundary.Failed failed = boundary.failed();
        if (failed != null) {
            outcome = new Outcome.BoundaryFailed(failed.channel(), failed.reason());
        }
        return new Report(outcome, ledger.events(), Duration.ofNanos(System.nanoTime() - start), List.copyOf(lost), saved());
    }

    private Optional<Saved> saved() {
        if (saving == null || !saving.isDone()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Saved(saving.join(), boundary.waiting()));
        } catch (CompletionException unsaved) {
            throw unsaved.getCause() instanceof RuntimeException mistake ? mistake : unsaved;
        }
    }

    /** By the scheduler, while the event happens: no other follows it. */
    private void objected(Scheduler scheduler, String monitor, String why, boolean decided) {
        if (decided) {
            stopped = new Outcome.Objected(monitor, why);
            scheduler.stop();
        } else {
            lost.add(monitor + ": " + why);
        }
    }

    private Outcome outcome(Ending ending) {
        if (stopped instanceof Outcome.Objected) {
            return stopped;
        }
        if (ending instanceof Ending.Stopped && stopped != null) {
            return stopped;
        }
        if (ending instanceof Ending.Deadlocked deadlocked) {
            List<String> exhausted = boundary.exhausted(deadlocked.state());
            return exhausted.isEmpty() ? new Outcome.OfItself(ending) : new Outcome.InputEnded(exhausted, deadlocked);
        }
        return new Outcome.OfItself(ending);
    }

    /** Stops the run when that is asked for, and keeps the logs close behind it. */
    private void watch(Scheduler scheduler, TermNetwork terms, BooleanSupplier interrupted, long start) {
        try {
            long flushed = start;
            while (stopped == null) {
                Thread.sleep(POLL_MILLIS);
                long now = System.nanoTime();
                if (now - flushed > FLUSH_NANOS) {
                    flushed = now;
                    scheduler.post(ledger::flush);
                }
                Outcome reason = reasonToStop(interrupted, now - start);
                if (reason != null) {
                    stopped = stopped == null ? reason : stopped;
                    if (manner.save() && !(stopped instanceof Outcome.Objected)) {
                        saving = terms.save(scheduler); // which stops it
                    } else {
                        scheduler.stop();
                    }
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private Outcome reasonToStop(BooleanSupplier interrupted, long nanos) {
        Boundary.Failed failed = boundary.failed();
        if (interrupted.getAsBoolean()) {
            return new Outcome.Interrupted();
        } else if (failed != null) {
            return new Outcome.BoundaryFailed(failed.channel(), failed.reason());
        }
        return manner.limit().filter(limit -> nanos > limit.toNanos()).<Outcome>map(Outcome.TimeOver::new).orElse(null);
    }
}
