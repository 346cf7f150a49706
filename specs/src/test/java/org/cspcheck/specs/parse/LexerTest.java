package org.cspcheck.specs.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.cspcheck.model.source.Diagnostics;
import org.cspcheck.model.source.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexerTest {
    private final Diagnostics diagnostics = new Diagnostics();

    private String lexed(String text) {
        Source source = Source.of("test", text);
        List<Token> tokens = Lexer.tokens(source, diagnostics);
        return String.join(" ", tokens.subList(0, tokens.size() - 1).stream()
                .map(token -> text.substring(token.start(), token.end())).toList());
    }

    private List<String> told(String text) {
        lexed(text);
        return diagnostics.all().stream().map(Reading::line).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            a->b<-c<->d                 ~ a -> b <- c <-> d
            P[|A|]Q[|B|>R               ~ P [| A |] Q [| B |> R
            P[A||B]Q[[a<-b]]            ~ P [ A || B ] Q [[ a <- b ] ]
            P[]Q[>R/\\S\\A|\\B          ~ P [] Q [> R /\\ S \\ A |\\ B
            P[+A+]Q/+B+\\R              ~ P [+ A +] Q /+ B +\\ R
            {|c|}                       ~ {| c |}
            (|1=>2|)                    ~ (| 1 => 2 |)
            a=>*b                       ~ a =>* b
            <1..2>                      ~ < 1 .. 2 >
            x'.y''.z                    ~ x' . y'' . z
            _ _x @@ @                   ~ _ _x @@ @
            M::x:S                      ~ M :: x : S
            P[T=Q[ FD =R                ~ P [T= Q [ FD = R
            {X==Y}                      ~ { X == Y }
            P:[deadlock free[F]]        ~ P :[ deadlock free [ F ] ]
            """)
    void the_longest_sign_wins(String text, String tokens) {
        assertEquals(tokens.replace("\\\\", "\\"), lexed(text.replace("\\\\", "\\")));
        assertEquals(List.of(), diagnostics.all());
    }

    @Test
    void bars_of_a_replicated_operator_do_not_belong_to_the_bracket_before_it() {
        assertEquals("( ||| x", lexed("(|||x"));
        assertEquals("( |~| x", lexed("(|~|x"));
        assertEquals("{ || x", lexed("{||x"));
        assertEquals("{| |}", lexed("{||}"));
        assertEquals("(| |)", lexed("(||)"));
    }

    @Test
    void a_sequence_may_be_compared_or_begin_with_a_negative_number() {
        assertEquals("< 1 > == s", lexed("<1>==s"));
        assertEquals("x >= 1", lexed("x>=1"));
        assertEquals("= < - 1 >", lexed("=<-1>"));
        assertEquals("x <- 1", lexed("x<-1"));
    }

    @Test
    void comments_are_blanks_and_nest() {
        assertEquals("a b c", lexed("a -- x {- y\nb {- c {- d -} -- e -} c"));
        assertEquals(List.of(), diagnostics.all());
    }

    @Test
    void a_line_is_known_by_its_first_token_even_behind_comments() {
        List<Token> tokens = Lexer.tokens(Source.of("test", "a b\r\n{- x -} c {- y\n -} d"), diagnostics);
        assertEquals(List.of(true, false, true, true, false), tokens.stream().map(Token::startsLine).toList());
    }

    @Test
    void a_mark_at_the_beginning_and_all_line_ends_are_understood() {
        assertEquals("a b c d", lexed("\uFEFFa\rb\r\nc\n\td"));
        assertEquals(List.of(), diagnostics.all());
    }

    @Test
    void mistakes_have_a_place_and_reading_goes_on() {
        assertEquals(List.of(
                "1:1 CSP0101 CSPm has no sign `é`",
                "1:5 CSP0104 a single quote must enclose one character, as in 'c'",
                "1:10 CSP0105 unknown escape",
                "2:1 CSP0106 this number is too large",
                "2:21 CSP0102 this string is never closed"), told("é a 'bc \"\\q\"\n9223372036854775808 \"x"));
    }

    @Test
    void a_comment_that_is_never_closed_is_told_where_it_opens() {
        assertEquals(List.of("1:5 CSP0103 this comment is never closed"), told("a b {- c {- -}"));
    }

    @Test
    void a_set_that_begins_with_a_negative_number_is_a_comment_and_warned_of() {
        assertEquals("S = { 1 }", lexed("S = {-1..1} -} { 1 }"));
        assertEquals("CSP0107", diagnostics.all().getFirst().code());
        assertEquals(1, diagnostics.all().size());
    }

    @Test
    void a_doubled_backslash_is_read_as_one_with_a_warning() {
        assertEquals("P \\\\ A", lexed("P \\\\ A"));
        assertEquals("CSP0108", diagnostics.all().getFirst().code());
        assertTrue(!diagnostics.hasErrors());
    }

    @Test
    void binary_junk_is_given_up_soon() {
        List<String> told = told("\0a".repeat(1_000));
        assertEquals(21, told.size());
        assertEquals("1:40 CSP0109 there are too many errors to go on reading", told.getLast());
    }
}
