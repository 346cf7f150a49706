package org.cspcheck.specs.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cspcheck.model.source.Span;
import org.cspcheck.model.value.Sequence;
import org.cspcheck.model.value.Value;
import org.cspcheck.specs.evaluate.Generators.Over;
import org.cspcheck.specs.syntax.Declaration;
import org.cspcheck.specs.syntax.Expression;
import org.cspcheck.specs.syntax.Generator;
import org.cspcheck.specs.syntax.Items;
import org.cspcheck.specs.syntax.Pattern;

/** Compiles expressions of one scope; what is a process operator goes to {@link ProcessCompiler}. */
final class ExpressionCompiler {
    final Context context;
    final Scope scope;

    ExpressionCompiler(Context context, Scope scope) {
        this.context = context;
        this.scope = scope;
    }

    ExpressionCompiler in(Scope inner) {
        return new ExpressionCompiler(context, inner);
    }

    Code compile(Expression expression) {
        Span span = expression.span();
        return switch (expression) {
            case Expression.Number e -> new Code.Constant(span, Value.Int.of(e.value()));
            case Expression.Character e -> new Code.Constant(span, new Value.Char(e.codePoint()));
            case Expression.Text e -> new Code.Constant(span, Sequence.string(e.value()));
            case Expression.Truth e -> new Code.Constant(span, Value.Bool.of(e.value()));
            case Expression.Name e -> name(e);
            case Expression.Tuple e -> DataCode.tuple(span, all(e.items()));
            case Expression.Sequence e -> sequence(span, e.items());
            case Expression.Set e -> set(span, e.items());
            case Expression.EventSet e -> eventSet(e);
            case Expression.MapOf e -> map(e);
            case Expression.Dot e -> DataCode.dots(span, all(parts(e)));
            case Expression.Unary e -> OperatorCode.unary(span, e.operator(), compile(e.operand()));
            case Expression.Binary e -> OperatorCode.binary(span, compile(e.left()), e.operator(), compile(e.right()));
            case Expression.If e -> new StructureCode.OfIf(span, compile(e.condition()), compile(e.then()), compile(e.otherwise()));
            case Expression.Let e -> let(e);
            case Expression.Lambda e -> lambda(e);
            case Expression.Apply e -> apply(e);
            default -> new ProcessCompiler(this).compile(expression);
        };
    }

    List<Code> all(List<Expression> expressions) {
        return expressions.stream().map(this::compile).toList();
    }

    // ---- names and calls

    private Code name(Expression.Name name) {
        Meaning meaning = scope.find(name.name()).orElseThrow(() -> Faults.of(
                "CSP0301", name.span(), name.name() + " is not defined", "", "check the spelling, or define it"));
        return switch (meaning) {
            case Meaning.Local(Unit.Variable variable) -> new Code.Local(name.span(), scope.unit().slotOf(variable));
            case Meaning.Member member ->
                new StructureCode.OfMember(name.span(), scope.unit().slotOf(member.instance()), member.position(), isProcess(meaning, 0));
            case Meaning.OfScript(Global global, Optional<Definition> definition) ->
                new StructureCode.OfGlobal(name.span(), global, isProcess(meaning, 0));
            case Meaning.OfSymbol(var symbol) -> new Code.Constant(name.span(), symbol.bare());
            case Meaning.BuiltIn(Value value) -> new Code.Constant(name.span(), value);
            case Meaning.Namespace n -> throw moduleAsValue(name);
        };
    }

    private static RuntimeException moduleAsValue(Expression.Name name) {
        return Faults.of("CSP0604", name.span(), name.name() + " is a module, not a value", "", "write " + name.name() + "::name");
    }

    private static boolean isProcess(Meaning meaning, int lists) {
        return Scope.definition(meaning)
                .filter(definition -> definition.lists() == lists)
                .map(Definition::isProcess)
                .orElse(false);
    }

    private Code apply(Expression.Apply apply) {
        var lists = new ArrayList<Expression.Apply>();
        Expression callee = apply;
        while (callee instanceof Expression.Apply inner) {
            lists.addFirst(inner);
            callee = inner.function();
        }
        boolean process = callee instanceof Expression.Name name
                && scope.find(name.name()).map(meaning -> isProcess(meaning, lists.size())).orElse(false);
        Code code = compile(callee);
        for (Expression.Apply list : lists) {
            boolean last = list == lists.getLast();
            Code[] arguments = all(list.arguments()).toArray(Code[]::new);
            code = new StructureCode.OfApply(list.span(), code, arguments, last && process);
        }
        return code;
    }

    // ---- data

