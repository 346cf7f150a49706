package org.cspcheck.specs.names;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.Span;
import org.cspcheck.specs.syntax.Assertion;
import org.cspcheck.specs.syntax.Assertion.Claim;
import org.cspcheck.specs.syntax.Declaration;
import org.cspcheck.specs.syntax.Declaration.Clause;
import org.cspcheck.specs.syntax.Declaration.Constructor;
import org.cspcheck.specs.syntax.Expression;
import org.cspcheck.specs.syntax.Identifier;
import org.cspcheck.specs.syntax.Pattern;
import org.cspcheck.specs.syntax.QualifiedName;

/** The names in declarations, which have been entered into their scope before. */
final class DeclarationNames {
    private final Complaints complaints;
    private final Definitions definitions;
    private final ExpressionNames expressions;
    private final TypeNames types;
    private final Deque<Scope> enclosing = new ArrayDeque<>();

    DeclarationNames(Complaints complaints) {
        this.complaints = complaints;
        this.definitions = new Definitions(complaints);
        this.expressions = new ExpressionNames(complaints, this);
        this.types = new TypeNames(complaints);
    }

    ExpressionNames expressions() {
        return expressions;
    }

    /** {@return a scope inside {@code outer} with {@code declarations}, which have been checked} */
    Scope local(List<Declaration> declarations, Scope outer) {
        Scope scope = outer.inner();
        definitions.enter(declarations, scope);
        check(declarations, scope);
        return scope;
    }

    private void check(List<Declaration> declarations, Scope scope) {
        declarations.forEach(declaration -> check(declaration, scope));
    }

    private void check(Declaration declaration, Scope scope) {
        switch (declaration) {
            case Declaration.Channel(_, _, Optional<Expression> type) -> type.ifPresent(set -> expressions.check(set, scope));
            case Declaration.Datatype(_, _, List<Constructor> constructors) -> constructors.forEach(c -> fields(c, scope));
            case Declaration.Subtype(_, _, List<Constructor> constructors) -> subtype(constructors, scope);
            case Declaration.Nametype(_, _, Expression set) -> expressions.check(set, scope);
            case Declaration.Value(_, _, Expression body) -> expressions.check(body, scope);
            case Declaration.Function function -> function.clauses().forEach(clause -> clause(clause, scope));
            case Declaration.Binding(_, _, Expression body) -> expressions.check(body, scope);
            case Declaration.Transparent(_, List<Identifier> names) ->
                    known(names, BuiltIns.TRANSPARENT, BuiltIns.EXTERNAL, "transparent", "external");
            case Declaration.External(_, List<Identifier> names) ->
                    known(names, BuiltIns.EXTERNAL, BuiltIns.TRANSPARENT, "external", "transparent");
            case Declaration.Annotation(_, _, var scheme) -> types.check(scheme.type(), scope);
            case Declaration.Assert(_, Assertion assertion) -> assertion(assertion, scope);
            case Declaration.Print(_, Expression expression) -> expressions.check(expression, scope);
            case Declaration.Module module -> module(module);
            case Declaration.Instance instance -> instance(instance, scope);
            case Declaration.Timed timed -> timed(timed, scope);
        }
    }

    private void fields(Constructor constructor, Scope scope) {
        constructor.fields().ifPresent(fields -> expressions.check(fields, scope));
    }

    private void clause(Clause clause, Scope scope) {
        List<Pattern> parameters = clause.parameters().stream().flatMap(List::stream).toList();
        expressions.check(clause.body(), scope.inner(PatternVariables.of(parameters, scope, complaints)));
    }

    private void subtype(List<Constructor> constructors, Scope scope) {
        Optional<Definition.Constructor> first = Optional.empty();
        for (Constructor constructor : constructors) {
            fields(constructor, scope);
            Identifier name = constructor.name();
            Definition meant = scope.find(name.text()).orElse(null);
            if (!(meant instanceof Definition.Constructor of)) {
                complaints.add(Diagnostic.error("CSP0311", name.span(), "`" + name + "` is not a constructor of a datatype")
                        .because("a subtype repeats constructors of one datatype, with smaller fields"));
            } else if (first.isPresent() && !first.get().datatype().equals(of.datatype())) {
                complaints.add(Diagnostic.error("CSP0311", name.span(), "`" + name + "` is a constructor of another datatype")
                        .because("it belongs to `" + of.datatype() + "`, the first one to `" + first.get().datatype() + "`")
                        .with(Complaints.notes("it is defined here", of.place())));
            } else {
                first = Optional.of(of);
            }
        }
    }

