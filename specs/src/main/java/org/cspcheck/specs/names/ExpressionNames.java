package org.cspcheck.specs.names;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.specs.syntax.Expression;
import org.cspcheck.specs.syntax.Expression.*;
import org.cspcheck.specs.syntax.Field;
import org.cspcheck.specs.syntax.Generator;
import org.cspcheck.specs.syntax.Items;
import org.cspcheck.specs.syntax.Pattern;

/** The names in expressions, and the calls that can be seen to have the wrong number of arguments. */
final class ExpressionNames {
    /** Levels of a tree that are followed: what {@link org.cspcheck.specs.syntax.DeepStack} has room for, many times over. */
    private static final int DEEPEST = 50_000;

    private final Complaints complaints;
    private final DeclarationNames declarations;
    private int depth;

    ExpressionNames(Complaints complaints, DeclarationNames declarations) {
        this.complaints = complaints;
        this.declarations = declarations;
    }

    void check(Expression expression, Scope scope) {
        if (depth >= DEEPEST) {
            complaints.addOnce(Diagnostic.error("CSP0309", expression.span(), "this expression has too many levels")
                    .because("more than " + DEEPEST + " operators are joined or nested")
                    .tryThis("give parts of it names of their own, or use a replicated operator"));
            return;
        }
        depth++;
        names(expression, scope);
        depth--;
    }

    private void all(List<Expression> expressions, Scope scope) {
        expressions.forEach(expression -> check(expression, scope));
    }

    private void both(Expression first, Expression second, Scope scope) {
        check(first, scope);
        check(second, scope);
    }

    private void three(Expression first, Expression second, Expression third, Scope scope) {
        check(first, scope);
        check(second, scope);
        check(third, scope);
    }

    private void names(Expression expression, Scope scope) {
        switch (expression) {
            case Expression.Number _, Expression.Character _, Text _, Truth _ -> { }
            case Name name -> scope.find(name.name()).ifPresentOrElse(
                    _ -> declarations.notOwnInstance(name.name(), name.span(), scope),
                    () -> complaints.undefined(name.name(), name.span(), scope));

            case Tuple(_, List<Expression> items) -> all(items, scope);
            case Sequence(_, Items items) -> items(items, scope);
            case Expression.Set(_, Items items) -> items(items, scope);
            case EventSet(_, List<Expression> heads, List<Generator> generators) -> all(heads, generators(generators, scope));
            case MapOf(_, List<Entry> entries) -> entries.forEach(entry -> both(entry.key(), entry.value(), scope));
            case Dot(_, Expression left, Expression right) -> both(left, right, scope);
            case Unary(_, _, Expression operand) -> check(operand, scope);
            case Binary(_, Expression left, _, Expression right) -> both(left, right, scope);

            case If(_, Expression condition, Expression then, Expression otherwise) -> three(condition, then, otherwise, scope);
            case Let(_, var local, Expression body) -> check(body, declarations.local(local, scope));
            case Lambda(_, List<Pattern> parameters, Expression body) ->
                    check(body, scope.inner(PatternVariables.of(parameters, scope, complaints)));
            case Apply apply -> call(apply, scope);

            case Prefix(_, Expression channel, List<Field> fields, Expression process) -> {
                check(channel, scope);
                check(process, fields(fields, scope));
            }
            case Guard(_, Expression condition, Expression process) -> both(condition, process, scope);
            case Sequential(_, Expression left, Expression right) -> both(left, right, scope);
            case Sliding(_, Expression left, Expression right) -> both(left, right, scope);
            case Interrupt(_, Expression left, Expression right) -> both(left, right, scope);
            case ExternalChoice(_, Expression left, Expression right) -> both(left, right, scope);
            case InternalChoice(_, Expression left, Expression right) -> both(left, right, scope);
            case Interleave(_, Expression left, Expression right) -> both(left, right, scope);
            case Hide(_, Expression process, Expression events) -> both(process, events, scope);
            case Project(_, Expression process, Expression events) -> both(process, events, scope);
            case SynchronisingInterrupt(_, Expression left, Expression events, Expression right) ->
                    three(left, events, right, scope);
            case SynchronisingChoice(_, Expression left, Expression events, Expression right) -> three(left, events, right, scope);
            case SharingParallel(_, Expression left, Expression events, Expression right) -> three(left, events, right, scope);
            case Throw(_, Expression left, Expression events, Expression right) -> three(left, events, right, scope);
            case AlphabetisedParallel(_, Expression left, Expression leftSet, Expression rightSet, Expression right) -> {
                both(left, leftSet, scope);
                both(rightSet, right, scope);
            }
            case LinkedParallel linked -> {
                notInTime(linked, scope);
                check(linked.left(), scope);
                pairs(linked.links(), generators(linked.generators(), scope));
                check(linked.right(), scope);
            }
            case Rename(_, Expression process, List<Pair> pairs, List<Generator> generators) -> {
                check(process, scope);
                pairs(pairs, generators(generators, scope));
            }

            case ReplicatedSequential(_, List<Generator> generators, Expression body) ->
                    check(body, generators(generators, scope));
            case ReplicatedExternalChoice(_, List<Generator> generators, Expression body) ->
                    check(body, generators(generators, scope));
            case ReplicatedInternalChoice(_, List<Generator> generators, Expression body) ->
                    check(body, generators(generators, scope));
            case ReplicatedInterleave(_, List<Generator> generators, Expression body) ->
                    check(body, generators(generators, scope));
            case ReplicatedSharingParallel(_, Expression events, List<Generator> generators, Expression body) -> {
                check(events, scope);
                check(body, generators(generators, scope));
            }
            case ReplicatedSynchronisingChoice(_, Expression events, List<Generator> generators, Expression body) -> {
                check(events, scope);
                check(body, generators(generators, scope));
            }
            case ReplicatedAlphabetisedParallel(_, List<Generator> generators, Expression alphabet, Expression body) ->
                    both(alphabet, body, generators(generators, scope));
            case ReplicatedLinkedParallel linked -> {
                notInTime(linked, scope);
                Scope inner = generators(linked.generators(), scope);
                pairs(linked.links(), generators(linked.linkGenerators(), inner));
                check(linked.body(), inner);
            }
        }
    }

