package org.cspcheck.specs.names;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.Span;
import org.cspcheck.specs.syntax.Declaration;
import org.cspcheck.specs.syntax.Declaration.Clause;
import org.cspcheck.specs.syntax.Declaration.Constructor;
import org.cspcheck.specs.syntax.DefinedNames;
import org.cspcheck.specs.syntax.Identifier;
import org.cspcheck.specs.syntax.Pattern;

/**
 * Enters declarations into scopes.
 *
 * <p>In three rounds, since order does not matter in CSPm: names that are defined as such; what is inside modules; and patterns, whose
 * variables are known only when all constructors and channels are.
 */
final class Definitions {
    private final Complaints complaints;
    private final Map<Declaration.Module, ModuleScopes> modules = new IdentityHashMap<>();

    private record ModuleScopes(Scope inside, Scope exported) {}

    /** What the first round leaves for the next ones. */
    private record Later(List<Declaration.Module> modules, List<Declaration.Binding> bindings) {
        Later() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    Definitions(Complaints complaints) {
        this.complaints = complaints;
    }

    /** {@return the scope inside {@code module}, which has been entered} */
    Scope inside(Declaration.Module module) {
        return modules.get(module).inside;
    }

    /** {@return what {@code module}, which has been entered, exports} */
    Scope exported(Declaration.Module module) {
        return modules.get(module).exported;
    }

    void enter(List<Declaration> declarations, Scope scope) {
        Later later = new Later();
        enter(declarations, scope, later);
        finish(later, scope);
    }

    private void finish(Later later, Scope scope) {
        later.modules.forEach(module -> enterModule(module, scope));
        later.bindings.forEach(binding -> PatternVariables.of(List.of(binding.pattern()), scope, complaints)
                .forEach((name, variable) -> define(name, new Definition.Value(variable.place().orElseThrow()), scope)));
    }

    private void enter(List<Declaration> declarations, Scope scope, Later later) {
        for (Declaration declaration : declarations) {
            switch (declaration) {
                case Declaration.Channel(_, List<Identifier> names, var type) -> names.forEach(name ->
                        define(name, new Definition.Channel(name.span(), type.isPresent()), scope));
                case Declaration.Datatype(_, Identifier name, List<Constructor> constructors) -> {
                    define(name, new Definition.Type(name.span()), scope);
                    constructors.forEach(constructor -> define(constructor.name(),
                            new Definition.Constructor(constructor.name().span(), name.text()), scope));
                }
                case Declaration.Subtype(_, Identifier name, _) -> define(name, new Definition.Type(name.span()), scope);
                case Declaration.Nametype(_, Identifier name, _) -> define(name, new Definition.Type(name.span()), scope);
                case Declaration.Value(_, Identifier name, _) -> define(name, new Definition.Value(name.span()), scope);
                case Declaration.Function function -> function(function, scope);
                case Declaration.Transparent(_, List<Identifier> names) -> names.forEach(name -> declared(name, scope));
                case Declaration.External(_, List<Identifier> names) -> names.forEach(name -> declared(name, scope));
                case Declaration.Module module -> {
                    ModuleScopes scopes = new ModuleScopes(scope.inner(), scope.inner());
                    define(module.name(),
                            new Definition.Module(module.name().span(), module.parameters().size(), scopes.exported), scope);
                    modules.put(module, scopes);
                    later.modules.add(module);
                }
                case Declaration.Instance(_, Identifier name, _, var of, _) ->
                        define(name, new Definition.Instance(name.span(), of, scope), scope);
                case Declaration.Timed(_, _, List<Declaration> timed) -> enter(timed, scope, later);
                case Declaration.Binding binding -> later.bindings.add(binding);
                case Declaration.Annotation _, Declaration.Assert _, Declaration.Print _ -> { }
            }
        }
    }

    private void enterModule(Declaration.Module module, Scope scope) {
        ModuleScopes scopes = modules.get(module);
        PatternVariables.of(module.parameters(), scope, complaints).forEach(scopes.inside::define);
        Later later = new Later();
        enter(module.hidden(), scopes.inside, later);
        enter(module.exported(), scopes.inside, later);
        finish(later, scopes.inside);
        DefinedNames.of(module.exported(), name ->
                scopes.inside.own(name).ifPresent(definition -> scopes.exported.define(name, definition)));
    }

    private void declared(Identifier name, Scope scope) {
        if (scope.own(name.text()).orElse(null) instanceof Definition.Declared) {
            return;
        }
        define(name, new Definition.Declared(name.span(), name.text()), scope);
    }

    private void define(Identifier name, Definition definition, Scope scope) {
        define(name.text(), definition, scope);
    }

    private void define(String name, Definition definition, Scope scope) {
        scope.define(name, definition).ifPresent(first ->
                complaints.duplicate(name, definition.place().orElseThrow(), first.place()));
    }

    // Functions

    private void function(Declaration.Function function, Scope scope) {
        Clause first = function.clauses().getFirst();
        List<Integer> arities = arities(first);
        function.clauses().stream().filter(clause -> !arities(clause).equals(arities)).findFirst().ifPresent(odd ->
                complaints.add(Diagnostic.error("CSP0304", odd.name().span(),
                                "the clauses of `" + function.name() + "` have different numbers of parameters")
                        .because("this one has " + inWords(arities(odd)) + ", the first one has " + inWords(arities))
                        .with(Complaints.notes("the first clause", Optional.of(first.name().span())))));
        Definition definition = new Definition.Function(function.name().span(), arities);
        scope.define(function.name().text(), definition).ifPresent(before -> apart(function, before));
    }

    private void apart(Declaration.Function function, Definition before) {
        Span span = function.name().span();
        if (!(before instanceof Definition.Function)) {
            complaints.duplicate(function.name().text(), span, before.place());
            return;
        }
        complaints.add(Diagnostic.error("CSP0305", span, "the clauses of `" + function.name() + "` do not stand together")
                .because("something else is defined between them, so this is a second definition of the name")
                .tryThis("move this clause to the others")
                .with(Complaints.notes("the first clause", before.place())));
    }

    private static List<Integer> arities(Clause clause) {
        return clause.parameters().stream().map(List<Pattern>::size).toList();
    }

    private static String inWords(List<Integer> arities) {
        return String.join(" and then ", arities.stream().map(String::valueOf).toList());
    }
}
