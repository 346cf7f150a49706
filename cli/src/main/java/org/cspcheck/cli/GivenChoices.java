package org.cspcheck.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.cspcheck.runtime.log.ChoiceLog;

/**
 * The choices that {@code --choices} gives: a file of them, or their text itself.
 *
 * <pre>
 * text ::= what {@link ChoiceLog} reads | a JSON array of numbers, as in a report
 * </pre>
 */
final class GivenChoices {
    private static final String TEXT = "[\\d*,\\s\\[\\]]+";

    private GivenChoices() {}

    /**
     * {@return the choices}
     *
     * @throws UsageException if there is no such file, and it is no such text
     */
    static List<Integer> of(String option) throws UsageException {
        try {
            return option.matches(TEXT) && !isFile(option)
                    ? ChoiceLog.parse(plain(option))
                    : ChoiceLog.read(plain(Files.readString(Path.of(option))));
        } catch (IOException unreadable) {
            throw new UsageException("--choices " + option + " cannot be read", "Name a file, or give the choices themselves: --choices '0*17 2 0 1'.");
        } catch (IllegalArgumentException mistake) {
            throw new UsageException("--choices " + option + ": " + mistake.getMessage(), "");
        }
    }

    /** An array of a report is a text with other marks. */
    private static String plain(String text) {
        return text.replaceAll("[\\[\\],]", " ");
    }

    private static boolean isFile(String option) {
        try {
            return Files.exists(Path.of(option));
        } catch (InvalidPathException noPath) {
            return false;
        }
    }
}
