package org.cspcheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every example of the documentation does what its page says.
 *
 * <p>A block after {@code <!-- file: NAME -->} is a file. A {@code console} block holds commands ({@code $ csp-check ...}) and what they
 * print, standard output first; {@code $ echo $?} prints how the last one ended. A line {@code ...} stands for any lines. Times are not compared.
 */
@Timeout(120)
class DocumentationTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern BLOCK = Pattern.compile("(?m)(?:^<!-- file: (\\S+) -->\\R)?^```(\\w*)\\R((?s:.*?))^```");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");

    @TempDir
    private Path folder;

    static List<Path> pages() throws IOException {
        try (Stream<Path> pages = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(Stream.of("README.md", "ARCHITECTURE.md").map(ROOT::resolve), pages.filter(page -> page.toString().endsWith(".md")))
                    .sorted()
                    .toList();
        }
    }

    @TestFactory
    Stream<DynamicTest> every_example_does_what_its_page_says() throws IOException {
        return pages().stream().map(page -> DynamicTest.dynamicTest(ROOT.relativize(page).toString(), () -> examples(page)));
    }

    @Test
    void every_link_to_a_file_leads_to_one() throws IOException {
        var broken = new ArrayList<String>();
        for (Path page : pages()) {
            Matcher link = LINK.matcher(Files.readString(page));
            while (link.find()) {
                if (!Files.exists(page.resolveSibling(link.group(1)))) {
                    broken.add(ROOT.relativize(page) + ": " + link.group(1));
                }
            }
        }
        assertEquals(List.of(), broken);
    }

    @Test
    void every_code_of_a_diagnostic_means_one_thing_and_is_listed() throws IOException {
        List<String> listed = Files.readAllLines(ROOT.resolve("docs/diagnostics.md")).stream()
                .filter(line -> line.startsWith("| CSP"))
                .map(line -> line.substring(2, 9))
                .toList();
        Pattern used = Pattern.compile("Diagnostic\\s*\\.\\s*(?:error|warning)\\(\\s*\"(CSP\\d{4})\"");
        var unlisted = new java.util.TreeSet<String>();
        try (Stream<Path> sources = Files.walk(ROOT)) {
            for (Path source : sources.filter(file -> file.toString().matches(".*/src/main/.*\\.java")).toList()) {
                used.matcher(Files.readString(source)).results().map(use -> use.group(1)).filter(code -> !listed.contains(code)).forEach(unlisted::add);
            }
        }
        assertEquals(listed.stream().distinct().toList(), listed);
        assertEquals(java.util.Set.of(), unlisted);
    }

    private void examples(Path page) throws IOException {
        Path scratch = Files.createTempDirectory(folder, "page");
        Matcher block = BLOCK.matcher(Files.readString(page));
        while (block.find()) {
            if (block.group(1) != null) {
                Path file = scratch.resolve(block.group(1));
                Files.createDirectories(file.getParent());
                Files.writeString(file, block.group(3));
            } else if (block.group(2).equals("console")) {
                new Console(scratch).replay(block.group(3));
            }
        }
    }

    /** A terminal in a folder of the page's files; paths that are not there are those of the project. */
    private static final class Console {
        private final Path folder;
        private ExitCode last = ExitCode.OK;

        Console(Path folder) {
            this.folder = folder;
        }

        void replay(String text) {
            String[] commands = text.split("(?m)^\\$ ");
            assertTrue(commands[0].isBlank(), "a console block begins with a command: " + text);
            for (String command : Arrays.copyOfRange(commands, 1, commands.length)) {
                String[] parts = command.split("\\R", 2);
                String expected = parts.length == 2 ? parts[1] : "";
                String actual = obey(parts[0].strip());
                assertTrue(matches(expected, actual), () -> {
                    assertEquals(expected.stripTrailing(), actual.stripTrailing(), "$ " + parts[0]);
                    return "$ " + parts[0];
                });
            }
        }

        private static boolean matches(String expected, String actual) {
            String pattern = Arrays.stream(plain(expected).split("(?m)^\\.\\.\\.$", -1)).map(Pattern::quote).reduce((a, b) -> a + "(?s:.*)" + b).orElse("");
            return Pattern.matches(pattern, plain(actual));
        }

        private static String plain(String text) {
            return text.strip().replaceAll("\\d+\\.\\d+ s\\b", "0 s").replaceAll("[ \\t]+\\R", "\n").replaceAll(" +0 s", " 0 s");
        }

        private String obey(String command) {
            if (command.equals("echo $?")) {
                return Integer.toString(last.number());
            }
            List<String> words = words(command);
            assertTrue(words.getFirst().matches("(\\./)?csp-check"), () -> "what is not run cannot be shown: " + command);
            var out = new ByteArrayOutputStream();
            var err = new ByteArrayOutputStream();
            var surroundings = new Surroundings(
                    new ByteArrayInputStream(new byte[0]),
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8),
                    StandardCharsets.UTF_8,
                    Map.of(),
                    false,
                    false,
                    new Interruption());
            last = new Main(surroundings, FrontEnd.SPECIFICATIONS, Decider.Factory.EXPLORER)
                    .run(words.stream().skip(1).map(this::path).toArray(String[]::new));
            return (out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8))
                    .replace(folder + "/", "")
                    .replace(ROOT + "/", "");
        }

        private static List<String> words(String command) {
            var words = new ArrayList<String>();
            Matcher word = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)").matcher(command);
            while (word.find()) {
                words.add(Stream.of(1, 2, 3).map(word::group).filter(java.util.Objects::nonNull).findFirst().orElseThrow());
            }
            return words;
        }

        private String path(String word) {
            int equals = word.indexOf('=');
            String file = word.substring(equals + 1);
            for (Path place : List.of(folder, ROOT)) {
                if (file.contains(".") && Files.exists(place.resolve(file)) || equals > 0 && file.matches("[\\w.-]+\\.\\w+") && place == folder) {
                    return word.substring(0, equals + 1) + place.resolve(file);
                }
            }
            return word;
        }
    }

    @Test
    void an_example_that_is_wrong_is_found() {
        var console = new Console(ROOT);
        String spec = "$ csp-check specs/classics/vending-machine.csp\n";
        assertFalse(Console.matches("nothing of the kind", console.obey(spec.substring(2).strip())));
        assertTrue(Console.matches("...\n", "anything\n"));
    }
}
