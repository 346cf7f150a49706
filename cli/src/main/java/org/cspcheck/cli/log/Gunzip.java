package org.cspcheck.cli.log;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * What a gzip stream holds: its members one after another (RFC 1952), as they come, so a live stream can be followed.
 *
 * <p>Unlike {@link java.util.zip.GZIPInputStream} it never takes what it cannot read for the end: a stream that stops within a member is torn, and
 * what follows the last member and is neither a member nor zeros (the padding of tapes and blocks) is a mistake.
 */
final class Gunzip extends InputStream {
    private static final int DEFLATE = 8;
    private static final int CHECKED = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;

    private final InputStream in;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 sum = new CRC32();
    private final byte[] buffer = new byte[1 << 16];
    private int next;
    private int filled;
    private boolean inside;
    private boolean ended;
    private boolean torn;

    /** @param in begins with the header of a member */
    Gunzip(InputStream in) {
        this.in = in;
    }

    /** {@return whether the stream stopped before its end} */
    boolean isTorn() {
        return torn;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        try {
            while (!ended) {
                int count = inside ? inflate(into, offset, length) : begin();
                if (count > 0) {
                    return count;
                }
            }
        } catch (Torn early) {
            torn = true;
            ended = true;
        }
        return -1;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }

    // ---- members

    private int inflate(byte[] into, int offset, int length) throws IOException {
        try {
            if (inflater.needsInput()) {
                need();
                inflater.setInput(buffer, next, filled - next);
            }
            int count = inflater.inflate(into, offset, length);
            next = filled - inflater.getRemaining();
            sum.update(into, offset, count);
            if (inflater.finished()) {
                finish();
            } else if (count == 0 && inflater.needsDictionary()) {
                throw new ZipException("it needs a dictionary");
            }
            return count;
        } catch (DataFormatException broken) {
            throw new ZipException("its compressed data is damaged" + (broken.getMessage() == null ? "" : ": " + broken.getMessage()));
        }
    }

    private void finish() throws IOException {
        if (word() != sum.getValue() || word() != (inflater.getBytesWritten() & 0xffffffffL)) {
            throw new ZipException("its compressed data is damaged: the sum at its end does not fit");
        }
        inside = false;
    }

    /** Reads the header of the next member, if there is one. */
    private int begin() throws IOException {
        int first = peek();
        if (first == 0) {
            while (peek() == 0) {
                next++;
            }
            first = peek() < 0 ? -1 : 0;
        }
        if (first < 0) {
            ended = true;
            return 0;
        }
        if (octet() != 0x1f || octet() != 0x8b || octet() != DEFLATE) {
            throw new ZipException("what follows its compressed data is not compressed by gzip");
        }
        int flags = octet();
        skip(6);
        if ((flags & EXTRA) != 0) {
            skip(octet() | octet() << 8);
        }
        for (int text = flags & (NAME | COMMENT); text != 0; text &= text - 1) {
            while (octet() != 0) {
                // up to the end of the text
            }
        }
        skip((flags & CHECKED) != 0 ? 2 : 0);
        inflater.reset();
        sum.reset();
        inside = true;
        return 0;
    }

    // ---- bytes

    /** The stream ends where it must not. */
    private static final class Torn extends IOException {
        private static final long serialVersionUID = 1;
    }

    private void need() throws IOException {
        if (peek() < 0) {
            throw new Torn();
        }
    }

    private int peek() throws IOException {
        while (next == filled) {
            int count = in.read(buffer, 0, buffer.length);
            if (count < 0) {
                return -1;
            }
            next = 0;
            filled = count;
        }
        return buffer[next] & 0xff;
    }

    private int octet() throws IOException {
        need();
        return buffer[next++] & 0xff;
    }

    private long word() throws IOException {
        return octet() | octet() << 8 | octet() << 16 | (long) octet() << 24;
    }

    private void skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            octet();
        }
    }
}
