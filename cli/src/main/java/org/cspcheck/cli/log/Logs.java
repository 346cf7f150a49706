package org.cspcheck.cli.log;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.SpecificationException;

/** Opens logs, compressed or not, by what they begin with. */
final class Logs {
    private static final int BLOCK = 1 << 16;

    /** What a stream that is no log begins with, what it is, and the command that makes a log of it. */
    private enum Foreign {
        ZSTD("28b52ffd", "it is compressed by zstd", "zstdcat %s"),
        XZ("fd377a58", "it is compressed by xz", "xzcat %s"),
        BZIP2("425a68", "it is compressed by bzip2", "bzcat %s"),
        LZ4("04224d18", "it is compressed by lz4", "lz4cat %s"),
        ZIP("504b0304", "it is a zip archive", "unzip -p %s"),
        ZEROS("00000000", "it begins with zero bytes: space that was kept for a log and never written, or lost in a crash", "tr -d '\\0' < %s"),
        UTF_32("fffe0000", "it is UTF-32 text, and logs are UTF-8", "iconv -f UTF-32 -t UTF-8 %s"),
        UTF_32_BIG("0000feff", "it is UTF-32 text, and logs are UTF-8", "iconv -f UTF-32 -t UTF-8 %s"),
        UTF_16("fffe", "it is UTF-16 text, and logs are UTF-8", "iconv -f UTF-16 -t UTF-8 %s"),
        UTF_16_BIG("feff", "it is UTF-16 text, and logs are UTF-8", "iconv -f UTF-16 -t UTF-8 %s");

        private final byte[] magic;
        private final String what;
        private final String how;

        Foreign(String magic, String what, String how) {
            this.magic = HexFormat.of().parseHex(magic);
            this.what = what;
            this.how = how;
        }

        private boolean begins(byte[] first, int known) {
            return known >= magic.length && java.util.Arrays.equals(first, 0, magic.length, magic, 0, magic.length);
        }
    }

    private Logs() {}

    /** @param log a path, or {@code -} for {@code standardInput} */
    static Lines open(String log, InputStream standardInput) {
        try {
            boolean standard = log.equals("-");
            if (!standard && !Files.isReadable(Path.of(log))) {
                throw unreadable(log, Files.exists(Path.of(log)) ? "this user may not" : "there is no such file", "");
            }
            if (!standard && Files.isDirectory(Path.of(log))) {
                throw unreadable(log, "it is a folder", "name the files in it, oldest first");
            }
            InputStream raw = standard ? standardInput : Files.newInputStream(Path.of(log));
            return new Lines(standard ? "<stdin>" : log, decompressed(log, new BufferedInputStream(raw, BLOCK)));
        } catch (IOException | java.nio.file.InvalidPathException failure) {
            throw unreadable(log, String.valueOf(failure.getMessage()), "");
        }
    }

    private static InputStream decompressed(String log, BufferedInputStream in) throws IOException {
        byte[] first = new byte[4];
        int known = first(in, first);
        if (known >= 2 && first[0] == 0x1f && first[1] == (byte) 0x8b) {
            return new Gunzip(in);
        }
        for (Foreign foreign : Foreign.values()) {
            if (foreign.begins(first, known)) {
                throw foreign(log, foreign.what, foreign.how);
            }
        }
        if (known >= 2 && (first[0] == 0) != (first[1] == 0)) {
            throw foreign(log, "it is UTF-16 text, and logs are UTF-8", "iconv -f UTF-16" + (first[0] == 0 ? "BE" : "LE") + " -t UTF-8 %s");
        }
        return in;
    }

    /** Reads ahead, {@return how many bytes}; of a stream that may be a live text no more than its first two. */
    private static int first(BufferedInputStream in, byte[] first) throws IOException {
        in.mark(first.length);
        int known = in.readNBytes(first, 0, 2);
        if (known == 2 && (first[0] < '\t' || first[1] <= 0 || first[0] == 'B' && first[1] == 'Z' || first[0] == 'P' && first[1] == 'K')) {
            known += in.readNBytes(first, 2, 2);
        }
        in.reset();
        return known;
    }

    private static SpecificationException foreign(String log, String what, String how) {
        String command = log.equals("-") ? "... | " + how.replaceAll(" (< )?%s", "") : how.formatted(log);
        return unreadable(log, what, command + " | csp-check trace SPEC -");
    }

    private static SpecificationException unreadable(String log, String why, String hint) {
        return new SpecificationException(Diagnostic.error("CSP0805", null, "the log " + (log.equals("-") ? "<stdin>" : log) + " cannot be read")
                .because(why)
                .tryThis(hint));
    }
}
