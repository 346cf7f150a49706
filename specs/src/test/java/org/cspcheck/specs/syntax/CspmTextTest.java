package org.cspcheck.specs.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.cspcheck.model.source.Diagnostics;
import org.cspcheck.model.source.Source;
import org.cspcheck.specs.parse.Includes;
import org.cspcheck.specs.parse.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CspmTextTest {
    @Property(tries = 500)
    void what_is_printed_is_read_back_as_the_same_tree(@ForAll Random random) {
        Expression tree = new RandomSyntax(random).expression(1 + random.nextInt(3));
        String text = CspmText.of(tree);
        assertEquals(Shape.of(tree), Shape.of(read(text)), text);
    }

    private static Expression read(String text) {
        Diagnostics diagnostics = new Diagnostics();
        return Parser.expression(Source.of("test", text), diagnostics)
                .orElseThrow(() -> new AssertionError(text + "\n" + diagnostics.all()));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "a.1?x:{0..3}!y -> P(x) [] b -> STOP",
        "(P ||| Q \\ {| c |}) ||| R",
        "if x == y then P else Q",
        "(if x == y then P else Q) [] R",
        "a -> if b then P else Q",
        "a -> (if b then P else Q) [] R",
        "<x | x <- s, (x > 2)>",
        "{ -1..1}",
        "- -1",
        "(a.b).c.d",
        "[| {| a, b |} |] x <- S @ P(x)",
        "P [ {a} || {b} ] Q",
        "P [ a <-> b, c.x <-> d.x | x <- S ] Q",
        "P[[a <- b, c.x <- d.x | x <- S]](1)",
        "f(x, (y, z))(<>)(\"a\", 'b')",
        "(\\ x, (y, _) @ x + y)(1)",
        "let x = 1 within x",
    })
    void prints_no_more_parentheses_than_needed(String text) {
        assertEquals(text, CspmText.of(read(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "P [T= Q",
        "not P [FD= Q \\ {a} :[tau priority over]: {tock}",
        "P :[deadlock free [F]] :[partial order reduce]",
        "P :[divergence free]",
        "P :[has trace [T]]: <a, b.1>",
    })
    void assertions_are_printed_as_they_are_read(String text) {
        Diagnostics diagnostics = new Diagnostics();
        Assertion assertion = Parser.assertionBody(Source.of("test", text), diagnostics).orElseThrow();
        assertEquals(text, CspmText.of(assertion));
        assertEquals(text, assertion.text());
    }

    @Test
    void declarations_are_printed_as_they_are_read() {
        String text = """
                channel a, b : {0..3}.Bool
                datatype T = A | B.Int.T
                subtype S = A
                nametype N = {0..}
                f :: (Eq a, Ord a) => (a, <b => c>) -> {a =>* b}
                f(0, _)(<x>^xs) = x
                f(n, y)(_) = n
                (p, q) = (1, 2)
                transparent normal
                external chase
                module M(x)
                  h = x
                exports
                  channel c
                  module N
                  exports
                  endmodule
                endmodule
                instance I = M(3)
                Timed(\\ _ @ 1) {
                  R = a.0.true -> R
                }
                assert R [T= STOP
                print f(1, 2)""";
        Diagnostics diagnostics = new Diagnostics();
        List<Declaration> declarations = Parser.script(Source.of("test", text), Includes.none(), diagnostics).declarations();
        assertEquals(List.of(), diagnostics.all());
        assertEquals(text, String.join("\n", declarations.stream().map(CspmText::of).toList()));
    }
}
