package org.cspcheck.specs.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.cspcheck.model.source.Diagnostics;
import org.cspcheck.specs.SourceReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a file holds, there is an answer, with a place, and soon. */
class HostileSpecTest {
    private static List<String> summary(String yaml) {
        return assertTimeout(Duration.ofSeconds(4), () -> Reading.of(yaml).summary());
    }

    @Test
    void deep_nesting_is_told_and_overflows_nothing() {
        assertEquals(List.of("CSP0404 1:47"), summary("check: " + "[".repeat(1_000_000)));
        assertEquals("CSP0404", summary("check:\n" + "- ".repeat(500_000)).getFirst().substring(0, 7));
        assertEquals("CSP0404", summary("{a: ".repeat(300_000)).getFirst().substring(0, 7));
    }

    @Test
    void aliases_are_shared_and_do_not_multiply() {
        StringBuilder bomb = new StringBuilder("check:\n- &a0 [x, x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("- &a").append(i).append(" [*a").append(i - 1).append(", *a").append(i - 1).append("]\n");
        }
        assertEquals(40, summary(bomb.toString()).size());
        assertEquals(List.of("CSP0403 1:8"), summary("check: *a\n"));
        assertEquals(List.of("CSP0403 1:12"), summary("check: &a [*a]\n"));
    }

    @Test
    void a_file_too_large_is_told() {
        assertEquals(List.of("CSP0402 1:1"), summary("x".repeat(Characters.MAX_LENGTH + 1)));
        assertEquals("CSP0402", summary("check: [" + "a,".repeat(TreeReader.MAX_NODES) + "]").getFirst().substring(0, 7));
        byte[] large = new byte[100 << 20];
        Diagnostics diagnostics = new Diagnostics();
        assertTimeout(Duration.ofSeconds(4), () -> SourceReader.read("big.yaml", new ByteArrayInputStream(large), diagnostics));
        assertEquals("CSP0402", diagnostics.all().getFirst().code());
    }

    @Test
    void a_large_but_lawful_file_is_read_soon() {
        String lines = "  P = a -> b -> P\n".repeat(200_000);
        assertEquals(List.of(), summary("define: |\n" + lines));
    }

    @Test
    void thousands_of_errors_end_in_a_count() {
        List<String> said = summary("check:\n" + "- {}\n".repeat(5_000));
        assertEquals(SpecReader.MAX_ERRORS + 1, said.size());
        assertEquals("CSP0418 1:1", said.getLast());
    }

    @Test
    void binary_files_are_told() {
        byte[] noise = new byte[10_000];
        new Random(1).nextBytes(noise);
        Diagnostics diagnostics = new Diagnostics();
        assertTrue(SourceReader.read("noise.yaml", new ByteArrayInputStream(noise), diagnostics).isEmpty());
        assertEquals("CSP0401", diagnostics.all().getFirst().code());
        assertEquals(List.of("CSP0401 2:1"), summary("name: x\n\u0000\n"));
        assertEquals(List.of("CSP0401 1:7"), summary("name: \uD800\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check:\n\t- a\n", "a: b: c\n", "name: \"x\n", "name: 'x\n", "check: [a\n", "check: {a: b\n", "name: @x\n", "name: \"\\q\"\n",
                "name: x\n  y: z\n", "check:\n- a\n b\n", "define\n", "define: | x\n", "%YAML 9.9\n---\nname: x\n", "? [a]\n: b\n",
                "name: !<tag:x> y\n? z", "- a\n- b\n", "just text\n", "&a", "*", "!", "---\n...\n---\n", "name: x\n---\nname: y\n", "", "# only\n",
                "\t", "\r", "name: !x!y z\n"
            })
    void every_broken_text_gets_a_place(String yaml) {
        Reading reading = Reading.of(yaml);
        assertTrue(reading.diagnostics().stream().anyMatch(d -> d.isError() && d.span().isPresent()), reading::toString);
    }

    @Property(tries = 2_000)
    void no_text_breaks_the_reader(@ForAll @StringLength(max = 60) String yaml) {
        Reading reading = Reading.of(yaml);
        assertTrue(reading.file().isPresent() || !reading.diagnostics().isEmpty());
    }
}
