package org.cspcheck.maven;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The command line of csp-check.
 *
 * @param java the executable of a JDK that can run csp-check
 * @param tool the jars of csp-check
 * @param arguments what follows {@code csp-check}
 */
record Command(String java, List<File> tool, List<String> arguments) {
    /** {@return the exit code of csp-check, of which each line of output was told} */
    int run(File folder, Consumer<String> line) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(words()).directory(folder).redirectErrorStream(true).start();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            process.getOutputStream().close();
            output.lines().forEach(line);
            return process.waitFor();
        } finally {
            process.destroy();
        }
    }

    List<String> words() {
        var words = new ArrayList<>(List.of(
                java,
                "--enable-native-access=ALL-UNNAMED",
                "--add-exports=java.base/jdk.internal.vm=ALL-UNNAMED",
                "--add-opens=java.base/jdk.internal.vm=ALL-UNNAMED",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-cp",
                String.join(File.pathSeparator, tool.stream().map(File::getPath).toList()),
                "org.cspcheck.cli.Main"));
        words.addAll(arguments);
        return words;
    }
}
