package org.cspcheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every example of the documentation does what its page says: {@link DocumentedPage}. */
@Timeout(120)
class DocumentationTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
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
        return pages().stream().map(page -> DynamicTest.dynamicTest(ROOT.relativize(page).toString(), () -> {
            var followed = new DocumentedPage(ROOT, page, Files.createTempDirectory(folder, "page")).follow();
            assertEquals(followed.size(), Files.readAllLines(page).stream().filter(line -> line.startsWith("```")).count() / 2, "blocks");
        }));
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

    @Test
    void an_example_that_is_wrong_is_found() throws IOException {
        String printed = new Terminal(ROOT, folder).obey("csp-check specs/classics/vending-machine.csp");
        assertFalse(Terminal.matches("nothing of the kind", printed));
        assertTrue(Terminal.matches("...\n", printed));
        for (String block : List.of("```java\nint x;\n```\n", "```\nx\n```\n", "```yaml\nnetwork: P\n```\n", "```sh\ncsp-check --fast x\n```\n",
                "<!-- frame: Processors.java -->\n```java\nint x = \"\";\n```\n", "<!-- printed -->\n```text\nx\n```\n")) {
            Path page = Files.writeString(folder.resolve("page.md"), block);
            assertThrows(AssertionError.class, () -> new DocumentedPage(ROOT, page, folder).follow(), block);
        }
    }
}
