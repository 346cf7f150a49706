package org.cspcheck.specs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.cspcheck.model.source.Diagnostics;
import org.cspcheck.model.source.Source;

/** The files read for one spec, each with the digest of its bytes. */
final class Inputs {
    private final Diagnostics diagnostics;
    private final List<Specification.Input> read = new ArrayList<>();

    Inputs(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** {@return the files read so far, in the order of reading} */
    List<Specification.Input> all() {
        return List.copyOf(read);
    }

    /** {@return the text of a file, under the name that people know it by} */
    Optional<Source> file(String name, Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            return SourceReader.read(name, file, diagnostics);
        }
        try (InputStream in = Files.newInputStream(file)) {
            return stream(name, in);
        } catch (IOException unreadable) {
            return SourceReader.read(name, file, diagnostics);
        }
    }

    /** {@return the text of a stream} */
    Optional<Source> stream(String name, InputStream in) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Optional<Source> source = SourceReader.read(name, new DigestInputStream(in, digest), diagnostics);
            source.ifPresent(text -> read.add(new Specification.Input(name, HexFormat.of().formatHex(digest.digest()))));
            return source;
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every JDK has SHA-256", impossible);
        }
    }
}