    private static List<Expression> parts(Expression expression) {
        if (!(expression instanceof Expression.Dot dot)) {
            return List.of(expression);
        }
        var parts = new ArrayList<>(List.of(dot.left()));
        parts.addAll(parts(dot.right()));
        return parts;
    }

    private Code sequence(Span span, Items items) {
        Scoped<Code> compiled = scoped(Over.SEQUENCES, items.generators(), inner -> switch (items) {
            case Items.Listed listed -> DataCode.sequence(span, inner.all(listed.heads()));
            case Items.Range range ->
                DataCode.sequenceRange(span, inner.compile(range.from()), range.to().map(inner::compile).orElse(null));
        });
        return compiled.generators == null
                ? compiled.body
                : new DataCode.SequenceComprehension(span, compiled.generators, compiled.body);
    }

    private Code set(Span span, Items items) {
        Scoped<Code> compiled = scoped(Over.SETS, items.generators(), inner -> switch (items) {
            case Items.Listed listed -> DataCode.set(span, inner.all(listed.heads()));
            case Items.Range range ->
                DataCode.setRange(span, inner.compile(range.from()), range.to().map(inner::compile).orElse(null));
        });
        return compiled.generators == null ? compiled.body : new DataCode.SetComprehension(span, compiled.generators, compiled.body);
    }

    private Code eventSet(Expression.EventSet e) {
        Scoped<Code> compiled =
                scoped(Over.SETS, e.generators(), inner -> DataCode.productions(e.span(), inner.all(e.heads())));
        return compiled.generators == null
                ? compiled.body
                : new DataCode.SetComprehension(e.span(), compiled.generators, compiled.body);
    }

    private Code map(Expression.MapOf e) {
        return DataCode.map(
                e.span(),
                e.entries().stream().map(entry -> compile(entry.key())).toList(),
                e.entries().stream().map(entry -> compile(entry.value())).toList());
    }

    // ---- generators

    /** What stands under generators, with the generators; these are null where there are none. */
    record Scoped<T>(Generators generators, T body) {}

    /** Compiles the body where the generators' variables are seen. */
    <T> Scoped<T> scoped(Over over, List<Generator> generators, java.util.function.Function<ExpressionCompiler, T> body) {
        if (generators.isEmpty()) {
            return new Scoped<>(null, body.apply(this));
        }
        ExpressionCompiler inner = in(scope.inner());
        var steps = new ArrayList<Generators.Step>();
        for (Generator generator : generators) {
            switch (generator) {
                case Generator.Condition c -> steps.add(new Generators.Step.Condition(inner.compile(c.condition())));
                case Generator.Drawn d -> {
                    Code range = inner.compile(d.range());
                    inner = in(inner.scope.inner());
                    steps.add(new Generators.Step.Drawn(inner.pattern(d.pattern()), range));
                }
            }
        }
        return new Scoped<>(new Generators(over, steps), body.apply(inner));
    }

    Matcher pattern(Pattern pattern) {
        return new PatternCompiler(scope).compile(pattern);
    }

    // ---- structure

    private Code let(Expression.Let let) {
        Scope around = scope.inner();
        Unit.Variable instance = scope.unit().declare();
        Scope inside = scope.innerUnit();
        var code = new LetCode(inside.unit(), context.number());
        new LetCompiler(this, code).compile(let.declarations(), inside, around, instance);
        return new StructureCode.OfLet(let.span(), code, instance.slot(), in(around).compile(let.body()));
    }

    private Code lambda(Expression.Lambda lambda) {
        var clause = new Declaration.Clause(
                lambda.span(), new org.cspcheck.specs.syntax.Identifier(lambda.span(), "\\"), List.of(lambda.parameters()), lambda.body());
        return function("the lambda", lambda.span(), List.of(clause));
    }

    /** {@return code whose value is the function with these clauses} */
    Code function(String name, Span span, List<Declaration.Clause> clauses) {
        int[] arities = clauses.getFirst().parameters().stream().mapToInt(List::size).toArray();
        Scope inside = scope.innerUnit();
        var code = new FunctionCode(name, span, inside.unit(), context.number(), arities, context.depth);
        code.define(clauses.stream().map(clause -> clause(clause, inside)).toList());
        return new StructureCode.OfFunction(span, code);
    }

    private FunctionCode.Clause clause(Declaration.Clause clause, Scope inside) {
        ExpressionCompiler inner = in(inside.inner());
        Matcher[] parameters = clause.parameters().stream()
                .flatMap(List::stream)
                .map(inner::pattern)
                .toArray(Matcher[]::new);
        return new FunctionCode.Clause(parameters, inner.compile(clause.body()));
    }
}
