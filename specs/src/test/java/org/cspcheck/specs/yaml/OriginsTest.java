package org.cspcheck.specs.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.cspcheck.model.source.Source;
import org.junit.jupiter.api.Test;

class OriginsTest {
    private static Source define(String yaml) {
        Source text = Reading.good(yaml).define().orElseThrow();
        Reading.assertTypedWhereItSays(text);
        return text;
    }

    private static String place(Source text, String passage) {
        var at = text.locate(text.text().indexOf(passage));
        return at.line() + ":" + at.column();
    }

    @Test
    void a_literal_block_keeps_its_lines_and_columns() {
        Source text = define("name: x\ndefine: |\n  P = a -> P\n\n    Q = b -> Q\n  R = STOP\n");
        assertEquals("P = a -> P\n\n  Q = b -> Q\nR = STOP\n", text.text());
        assertEquals("3:3", place(text, "P ="));
        assertEquals("5:9", place(text, "b -> Q"));
        assertEquals("6:7", place(text, "STOP"));
    }

    @Test
    void the_end_of_a_block_is_the_end_of_its_last_line() {
        assertEquals("spec.yaml:2:11", define("define: |\n  P = STOP\nname: x\n").span(9, 9).location().toString());
        assertEquals("spec.yaml:2:11", define("define: >-\n  P = STOP\nname: x\n").span(8, 8).location().toString());
        assertEquals("spec.yaml:1:17", define("define: P = STOP\nname: x\n").span(8, 8).location().toString());
    }

    @Test
    void a_literal_block_with_an_indentation_indicator_and_chomping_keeps_its_columns() {
        Source text = define("define: |1-  # the definitions\n   P = STOP\n  Q = SKIP\n\n\nname: x\n");
        assertEquals("  P = STOP\n Q = SKIP", text.text());
        assertEquals("2:8", place(text, "STOP"));
        assertEquals("3:7", place(text, "SKIP"));
        assertEquals(3, define("define: |+\n  P\n\n\nname: x\n").text().length() - 1);
    }

    @Test
    void a_literal_block_after_empty_lines_and_with_windows_line_ends_keeps_its_places() {
        Source text = define("define: |\r\n\r\n  P = STOP\r\n  Q = SKIP\r\n");
        assertEquals("\nP = STOP\nQ = SKIP\n", text.text());
        assertEquals("4:7", place(text, "SKIP"));
    }

    @Test
    void a_folded_block_is_one_line_whose_parts_know_theirs() {
        Source text = define("define: >-\n  P =\n  a ->\n\n  STOP\n    indented\n  last\n");
        assertEquals("P = a ->\nSTOP\n  indented\nlast", text.text());
        assertEquals("3:3", place(text, "a ->"));
        assertEquals("5:3", place(text, "STOP"));
        assertEquals("6:5", place(text, "indented"));
        assertEquals("7:3", place(text, "last"));
    }

    @Test
    void quotes_written_twice_and_folded_lines_are_undone() {
        Source text = define("define: 'it''s\n   here\n\n   now'\n");
        assertEquals("it's here\nnow", text.text());
        assertEquals("1:14", place(text, "s here"));
        assertEquals("2:4", place(text, "here"));
        assertEquals("4:4", place(text, "now"));
    }

    @Test
    void an_escape_stands_where_its_backslash_does() {
        Source text = Reading.good("define: \"a \\\\ {|b|}\\n\\x41\\u0042\\U0001F600 c \\\n    d \\\"e\\\"\"\n").define().orElseThrow();
        assertEquals("a \\ {|b|}\nAB\uD83D\uDE00 c d \"e\"", text.text());
        assertEquals("1:12", place(text, "\\ {"));
        assertEquals("1:22", place(text, "A"));
        assertEquals("1:26", place(text, "B"));
        assertEquals("1:43", place(text, "c d"));
        assertEquals("2:5", place(text, "d \""));
        assertEquals("2:9", place(text, "e\""));
    }

    @Test
    void a_plain_scalar_of_several_lines_knows_its_lines() {
        Source text = define("define: P = a ->\n  b   ->\n\n  STOP   # done\nname: x\n");
        assertEquals("P = a -> b   ->\nSTOP", text.text());
        assertEquals("2:3", place(text, "b  "));
        assertEquals("4:3", place(text, "STOP"));
    }

    @Test
    void anchors_tags_and_characters_beyond_the_basic_plane_shift_nothing() {
        Source text = define("about: \uD83D\uDE00\ndefine: &d !!str\n  P = STOP\n");
        assertEquals("P = STOP", text.text());
        assertEquals("3:7", place(text, "STOP"));
    }

    @Provide
    Arbitrary<List<String>> lines() {
        return Arbitraries.strings()
                .withChars("ab->[]|'# \\\"").ofMinLength(0).ofMaxLength(8)
                .map(line -> line.isBlank() ? "" : line.stripTrailing())
                .list().ofMinSize(1).ofMaxSize(6)
                .filter(lines -> !lines.getFirst().startsWith(" ") && !lines.getFirst().isEmpty());
    }

    @Property(tries = 300)
    void every_character_of_a_block_is_where_it_says(
            @ForAll("lines") List<String> lines, @ForAll @IntRange(min = 1, max = 5) int depth, @ForAll boolean folded) {
        String block = lines.stream().map(line -> line.isEmpty() ? "" : " ".repeat(depth) + line).collect(Collectors.joining("\n"));
        Source text = Reading.of("define: " + (folded ? ">" : "|") + "\n" + block + "\n").file().orElseThrow().define().orElseThrow();
        Reading.assertTypedWhereItSays(text);
    }

    @Property(tries = 300)
    void every_character_in_single_quotes_is_where_it_says(@ForAll("lines") List<String> lines) {
        String quoted = lines.stream().map(line -> line.strip().replace("'", "''")).collect(Collectors.joining("\n   "));
        Source text = Reading.of("define: '" + quoted + "'\n").file().orElseThrow().define().orElseThrow();
        Reading.assertTypedWhereItSays(text);
    }
}
