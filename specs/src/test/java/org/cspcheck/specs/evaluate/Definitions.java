package org.cspcheck.specs.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Step;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.Diagnostics;
import org.cspcheck.model.source.Location;
import org.cspcheck.model.source.Source;
import org.cspcheck.model.source.SpecificationException;
import org.cspcheck.specs.names.NameCheck;
import org.cspcheck.specs.names.Scope;
import org.cspcheck.specs.parse.Includes;
import org.cspcheck.specs.parse.Parser;
import org.cspcheck.specs.syntax.Expression;
import org.cspcheck.specs.syntax.Script;

/** A script, and what expressions over its names are worth. */
final class Definitions {
    private final Scope names;
    private final Evaluation evaluation;
    private final Alphabet alphabet = new Alphabet();
    private final FiringRules rules = new FiringRules();

    private Definitions(String text) {
        var diagnostics = new Diagnostics();
        Script script = Parser.script(Source.of("script", text), Includes.none(), diagnostics);
        names = NameCheck.script(script, Set.of(), diagnostics);
        assertEquals(List.of(), diagnostics.all());
        evaluation = new Evaluation(script.declarations(), alphabet);
    }

    static Definitions of(String... lines) {
        return new Definitions(String.join("\n", lines));
    }

    private Expression parsed(String text) {
        var diagnostics = new Diagnostics();
        Expression expression = Parser.expression(Source.of("expression", text), diagnostics).orElse(null);
        if (expression != null) {
            NameCheck.expression(expression, names, diagnostics);
        }
        assertEquals(List.of(), diagnostics.all());
        return expression;
    }

    /** {@return the value as text} */
    String value(String expression) {
        return evaluation.value(parsed(expression)).force().toString();
    }

    /** Asserts that each claim is true. */
    void hold(String... claims) {
        for (String claim : claims) {
            assertEquals("true", value(claim), claim);
        }
    }

    // ---- mistakes

    /** {@return the mistake that evaluating the expression finds} */
    Diagnostic mistake(String expression) {
        return assertThrows(SpecificationException.class, () -> value(expression), expression).diagnostic();
    }

    /** {@return the mistake that running the process through all its states finds} */
    Diagnostic mistakeOf(String process) {
        return assertThrows(SpecificationException.class, () -> states(process), process).diagnostic();
    }

    /** {@code CSP0601 script:3:5}. */
    static String place(Diagnostic mistake) {
        Location at = mistake.span().orElseThrow().location();
        return mistake.code() + " " + at;
    }

    /** {@return the calls that led to the mistake, the innermost first} */
    static List<String> path(Diagnostic mistake) {
        return mistake.notes().stream().map(note -> note.message().replace("in the call ", "")).toList();
    }

    // ---- processes

    Process process(String expression) {
        return rules.settle(evaluation.process(parsed(expression)));
    }

    /** {@return the events that the process offers first, in alphabetical order} */
    String initials(String expression) {
        var events = new TreeSet<String>();
        rules.steps(process(expression)).forEach(step -> events.add(alphabet.name(step.event())));
        return String.join(" ", events);
    }

    /** {@return how many states the process has} */
    int states(String expression) {
        var seen = new HashSet<Process>();
        var open = new ArrayDeque<Process>();
        open.add(process(expression));
        seen.add(open.peek());
        while (!open.isEmpty()) {
            for (Step step : rules.steps(open.poll())) {
                if (seen.add(step.target())) {
                    open.add(step.target());
                }
            }
            assertTrue(seen.size() < 10_000, () -> expression + " has too many states");
        }
        return seen.size();
    }

    void same(String left, String right) {
        assertEquals(process(left), process(right), () -> left + " and " + right);
    }
}
