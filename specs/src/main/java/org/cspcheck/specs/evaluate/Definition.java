package org.cspcheck.specs.evaluate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cspcheck.specs.syntax.Declaration;
import org.cspcheck.specs.syntax.Expression;

/**
 * A named definition as far as one can tell without evaluating it: how it takes its arguments, and whether the result is a process.
 *
 * <p>A call that gives a process is left folded wherever it stands, so that processes which call each other for ever can be passed as
 * arguments. What looks like no process but is one is found when it is evaluated; it only unfolds earlier.
 */
final class Definition {
    private record Body(Expression expression, Set<String> shadowed) {}

    private final Scope scope;
    private final List<Body> bodies;
    private final int[] arities;
    private Boolean process;

    private Definition(Scope scope, List<Body> bodies, int[] arities) {
        this.scope = scope;
        this.bodies = bodies;
        this.arities = arities;
    }

    static Definition of(Declaration.Value value, Scope scope) {
        return new Definition(scope, List.of(new Body(value.body(), Set.of())), new int[0]);
    }

    static Definition of(Declaration.Function function, Scope scope) {
        List<Body> bodies = function.clauses().stream()
                .map(clause -> new Body(clause.body(), variables(clause)))
                .toList();
        return new Definition(scope, bodies, arities(function));
    }

    static int[] arities(Declaration.Function function) {
        return function.clauses().getFirst().parameters().stream().mapToInt(List::size).toArray();
    }

    private static Set<String> variables(Declaration.Clause clause) {
        var names = new HashSet<String>();
        clause.parameters().forEach(list -> list.forEach(pattern -> PatternCompiler.names(pattern, names)));
        return names;
    }

    /** {@return how many argument lists it takes} */
    int lists() {
        return arities.length;
    }

    /** {@return whether, given all its arguments, it is a process} */
    boolean isProcess() {
        if (process == null) {
            process = false;
            process = bodies.stream().anyMatch(body -> isProcess(body.expression, body.shadowed));
        }
        return process;
    }

    private boolean isProcess(Expression expression, Set<String> shadowed) {
        return switch (expression) {
            case Expression.If e -> isProcess(e.then(), shadowed) || isProcess(e.otherwise(), shadowed);
            case Expression.Name e -> result(e, 0, shadowed);
            case Expression.Apply e -> appliedIsProcess(e, shadowed);
            default -> ProcessCompiler.isOperator(expression);
        };
    }

    private boolean appliedIsProcess(Expression.Apply apply, Set<String> shadowed) {
        int lists = 1;
        Expression callee = apply.function();
        while (callee instanceof Expression.Apply inner) {
            lists++;
            callee = inner.function();
        }
        return callee instanceof Expression.Name name && result(name, lists, shadowed);
    }

    private boolean result(Expression.Name name, int lists, Set<String> shadowed) {
        if (name.name().isPlain() && shadowed.contains(name.name().name())) {
            return false;
        }
        return scope.find(name.name())
                .flatMap(Scope::definition)
                .filter(definition -> definition.lists() == lists)
                .map(Definition::isProcess)
                .orElse(false);
    }
}
