package org.cspcheck.cli.log;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.SpecificationException;

/** Opens logs, compressed or not, by what they begin with. */
final class Logs {
    private static final int BLOCK = 1 << 16;

    private Logs() {}

    /** @param log a path, or {@code -} for {@code standardInput} */
    static Lines open(String log, InputStream standardInput) {
        try {
            boolean standard = log.equals("-");
            if (!standard && !Files.isReadable(Path.of(log))) {
                throw unreadable(log, Files.exists(Path.of(log)) ? "this user may not" : "there is no such file");
            }
            if (!standard && Files.isDirectory(Path.of(log))) {
                throw unreadable(log, "it is a folder");
            }
            InputStream raw = standard ? standardInput : Files.newInputStream(Path.of(log));
            return new Lines(standard ? "<stdin>" : log, decompressed(log, new BufferedInputStream(raw, BLOCK)));
        } catch (IOException | java.nio.file.InvalidPathException failure) {
            throw unreadable(log, String.valueOf(failure.getMessage()));
        }
    }

    private static InputStream decompressed(String log, BufferedInputStream in) throws IOException {
        in.mark(4);
        int first = in.read();
        int second = first < 0 ? -1 : first == 0x1f || first == 0x28 || first == 'B' ? in.read() : -1;
        in.reset();
        if (first == 0x1f && second == 0x8b) {
            return new Unzipped(new GZIPInputStream(in, BLOCK));
        }
        if (first == 0x28 && second == 0xb5) {
            throw unreadable(log, "it is compressed by zstd", "zstdcat " + log + " | csp-check trace SPEC -");
        }
        if (first == 'B' && second == 'Z') {
            throw unreadable(log, "it is compressed by bzip2", "bzcat " + log + " | csp-check trace SPEC -");
        }
        return in;
    }

    private static SpecificationException unreadable(String log, String why) {
        return unreadable(log, why, "");
    }

    private static SpecificationException unreadable(String log, String why, String hint) {
        return new SpecificationException(Diagnostic.error("CSP0805", null, "the log " + log + " cannot be read").because(why).tryThis(hint));
    }

    /** A compressed stream that ends too early ends like a torn file. */
    static final class Unzipped extends InputStream {
        private final InputStream in;
        private boolean torn;

        Unzipped(InputStream in) {
            this.in = in;
        }

        boolean isTorn() {
            return torn;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            int count = read(one, 0, 1);
            return count < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            try {
                return in.read(into, offset, length);
            } catch (EOFException early) {
                torn = true;
                return -1;
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
