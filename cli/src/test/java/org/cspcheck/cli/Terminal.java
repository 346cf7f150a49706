package org.cspcheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A terminal in the folder of a page's files; paths that are not there are those of the project.
 *
 * <p>It knows {@code csp-check}, with input from {@code printf '..' |}, {@code echo $?}, and {@code javac} and {@code java} of one file.
 */
final class Terminal {
    private static final Pattern PIPE = Pattern.compile("printf '([^']*)' \\| (.*)");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

    private final Path project;
    private final Path folder;
    private ExitCode last = ExitCode.OK;

    Terminal(Path project, Path folder) {
        this.project = project;
        this.folder = folder;
    }

    /** Obeys the commands of a {@code console} block, and compares what they print. */
    void replay(String text) {
        String[] commands = text.split("(?m)^\\$ ");
        assertTrue(commands[0].isBlank(), "a console block begins with a command: " + text);
        for (String command : Arrays.copyOfRange(commands, 1, commands.length)) {
            String[] parts = command.split("\\R", 2);
            String expected = parts.length == 2 ? parts[1] : "";
            compare("$ " + parts[0], expected, obey(parts[0].strip()));
        }
    }

    /** A line {@code ...} stands for any lines; times are not compared. */
    static void compare(String what, String expected, String actual) {
        if (!matches(expected, actual)) {
            assertEquals(expected.stripTrailing(), actual.stripTrailing(), what);
        }
    }

    static boolean matches(String expected, String actual) {
        String pattern = Arrays.stream(plain(expected).split("(?m)^\\.\\.\\.$", -1)).map(Pattern::quote).reduce((a, b) -> a + "(?s:.*)" + b).orElse("");
        return Pattern.matches(pattern, plain(actual));
    }

    private static String plain(String text) {
        return text.strip().replaceAll("\\d+\\.\\d+ (m?s)\\b", "0 $1").replaceAll("[ \\t]+\\R", "\n").replaceAll(" +0 s", " 0 s");
    }

    /** {@return what the command prints} */
    String obey(String command) {
        if (command.equals("echo $?")) {
            return Integer.toString(last.number());
        }
        Matcher pipe = PIPE.matcher(command);
        boolean piped = pipe.matches();
        List<String> words = words(piped ? pipe.group(2) : command);
        String input = piped ? pipe.group(1).replace("\\n", "\n") : "";
        return switch (words.getFirst()) {
            case "csp-check", "./csp-check" -> check(words.subList(1, words.size()), input);
            case "javac" -> compiled(words);
            case "java" -> JavaSource.run(List.of(folder.resolve(words.getLast())), folder.resolve("run-" + words.getLast()));
            default -> throw new AssertionError("what is not run cannot be shown: " + command);
        };
    }

    /** {@code javac -cp .. -d FOLDER FILE..}: the class path is that of the tests. */
    private String compiled(List<String> words) {
        int to = words.indexOf("-d");
        JavaSource.compile(words.subList(to + 2, words.size()).stream().map(folder::resolve).toList(), folder.resolve(words.get(to + 1)));
        return "";
    }

    private String check(List<String> arguments, String input) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var surroundings = new Surroundings(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                StandardCharsets.UTF_8,
                Map.of(),
                false,
                false,
                new Interruption());
        last = new Main(surroundings, FrontEnd.SPECIFICATIONS, Decider.Factory.EXPLORER).run(arguments.stream().map(this::path).toArray(String[]::new));
        return (out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8))
                .replace(folder + "/", "")
                .replace(project + "/", "");
    }

    private static List<String> words(String command) {
        var words = new ArrayList<String>();
        Matcher word = WORD.matcher(command);
        while (word.find()) {
            words.add(Stream.of(1, 2, 3).map(word::group).filter(Objects::nonNull).findFirst().orElseThrow());
        }
        return words;
    }

    private String path(String word) {
        int equals = word.indexOf('=');
        String file = word.substring(equals + 1);
        for (Path place : List.of(folder, project)) {
            boolean there = Files.isRegularFile(place.resolve(file)) || place == folder && Files.isDirectory(place.resolve(file)) && !file.isEmpty();
            if (there || equals > 0 && file.matches("[\\w.-]+\\.\\w+") && place == folder) {
                return word.substring(0, equals + 1) + place.resolve(file);
            }
        }
        return word;
    }
}
