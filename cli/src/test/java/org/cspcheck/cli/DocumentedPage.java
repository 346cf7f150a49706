package org.cspcheck.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.specs.Specification;
import org.cspcheck.specs.Specifications;
import picocli.CommandLine;

/**
 * A page of the documentation, whose blocks do what they show.
 *
 * <pre>
 * block   = mark? ``` language .. ```
 * mark    = {@code <!-- file: NAME -->}      it is a file, which commands further down the page use
 *         | {@code <!-- frame: NAME -->}     it is a part of that file of {@code frames/}, put where that says {@code fragment}
 *         | {@code <!-- quoted: PATH -->}    it stands in that file of the project, {@code ...} in place of some lines
 *         | {@code <!-- printed -->}         it is what the last Java block printed
 * console = commands and what they print     {@link Terminal}
 * java    = a file, or a part of one         compiled; a part is run as well, a file by a command of the page
 * yaml, cspm                                 read without an error, unless a command of the page shows the error
 * sh      = commands for other places        {@code csp-check} in them is given options that it has
 * text    = a drawing, or output in words of the page
 * </pre>
 */
final class DocumentedPage {
    private static final Pattern BLOCK = Pattern.compile("(?m)(?:^<!-- (file|frame|quoted|printed):? ?(\\S*) -->\\R)?^```([^\\n]*)\\R((?s:.*?))^```$");
    private static final Pattern COMMAND = Pattern.compile("(?m)(?:^|\\| )(?:\\./)?csp-check (.*)$");
    private static final Path FRAMES = Path.of("src", "test", "resources", "org", "cspcheck", "cli", "frames");

    /** What other tools read, and what other libraries are written in, beside ours for comparison. */
    private static final List<String> OTHERS = List.of("json", "xml", "go", "clojure");

    private record Block(String mark, String name, String language, String text) {
        boolean isFile() {
            return mark.equals("file");
        }

        boolean isPart() {
            return mark.equals("frame");
        }
    }

    private final Path project;
    private final String page;
    private final Path folder;
    private final List<Block> blocks = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private String printed = "";

    /** @param folder where the page's files go */
    DocumentedPage(Path project, Path page, Path folder) throws IOException {
        this.project = project;
        this.page = project.relativize(page).toString();
        this.folder = folder;
        Matcher block = BLOCK.matcher(Files.readString(page));
        while (block.find()) {
            blocks.add(new Block(Optional.ofNullable(block.group(1)).orElse(""), Optional.ofNullable(block.group(2)).orElse(""), block.group(3), block.group(4)));
        }
    }

    /** Does what the page shows; {@return the language of each block} */
    List<String> follow() throws IOException {
        for (Block block : blocks) {
            try {
                follow(block);
            } catch (AssertionError wrong) {
                throw new AssertionError(page + ": " + wrong.getMessage() + "\n" + block.text, wrong);
            }
            done.add(block.language);
        }
        return done;
    }

    private void follow(Block block) throws IOException {
        if (block.mark.equals("quoted")) {
            Terminal.compare("quoted from " + block.name, "...\n" + block.text + "...\n", Files.readString(project.resolve(block.name)));
            return;
        }
        Path file = block.isFile() ? written(folder.resolve(block.name), block.text) : null;
        switch (block.language) {
            case "console" -> new Terminal(project, folder).replay(block.text);
            case "java" -> java(block);
            case "yaml", "cspm" -> {
                if (!block.isFile() || !isShown(block.name)) {
                    read(block.isFile() ? file : part(block));
                }
            }
            case "sh" -> COMMAND.matcher(block.text).results().forEach(command -> understood(command.group(1)));
            case "text" -> {
                if (block.mark.equals("printed")) {
                    Terminal.compare("printed", block.text, printed);
                }
            }
            default -> {
                if (!OTHERS.contains(block.language)) {
                    throw new AssertionError("nobody knows what to do with a block of `" + block.language + "`");
                }
            }
        }
    }

    /** Whether a command of the page takes this file. */
    private boolean isShown(String file) {
        return blocks.stream().anyMatch(block -> block.language.equals("console") && block.text.contains(file));
    }

    private static Path written(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private void java(Block block) throws IOException {
        if (!block.isFile()) {
            if (!block.isPart()) {
                throw new AssertionError("a Java block is a file or a part of a frame");
            }
            Path framed = part(block);
            printed = JavaSource.run(List.of(framed), framed.resolveSibling("classes"));
        } else if (!isShown(block.name)) {
            throw new AssertionError("no command of the page takes " + block.name);
        }
    }

    /** {@return the block as a file of its own: a whole one, or put into its frame} Its imports go to the head of the frame. */
    private Path part(Block block) throws IOException {
        String name = block.isPart() ? block.name : "whole." + (block.language.equals("cspm") ? "csp" : block.language);
        String text = block.text;
        if (block.isPart()) {
            String imports = text.lines().filter(line -> line.startsWith("import ")).collect(Collectors.joining("\n"));
            String rest = text.lines().filter(line -> !line.startsWith("import ")).collect(Collectors.joining("\n"));
            String frame = Files.readString(FRAMES.resolve(name));
            Matcher place = Pattern.compile("(?m)^ *(//|#) fragment$").matcher(frame);
            if (!place.find()) {
                throw new AssertionError(name + " has no place for a fragment");
            }
            String head = imports.isEmpty() ? "" : "(?m)\\A((?:/\\*(?s:.*?)\\*/\\s*)?(?:package .*\\R)?)";
            text = frame.substring(0, place.start()) + rest + frame.substring(place.end());
            text = imports.isEmpty() ? text : text.replaceFirst(head, "$1" + Matcher.quoteReplacement(imports + "\n"));
        }
        return written(folder.resolve("part" + done.size()).resolve(name), text);
    }

    private static void read(Path spec) {
        Specification specification = Specifications.read(spec.toString(), Optional.empty(), List.of(), InputStream.nullInputStream());
        List<String> errors = specification.diagnostics().stream().filter(Diagnostic::isError).map(Diagnostic::toString).toList();
        if (!errors.isEmpty()) {
            throw new AssertionError(String.join("\n", errors));
        }
    }

    /** Options of a command that is not run here are some that there are. */
    private static void understood(String typed) {
        List<String> words = List.of(typed.replaceFirst("  .*| [#|>].*", "").strip().split(" "));
        CommandLine command = Grammar.all().stream()
                .filter(grammar -> grammar.getCommandName().equals(Grammar.NAME + " " + words.getFirst()))
                .findFirst()
                .orElse(Grammar.check());
        for (String word : words) {
            if (word.startsWith("--") && command.getCommandSpec().findOption(word.replaceFirst("=.*", "")) == null) {
                throw new AssertionError("csp-check has no option " + word);
            }
        }
    }
}
