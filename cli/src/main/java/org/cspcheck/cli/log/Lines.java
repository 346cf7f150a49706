package org.cspcheck.cli.log;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.cspcheck.model.verdict.Counterexample.LogPlace;

/**
 * The lines of a stream, one at a time, as ranges of one buffer. A line is there as soon as its end has been read, so a live stream can be
 * followed.
 */
final class Lines implements Closeable {
    private static final int BLOCK = 1 << 18;

    /** A longer line is no record of an event. */
    static final int LONGEST = 1 << 24;

    private final InputStream in;
    private final String name;
    private byte[] buffer = new byte[BLOCK];
    private int filled;
    private int next;
    private int from;
    private int to;
    private long number;
    private boolean ended;
    private boolean torn;
    private boolean cut;

    /** @param name of the log, for people */
    Lines(String name, InputStream in) {
        this.name = name;
        this.in = in;
    }

    String name() {
        return name;
    }

    byte[] buffer() {
        return buffer;
    }

    int from() {
        return from;
    }

    /** {@return the end of the line, its line feed and carriage return left out} */
    int to() {
        return to;
    }

    /** {@return the number of the line, from 1} */
    long number() {
        return number;
    }

    /** {@return the line's place, for people} */
    LogPlace place() {
        return new LogPlace(name, number);
    }

    /** {@return whether this is a last line without a line feed: the writer may have been stopped in the middle of it} */
    boolean isTorn() {
        return torn;
    }

    /** {@return whether the line was too long and only its beginning is here} */
    boolean isCut() {
        return cut;
    }

    /** {@return whether there is another line} */
    boolean next() throws IOException {
        cut = false;
        int scanned = next;
        while (true) {
            for (int i = scanned; i < filled; i++) {
                if (buffer[i] == '\n') {
                    line(next, i);
                    next = i + 1;
                    return true;
                }
            }
            scanned = filled;
            if (ended) {
                boolean more = next < filled;
                torn = more;
                line(next, filled);
                next = filled;
                return more;
            }
            int moved = next;
            fill();
            scanned -= moved - next;
        }
    }

    private void line(int start, int end) {
        from = start;
        to = end > start && buffer[end - 1] == '\r' ? end - 1 : end;
        number++;
    }

    /** Moves what is left to the front, makes room, and reads what there is. */
    private void fill() throws IOException {
        if (next > 0) {
            System.arraycopy(buffer, next, buffer, 0, filled - next);
            filled -= next;
            next = 0;
        }
        if (filled == buffer.length) {
            if (filled < LONGEST) {
                buffer = Arrays.copyOf(buffer, 2 * filled);
            } else {
                cut = true;
                filled = BLOCK; // the rest of the line is read over it
            }
        }
        int count = in.read(buffer, filled, buffer.length - filled);
        if (count < 0) {
            ended = true;
        } else {
            filled += count;
        }
    }

    /** {@return whether the stream is compressed and stopped before its end} */
    boolean isTornStream() {
        return in instanceof Gunzip zipped && zipped.isTorn();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
