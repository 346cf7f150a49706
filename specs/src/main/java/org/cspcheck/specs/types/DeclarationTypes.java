package org.cspcheck.specs.types;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.cspcheck.model.source.Span;
import org.cspcheck.specs.syntax.Assertion;
import org.cspcheck.specs.syntax.Declaration;
import org.cspcheck.specs.syntax.Declaration.Clause;
import org.cspcheck.specs.syntax.Expression;
import org.cspcheck.specs.syntax.Identifier;
import org.cspcheck.specs.syntax.Pattern;
import org.cspcheck.specs.syntax.TypeExpression;
import org.cspcheck.specs.types.Definition.Kind;
import org.cspcheck.specs.types.Type.Atom;
import org.cspcheck.specs.types.Type.Data;
import org.cspcheck.specs.types.Type.Function;
import org.cspcheck.specs.types.Type.Sequence;
import org.cspcheck.specs.types.Type.SetOf;

/** The types of what declarations define: first the names are entered, then each definition is worked out. */
final class DeclarationTypes {
    private final Inference inference;
    private final BuiltInTypes builtIns;
    private final PatternTypes patterns;
    private final ExpressionTypes expressions;
    private final FieldTypes fields;
    private final AnnotationTypes annotations;
    private final ModuleTypes modules;

    DeclarationTypes(Inference inference) {
        this.inference = inference;
        this.builtIns = new BuiltInTypes(inference);
        this.patterns = new PatternTypes(inference);
        this.expressions = new ExpressionTypes(inference, builtIns, patterns, this);
        this.fields = new FieldTypes(inference, expressions);
        this.annotations = new AnnotationTypes(inference);
        this.modules = new ModuleTypes(inference, patterns, expressions, this);
    }

    ExpressionTypes expressions() {
        return expressions;
    }

    /** {@return a scope inside {@code outer} with the declarations of a {@code let}, which have been checked} */
    Scope local(List<Declaration> declarations, Scope outer) {
        Scope scope = outer.region(Region.inside(outer.region(), Optional.empty()), inference.active(), inference.level());
        enter(declarations, scope);
        check(declarations, scope);
        return scope;
    }

    // Entering

    /** Enters all names that {@code declarations} define into {@code scope}. */
    void enter(List<Declaration> declarations, Scope scope) {
        Map<String, TypeExpression.Scheme> written = new HashMap<>();
        annotated(declarations, written);
        enter(declarations, scope, written);
    }

    private static void annotated(List<Declaration> declarations, Map<String, TypeExpression.Scheme> written) {
        for (Declaration declaration : declarations) {
            if (declaration instanceof Declaration.Annotation(_, List<Identifier> names, TypeExpression.Scheme type)) {
                names.forEach(name -> written.put(name.text(), type));
            } else if (declaration instanceof Declaration.Timed timed) {
                annotated(timed.declarations(), written);
            }
        }
    }

    private void enter(List<Declaration> declarations, Scope scope, Map<String, TypeExpression.Scheme> written) {
        List<Declaration.Binding> bindings = new ArrayList<>();
        for (Declaration declaration : declarations) {
            switch (declaration) {
                case Declaration.Channel(_, List<Identifier> names, Optional<Expression> type) -> names.forEach(name ->
                        define(name, scope, written, Kind.MATCHED, own -> fields.channel(type, scope, own, name.span())));
                case Declaration.Datatype datatype -> datatype(datatype, scope, written);
                case Declaration.Subtype subtype ->
                        define(subtype.name(), scope, written, Kind.SINGLE, own -> fields.subtype(subtype, scope, own));
                case Declaration.Nametype(_, Identifier name, Expression set) ->
                        define(name, scope, written, Kind.GENERAL, own -> fields.nametype(set, scope, own));
                case Declaration.Value(_, Identifier name, Expression body) -> value(name, body, scope, written);
                case Declaration.Function function -> function(function, scope, written);
                case Declaration.Binding binding -> bindings.add(binding);
                case Declaration.Transparent(_, List<Identifier> names) -> names.forEach(name -> declared(name, scope));
                case Declaration.External(_, List<Identifier> names) -> names.forEach(name -> declared(name, scope));
                case Declaration.Module module -> modules.enter(module, scope);
                case Declaration.Instance instance -> modules.enter(instance, scope);
                case Declaration.Timed timed -> enter(timed.declarations(), scope, written);
                case Declaration.Annotation _, Declaration.Assert _, Declaration.Print _ -> { }
            }
        }
        bindings.forEach(binding -> binding(binding, scope));
    }

