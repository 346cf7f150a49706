package org.cspcheck.cli.run;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cspcheck.runtime.EventSink;
import org.cspcheck.runtime.Oracle;
import org.cspcheck.runtime.Tasklet;
import org.cspcheck.runtime.log.ChoiceLog;
import org.cspcheck.runtime.log.EventLog;

/** What a run writes while it goes on: events and choices. Touched by the scheduler alone, until it has ended. */
final class Ledger implements EventSink, Closeable {
    private final Optional<EventLog> record;
    private final Optional<Writer> choices;
    private final List<EventSink> watchers = new ArrayList<>();
    private Optional<ChoiceLog> decided = Optional.empty();
    private long events;
    private IOException full;

    /**
     * @param before how many events there were before; where there were any the files are continued
     * @throws IOException if a file cannot be written
     */
    Ledger(Optional<Path> record, Optional<Path> choices, long before) throws IOException {
        this.events = before;
        this.record = record.isPresent() ? Optional.of(new EventLog(open(record.get(), before), Instant.now(), before)) : Optional.empty();
        this.choices = choices.isPresent() ? Optional.of(open(choices.get(), before)) : Optional.empty();
    }

    private static Writer open(Path file, long before) throws IOException {
        return before == 0
                ? Files.newBufferedWriter(file, StandardCharsets.UTF_8)
                : Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** {@return the oracle, with its choices written down if that was asked for} */
    Oracle recording(Oracle oracle) {
        decided = choices.map(out -> new ChoiceLog(oracle, out));
        return decided.isPresent() ? decided.get() : oracle;
    }

    void watch(EventSink watcher) {
        watchers.add(watcher);
    }

    @Override
    public void happened(long now, Tasklet process, String channel, Object value) {
        events++;
        if (full == null) {
            record(now, process, channel, value);
        }
        for (EventSink watcher : watchers) {
            watcher.happened(now, process, channel, value);
        }
    }

    /** A disk that is full is no fault of the process whose event it is: the next {@link #flush} tells. */
    private void record(long now, Tasklet process, String channel, Object value) {
        try {
            record.ifPresent(log -> log.happened(now, process, channel, value));
        } catch (UncheckedIOException unwritable) {
            full = unwritable.getCause();
        }
    }

    long events() {
        return events;
    }

    /** Puts into the files what is known so far. */
    void flush() {
        try {
            requireWritable();
            if (record.isPresent()) {
                record.get().flush();
            }
            decided.ifPresent(ChoiceLog::flush);
            if (choices.isPresent()) {
                choices.get().flush();
            }
        } catch (IOException full) {
            throw new UncheckedIOException("a log cannot be written", full);
        }
    }

    private void requireWritable() throws IOException {
        if (full != null) {
            throw full;
        }
    }

    @Override
    public void close() throws IOException {
        requireWritable();
        decided.ifPresent(ChoiceLog::close);
        if (choices.isPresent()) {
            choices.get().close();
        }
        if (record.isPresent()) {
            record.get().close();
        }
    }
}
