package org.cspcheck.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Java files of the documentation: compiled against everything that the project has, and run in this JVM. */
final class JavaSource {
    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

    /** Sources that are not on the class path of this module's tests. */
    private static final String MORE = Stream.of("integrations/junit/src/main/java", "explorer/src/test/java")
            .map(PROJECT::resolve)
            .map(Path::toString)
            .collect(Collectors.joining(System.getProperty("path.separator")));

    private JavaSource() {}

    /** Fails with what the compiler says. */
    static void compile(List<Path> sources, Path to) {
        try {
            Files.createDirectories(to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var said = new StringWriter();
        var compiler = ToolProvider.getSystemJavaCompiler();
        var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
        List<String> options = List.of("-d", to.toString(), "-cp", System.getProperty("java.class.path"), "-sourcepath", MORE, "-proc:none", "-nowarn");
        if (!compiler.getTask(said, files, null, options, null, files.getJavaFileObjectsFromPaths(sources)).call()) {
            throw new AssertionError(said);
        }
    }

    /** Compiles sources and runs {@code main} of the first one, if it has one; {@return what that prints} */
    static String run(List<Path> sources, Path to) {
        compile(sources, to);
        String name = sources.getFirst().getFileName().toString().replace(".java", "");
        PrintStream screen = System.out;
        var printed = new ByteArrayOutputStream();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {to.toUri().toURL()}, JavaSource.class.getClassLoader());
                Stream<Path> classes = Files.walk(to)) {
            Path file = classes.filter(path -> path.endsWith(name + ".class")).findFirst().orElseThrow(() -> new AssertionError("no class " + name));
            String full = to.relativize(file).toString().replace(".class", "").replace('/', '.').replace('\\', '.');
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            main(loader.loadClass(full));
        } catch (ReflectiveOperationException | IOException wrong) {
            throw new AssertionError(name + " does not run", wrong.getCause() == null ? wrong : wrong.getCause());
        } finally {
            System.setOut(screen);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    private static void main(Class<?> type) throws ReflectiveOperationException {
        var mains = new ArrayList<Method>(List.of(type.getDeclaredMethods()));
        mains.removeIf(method -> !method.getName().equals("main") || method.getParameterCount() > 0);
        if (!mains.isEmpty()) {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            mains.getFirst().setAccessible(true);
            mains.getFirst().invoke(constructor.newInstance());
        }
    }
}
