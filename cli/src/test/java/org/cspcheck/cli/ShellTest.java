package org.cspcheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** What shells and {@code man} are told comes from the grammar, so it cannot say anything else. */
class ShellTest {
    private final Bench bench = new Bench();

    @TempDir
    private Path folder;

    private static List<String> options() {
        return Grammar.all().stream()
                .map(CommandLine::getCommandSpec)
                .flatMap(command -> command.options().stream())
                .map(OptionSpec::longestName)
                .distinct()
                .toList();
    }

    @Test
    void the_completion_knows_every_command_and_every_option() {
        assertEquals(0, bench.run("completion"));
        assertTrue(bench.out().contains("complete -o default -F _csp_check csp-check\n") && bench.out().contains("bashcompinit"));
        assertFalse(bench.out().contains("@"), "a place was not filled");
        options().forEach(option -> assertTrue(bench.out().contains(option), option));
        Main.COMMANDS.forEach(command -> assertTrue(bench.out().contains(command), command));
        assertEquals("", bench.err());
    }

    /** What bash offers behind these words, the last of which is being typed, as bash splits them. */
    private String offers(String... words) throws IOException, InterruptedException {
        bench.run("completion");
        Path script = Files.writeString(folder.resolve("completion.bash"), bench.out());
        String quoted = Stream.of(words).map(word -> "'" + word + "'").collect(Collectors.joining(" "));
        String line = "source " + script + "; cd " + folder + "; COMP_WORDS=(csp-check " + quoted + "); COMP_CWORD=" + words.length
                + "; _csp_check 2>/dev/null; echo \"${COMPREPLY[@]}\"";
        Process bash = new ProcessBuilder("bash", "--norc", "-c", line).redirectErrorStream(true).start();
        String told = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, bash.waitFor());
        return told.strip();
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void bash_offers_commands_options_values_and_files() throws Exception {
        Files.createFile(folder.resolve("net.csp"));
        assertEquals("print net.csp", offers("p") + " " + offers("n"));
        assertEquals("--format --save", offers("run", "--f") + " " + offers("run", "--sa"));
        assertEquals("auto none always symmetry", offers("--reduction", ""));
        assertEquals("auto none always symmetry", offers("--reduction", "="));
        assertEquals("none", offers("check", "--reduction", "=", "no"));
        assertEquals("--reduction=none", offers("--reduction=no"), "as zsh splits");
        assertEquals("junit=", offers("--report", "ju"));
        assertEquals("--report=junit=net.csp", offers("--report=junit=ne"), "as zsh splits");
        assertEquals("", offers("--max-states", ""));
    }

    @Test
    void every_kind_of_report_is_offered() {
        assertEquals(
                CheckRequest.REPORT_KINDS.stream().map(kind -> kind + "=").toList(),
                Grammar.check().getCommandSpec().findOption("--report").completionCandidates());
    }

    @Test
    void the_manual_page_tells_every_option_of_every_command() {
        assertEquals(0, bench.run("man"));
        assertTrue(bench.out().startsWith(".TH CSP\\-CHECK 1 "), bench.out());
        options().forEach(option -> assertTrue(bench.out().contains(option.replace("-", "\\-")), option));
        assertEquals(Grammar.all().size(), bench.out().lines().filter(line -> line.startsWith(".SH CSP")).count());
        assertTrue(bench.out().lines().allMatch(line -> !line.startsWith(".") || line.matches("\\.(TH|SH|TP|PP|B|br)( .*)?")), bench.out());
    }
}
