package org.cspcheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** What shells and {@code man} are told comes from the grammar, so it cannot say anything else. */
class ShellTest {
    private final Bench bench = new Bench();

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
        assertTrue(bench.out().startsWith("#!/usr/bin/env bash"), bench.out().substring(0, 80));
        assertTrue(bench.out().contains("complete -F _complete_csp-check") && bench.out().contains("bashcompinit"));
        options().forEach(option -> assertTrue(bench.out().contains(option), option));
        Main.COMMANDS.forEach(command -> assertTrue(bench.out().contains(command), command));
        assertEquals("", bench.err());
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
