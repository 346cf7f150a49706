package org.cspcheck.specs.evaluate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.cspcheck.model.source.Span;
import org.cspcheck.model.value.Lazy;
import org.cspcheck.model.value.SetValue;
import org.cspcheck.model.value.Symbol;
import org.cspcheck.model.value.SymbolicSet;
import org.cspcheck.model.value.Value;
import org.cspcheck.specs.syntax.Declaration;
import org.cspcheck.specs.syntax.Expression;
import org.cspcheck.specs.syntax.Identifier;
import org.cspcheck.specs.syntax.Pattern;
import org.cspcheck.specs.syntax.QualifiedName;

/**
 * Gives the names of a script, or of a module, their meanings. Nothing is evaluated here, so the order of declarations does not matter;
 * only instances wait for the modules that they are made of.
 */
final class ScriptCompiler {
    /** An assertion or a print with the scope that it stands in. */
    record Placed<T>(T declaration, Scope scope) {}

    private final Context context;
    private final List<Placed<Declaration.Assert>> assertions = new ArrayList<>();
    private final List<Placed<Declaration.Print>> prints = new ArrayList<>();

    ScriptCompiler(Context context) {
        this.context = context;
    }

    List<Placed<Declaration.Assert>> assertions() {
        return assertions;
    }

    List<Placed<Declaration.Print>> prints() {
        return prints;
    }

    /**
     * @param prefix what stands before the names of channels and constructors when they are written: {@code M::}
     * @param names where the names are put
     * @param bodies the scope that the bodies see
     */
    void declare(List<Declaration> declarations, String prefix, Scope names, Scope bodies) {
        var instances = new ArrayList<Declaration.Instance>();
        for (Declaration declaration : declarations) {
            declare(declaration, prefix, names, bodies, instances);
        }
        while (!instances.isEmpty()) {
            List<Declaration.Instance> ready = instances.stream().filter(instance -> template(instance, bodies).isPresent()).toList();
            if (ready.isEmpty()) {
                Declaration.Instance instance = instances.getFirst();
                throw Faults.of("CSP0301", instance.moduleSpan(), "there is no module " + instance.module(), "",
                        "an instance is made of a module that is seen here; instances must not depend on each other in a circle");
            }
            ready.forEach(instance -> instantiate(instance, prefix, names, bodies));
            instances.removeAll(ready);
        }
    }

    private void declare(Declaration declaration, String prefix, Scope names, Scope bodies, List<Declaration.Instance> instances) {
        switch (declaration) {
            case Declaration.Channel d -> d.names().forEach(name -> channel(name, d.type(), prefix, names, bodies));
            case Declaration.Datatype d -> datatype(d, prefix, names, bodies);
            case Declaration.Subtype d -> value(d.name(), names, () -> subtype(d, bodies));
            case Declaration.Nametype d -> value(d.name(), names, () -> types(bodies).set(d.set()));
            case Declaration.Value d -> definition(d.name(), d.body(), Definition.of(d, bodies), names, bodies);
            case Declaration.Function d -> names.put(d.name().text(), new Meaning.OfScript(
                    global(d.name(), () -> evaluate(bodies, compiler -> compiler.function(d.name().text(), d.span(), d.clauses()))),
                    Optional.of(Definition.of(d, bodies))));
            case Declaration.Binding d -> binding(d, names, bodies);
            case Declaration.Transparent d -> builtIns(d.names(), names);
            case Declaration.External d -> builtIns(d.names(), names);
            case Declaration.Annotation d -> {}
            case Declaration.Assert d -> assertions.add(new Placed<>(d, bodies));
            case Declaration.Print d -> prints.add(new Placed<>(d, bodies));
            case Declaration.Module d -> module(d, prefix, names, bodies);
            case Declaration.Instance d -> instances.add(d);
            case Declaration.Timed d -> timed(d, prefix, names, bodies, instances);
        }
    }

    private void builtIns(List<Identifier> declared, Scope names) {
        declared.forEach(name -> names.put(name.text(), new Meaning.BuiltIn(BuiltIns.declared(context, name.text()))));
    }

    private ExpressionCompiler compiler(Scope scope) {
        return new ExpressionCompiler(context, scope);
    }

