package org.cspcheck.specs.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.Diagnostics;
import org.cspcheck.model.source.Source;
import org.cspcheck.specs.syntax.Declaration;
import org.cspcheck.specs.syntax.Expression;
import org.cspcheck.specs.syntax.Shape;

/** Short ways to read texts in tests. */
final class Reading {
    private Reading() {}

    static Expression expression(String text) {
        Diagnostics diagnostics = new Diagnostics();
        return Parser.expression(Source.of("test", text), diagnostics)
                .orElseThrow(() -> new AssertionError(text + "\n" + diagnostics.all()));
    }

    static void assertSame(String expected, String text) {
        assertEquals(Shape.of(expression(expected)), Shape.of(expression(text)), text);
    }

    /** {@return the declarations of a text without errors} */
    static List<Declaration> script(String text) {
        Diagnostics diagnostics = new Diagnostics();
        List<Declaration> declarations = Parser.script(Source.of("test", text), Includes.none(), diagnostics).declarations();
        assertEquals(List.of(), diagnostics.all(), text);
        return declarations;
    }

    /** {@return the messages about a script, each as {@code line:column code message}} */
    static List<String> errors(String text) {
        Diagnostics diagnostics = new Diagnostics();
        Parser.script(Source.of("test", text), Includes.none(), diagnostics);
        return diagnostics.all().stream().map(Reading::line).toList();
    }

    static String line(Diagnostic diagnostic) {
        var at = diagnostic.span().orElseThrow().location();
        return at.line() + ":" + at.column() + " " + diagnostic.code() + " " + diagnostic.message();
    }
}
