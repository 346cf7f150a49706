package org.cspcheck.specs.parse;

import static org.cspcheck.specs.parse.Reading.assertSame;
import static org.cspcheck.specs.parse.Reading.script;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cspcheck.model.source.Diagnostics;
import org.cspcheck.model.source.Source;
import org.cspcheck.specs.syntax.Assertion;
import org.cspcheck.specs.syntax.Assertion.Claim;
import org.cspcheck.specs.syntax.CspmText;
import org.cspcheck.specs.syntax.Declaration;
import org.cspcheck.specs.syntax.Expression;
import org.cspcheck.specs.syntax.Field;
import org.cspcheck.specs.syntax.Generator;
import org.cspcheck.specs.syntax.Script;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParserTest {
    // Declarations

    @Test
    void clauses_that_stand_together_are_one_function() {
        var declarations = script("f(0)(x) = x\nf(n)(x) = f(n-1)(x)\ng() = 1\nx = 1\n(y, z) = (1, 2)");
        var function = assertInstanceOf(Declaration.Function.class, declarations.get(0));
        assertEquals(2, function.clauses().size());
        assertEquals(List.of(1, 1), function.clauses().get(0).parameters().stream().map(List::size).toList());
        var empty = assertInstanceOf(Declaration.Function.class, declarations.get(1));
        assertEquals(List.of(List.of()), empty.clauses().getFirst().parameters());
        assertInstanceOf(Declaration.Value.class, declarations.get(2));
        assertInstanceOf(Declaration.Binding.class, declarations.get(3));
    }

    @Test
    void a_line_end_ends_a_definition_where_it_can_end() {
        assertEquals(3, script("P = f(x)\n(y, z) = (1, 2)\n<a>^b = s\n").size());
        assertEquals(1, script("P = a\n  [] b -> STOP\n  [| A |]\n Q\n\n \\ A").size());
        assertEquals(1, script("x = 1-\n2").size());
        assertEquals(1, script("S = {1,\n\n 2\n}").size());
        assertEquals(1, script("x = f(1\n  - 2)").size());
        assertEquals(2, script("x = let a = 1\n        b = 2\n    within a\ny = 1").size());
    }

    @Test
    void words_that_begin_declarations_are_names_elsewhere() {
        assertEquals(6, script("module = 1\ninstance = module\nsubtype(print) = print\nprint = 3\nprint module\nTimed = 4").size());
    }

    @Test
    void modules_keep_what_they_hide_apart_from_what_they_export() {
        var module = assertInstanceOf(Declaration.Module.class,
                script("module M(x, _)\n  y = x\nexports\n  z = y\n  w = z\nendmodule").getFirst());
        assertEquals(2, module.parameters().size());
        assertEquals(1, module.hidden().size());
        assertEquals(2, module.exported().size());
    }

    @Test
    void annotations_are_kept_with_their_constraints() {
        var annotation = assertInstanceOf(Declaration.Annotation.class,
                script("f :: (Eq a, Set b) => (a => b, <a>) -> (| a => b |)\nf(x, y) = x").getFirst());
        assertEquals(2, annotation.type().constraints().size());
        assertEquals("f :: (Eq a, Set b) => (a => b, <a>) -> (| a => b |)", CspmText.of(annotation));
    }

    // Expressions

    @Test
    void fields_are_read_up_to_the_arrow() {
        var prefix = assertInstanceOf(Expression.Prefix.class, Reading.expression("c.1?x:{0}.y!2$_:S?(a, b) -> STOP".replace("}.y", "}")));
        assertEquals(List.of("Input", "Output", "Chosen", "Input"), prefix.fields().stream().map(f -> f.getClass().getSimpleName()).toList());
        assertTrue(((Field.Input) prefix.fields().getFirst()).set().isPresent());
    }

    @Test
    void empty_things_have_syntax() {
        for (String text : List.of("<>", "{}", "{||}", "(| |)", "f()", "P[[ ]]", "{ | x <- S}")) {
            assertEquals(text.replace(" ", ""), CspmText.of(Reading.expression(text)).replace(" ", ""));
        }
    }

    @Test
    void colon_and_arrow_both_draw_from_a_set() {
        assertSame("[] (x, _) <- S, x > 1 @ P", "[] (x, _) : S, x > 1 @ P");
    }

    @Test
    void spans_reach_from_the_first_to_the_last_token() {
        Expression choice = Reading.expression(" (a -> P) [] (Q) ");
        assertEquals("(a -> P) [] (Q)", choice.span().text());
        assertEquals("a -> P", ((Expression.ExternalChoice) choice).left().span().text());
    }

    @Test
    void generators_are_read_by_themselves() {
        Diagnostics diagnostics = new Diagnostics();
        List<Generator> generators = Parser.generators(Source.of("test", "i <- ID, i > 0"), diagnostics).orElseThrow();
        assertEquals(2, generators.size());
        assertEquals(Optional.empty(), Parser.generators(Source.of("test", "i <- ID,"), diagnostics));
        assertEquals("test:1:9: expected an expression, but found the end of the text [CSP0201]", diagnostics.all().getFirst().toString());
    }

    // Assertions

    private static Assertion assertion(String text) {
        Diagnostics diagnostics = new Diagnostics();
        return Parser.assertionBody(Source.of("test", text), diagnostics)
                .orElseThrow(() -> new AssertionError(diagnostics.all().toString()));
    }

    @Test
    void models_have_defaults() {
        assertEquals(Assertion.Model.FD, ((Claim.DeadlockFree) assertion("P :[deadlock free]").claim()).model());
        assertEquals(Assertion.Model.F, ((Claim.DeadlockFree) assertion("P :[deadlock-free[F]]").claim()).model());
        assertEquals(Assertion.Model.FD, ((Claim.Deterministic) assertion("P : [Deterministic]").claim()).model());
        assertEquals(Assertion.Model.T, ((Claim.HasTrace) assertion("P :[has trace]: <a>").claim()).model());
        assertInstanceOf(Claim.DivergenceFree.class, assertion("P :[livelock free [FD]]").claim());
    }

    @Test
    void options_follow_the_claim() {
        Assertion assertion = assertion("P [F= Q :[tau priority]: {tock} :[partial order reduce [hybrid]]");
        assertTrue(assertion.priority().isPresent());
        assertEquals(Optional.of(Assertion.Reduction.HYBRID), assertion.reduction());
    }

    @Test
    void the_text_of_an_assertion_is_what_was_typed_without_comments() {
        assertEquals("not P [T= Q \\{a}", assertion("not  P  -- why\n [T=\n\tQ \\{a}  ").text());
        assertTrue(assertion("not P [T= Q").negated());
    }

    // Includes

    private static final Map<String, String> FILES = Map.of(
            "b", "x = 1\ninclude \"c\"", "c", "f(0) = 0", "loop", "include \"loop2\"", "loop2", "include \"loop\"", "bad", "y = (");

    private static Script including(String text, Diagnostics diagnostics) {
        Includes files = (name, _, _) -> FILES.containsKey(name)
                ? new Includes.Answer.Found(Source.of(name, FILES.get(name)))
                : new Includes.Answer.Missing("there is none");
        return Parser.script(Source.of("a", text), files, diagnostics);
    }

    @Test
    void included_declarations_stand_where_the_include_stood_and_know_their_file() {
        Diagnostics diagnostics = new Diagnostics();
        Script script = including("include \"b\" -- comment\nf(1) = 1\nmodule M\nexports\ninclude \"c\"\nendmodule", diagnostics);
        assertEquals(List.of(), diagnostics.all());
        assertEquals(3, script.declarations().size());
        assertEquals("b:1:1", script.declarations().get(0).span().toString());
        assertEquals(2, ((Declaration.Function) script.declarations().get(1)).clauses().size());
    }

    @Test
    void cycles_and_missing_files_are_told_at_the_include() {
        Diagnostics diagnostics = new Diagnostics();
        including("include \"loop\"\ninclude \"none\"\ninclude \"bad\"\n", diagnostics);
        assertEquals(List.of(
                "loop2:1:1: this file includes itself [CSP0208]",
                "a:2:1: cannot read `none` [CSP0207]",
                "bad:1:6: expected an expression, but found the end of the text [CSP0201]"),
                diagnostics.all().stream().map(Object::toString).toList());
        assertEquals("a includes loop includes loop2 includes loop", diagnostics.all().getFirst().cause());
    }

    // Errors

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            P =                       ~ 1:4 CSP0201 expected an expression, but found the end of the text
            P = f(x                   ~ 1:8 CSP0203 expected `)` to close this bracket, but found the end of the text
            P = f(x))                 ~ 1:9 CSP0201 expected an operator or the end of the declaration, but found `)`
            P = a b                   ~ 1:7 CSP0201 expected an operator or the end of the declaration, but found the name `b`
            P [T= Q                   ~ 1:3 CSP0201 expected `=`, but found `[T=`
            P(x) == x                 ~ 1:10 CSP0201 expected `=` after the left side of a definition, but found the end of the text
            f(x)+1 = 2                ~ 1:1 CSP0204 this is not a pattern
            f(-true) = 1              ~ 1:3 CSP0204 this is not a pattern
            f({x, y}) = 1             ~ 1:3 CSP0204 a set pattern has at most one element
            P = {0 | 0 <- _}          ~ 1:15 CSP0205 `_` may stand only in a pattern
            P = x @@ y                ~ 1:7 CSP0205 `@@` may stand only in a pattern
            P = ()                    ~ 1:6 CSP0201 expected an expression, but found `)`
            P = if a then b           ~ 1:16 CSP0201 expected `else` as every `if` has one, but found the end of the text
            P = let x = 1             ~ 1:14 CSP0201 expected `within` after the declarations of `let`, but found the end of the text
            P = c?x:S.T -> STOP       ~ 1:10 CSP0201 expected `->` or another field, but found `.`
            P = c?x                   ~ 1:8 CSP0201 expected `->` or another field after the communication, but found the end of the text
            P = let channel c within 1 ~ 1:9 CSP0217 channels cannot be declared inside `let`
            P = || x:S @ Q            ~ 1:14 CSP0201 expected `[` before the alphabet of each process, but found the name `Q`
            include x                 ~ 1:1 CSP0206 this include is not complete
            include "x" y = 1         ~ 1:1 CSP0206 this include is not complete
            f :: Int                  ~ 1:1 CSP0212 `f` has a type but no definition
            f :: Eqs a => a           ~ 1:6 CSP0213 there is no type class `Eqs`
            instance I = M()          ~ 1:15 CSP0209 these parentheses are empty
            exports                   ~ 1:1 CSP0201 expected an expression, but found `exports`
            assert P                  ~ 1:9 CSP0201 expected a claim after the process, but found the end of the text
            assert P [X= Q            ~ 1:10 CSP0210 there is no model `X`
            assert P :[dead free]     ~ 1:10 CSP0210 there is no property `:[dead free]`
            assert P :[deadlock free [T]] ~ 1:27 CSP0210 this property cannot be seen in traces
            assert P [T= Q :[quickly] ~ 1:16 CSP0210 there is no option `:[quickly]`
            assert P [T= Q :[tau priority]: {} :[tau priority over]: {} ~ 1:36 CSP0211 this option is given twice
            """)
    void an_error_is_told_where_it_is(String text, String error) {
        assertEquals(List.of(error), Reading.errors(text));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "~~", quoteCharacter = '^', textBlock = """
            P(x) = if x = 1 then P else Q ~~ `=` defines a name ~~ compare with `==`
            P = Q | {a} ~~ in double quotes YAML reads a backslash as the beginning of an escape, and `|\\` as `|` ~~ write `|\\ A` to keep nothing but A, in YAML without quotes or in single ones
            P = a - > P               ~~ ^^ ~~ write the arrow `->` without a blank
            P = x <> y                ~~ `<>` is the empty sequence ~~ write `!=` for "different"
            P = a && b                ~~ ^^ ~~ write `and` for truth values
            P = STOP || SKIP          ~~ `||` stands between two alphabets or before generators ~~ write `P [A || B] Q`, `P [| A |] Q` or `P ||| Q` for processes, `or` for truth values
            f x = 1                   ~~ ^^ ~~ a function takes its arguments in parentheses, as in `f(x)`
            x = let y = 1 in y        ~~ ^^ ~~ `let` goes with `within`
            s = <a, b | a <- s, a > b> ~~ the `>` before it closed a sequence ~~ put a comparison inside a sequence in parentheses: `(x > y)`
            datatype T = A, B         ~~ constructors are separated by `|` ~~ ^^
            P == STOP                 ~~ `==` compares, `=` defines ~~ ^^
            P [T= Q                   ~~ a declaration began here, and this looks like an assertion ~~ begin it with `assert`
            """)
    void a_common_slip_is_explained(String text, String cause, String hint) {
        Diagnostics diagnostics = new Diagnostics();
        Parser.script(Source.of("test", text), Includes.none(), diagnostics);
        assertEquals(cause, diagnostics.all().getFirst().cause());
        assertEquals(hint, diagnostics.all().getFirst().hint());
    }

    @Test
    void a_line_that_was_not_finished_is_named_as_the_cause() {
        Diagnostics diagnostics = new Diagnostics();
        Parser.script(Source.of("test", "P = a ->\nQ = STOP"), Includes.none(), diagnostics);
        assertEquals("the line before is not complete, so this one was read as its end", diagnostics.all().getFirst().cause());
    }

    @Test
    void an_open_bracket_is_shown_where_it_was_opened() {
        Diagnostics diagnostics = new Diagnostics();
        Parser.script(Source.of("test", "P = {1,\n  2\nQ = 1"), Includes.none(), diagnostics);
        assertEquals("test:1:5", diagnostics.all().getFirst().notes().getFirst().span().toString());
    }

    @Test
    void all_errors_of_a_script_are_told_and_names_in_them_excused() {
        Diagnostics diagnostics = new Diagnostics();
        Script script = Parser.script(
                Source.of("test", "P = (\nchannel c, :\nQ = let x =\n  within x\nR = STOP\nmodule M\n  y = )\nexports\n  z = ]\nendmodule"),
                Includes.none(), diagnostics);
        assertEquals(List.of("2:1", "2:12", "4:3", "7:7", "9:7"), diagnostics.all().stream()
                .map(d -> d.span().orElseThrow().location().line() + ":" + d.span().orElseThrow().location().column()).toList());
        assertEquals(2, script.declarations().size());
        assertTrue(script.unreadable().containsAll(List.of("P", "c", "Q")), script.unreadable().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "not ", "<", "let x = ", "{|", "- ", "if ", "\\ (", "f(", "[] x:", "Timed {\n", "module M\n"})
    void deep_nesting_is_an_error_and_no_overflow(String opening) {
        String prefix = opening.startsWith("Timed") || opening.startsWith("module") ? "" : "P = ";
        List<String> errors = Reading.errors(prefix + opening.repeat(20_000));
        assertTrue(errors.getFirst().contains("CSP0202"), errors.getFirst());
    }

    @ParameterizedTest
    @ValueSource(strings = {"'", "'a", "\"", "\"a\\", "'\\", "{-", "[T", "a::", "c?", "<", "include", "include \"", "assert", "f ::", "_", "@@"})
    void unfinished_text_is_told_and_no_fault(String text) {
        assertTrue(Reading.errors("P = " + text).size() + Reading.errors(text).size() >= 2, text);
    }

    @Test
    void long_chains_and_lists_are_no_nesting() {
        assertEquals(1, script("P = " + "a -> ".repeat(20_000) + "STOP").size());
        assertEquals(1, script("P = STOP" + " [] STOP".repeat(20_000)).size());
        assertEquals(1, script("S = {0" + ",1".repeat(100_000) + "}").size());
    }
}