    private FieldTypes types(Scope scope) {
        return new FieldTypes(compiler(scope.innerUnit()));
    }

    /** Compiles code that depends on no variable, in a unit of its own, and runs it. */
    private Value evaluate(Scope scope, java.util.function.Function<ExpressionCompiler, Code> compile) {
        Scope own = scope.innerUnit();
        return evaluate(compile.apply(compiler(own)), own);
    }

    static Value evaluate(Code code, Scope scope) {
        return code.eval(scope.unit().frame(new Value[0]));
    }

    private Global global(Identifier name, java.util.function.Supplier<Value> evaluation) {
        return new Global(name.text(), name.span(), evaluation);
    }

    private void value(Identifier name, Scope names, java.util.function.Supplier<Value> evaluation) {
        names.put(name.text(), new Meaning.OfScript(global(name, evaluation), Optional.empty()));
    }

    private void definition(Identifier name, Expression body, Definition definition, Scope names, Scope bodies) {
        Global global = global(name, () -> evaluate(bodies, compiler -> compiler.compile(body)));
        names.put(name.text(), new Meaning.OfScript(global, Optional.of(definition)));
    }

    // ---- channels and types

    private void channel(Identifier name, Optional<Expression> type, String prefix, Scope names, Scope bodies) {
        var symbol = new Symbol(Symbol.Kind.CHANNEL, prefix + name.text(), context.position(), () ->
                type.map(types(bodies)::fields).orElse(List.of()));
        context.declare(symbol);
        names.put(name.text(), new Meaning.OfSymbol(symbol));
    }

    private void datatype(Declaration.Datatype datatype, String prefix, Scope names, Scope bodies) {
        var constructors = new ArrayList<Value>();
        for (Declaration.Constructor constructor : datatype.constructors()) {
            String name = constructor.name().text();
            var symbol = new Symbol(Symbol.Kind.CONSTRUCTOR, prefix + name, context.position(), () ->
                    constructor.fields().map(types(bodies)::fields).orElse(List.of()));
            context.declare(symbol);
            names.put(name, new Meaning.OfSymbol(symbol));
            constructors.add(symbol.bare());
        }
        value(datatype.name(), names, () -> new SymbolicSet.Productions(constructors));
    }

    private SetValue subtype(Declaration.Subtype subtype, Scope bodies) {
        SetValue all = SetValue.EMPTY;
        for (Declaration.Constructor constructor : subtype.constructors()) {
            Meaning meaning = bodies.find(QualifiedName.of(constructor.name().text())).orElse(null);
            if (!(meaning instanceof Meaning.OfSymbol(Symbol symbol)) || symbol.kind() != Symbol.Kind.CONSTRUCTOR) {
                throw Faults.of("CSP0301", constructor.span(), constructor.name() + " is not a constructor of a datatype",
                        "a subtype lists constructors of a datatype, with smaller fields", "declare it in a datatype first");
            }
            List<SetValue> fields = constructor.fields().map(types(bodies)::fields).orElse(List.of());
            if (fields.size() != symbol.arity()) {
                throw Faults.of("CSP0605", constructor.span(),
                        symbol.name() + " has " + symbol.arity() + " fields, but here it has " + fields.size(), "", "");
            }
            all = all.union(restricted(symbol, fields, constructor.span()));
        }
        return all;
    }

    private static SetValue restricted(Symbol symbol, List<SetValue> fields, Span span) {
        if (fields.isEmpty()) {
            return SetValue.of(symbol.bare());
        }
        try {
            List<Value> rests = new SymbolicSet.DotProduct(fields).elements();
            return SetValue.of(rests.stream().map(rest -> DataCode.dot(symbol.bare(), rest, span)).toList());
        } catch (SetValue.InfiniteSetException fault) {
            throw Faults.infiniteSet(span, fault);
        }
    }

    // ---- patterns

