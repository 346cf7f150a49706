package org.cspcheck.specs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.Diagnostics;
import org.cspcheck.model.source.Source;

/** Reads texts from files and streams; what cannot be read is a diagnostic, never an exception. */
public final class SourceReader {
    /** What is longer is no text that a person wrote. */
    static final int MAX_BYTES = 64 << 20;

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private SourceReader() {}

    /** {@return the text of a file, under the name that the person gave it} */
    public static Optional<Source> read(String name, Path file, Diagnostics diagnostics) {
        if (Files.isDirectory(file)) {
            diagnostics.add(unreadable(name, "is a folder").tryThis("Name a file in it."));
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return read(name, in, diagnostics);
        } catch (NoSuchFileException missing) {
            diagnostics.add(unreadable(name, "does not exist"));
        } catch (AccessDeniedException denied) {
            diagnostics.add(unreadable(name, "may not be read by this user"));
        } catch (IOException problem) {
            diagnostics.add(unreadable(name, "cannot be read: " + problem.getMessage()));
        }
        return Optional.empty();
    }

    /** {@return the text of a stream, which stays open} */
    public static Optional<Source> read(String name, InputStream in, Diagnostics diagnostics) {
        try {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                diagnostics.add(Diagnostic.error("CSP0402", null, name + " has more than " + (MAX_BYTES >> 20) + " MiB")
                        .because("A file of this size is no spec: a log or a dump, perhaps."));
                return Optional.empty();
            }
            return decode(name, bytes, diagnostics);
        } catch (IOException problem) {
            diagnostics.add(unreadable(name, "cannot be read: " + problem.getMessage()));
            return Optional.empty();
        }
    }

    /** UTF-8, with or without a byte-order mark. Old CSPm scripts hold Windows-1252 in their comments, so those are read as that. */
    private static Optional<Source> decode(String name, byte[] bytes, Diagnostics diagnostics) {
        boolean marked = bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        ByteBuffer content = marked ? ByteBuffer.wrap(bytes, 3, bytes.length - 3) : ByteBuffer.wrap(bytes);
        try {
            return Optional.of(Source.of(name, StandardCharsets.UTF_8.newDecoder().decode(content.duplicate()).toString()));
        } catch (CharacterCodingException notUtf8) {
            if (name.endsWith(".yaml") || name.endsWith(".yml") || holdsNul(bytes)) {
                diagnostics.add(Diagnostic.error("CSP0401", null, name + " is not UTF-8 text")
                        .because("It is binary, or was saved in another encoding" + line(bytes) + ".")
                        .tryThis("Save it as UTF-8."));
                return Optional.empty();
            }
            return Optional.of(Source.of(name, WINDOWS_1252.decode(content).toString()));
        }
    }

    private static boolean holdsNul(byte[] bytes) {
        for (byte b : bytes) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    /** {@return where the first bytes stand that are no UTF-8} */
    private static String line(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        long lines = out.flip().chars().filter(c -> c == '\n').count() + 1;
        return " (line " + lines + ")";
    }

    private static Diagnostic unreadable(String name, String why) {
        return Diagnostic.error("CSP0417", null, name + " " + why);
    }
}
