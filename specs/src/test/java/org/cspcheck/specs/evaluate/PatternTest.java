package org.cspcheck.specs.evaluate;

import static org.cspcheck.specs.evaluate.Definitions.path;
import static org.cspcheck.specs.evaluate.Definitions.place;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Patterns: the first clause that matches wins. */
class PatternTest {
    private final Definitions script = Definitions.of(
            "datatype Shape = Point | Circle.{0..9} | Box.{0..9}.{0..9} | Pair.Shape.Shape",
            "channel c : Shape",
            "area(Point) = 0",
            "area(Circle.r) = 3*r*r",
            "area(Box.w.h) = w*h",
            "area(Pair.a.b) = area(a) + area(b)",
            "kind({}) = 0",
            "kind({_}) = 1",
            "kind(_) = 2",
            "ends(<a>^_^<b>) = (a,b)",
            "ends(<a>) = (a,a)",
            "ends(<>) = (0,0)",
            "second(<_,x>^_) = x",
            "both(all@@<x>^_) = (all, x)",
            "name(\"one\") = 1",
            "name('x') = 2",
            "name(true) = 3",
            "name(_) = 0",
            "sign(0) = 0",
            "sign(n) = if n > 0 then 1 else -1",
            "of(c.Circle.r) = r",
            "of(c.s) = 100",
            "rest(Pair.x) = x",
            "digit(x@@0) = x",
            "digit(x@@1) = x + 10");

    @Test
    void constructors_are_taken_apart() {
        script.hold("area(Point) == 0", "area(Circle.2) == 12", "area(Box.3.4) == 12");
        script.hold("area(Pair.(Circle.1).(Box.2.2)) == 7", "area(Pair.Point.(Pair.Point.(Circle.1))) == 3");
    }

    @Test
    void the_last_variable_of_a_dotted_pattern_takes_the_rest() {
        script.hold("rest(Pair.Point.Point) == (Point.Point)", "of(c.Circle.3) == 3", "of(c.Box.1.2) == 100");
    }

    @Test
    void sets_match_by_size() {
        script.hold("kind({}) == 0", "kind({7,7}) == 1", "kind({1,2}) == 2", "(let {x} = {5} within x) == 5");
    }

    @Test
    void sequences_match_at_both_ends() {
        script.hold("ends(<1,2,3>) == (1,3)", "ends(<1,2>) == (1,2)", "ends(<1>) == (1,1)", "ends(<>) == (0,0)", "second(<1,2,3>) == 2");
    }

    @Test
    void both_of_two_patterns_must_match() {
        script.hold("both(<5,6>) == (<5,6>,5)", "digit(0) == 0", "digit(1) == 11");
    }

    @Test
    void literals_match_themselves() {
        script.hold("name(\"one\") == 1", "name('x') == 2", "name(true) == 3", "name(\"two\") == 0", "name(1) == 0");
        script.hold("sign(0) == 0", "sign(5) == 1", "sign(-5) == -1");
    }

    @Test
    void definitions_and_lambdas_take_patterns_too() {
        script.hold("(let (a,b) = (1,2) within a+b) == 3", "(let <a>^s = <1,2> within s) == <2>", "(\\ (a,b), <x> @ a+b+x)((1,2),<3>) == 6");
        script.hold("(let Box.w.h = Box.2.3 within w*h) == 6", "(let (_, (x, _)) = (1, (2, 3)) within x) == 2");
    }

    @Test
    void a_call_that_no_clause_takes_is_an_error_with_the_arguments() {
        var mistake = script.mistake("1 + second(<7>)");
        assertEquals("CSP0603 expression:1:5", place(mistake));
        assertEquals("no clause of second matches second(<7>)", mistake.message());
        assertEquals("CSP0603", script.mistake("digit(2)").code());
        assertEquals("CSP0603", script.mistake("let (a,b) = (1,2,3) within a").code());
    }

    @Test
    void the_path_names_the_calls_with_their_arguments() {
        assertEquals(List.of("second(<9>)", "f(9)"), path(Definitions.of("second(<_,x>) = x", "f(n) = second(<n>) + 1").mistake("f(9) * 2")));
    }
}