    private void known(List<Identifier> names, Set<String> allowed, Set<String> others, String keyword, String other) {
        for (Identifier name : names) {
            if (!allowed.contains(name.text())) {
                Diagnostic error = Diagnostic.error("CSP0307", name.span(), "there is no " + keyword + " function `" + name + "`");
                String hint = others.contains(name.text())
                        ? "declare it `" + other + "`"
                        : Spelling.nearest(name.text(), allowed).map(guess -> "did you mean `" + guess + "`?")
                                .orElse("the " + keyword + " functions are " + String.join(", ", allowed.stream().sorted().toList()));
                complaints.add(error.tryThis(hint));
            }
        }
    }

    void assertion(Assertion assertion, Scope scope) {
        switch (assertion.claim()) {
            case Claim.Refinement(Expression specification, _, Expression implementation) -> {
                expressions.check(specification, scope);
                expressions.check(implementation, scope);
            }
            case Claim.DeadlockFree(Expression process, _) -> expressions.check(process, scope);
            case Claim.DivergenceFree(Expression process) -> expressions.check(process, scope);
            case Claim.Deterministic(Expression process, _) -> expressions.check(process, scope);
            case Claim.HasTrace(Expression process, _, Expression trace) -> {
                expressions.check(process, scope);
                expressions.check(trace, scope);
            }
        }
        assertion.priority().ifPresent(events -> expressions.check(events, scope));
    }

    // Modules

    private void module(Declaration.Module module) {
        Scope inside = definitions.inside(module);
        enclosing.push(definitions.exported(module));
        check(module.hidden(), inside);
        check(module.exported(), inside);
        enclosing.pop();
    }

    /** Complains of a name that is used inside a module and belongs to an instance of it. */
    void notOwnInstance(QualifiedName name, Span span, Scope scope) {
        if (enclosing.stream().anyMatch(exported -> scope.isInstanceOf(name, exported))) {
            complaints.add(Diagnostic.error("CSP0314", span,
                            "`" + name + "` is a member of an instance of the module it stands in")
                    .because("each instance of the module would need another one"));
        }
    }

    private void instance(Declaration.Instance instance, Scope scope) {
        instance.arguments().forEach(argument -> expressions.check(argument, scope));
        switch (scope.find(instance.module()).orElse(null)) {
            case null -> complaints.undefined(instance.module(), instance.moduleSpan(), scope);
            case Definition.Module(Span place, int parameters, _) when parameters != instance.arguments().size() ->
                    complaints.add(Diagnostic.error("CSP0312", instance.span(), "module `" + instance.module() + "` takes "
                                    + ExpressionNames.arguments(parameters) + ", but is given " + instance.arguments().size())
                            .with(Complaints.notes("it is defined here", Optional.of(place))));
            case Definition.Module _ -> { }
            default -> complaints.add(
                    Diagnostic.error("CSP0312", instance.moduleSpan(), "`" + instance.module() + "` is not a module"));
        }
    }

    private void timed(Declaration.Timed timed, Scope scope) {
        timed.duration().ifPresent(duration -> expressions.check(duration, scope));
        boolean hasTock = scope.find("tock").orElse(null) instanceof Definition.Channel tock && !tock.carriesData();
        if (!hasTock) {
            Span head = timed.span().source().span(timed.span().start(), timed.span().start() + "Timed".length());
            complaints.add(Diagnostic.error("CSP0313", head, "a timed section needs a channel `tock` without data")
                    .because("the event tock is how time passes")
                    .tryThis("add the line `channel tock`"));
        }
        check(timed.declarations(), scope.inTime());
    }
}
