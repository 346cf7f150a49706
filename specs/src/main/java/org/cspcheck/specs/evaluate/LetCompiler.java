package org.cspcheck.specs.evaluate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.cspcheck.specs.syntax.Declaration;
import org.cspcheck.specs.syntax.Expression;

/** Compiles the definitions of a {@code let}: first all names, then all bodies, since the order does not matter. */
final class LetCompiler {
    private final ExpressionCompiler outer;
    private final LetCode code;
    private final List<Runnable> bodies = new ArrayList<>();

    LetCompiler(ExpressionCompiler outer, LetCode code) {
        this.outer = outer;
        this.code = code;
    }

    /**
     * @param inside the scope of the definitions themselves
     * @param around the scope of the body
     * @param instance the variable that holds the definitions for the body
     */
    void compile(List<Declaration> declarations, Scope inside, Scope around, Unit.Variable instance) {
        ExpressionCompiler inner = outer.in(inside);
        for (Declaration declaration : declarations) {
            declare(declaration, inner, (name, position, definition) -> {
                inside.put(name, new Meaning.Member(code.self(), code, position, definition));
                around.put(name, new Meaning.Member(instance, code, position, definition));
            });
        }
        bodies.forEach(Runnable::run);
    }

    private interface Names {
        void put(String name, int position, Optional<Definition> definition);
    }

    private void declare(Declaration declaration, ExpressionCompiler inner, Names names) {
        switch (declaration) {
            case Declaration.Value d -> names.put(
                    d.name().text(),
                    member(d.name().text(), position -> code.define(position, inner.compile(d.body()))),
                    Optional.of(Definition.of(d, inner.scope)));
            case Declaration.Function d -> names.put(
                    d.name().text(),
                    member(d.name().text(), position -> code.define(position, inner.function(d.name().text(), d.span(), d.clauses()))),
                    Optional.of(Definition.of(d, inner.scope)));
            case Declaration.Binding d -> binding(d, inner, names);
            case Declaration.Transparent d -> d.names().forEach(name ->
                    inner.scope.put(name.text(), new Meaning.BuiltIn(BuiltIns.declared(inner.context, name.text()))));
            case Declaration.External d -> d.names().forEach(name ->
                    inner.scope.put(name.text(), new Meaning.BuiltIn(BuiltIns.declared(inner.context, name.text()))));
            case Declaration.Timed d -> d.declarations().forEach(timed -> declare(timed, inner, names));
            case Declaration.Annotation d -> {}
            case Declaration.Print d -> {}
            case Declaration.Assert d -> {}
            case Declaration.Channel d -> {}
            case Declaration.Datatype d -> {}
            case Declaration.Subtype d -> {}
            case Declaration.Nametype d -> {}
            case Declaration.Module d -> {}
            case Declaration.Instance d -> {}
        }
    }

    private int member(String name, Consumer<Integer> body) {
        int position = code.declare(name);
        bodies.add(() -> body.accept(position));
        return position;
    }

    /** A pattern: one member for the tuple of all its variables, and one for each that takes it apart. */
    private void binding(Declaration.Binding binding, ExpressionCompiler inner, Names names) {
        var matched = new BindingCode(binding.span());
        int whole = member("", position -> {
            ExpressionCompiler within = inner.in(inner.scope.inner());
            Code body = inner.compile(binding.body());
            Matcher pattern = within.pattern(binding.pattern());
            matched.define(pattern, body, within.scope);
            code.define(position, matched);
        });
        var variables = new HashSet<String>();
        PatternCompiler.names(binding.pattern(), variables);
        variables.stream().sorted().forEach(name -> {
            if (!(inner.scope.find(org.cspcheck.specs.syntax.QualifiedName.of(name)).orElse(null) instanceof Meaning.OfSymbol)) {
                int part = member(name, position -> code.define(
                        position, matched.part(name, new StructureCode.OfMember(binding.span(), code.self().slot(), whole, false))));
                names.put(name, part, Optional.empty());
            }
        });
    }
}
