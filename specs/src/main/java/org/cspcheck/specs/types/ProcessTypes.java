package org.cspcheck.specs.types;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cspcheck.specs.syntax.Expression;
import org.cspcheck.specs.syntax.Expression.*;
import org.cspcheck.specs.syntax.Field;
import org.cspcheck.specs.syntax.Generator;
import org.cspcheck.specs.syntax.Pattern;
import org.cspcheck.specs.types.Constraint.Chain;
import org.cspcheck.specs.types.Constraint.Origin;
import org.cspcheck.specs.types.Constraint.Part;
import org.cspcheck.specs.types.Constraint.Related;
import org.cspcheck.specs.types.Constraint.Relation;
import org.cspcheck.specs.types.Type.Atom;
import org.cspcheck.specs.types.Type.SetOf;

/** The operators on processes: what they join is a process, what they name is events. */
record ProcessTypes(Inference inference, PatternTypes patterns, GeneratorTypes generators, ExpressionTypes expressions) {
    private static final Type EVENTS = new SetOf(Atom.EVENT);

    void check(Expression expression, Scope scope) {
        switch (expression) {
            case Prefix prefix -> prefix(prefix, scope);
            case Guard(_, Expression condition, Expression process) -> {
                expressions.expect(condition, scope, Atom.BOOL, "before `&` stands a condition");
                processes("&", scope, process);
            }
            case Sequential(_, Expression left, Expression right) -> processes(";", scope, left, right);
            case Sliding(_, Expression left, Expression right) -> processes("[>", scope, left, right);
            case Interrupt(_, Expression left, Expression right) -> processes("/\\", scope, left, right);
            case ExternalChoice(_, Expression left, Expression right) -> processes("[]", scope, left, right);
            case InternalChoice(_, Expression left, Expression right) -> processes("|~|", scope, left, right);
            case Interleave(_, Expression left, Expression right) -> processes("|||", scope, left, right);
            case Hide(_, Expression process, Expression events) -> {
                processes("\\", scope, process);
                events(events, scope, "`\\` hides a set of events");
            }
            case Project(_, Expression process, Expression events) -> {
                processes("|\\", scope, process);
                events(events, scope, "`|\\` hides all but a set of events");
            }
            case SynchronisingInterrupt(_, Expression left, Expression events, Expression right) ->
                    together("/+ .. +\\", scope, left, events, right);
            case SynchronisingChoice(_, Expression left, Expression events, Expression right) ->
                    together("[+ .. +]", scope, left, events, right);
            case SharingParallel(_, Expression left, Expression events, Expression right) ->
                    together("[| .. |]", scope, left, events, right);
            case Throw(_, Expression left, Expression events, Expression right) -> together("[| .. |>", scope, left, events, right);
            case AlphabetisedParallel(_, Expression left, Expression leftSet, Expression rightSet, Expression right) -> {
                processes("[ .. || .. ]", scope, left, right);
                events(leftSet, scope, "an alphabet is a set of events");
                events(rightSet, scope, "an alphabet is a set of events");
            }
            case LinkedParallel(_, Expression left, List<Pair> links, List<Generator> over, Expression right) -> {
                processes("[ .. <-> .. ]", scope, left, right);
                pairs(links, generators.sets(over, scope), "a link joins channels with the same fields");
            }
            case Rename(_, Expression process, List<Pair> pairs, List<Generator> over) -> {
                processes("[[ .. ]]", scope, process);
                pairs(pairs, generators.sets(over, scope), "a renaming goes from a channel to one with the same fields");
            }
            case ReplicatedSequential(_, List<Generator> over, Expression body) ->
                    processes(";", generators.sequences(over, scope), body);
            case ReplicatedExternalChoice(_, List<Generator> over, Expression body) ->
                    processes("[]", generators.sets(over, scope), body);
            case ReplicatedInternalChoice(_, List<Generator> over, Expression body) ->
                    processes("|~|", generators.sets(over, scope), body);
            case ReplicatedInterleave(_, List<Generator> over, Expression body) ->
                    processes("|||", generators.sets(over, scope), body);
            case ReplicatedSharingParallel(_, Expression events, List<Generator> over, Expression body) -> {
                events(events, scope, "`[| .. |]` names the events that are performed together");
                processes("[| .. |]", generators.sets(over, scope), body);
            }
            case ReplicatedSynchronisingChoice(_, Expression events, List<Generator> over, Expression body) -> {
                events(events, scope, "`[+ .. +]` names the events that are performed together");
                processes("[+ .. +]", generators.sets(over, scope), body);
            }
            case ReplicatedAlphabetisedParallel(_, List<Generator> over, Expression alphabet, Expression body) -> {
                Scope inner = generators.sets(over, scope);
                events(alphabet, inner, "an alphabet is a set of events");
                processes("||", inner, body);
            }
            case ReplicatedLinkedParallel(_, List<Pair> links, List<Generator> linkOver, List<Generator> over, Expression body) -> {
                Scope inner = generators.sequences(over, scope);
                pairs(links, generators.sets(linkOver, inner), "a link joins channels with the same fields");
                processes("[ .. <-> .. ]", inner, body);
            }
            case Expression.Number _, Expression.Character _, Text _, Truth _, Name _, Tuple _, Sequence _, Expression.Set _, EventSet _,
                    MapOf _, Dot _, Unary _, Binary _, If _, Let _, Lambda _, Apply _ ->
                    throw new IllegalArgumentException("not an operator on processes: " + expression.getClass().getSimpleName());
        }
    }

