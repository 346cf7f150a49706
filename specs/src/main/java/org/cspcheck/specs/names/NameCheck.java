package org.cspcheck.specs.names;

import java.util.List;
import java.util.Set;
import org.cspcheck.model.source.Diagnostics;
import org.cspcheck.specs.syntax.Assertion;
import org.cspcheck.specs.syntax.Declaration;
import org.cspcheck.specs.syntax.DeepStack;
import org.cspcheck.specs.syntax.Expression;
import org.cspcheck.specs.syntax.Generator;
import org.cspcheck.specs.syntax.Script;

/** Finds what is wrong with names before anything is evaluated. A tree that passed is no deeper than {@link DeepStack} can follow. */
public final class NameCheck {
    private NameCheck() {}

    /**
     * {@return the names at the top of {@code script}}
     *
     * @param given names that are defined elsewhere, such as {@code NETWORK}
     */
    public static Scope script(Script script, Set<String> given, Diagnostics diagnostics) {
        return DeepStack.call(() -> {
            Complaints complaints = new Complaints(diagnostics, script.unreadable());
            Scope outer = Scope.builtIn().given(given).given(script.unreadable()); // what else asks for these is excused as well
            Scope top = new DeclarationNames(complaints).local(script.declarations(), outer);
            ModuleCycles.check(script.declarations(), complaints);
            return top;
        });
    }

    /** Checks an expression that stands where {@code scope} is. */
    public static void expression(Expression expression, Scope scope, Diagnostics diagnostics) {
        DeepStack.call(() -> {
            names(diagnostics).expressions().check(expression, scope);
            return null;
        });
    }

    /** Checks an assertion that stands where {@code scope} is. */
    public static void assertion(Assertion assertion, Scope scope, Diagnostics diagnostics) {
        DeepStack.call(() -> {
            names(diagnostics).assertion(assertion, scope);
            return null;
        });
    }

    /** {@return the scope behind {@code generators}, which stand where {@code scope} is} */
    public static Scope generators(List<Generator> generators, Scope scope, Diagnostics diagnostics) {
        return DeepStack.call(() -> names(diagnostics).expressions().generators(generators, scope));
    }

    private static DeclarationNames names(Diagnostics diagnostics) {
        return new DeclarationNames(new Complaints(diagnostics, Set.of()));
    }
}
