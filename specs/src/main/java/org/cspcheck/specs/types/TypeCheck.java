package org.cspcheck.specs.types;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cspcheck.model.source.Diagnostics;
import org.cspcheck.specs.syntax.Assertion;
import org.cspcheck.specs.syntax.DeepStack;
import org.cspcheck.specs.syntax.Expression;
import org.cspcheck.specs.syntax.Generator;
import org.cspcheck.specs.syntax.Script;
import org.cspcheck.specs.types.Type.Atom;
import org.cspcheck.specs.types.Type.SetOf;

/** Finds the mistakes in types of a script whose names are in order, before anything is evaluated. */
public final class TypeCheck {
    private static final Type EVENTS = new SetOf(Atom.EVENT);

    private final Diagnostics diagnostics;
    private final Complaints complaints = new Complaints();
    private final Inference inference = new Inference(complaints);
    private final DeclarationTypes declarations = new DeclarationTypes(inference);
    private final Scope top = Scope.top();

    private TypeCheck(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /**
     * Checks {@code script}.
     *
     * @param given names of processes that are defined elsewhere
     * @return what knows the types of the script's names
     */
    public static TypeCheck script(Script script, Set<String> given, Diagnostics diagnostics) {
        TypeCheck types = new TypeCheck(diagnostics);
        given.forEach(name -> types.top.define(name, new Binding.Local(Atom.PROCESS)));
        types.told(() -> {
            types.declarations.enter(script.declarations(), types.top);
            types.declarations.check(script.declarations(), types.top);
        });
        return types;
    }

    /** Checks an assertion about the script. */
    public void assertion(Assertion assertion) {
        told(() -> declarations.assertion(assertion, top));
    }

    /** Checks an expression that may be of any type. */
    public void expression(Expression expression) {
        told(() -> inference.apart(top, () -> declarations.expressions().infer(expression, top)));
    }

    /** Checks an expression that is to be a process; {@code why} says why. */
    public void process(Expression expression, String why) {
        told(() -> inference.apart(top, () -> declarations.expressions().expect(expression, top, Atom.PROCESS, why)));
    }

    /** Checks an expression that is to be a set of events; {@code why} says why. */
    public void events(Expression expression, String why) {
        told(() -> inference.apart(top, () -> declarations.expressions().expect(expression, top, EVENTS, why)));
    }

    /** What stands behind generators: expressions of any type, processes and sets of events. */
    public void behind(
            List<Generator> generators, List<Expression> values, Optional<Expression> process, Optional<Expression> alphabet) {
        ExpressionTypes expressions = declarations.expressions();
        told(() -> inference.apart(top, () -> {
            Scope inner = expressions.generators().sets(generators, top);
            values.forEach(value -> expressions.infer(value, inner));
            process.ifPresent(written -> expressions.expect(written, inner, Atom.PROCESS, "a network is made of processes"));
            alphabet.ifPresent(written -> expressions.expect(written, inner, EVENTS, "an alphabet is a set of events"));
        }));
    }

    private void told(Runnable work) {
        DeepStack.call(() -> {
            work.run();
            complaints.tell(diagnostics);
            return null;
        });
    }
}
