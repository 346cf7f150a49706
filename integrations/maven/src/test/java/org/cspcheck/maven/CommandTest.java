package org.cspcheck.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandTest {
    private static final List<File> TOOL =
            Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).map(File::new).toList();

    @TempDir
    private Path folder;

    private final List<String> output = new ArrayList<>();

    private int check(String script) throws Exception {
        Path spec = Files.writeString(folder.resolve("spec.csp"), script);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new Command(java, TOOL, List.of("check", "--color", "never", spec.toString())).run(folder.toFile(), output::add);
    }

    @Test
    void a_deadlock_is_told_and_is_exit_code_1() throws Exception {
        assertEquals(1, check("channel a\nP = a -> STOP\nassert P :[deadlock free]\n"));
        assertTrue(output.stream().anyMatch(line -> line.contains("Deadlock: nothing can happen any more.")), output::toString);
    }

    @Test
    void a_proof_is_exit_code_0() throws Exception {
        assertEquals(0, check("channel a\nP = a -> P\nassert P :[deadlock free]\n"), output::toString);
    }

    @Test
    void specs_of_a_folder_come_in_the_order_of_their_names() throws Exception {
        for (String name : List.of("b.yaml", "a.csp", "c.txt", "deep/d.cspm")) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.createFile(file);
        }

        List<String> files = CheckMojo.files(List.of(folder.toFile(), new File("named.anything")));

        assertEquals(
                List.of(folder.resolve("a.csp").toString(), folder.resolve("b.yaml").toString(), folder.resolve("deep/d.cspm").toString(), "named.anything"),
                files);
    }
}