    private void processes(String operator, Scope scope, Expression... operands) {
        for (Expression operand : operands) {
            expressions.expect(operand, scope, Atom.PROCESS, "`" + operator + "` is an operator on processes");
        }
    }

    private void events(Expression events, Scope scope, String why) {
        expressions.expect(events, scope, EVENTS, why);
    }

    private void together(String operator, Scope scope, Expression left, Expression events, Expression right) {
        processes(operator, scope, left, right);
        events(events, scope, "`" + operator + "` names a set of events");
    }

    private void pairs(List<Pair> pairs, Scope scope, String why) {
        for (Pair pair : pairs) {
            Type from = expressions.infer(pair.from(), scope);
            Type to = expressions.infer(pair.to(), scope);
            inference.constrain(new Related(Relation.PAIRED, new Origin(pair.to().span(), why), from, to));
        }
    }

    // Prefixes

    private void prefix(Prefix prefix, Scope scope) {
        List<Part> parts = new ArrayList<>(expressions.parts(prefix.channel(), scope));
        Scope inner = scope;
        for (Field field : prefix.fields()) {
            switch (field) {
                case Field.Output(_, Expression value) -> parts.addAll(expressions.parts(value, inner));
                case Field.Input(_, Pattern pattern, Optional<Expression> set) -> inner = input(pattern, set, inner, parts);
                case Field.Chosen(_, Pattern pattern, Optional<Expression> set) -> inner = input(pattern, set, inner, parts);
            }
        }
        String why = parts.size() == 1 ? "before `->` stands an event" : "a communication gives a channel all its fields, each of the type that was declared";
        inference.constrain(new Chain(new Origin(prefix.channel().span(), why), parts, Atom.EVENT));
        processes("->", inner, prefix.process());
    }

    private Scope input(Pattern pattern, Optional<Expression> set, Scope scope, List<Part> parts) {
        Map<String, Binding> bound = new HashMap<>();
        if (set.isEmpty()) {
            parts.addAll(patterns.parts(pattern, scope, bound));
            return scope.inner(bound);
        }
        Type item = inference.fresh();
        expressions.expect(set.get(), scope, new SetOf(item), "what an input ranges over is a set");
        patterns.match(pattern, item, scope, bound);
        parts.add(new Part(pattern.span(), item, false));
        return scope.inner(bound);
    }
}
