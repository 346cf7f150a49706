package org.cspcheck.specs.names;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.Diagnostics;
import org.cspcheck.model.source.Source;
import org.cspcheck.specs.parse.Includes;
import org.cspcheck.specs.parse.Parser;
import org.cspcheck.specs.syntax.QualifiedName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameCheckTest {
    private final Diagnostics diagnostics = new Diagnostics();

    private Scope scope(String text) {
        return NameCheck.script(Parser.script(Source.of("test", text), Includes.none(), diagnostics), Set.of("NETWORK"), diagnostics);
    }

    private List<String> told(String text) {
        scope(text.replace(';', '\n').replace('¦', ';'));
        return diagnostics.all().stream().map(NameCheckTest::line).toList();
    }

    private static String line(Diagnostic diagnostic) {
        return diagnostic.span().orElseThrow().location().line() + ":" + diagnostic.span().orElseThrow().location().column() + " "
                + diagnostic.code() + " " + diagnostic.message();
    }

    /** Semicolons stand for line ends. */
    @ParameterizedTest
    @ValueSource(strings = {
        "P = Q;Q = P",
        "f(x) = let y = x;g(z) = y + z within g(y)",
        "channel c : {0..1};P = c?x:{y | y <- {0..1}}!x -> c.x -> STOP",
        "datatype T = A | B.T;f(A) = 1;f(B.x) = f(x)",
        "channel tock;f(tock) = 1;Timed { P = WAIT(1) }",
        "f(tock) = tock + 1",
        "S = {union | union <- {1}}",
        "union(x, y, z) = x;P = union(1, 2, 3)",
        "transparent normal;transparent normal;P = normal(STOP)",
        "P = let transparent normal within normal(STOP)",
        "P = [] x:S, y:f(x) @ y;S = {};f(_) = S",
        "channel a, b;P = STOP [[a <- b | x <- {1}, x > 0]] [a <-> b] NETWORK",
        "module M(x);exports;channel c : x;f(c.y) = y;endmodule;instance I = M({0});P = I::f(I::c.0)",
        "module M;exports;module N;exports;x = 1;endmodule;endmodule;y = M::N::x",
        "f :: (a, Int) -> T;f(x, y) = A;datatype T = A",
        "f(<x>^xs, \"a\"^ys) = xs",
        "f(x @@ <y>) = x;g = f(<1>)",
        "datatype T = A.{0, 1} | B;subtype U = A.{0} | B",
        "P = \\ x, y @ f(x)(y);f(x) = \\ y @ x",
        "x = True or False",
    })
    void what_is_defined_may_be_used(String text) {
        assertEquals(List.of(), told(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            P = Q                         ~ 1:5 CSP0301 `Q` is not defined
            P = sbisim(STOP)              ~ 1:5 CSP0301 `sbisim` is not defined
            P = c?x -> x;channel c : {x}  ~ 2:14 CSP0301 `x` is not defined
            P = {x | y <- {1}}            ~ 1:6 CSP0301 `x` is not defined
            P = {1 | x <- {y}, y <- {1}}  ~ 1:16 CSP0301 `y` is not defined
            f(M::x) = 1                   ~ 1:3 CSP0301 `M::x` is not defined
            f :: (T) -> Int;f(x) = x      ~ 1:7 CSP0301 `T` is not defined
            P = timed_priority(STOP)      ~ 1:5 CSP0301 `timed_priority` is not defined
            x = 1;x = 2                   ~ 2:1 CSP0302 `x` is defined twice in the same scope
            channel c;datatype T = c      ~ 2:14 CSP0302 `c` is defined twice in the same scope
            P = let x = 1;(x, y) = P within x ~ 2:2 CSP0302 `x` is defined twice in the same scope
            module M;x = 1;exports;x = 2;endmodule ~ 4:1 CSP0302 `x` is defined twice in the same scope
            f(x, x) = 1                   ~ 1:6 CSP0303 the variable `x` is bound twice
            f(x)(x) = 1                   ~ 1:6 CSP0303 the variable `x` is bound twice
            channel a : {0}.{0};P = a?x?x -> STOP ~ 2:9 CSP0303 the variable `x` is bound twice
            f(x) = 1;f(x, y) = 2          ~ 2:1 CSP0304 the clauses of `f` have different numbers of parameters
            f(0) = 1;g = 2;f(1) = 2       ~ 3:1 CSP0305 the clauses of `f` do not stand together
            f(x, y) = x;P = f(1)          ~ 2:5 CSP0306 `f` takes 2 arguments here, but is given 1
            f(x)(y) = x;P = f(1)(2, 3)    ~ 2:5 CSP0306 `f` takes 1 argument here, but is given 2
            P = union({1})                ~ 1:5 CSP0306 `union` takes 2 arguments here, but is given 1
            transparent nomal             ~ 1:13 CSP0307 there is no transparent function `nomal`
            external normal               ~ 1:10 CSP0307 there is no external function `normal`
            f(xs^ys) = xs                 ~ 1:3 CSP0308 this pattern does not say where its parts divide
            channel tock, a;Timed { P = STOP [a <-> a] STOP } ~ 2:13 CSP0310 linked parallel has no timed form
            subtype T = A                 ~ 1:13 CSP0311 `A` is not a constructor of a datatype
            datatype T = A;datatype U = B;subtype V = A | B ~ 3:17 CSP0311 `B` is a constructor of another datatype
            module M(x);exports;endmodule;instance I = M ~ 4:1 CSP0312 module `M` takes 1 argument, but is given 0
            x = 1;instance I = x          ~ 2:14 CSP0312 `x` is not a module
            Timed { P = STOP }            ~ 1:1 CSP0313 a timed section needs a channel `tock` without data
            module M(x);exports;instance I = M(1);endmodule ~ 3:1 CSP0314 module `M` contains an instance of itself
            module M(x);y = I::z;exports;z = 1;endmodule;instance I = M(1) ~ 2:5 CSP0314 `I::z` is a member of an instance of the module it stands in
            """)
    void a_mistake_is_told_where_it_is(String text, String error) {
        assertEquals(List.of(error), told(text));
    }

    @Test
    void near_names_are_proposed_with_their_place() {
        told("channel coffee;P = cofee -> STOP");
        assertEquals("did you mean `coffee`?", diagnostics.all().getFirst().hint());
        assertEquals("test:1:9", diagnostics.all().getFirst().notes().getFirst().span().toString());
    }

    @Test
    void a_name_that_is_missed_often_is_told_once() {
        assertEquals(1, told("P = x + x;Q = x").size());
    }

    @Test
    void names_in_unreadable_declarations_are_not_missed() {
        assertEquals(List.of("1:6 CSP0201 expected an operator or the end of the declaration, but found `)`"), told("x = 1);P = x"));
    }

    @Test
    void private_members_and_members_of_modules_with_parameters_are_not_seen() {
        String module = "module M(p);x = p;exports;y = x;endmodule;module N;x = 1;exports;yes = 1;endmodule;";
        told(module + "a = M::y;b = N::x");
        assertEquals(List.of("`M::y` is not defined", "`N::x` is not defined"), diagnostics.all().stream().map(Diagnostic::message).toList());
        assertEquals("declare `instance I = M(..)` and write `I::y`", diagnostics.all().getFirst().hint());
        assertEquals("the module does not export it; what stands before `exports` is private", diagnostics.all().getLast().cause());
    }

    @Test
    void a_scope_answers_for_the_whole_script() {
        Scope scope = scope("module M\nexports\nf(x, y) = x\nendmodule\ninstance I = M\nchannel c : {0}");
        assertInstanceOf(Definition.Channel.class, scope.find("c").orElseThrow());
        assertEquals(List.of(2), ((Definition.Function) scope.find(new QualifiedName(List.of("I"), "f")).orElseThrow()).arities());
        assertInstanceOf(Definition.BuiltIn.class, scope.find("NETWORK").orElseThrow());
        assertEquals(Optional.empty(), scope.find("f"));
        assertTrue(scope.visible().containsAll(List.of("M", "I", "c", "STOP")));
    }

    @Test
    void expressions_outside_the_script_are_checked_in_its_scope() {
        Scope scope = scope("f(x) = x");
        var generators = Parser.generators(Source.of("for", "i <- {1}"), diagnostics).orElseThrow();
        Scope inner = NameCheck.generators(generators, scope, diagnostics);
        NameCheck.expression(Parser.expression(Source.of("process", "f(i) ; g(i)"), diagnostics).orElseThrow(), inner, diagnostics);
        assertEquals(List.of("process:1:8: `g` is not defined [CSP0301]"), diagnostics.all().stream().map(Object::toString).toList());
    }

    @Test
    void an_instance_of_itself_has_no_members_and_does_not_hang() {
        assertTrue(told("instance X = X::N;y = X::z").getFirst().contains("CSP0301"));
    }

    @Test
    void a_tree_without_end_is_refused_once() {
        assertEquals(List.of("CSP0309"),
                told("P = STOP" + " [] STOP".repeat(60_000)).stream().map(line -> line.split(" ")[1]).toList());
    }
}
