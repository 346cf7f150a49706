package org.cspcheck.explorer.search.disk;

import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * Where searches may write, and how often.
 *
 * @param folder that holds a folder for each search
 * @param subject what the searches are about, as people name it: the spec and the check
 * @param inputs what tells this subject from another of the same name: the checksums of the files, the options that matter
 * @param every time between two checkpoints, at least
 * @param room bytes that a search may use; empty: what the budget has
 */
public record Storage(Path folder, String subject, String inputs, Duration every, OptionalLong room) {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** Storage of what is asked about one spec. */
    public static Storage of(Path folder, String spec, String inputs) {
        return new Storage(folder, spec, inputs, MINUTE, OptionalLong.empty());
    }

    /** {@return the storage of one check of the spec} */
    public Storage about(String check, String options) {
        return new Storage(folder, subject + "\n" + check, inputs + "\n" + options, every, room);
    }
}