    private void declared(Identifier name, Scope scope) {
        Definition definition = new Definition(scope, List.of(name.text()), Kind.GENERAL,
                types -> Unifier.unify(types.get(name.text()), builtIns.declared(name.text())));
        scope.define(name.text(), new Binding.Defined(definition));
    }

    /** Defines {@code name}, which has its own type checked against its annotation, if it has one. */
    private Definition define(
            Identifier name, Scope scope, Map<String, TypeExpression.Scheme> written, Kind kind, Consumer<Type> body) {
        String text = name.text();
        TypeExpression.Scheme type = written.get(text);
        Definition definition = new Definition(scope, List.of(text), kind, types -> {
            body.accept(types.get(text));
            if (type != null) {
                Type given = annotations.checked(type, scope).type();
                inference.unify(name.span(), given, types.get(text), "so its annotation says");
            }
        });
        scope.define(text, new Binding.Defined(definition));
        return definition;
    }

    private void datatype(Declaration.Datatype datatype, Scope scope, Map<String, TypeExpression.Scheme> written) {
        Data data = new Data(datatype.name().text());
        define(datatype.name(), scope, written, Kind.SINGLE, own -> Unifier.unify(own, new SetOf(data)));
        for (Declaration.Constructor constructor : datatype.constructors()) {
            define(constructor.name(), scope, written, Kind.MATCHED, own -> fields.constructor(constructor, scope, own, data));
        }
    }

    private interface Work {
        void on(Type type, Scope scope);
    }

    private void value(Identifier name, Expression body, Scope scope, Map<String, TypeExpression.Scheme> written) {
        general(name, scope, written, (type, inner) ->
                expressions.expect(body, inner, type, "so `" + name + "` is declared, or used in its own definition"));
    }

    private void function(Declaration.Function function, Scope scope, Map<String, TypeExpression.Scheme> written) {
        general(function.name(), scope, written, (type, inner) -> {
            List<List<Type>> parameters = new ArrayList<>();
            for (List<Pattern> list : function.clauses().getFirst().parameters()) {
                parameters.add(list.stream().<Type>map(_ -> inference.fresh()).toList());
            }
            Type result = inference.fresh();
            Type whole = result;
            for (List<Type> list : parameters.reversed()) {
                whole = new Function(list, whole);
            }
            inference.unify(function.name().span(), type, whole, "so `" + function.name() + "` is declared, or used in its own definition");
            function.clauses().forEach(clause -> clause(clause, parameters, result, inner));
        });
    }

    /** Defines something general; inside its definition the variables of its annotation are known. */
    private void general(Identifier name, Scope scope, Map<String, TypeExpression.Scheme> written, Work work) {
        String text = name.text();
        TypeExpression.Scheme type = written.get(text);
        Definition definition = new Definition(scope, List.of(text), Kind.GENERAL, types -> {
            if (type == null) {
                work.on(types.get(text), scope);
            } else {
                AnnotationTypes.Checked checked = annotations.checked(type, scope);
                Unifier.unify(types.get(text), checked.type());
                work.on(checked.type(), scope.with(checked.variables()));
            }
        });
        scope.define(text, new Binding.Defined(definition));
        if (type != null) {
            definition.written = () -> annotations.scheme(type, scope);
        }
    }

