package org.cspcheck.reports.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.Diagnostic.Note;
import org.cspcheck.model.source.Source;
import org.junit.jupiter.api.Test;

class DiagnosticTextTest {
    private static final Source SPEC = Source.of("spec.yaml", "define: |\n  FORK = a -> FORK\n\n\n\n\n\n\n  SYS = PHIL ||| FROK\n");

    private static Diagnostic about(Source source, String passage) {
        int at = source.text().indexOf(passage);
        return Diagnostic.error("CSP0201", source.span(at, at + passage.length()), "The name `" + passage + "` is not defined");
    }

    private static String excerptOf(String line, String passage) {
        return DiagnosticText.of(about(Source.of("x", line), passage), Page.PLAIN).lines().skip(1).reduce("", (a, b) -> a + b + "\n");
    }

    @Test
    void a_message_has_what_where_why_and_what_to_try() {
        Diagnostic diagnostic = about(SPEC, "FROK")
                .because("Names are case sensitive.")
                .tryThis("Did you mean `FORK`?")
                .with(List.of(new Note("defined here", SPEC.span(12, 16))));
        assertEquals(
                """
                spec.yaml:9:18: error: The name `FROK` is not defined [CSP0201]
                  9 |   SYS = PHIL ||| FROK
                    |                  ^^^^
                  why: Names are case sensitive.
                  try: Did you mean `FORK`?
                  spec.yaml:2:3: note: defined here
                  2 |   FORK = a -> FORK
                    |   ^^^^
                """,
                DiagnosticText.of(diagnostic, Page.PLAIN));
    }

    @Test
    void a_message_about_no_place_is_one_line() {
        assertEquals("error: x.csp does not exist [CSP0417]\n", DiagnosticText.of(Diagnostic.error("CSP0417", null, "x.csp does not exist"), Page.PLAIN));
    }

    @Test
    void a_tab_moves_text_and_marks_alike() {
        assertEquals("  1 |     a   b\n    |         ^\n", excerptOf("\ta\tb", "b"));
    }

    @Test
    void wide_characters_count_two_columns_and_combining_ones_none() {
        assertEquals("  1 | -- \u6F22\u5B57 x\n    |         ^\n", excerptOf("-- \u6F22\u5B57 x", "x"));
        assertEquals("  1 | e\u0301 x\n    |   ^\n", excerptOf("e\u0301 x", "x"));
        assertEquals("  1 | \uD83D\uDE00 x\n    |    ^\n", excerptOf("\uD83D\uDE00 x", "x"));
    }

    @Test
    void a_long_line_is_cut_around_its_marks() {
        String excerpt = excerptOf("a".repeat(5_000_000) + "HERE" + "b".repeat(500), "HERE");
        List<String> lines = excerpt.lines().toList();
        assertEquals(100, lines.get(0).length());
        assertTrue(lines.get(0).startsWith("  1 | ...aaa") && lines.get(0).endsWith("bbb..."));
        assertEquals(lines.get(0).indexOf("HERE"), lines.get(1).indexOf("^^^^"));
    }

    @Test
    void a_passage_longer_than_the_page_is_marked_to_its_edge() {
        List<String> lines = excerptOf("x = " + "y".repeat(300), "y".repeat(300)).lines().toList();
        assertEquals(100, lines.get(0).length());
        assertTrue(lines.get(1).length() <= 100);
    }

    @Test
    void what_was_typed_cannot_steer_the_terminal() {
        String text = DiagnosticText.of(about(Source.of("x", "a\u001b[2Jb\u202Ec"), "\u001b[2Jb"), Page.PLAIN);
        assertFalse(text.contains("\u001b") || text.contains("\u202E"));
    }

    @Test
    void a_long_hint_wraps_under_itself() {
        String text = DiagnosticText.of(Diagnostic.error("CSP0000", null, "m").tryThis("word ".repeat(30).strip()), new Page(40, false, true));
        assertEquals("  try: word word word word word word", text.lines().skip(1).findFirst().orElseThrow());
        assertTrue(text.lines().skip(2).allMatch(line -> line.startsWith("       word") && line.length() <= 40));
    }

    @Test
    void colours_change_no_letter() {
        Diagnostic diagnostic = about(SPEC, "FROK").because("b").tryThis("c");
        String coloured = DiagnosticText.of(diagnostic, new Page(100, true, true));
        assertEquals(DiagnosticText.of(diagnostic, Page.PLAIN), coloured.replaceAll("\u001b\\[[0-9;]*m", ""));
    }

    @Property(tries = 500)
    void an_excerpt_fits_its_page(
            @ForAll @StringLength(max = 200) String line, @ForAll @IntRange(min = 1, max = 210) int column, @ForAll @IntRange(max = 50) int length) {
        SourceLine shown = SourceLine.of(line.replaceAll("\\R", " "), column, length, 40);
        assertTrue(SourceLine.columns(shown.text()) <= 40);
        assertTrue(shown.width() >= 1 && shown.start() + shown.width() <= 43);
    }
}
