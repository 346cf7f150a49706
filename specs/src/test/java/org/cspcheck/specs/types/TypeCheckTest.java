package org.cspcheck.specs.types;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.Diagnostics;
import org.cspcheck.model.source.Source;
import org.cspcheck.specs.names.NameCheck;
import org.cspcheck.specs.parse.Includes;
import org.cspcheck.specs.parse.Parser;
import org.cspcheck.specs.syntax.Script;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypeCheckTest {
    private static final String WORLD = """
            datatype Colour = Red | Grey.{0..3} | Mixed.Colour.Colour
            channel tick
            channel num : {0..3}
            channel pair : {0..3}.Bool
            channel paint : Colour.{0..3}
            """;

    /** What is said of a script, as code and the text that it is about; semicolons at the end of a line stand for line ends. */
    private static List<String> told(String text) {
        Diagnostics diagnostics = new Diagnostics();
        Script script = Parser.script(Source.of("test", WORLD + text.replace("; ", "\n")), Includes.none(), diagnostics);
        NameCheck.script(script, Set.of("NETWORK"), diagnostics);
        assertEquals(List.of(), diagnostics.all());
        TypeCheck.script(script, Set.of("NETWORK"), diagnostics);
        return diagnostics.all().stream().map(TypeCheckTest::line).toList();
    }

    private static String line(Diagnostic diagnostic) {
        return diagnostic.code() + " " + diagnostic.span().orElseThrow().text();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "send(c, x) = c.x -> STOP; P = send(num, 1) ||| send(pair, 1.true) ||| send(pair.1, true) ||| send(paint, Grey.2.1)",
            "relay(c, d) = c?x -> d!x -> relay(c, d); P = relay(num, num) ||| relay(pair, pair)",
            "P = paint?Grey.i?n -> paint!(Mixed.Red.(Grey.i))!n -> P; Q = paint.Mixed?a?b?n -> Q",
            "wrap(c) = {| c |}; P = STOP [| wrap(num) |] STOP [| wrap(pair.1) |] STOP [| wrap(tick) |] STOP",
            "level(Grey.n) = n; level(Mixed.a.b) = level(a) + level(b); level(Red) = 0; x = level(Mixed.Red.(Grey.1))",
            "f(paint.c.n) = n; f(num.n) = n; f(_) = 0; x = f(paint.Grey.1.2) + f(num.0)",
            "ends(c) = {x.y | c.x.y <- {| c |}}; P = pair?x:{0..1}?y -> STOP",
            "S = <num, paint.Red>; P = ;x:S @ x?n -> SKIP",
            "id(x) = x; P = if id(true) then id(STOP) else STOP; n = id(id)(3)",
            "even(n) = if n == 0 then true else odd(n - 1); odd(n) = if n == 0 then false else even(n - 1)",
            "P = let pick(x) = x within if pick(true) then num.pick(1) -> STOP else STOP",
            "P = STOP [[num <- num, pair.n.true <- num.n | n <- {0..3}]]; Q = STOP [num <-> paint.Red] STOP",
            "nothing = {}; P = STOP \\ nothing; n = card({nothing, {1}})",
            "choose(S) = |~| P:S @ P; P = choose({STOP, SKIP, NETWORK})",
            "x = extensions(pair.1) == {true}; y = productions(paint.Grey) == {| paint.Grey |}; z = extensions(pair) == {(1).true}",
            "m = mapUpdate(emptyMap, 1, STOP); P = mapLookup(m, 1); n = (| Red => <1> |) == (| |)",
            "same :: Eq a => (a, a) -> Bool; same(x, y) = x == y; b = same(1, 2) and same(Red, Grey.1) and same(tick, num.1)",
            "take :: (b => Event, b) -> Event; take(c, x) = c.x; P = take(num, 1) -> STOP",
            "ready :: (a =>* Event) -> {Event}; ready(c) = {| c |}; P = STOP \\ ready(num)",
            "b = <Red> < <Red, Red> and {Red} <= {} and (1, 'a') < (2, 'b')",
            "nametype Small = {0..1}.Bool; channel inside : Small; P = inside.0.true -> STOP; subtype Dull = Red | Grey.{0}",
            "(a, <b>^_) = (1, <true, false>); P = if b then num.a -> STOP else STOP",
            "module M(S); exports; channel c : S; P = c?x:S -> P; endmodule; instance I = M({0, 1}); instance J = M(Colour); Q = I::c.1 -> J::c.Red -> I::P"})
    void a_valid_script_is_accepted(String text) {
        assertEquals(List.of(), told(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '$', value = {
            "P = num -> STOP                                      | CSP0520 num",
            "P = num.true -> STOP                                 | CSP0520 true",
            "P = num!1!2 -> STOP                                  | CSP0520 2",
            "P = paint.Grey.true.1 -> STOP                        | CSP0520 true",
            "P = paint?c!c -> STOP                                | CSP0520 c",
            "P = STOP -> STOP                                     | CSP0520 STOP",
            "P = tick -> tick                                     | CSP0520 tick",
            "P = STOP [> 3                                        | CSP0520 3",
            "P = 1 & STOP                                         | CSP0520 1",
            "x = if 1 == 1 then 2 else true                       | CSP0520 true",
            "x = 1 + <>                                           | CSP0520 <>",
            "x = card(<1>)                                        | CSP0520 <1>",
            "P = [] n:<1> @ num.n -> STOP                         | CSP0520 <1>",
            "x = {1, Red}                                         | CSP0520 Red",
            "f(x) = x + 1; P = f(2)(3)                            | CSP0520 f(2)",
            "f = \\ x, y @ x + y; n = f(1)                         | CSP0522 f(1)",
            "b = STOP == SKIP                                     | CSP0521 STOP == SKIP",
            "b = elem(\\ x @ x, <>)                                | CSP0521 \\ x @ x",
            "b = Red < Red                                        | CSP0521 Red < Red",
            "S = {\\ x @ x}                                        | CSP0521 {\\ x @ x}",
            "one({x}) = x; P = one({STOP})                        | CSP0521 {STOP}",
            "channel c : 3                                        | CSP0520 3",
            "channel c : Proc                                     | CSP0521 Proc",
            "subtype S = Grey.Bool                                | CSP0520 Grey.Bool",
            "subtype S = Red.Bool                                 | CSP0523 Red.Bool",
            "x = extensions(num.1)                                | CSP0520 extensions",
            "P = STOP [[num <- num.1]]                            | CSP0520 num.1",
            "P = STOP [num <-> paint] STOP                        | CSP0520 paint",
            "send(c, x) = c!x -> STOP; P = send(num, true)        | CSP0520 send",
            "f :: (Int) -> Int; f(x) = x == 1                     | CSP0520 x == 1",
            "f :: (a) -> a; f(x) = 1                              | CSP0525 1",
            "f :: (a, a) -> Bool; f(x, y) = x == y                | CSP0521 x == y",
            "f(x) = f                                             | CSP0524 f",
            "assert num :[deadlock free]                          | CSP0520 num",
            "assert STOP :[has trace]: {num.1}                    | CSP0520 {num.1}",
            "external prioritise; P = prioritise(STOP, {num.1})   | CSP0520 {num.1}"})
    void a_mistake_is_told_where_it_is(String text, String expected) {
        assertEquals(List.of(expected), told(text));
    }

    @Test
    void all_mistakes_are_told_at_once_and_in_reading_order() {
        assertEquals(
                List.of("CSP0520 true", "CSP0520 Red", "CSP0521 STOP == SKIP"),
                told("P = num.true -> P; Q = num!Red -> P; b = STOP == SKIP"));
    }

    @Test
    void who_uses_a_definition_with_a_mistake_is_not_blamed() {
        assertEquals(List.of("CSP0520 true"), told("n = 1 + true; P = num!n -> n & STOP"));
    }

    @Test
    void a_general_process_for_more_fields_is_a_warning() {
        assertEquals(List.of("CSP0527 relay"), told("relay(c) = c?x?y -> STOP; P = relay(num); Q = relay(pair)"));
    }

    @Test
    void a_choice_of_thousands_of_branches_is_no_matter() {
        assertEquals(List.of("CSP0520 true"), told("P = " + "num.1 -> STOP [] ".repeat(20_000) + "num.true -> STOP"));
    }

    @Test
    void a_script_of_thousands_of_definitions_that_need_the_next_is_no_matter() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            text.append("P").append(i).append("(x) = num!x -> P").append(i + 1).append("(x)\n");
        }
        assertEquals(List.of("CSP0520 true"), told(text + "P5000(x) = num!x -> P0(true)\n"));
    }
}
