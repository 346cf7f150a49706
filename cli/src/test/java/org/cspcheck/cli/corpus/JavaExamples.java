package org.cspcheck.cli.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** The Java processes below {@code specs/java}, compiled together once; a folder is a package. */
public final class JavaExamples {
    private static final Path SOURCES = Path.of("..", "specs", "java");
    private static final Path CLASSES = Path.of("target", "java-examples");
    private static boolean compiled;

    private JavaExamples() {}

    /** {@return where their classes are} */
    public static synchronized List<Path> classPath() {
        if (!compiled) {
            compile();
            compiled = true;
        }
        return List.of(CLASSES);
    }

    private static void compile() {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            var arguments = new ArrayList<>(List.of(
                    "-d", Files.createDirectories(CLASSES).toString(), "-cp", System.getProperty("java.class.path"), "-Xlint:all", "-Werror"));
            files.filter(file -> file.toString().endsWith(".java")).map(Path::toString).sorted().forEach(arguments::add);
            if (compiler.run(null, null, null, arguments.toArray(String[]::new)) != 0) {
                throw new AssertionError("the examples do not compile: javac " + String.join(" ", arguments));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