    private void items(Items items, Scope scope) {
        Scope inner = generators(items.generators(), scope);
        switch (items) {
            case Items.Listed(List<Expression> heads, _) -> all(heads, inner);
            case Items.Range(Expression from, Optional<Expression> to, _) -> {
                check(from, inner);
                to.ifPresent(last -> check(last, inner));
            }
        }
    }

    private void pairs(List<Pair> pairs, Scope scope) {
        pairs.forEach(pair -> both(pair.from(), pair.to(), scope));
    }

    private void notInTime(Expression linked, Scope scope) {
        if (scope.isTimed()) {
            complaints.add(Diagnostic.error("CSP0310", linked.span(), "linked parallel has no timed form")
                    .because("inside a timed section both sides must agree on `tock`, which a linked parallel cannot express")
                    .tryThis("rename and hide around `[| .. |]`, or move it out of the timed section"));
        }
    }

    // Generators and fields: each sees the variables of those before it

    /** {@return the scope behind {@code generators}} */
    Scope generators(List<Generator> generators, Scope scope) {
        Scope inner = scope;
        for (Generator generator : generators) {
            switch (generator) {
                case Generator.Drawn(_, Pattern pattern, Expression range) -> {
                    check(range, inner);
                    inner = inner.inner(PatternVariables.of(List.of(pattern), inner, complaints));
                }
                case Generator.Condition(_, Expression condition) -> check(condition, inner);
            }
        }
        return inner;
    }

    private Scope fields(List<Field> fields, Scope scope) {
        Scope inner = scope;
        Map<String, Definition> bound = new HashMap<>();
        for (Field field : fields) {
            switch (field) {
                case Field.Output(_, Expression value) -> check(value, inner);
                case Field.Input(_, Pattern pattern, Optional<Expression> set) -> inner = input(pattern, set, inner, bound);
                case Field.Chosen(_, Pattern pattern, Optional<Expression> set) -> inner = input(pattern, set, inner, bound);
            }
        }
        return inner;
    }

    private Scope input(Pattern pattern, Optional<Expression> set, Scope scope, Map<String, Definition> bound) {
        set.ifPresent(values -> check(values, scope));
        Map<String, Definition> variables = PatternVariables.of(List.of(pattern), scope, complaints);
        variables.forEach((name, variable) -> Optional.ofNullable(bound.put(name, variable)).ifPresent(first ->
                complaints.boundTwice(name, variable.place().orElseThrow(), first.place())));
        return scope.inner(variables);
    }

    // Calls

    /** Checks a call with all its lists of arguments, {@code f(a)(b)(c)}. */
    private void call(Apply outermost, Scope scope) {
        List<Apply> lists = new ArrayList<>();
        Expression function = outermost;
        while (function instanceof Apply call) {
            lists.add(call);
            function = call.function();
        }
        Collections.reverse(lists);
        check(function, scope);
        if (function instanceof Name name) {
            List<Integer> arities = arities(scope.find(name.name()).orElse(null));
            for (int i = 0; i < Math.min(arities.size(), lists.size()); i++) {
                arity(name, lists.get(i), arities.get(i), scope);
            }
        }
        lists.forEach(list -> all(list.arguments(), scope));
    }

    private void arity(Name function, Apply list, int expected, Scope scope) {
        int given = list.arguments().size();
        if (given != expected) {
            complaints.add(Diagnostic.error("CSP0306", list.span(), "`" + function.name() + "` takes " + arguments(expected)
                            + " here, but is given " + given)
                    .because(expected == 1 && given > 1 ? "several values in one argument are a tuple, which has parentheses of its own" : "")
                    .with(Complaints.notes("it is defined here", scope.find(function.name()).flatMap(Definition::place))));
        }
    }

    private static List<Integer> arities(Definition definition) {
        return switch (definition) {
            case Definition.Function function -> function.arities();
            case Definition.BuiltIn(_, OptionalInt arity) when arity.isPresent() -> List.of(arity.getAsInt());
            case null, default -> List.of();
        };
    }

    static String arguments(int count) {
        return switch (count) {
            case 0 -> "no arguments";
            case 1 -> "1 argument";
            default -> count + " arguments";
        };
    }
}
