package org.cspcheck.specs.evaluate;

import static org.cspcheck.specs.evaluate.Definitions.place;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Sequences, strings and characters. */
class SequenceTest {
    private final Definitions script = Definitions.of("s = <1,2,3>");

    @Test
    void order_and_number_count() {
        script.hold("<1,2> != <2,1>", "<1,1> != <1>", "<> == <>", "#s == 3", "length(s) == 3", "head(s) == 1", "tail(s) == <2,3>");
        script.hold("null(<>)", "not null(<<>>)", "elem(2, s)", "not elem(4, s)", "concat(<<1>,<>,<2,3>>) == s", "concat(<>) == <>");
    }

    @Test
    void joining_binds_stronger_than_length() {
        script.hold("#s^s == 6", "#<>^<> == 0", "<1>^<2>^<3> == s", "(#s) + 1 == 4");
    }

    @Test
    void ranges_may_be_empty() {
        script.hold("<1..3> == s", "<2..2> == <2>", "<3..1> == <>");
    }

    @Test
    void comparisons_are_prefixes() {
        script.hold("<> < <1>", "<1> < <1,2>", "not <1> < <1>", "<1> <= <1>", "not <2> < <1,2>", "(<1,2> > <1>)", "(s >= s)");
    }

    @Test
    void strings_are_sequences_of_characters() {
        script.hold("\"ab\" == <'a','b'>", "#\"abc\" == 3", "head(\"x\") == 'x'", "\"a\"^\"b\" == \"ab\"", "\"\" == <>", "'a' < 'b'");
        script.hold("\"a\\n\" == <'a','\\n'>", "\"\\\"\" == <'\"'>", "elem('l', \"hello\")");
    }

    @Test
    void show_writes_values_as_cspm_does() {
        assertEquals("\"<1, 2>\"", script.value("show(<1,2>)"));
        assertEquals("\"{1, 2}\"", script.value("show({2,1})"));
        assertEquals("\"(1, true)\"", script.value("show((1,true))"));
    }

    @Test
    void the_empty_sequence_has_no_head_and_no_tail() {
        assertEquals("CSP0610 expression:1:1", place(script.mistake("head(<>)")));
        assertEquals("CSP0610 expression:1:5", place(script.mistake("1 + head(tail(<1>))")));
        assertEquals("CSP0610 expression:1:1", place(script.mistake("tail(<>)")));
    }

    @Test
    void a_set_is_no_sequence() {
        assertEquals("CSP0604 expression:1:1", place(script.mistake("head({1})")));
        assertEquals("CSP0604 expression:1:5", place(script.mistake("<1>^{2}")));
    }
}
