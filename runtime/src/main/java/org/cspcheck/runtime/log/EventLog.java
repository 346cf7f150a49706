package org.cspcheck.runtime.log;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.cspcheck.runtime.EventSink;
import org.cspcheck.runtime.Tasklet;

/**
 * Writes what happens as JSON Lines, one event a line: {@code {"seq":17,"time":"...","process":"phil(0)","event":"picks.0.1"}}.
 *
 * <p>Lines are whole at every moment that the writer below is flushed, except that the last may be torn when the program dies.
 */
public final class EventLog implements EventSink, Closeable {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final long NANOS = 1_000_000;

    private final Writer out;
    private final Instant start;
    private long seq;
    private long millisecond = Long.MIN_VALUE;
    private String time;

    /** @param start the time at which the network's clock shows zero */
    public EventLog(Writer out, Instant start) {
        this(out, start, 0);
    }

    /** @param before how many events the log has already */
    public EventLog(Writer out, Instant start, long before) {
        this.out = new BufferedWriter(out, 1 << 16);
        this.start = start;
        this.seq = before;
    }

    @Override
    public void happened(long now, Tasklet process, String channel, Object value) {
        if (now / NANOS != millisecond) {
            millisecond = now / NANOS;
            time = TIME.format(start.plusNanos(now));
        }
        try {
            out.append("{\"seq\":").append(Long.toString(++seq)).append(",\"time\":\"").append(time).append('"');
            if (process != null) {
                out.append(",\"process\":").append(Json.quoted(process.place()));
            }
            out.append(",\"event\":").append(Json.quoted(EventText.of(channel, value))).append("}\n");
        } catch (IOException e) {
            throw new UncheckedIOException("the event log cannot be written", e);
        }
    }

    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