    /** {@code (x, y) = e}: one definition for the tuple of the variables, and one for each that takes it apart. */
    private void binding(Declaration.Binding binding, Scope names, Scope bodies) {
        var code = new BindingCode(binding.span());
        var whole = new Global("this pattern", binding.span(), () -> {
            Scope inner = bodies.innerUnit();
            code.define(new PatternCompiler(inner).compile(binding.pattern()), compiler(inner).compile(binding.body()), inner);
            return evaluate(code, inner);
        });
        var variables = new HashSet<String>();
        PatternCompiler.names(binding.pattern(), variables);
        for (String name : variables.stream().sorted().toList()) {
            if (!(bodies.find(QualifiedName.of(name)).orElse(null) instanceof Meaning.OfSymbol)) {
                var part = new Global(name, binding.span(), () -> {
                    return code.part(name, new Code.Constant(binding.span(), whole.value(binding.span()))).eval(new Value[0]);
                });
                names.put(name, new Meaning.OfScript(part, Optional.empty()));
            }
        }
    }

    // ---- modules and timed sections

    private void module(Declaration.Module module, String prefix, Scope names, Scope bodies) {
        var template = new ModuleTemplate(module, bodies);
        Optional<Scope> exports = module.parameters().isEmpty()
                ? Optional.of(exports(template, prefix + module.name().text() + "::", bodies.inner()))
                : Optional.empty();
        names.put(module.name().text(), new Meaning.Namespace(exports, Optional.of(template)));
    }

    /** Compiles a module's declarations into {@code inner}, a scope inside the module's own; returns what can be seen from outside. */
    private Scope exports(ModuleTemplate template, String prefix, Scope inner) {
        declare(template.module().hidden(), prefix, inner, inner);
        Scope seen = inner.inner();
        declare(template.module().exported(), prefix, seen, seen);
        seen.own().forEach(inner::put);
        return seen;
    }

    private static Optional<ModuleTemplate> template(Declaration.Instance instance, Scope bodies) {
        return bodies.find(instance.module())
                .flatMap(meaning -> meaning instanceof Meaning.Namespace namespace ? namespace.template() : Optional.empty());
    }

    private void instantiate(Declaration.Instance instance, String prefix, Scope names, Scope bodies) {
        ModuleTemplate template = template(instance, bodies).orElseThrow();
        List<Pattern> parameters = template.module().parameters();
        if (parameters.size() != instance.arguments().size()) {
            throw Faults.wrongArguments(instance.span(), "module " + instance.module(), parameters.size(), instance.arguments().size());
        }
        Scope inner = template.around().inner();
        for (int i = 0; i < parameters.size(); i++) {
            parameter(parameters.get(i), instance.arguments().get(i), inner, bodies);
        }
        Scope exports = exports(template, prefix + instance.name().text() + "::", inner);
        names.put(instance.name().text(), new Meaning.Namespace(Optional.of(exports), Optional.empty()));
    }

    private void parameter(Pattern pattern, Expression argument, Scope inner, Scope bodies) {
        switch (pattern) {
            case Pattern.Name name -> inner.put(name.name().name(), new Meaning.OfScript(
                    new Global(name.name().name(), name.span(), () -> evaluate(bodies, compiler -> compiler.compile(argument))),
                    Optional.empty()));
            case Pattern.Wildcard wildcard -> {}
            default -> throw Faults.of("CSP0605", pattern.span(), "a module's parameter is a name", "",
                    "take the value apart inside the module: (x, y) = p");
        }
    }

    private void timed(Declaration.Timed timed, String prefix, Scope names, Scope bodies, List<Declaration.Instance> instances) {
        if (!(bodies.find(QualifiedName.of("tock")).orElse(null) instanceof Meaning.OfSymbol(Symbol tock))) {
            throw Faults.of("CSP0301", timed.span(), "a timed section needs the channel tock",
                    "tock marks the passing of time", "declare it before the section: channel tock");
        }
        var duration = timed.duration().<java.util.function.Supplier<Applicable>>map(expression -> {
            var value = new Lazy(() -> evaluate(bodies, compiler -> compiler.compile(expression)));
            return () -> Kinds.function(value.force(), expression.span());
        });
        int event = context.alphabet.number(tock.bare());
        var only = context.sets.of(SetValue.of(tock.bare()), timed.span());
        var timing = new Timing(new Timing.Section(event, only, duration.orElse(null)));
        Scope inside = bodies.timed(timing);
        BuiltIns.timed(timing).forEach((name, value) -> inside.put(name, new Meaning.BuiltIn(value)));
        timed.declarations().forEach(declaration -> declare(declaration, prefix, names, inside, instances));
    }
}
