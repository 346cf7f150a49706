package org.cspcheck.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.cspcheck.reports.text.Page;

/**
 * The process as the command sees it: streams, environment, and whether a person is watching.
 *
 * @param charset of {@code out} and {@code err}
 * @param interruption asks to stop
 */
record Surroundings(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Charset charset,
        Map<String, String> environment,
        boolean outIsTerminal,
        boolean errIsTerminal,
        Interruption interruption) {
    private static final int WIDTH = 120;
    private static final int NARROWEST = 40;
    private static final int WIDEST = 200;

    /** When colours are used. */
    enum Colour {
        AUTO,
        ALWAYS,
        NEVER
    }

    static Surroundings ofProcess() {
        Charset charset = Charset.forName(System.getProperty("stdout.encoding", "UTF-8"), StandardCharsets.UTF_8);
        return new Surroundings(
                System.in,
                stream(FileDescriptor.out, charset),
                stream(FileDescriptor.err, charset),
                charset,
                System.getenv(),
                isTerminal(1),
                isTerminal(2),
                new Interruption());
    }

    private static PrintStream stream(FileDescriptor descriptor, Charset charset) {
        return new PrintStream(new BufferedOutputStream(new FileOutputStream(descriptor), 8192), false, charset);
    }

    /** Linux says where a descriptor leads; elsewhere Java can only tell for all of them together. */
    private static boolean isTerminal(int descriptor) {
        Path link = Path.of("/proc/self/fd/" + descriptor);
        try {
            String target = Files.readSymbolicLink(link).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException notLinux) {
            return System.console() != null && System.console().isTerminal();
        }
    }

    Page outPage(Colour colour) {
        return page(colour, outIsTerminal);
    }

    Page errPage(Colour colour) {
        return page(colour, errIsTerminal);
    }

    private Page page(Colour colour, boolean terminal) {
        boolean coloured = switch (colour) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> terminal && environment.getOrDefault("NO_COLOR", "").isEmpty() && !"dumb".equals(environment.get("TERM"));
        };
        return new Page(terminal ? columns() : WIDTH, coloured, charset.equals(StandardCharsets.UTF_8));
    }

    private int columns() {
        try {
            return Math.clamp(Integer.parseInt(environment.getOrDefault("COLUMNS", "")), NARROWEST, WIDEST);
        } catch (NumberFormatException notGiven) {
            return WIDTH;
        }
    }
}