    private void clause(Clause clause, List<List<Type>> parameters, Type result, Scope scope) {
        Map<String, Binding> bound = new HashMap<>();
        for (int i = 0; i < Math.min(parameters.size(), clause.parameters().size()); i++) {
            List<Pattern> list = clause.parameters().get(i);
            for (int j = 0; j < Math.min(list.size(), parameters.get(i).size()); j++) {
                patterns.parameter(list.get(j), parameters.get(i).get(j), scope, bound);
            }
        }
        expressions.expect(clause.body(), scope.inner(bound), result, "all clauses of `" + clause.name() + "` have results of one type");
    }

    private void binding(Declaration.Binding binding, Scope scope) {
        List<String> names = new ArrayList<>();
        modules.variables(binding.pattern(), scope, names);
        Definition definition = new Definition(scope, names, Kind.GENERAL, types -> {
            Map<String, Binding> bound = new HashMap<>();
            types.forEach((name, type) -> bound.put(name, new Binding.Local(type)));
            Type value = inference.fresh();
            patterns.parameter(binding.pattern(), value, scope, bound);
            expressions.expect(binding.body(), scope, value, "the pattern on the left says so");
        });
        names.forEach(name -> scope.define(name, new Binding.Defined(definition)));
    }

    // Checking

    /** Works out what {@code declarations}, which have been entered, define, and what they ask. */
    void check(List<Declaration> declarations, Scope scope) {
        for (Declaration declaration : declarations) {
            switch (declaration) {
                case Declaration.Channel(_, List<Identifier> names, _) -> names.forEach(name -> visit(name, scope));
                case Declaration.Datatype datatype -> {
                    visit(datatype.name(), scope);
                    datatype.constructors().forEach(constructor -> visit(constructor.name(), scope));
                }
                case Declaration.Subtype subtype -> visit(subtype.name(), scope);
                case Declaration.Nametype nametype -> visit(nametype.name(), scope);
                case Declaration.Value value -> visit(value.name(), scope);
                case Declaration.Function function -> visit(function.name(), scope);
                case Declaration.Binding binding -> {
                    List<String> names = new ArrayList<>();
                    modules.variables(binding.pattern(), scope, names);
                    names.forEach(name -> visit(name, scope));
                }
                case Declaration.Module module -> modules.check(module, scope);
                case Declaration.Instance instance -> modules.check(instance, scope);
                case Declaration.Timed timed -> {
                    timed.duration().ifPresent(duration -> inference.apart(scope, () -> expressions.expect(duration, scope,
                            new Function(List.of(Atom.EVENT), Atom.INT), "a timed section has a function from events to the time they take")));
                    check(timed.declarations(), scope);
                }
                case Declaration.Assert(_, Assertion assertion) -> assertion(assertion, scope);
                case Declaration.Print(_, Expression expression) -> inference.apart(scope, () -> expressions.infer(expression, scope));
                case Declaration.Transparent _, Declaration.External _, Declaration.Annotation _ -> { }
            }
        }
    }

    private void visit(Identifier name, Scope scope) {
        visit(name.text(), scope);
    }

    private void visit(String name, Scope scope) {
        if (scope.find(name) instanceof Binding.Defined(Definition definition)) {
            inference.visit(definition);
        }
    }

    void assertion(Assertion assertion, Scope scope) {
        inference.apart(scope, () -> {
            switch (assertion.claim()) {
                case Assertion.Claim.Refinement(Expression specification, _, Expression implementation) -> {
                    process(specification, scope);
                    process(implementation, scope);
                }
                case Assertion.Claim.DeadlockFree(Expression process, _) -> process(process, scope);
                case Assertion.Claim.DivergenceFree(Expression process) -> process(process, scope);
                case Assertion.Claim.Deterministic(Expression process, _) -> process(process, scope);
                case Assertion.Claim.HasTrace(Expression process, _, Expression trace) -> {
                    process(process, scope);
                    expressions.expect(trace, scope, new Sequence(Atom.EVENT), "a trace is a sequence of events");
                }
            }
            assertion.priority().ifPresent(events ->
                    expressions.expect(events, scope, new SetOf(Atom.EVENT), "tau has priority over a set of events"));
        });
    }

    private void process(Expression process, Scope scope) {
        expressions.expect(process, scope, Atom.PROCESS, "an assertion is about processes");
    }
}
