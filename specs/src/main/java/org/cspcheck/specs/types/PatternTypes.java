package org.cspcheck.specs.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cspcheck.model.source.Span;
import org.cspcheck.specs.syntax.Pattern;
import org.cspcheck.specs.types.Constraint.Chain;
import org.cspcheck.specs.types.Constraint.Origin;
import org.cspcheck.specs.types.Constraint.Part;
import org.cspcheck.specs.types.Type.Atom;
import org.cspcheck.specs.types.Type.Partial;
import org.cspcheck.specs.types.Type.Sequence;
import org.cspcheck.specs.types.Type.SetOf;
import org.cspcheck.specs.types.Type.Tuple;

/** The types of patterns; their variables are bound on the way. */
final class PatternTypes {
    private static final String MATCH = "a pattern matches values of one type";

    private final Inference inference;

    PatternTypes(Inference inference) {
        this.inference = inference;
    }

    /** Binds the variables of {@code pattern}, which is matched against values of type {@code value}. */
    void match(Pattern pattern, Type value, Scope scope, Map<String, Binding> bound) {
        List<Chain> chains = new ArrayList<>();
        inference.unify(pattern.span(), value, infer(pattern, scope, bound, chains), MATCH);
        chains.forEach(inference::constrain);
    }

    /** As {@link #match}, for a parameter: behind a channel or constructor its last variable takes all that is left. */
    void parameter(Pattern pattern, Type value, Scope scope, Map<String, Binding> bound) {
        List<Chain> chains = new ArrayList<>();
        Type type = infer(pattern, scope, bound, chains);
        for (Chain chain : chains) {
            Part last = chain.parts().getLast();
            if (Type.known(chain.parts().getFirst().type()) instanceof Partial(_, Type result) && last.one()) {
                Unifier.unify(chain.whole(), result);
            }
        }
        inference.unify(pattern.span(), value, type, MATCH);
        chains.forEach(chain -> inference.constrain(chain.ofParameter()));
    }

    /** {@return the parts of a pattern that is a field of a communication} */
    List<Part> parts(Pattern pattern, Scope scope, Map<String, Binding> bound) {
        List<Part> parts = new ArrayList<>();
        List<Chain> chains = new ArrayList<>();
        parts(pattern, scope, bound, chains, parts);
        chains.forEach(inference::constrain);
        return parts;
    }

    private void parts(Pattern pattern, Scope scope, Map<String, Binding> bound, List<Chain> chains, List<Part> parts) {
        if (pattern instanceof Pattern.Dot(_, Pattern left, Pattern right)) {
            parts(left, scope, bound, chains, parts);
            parts(right, scope, bound, chains, parts);
        } else {
            boolean one = pattern instanceof Pattern.Wildcard || pattern instanceof Pattern.Name name && matched(name, scope) == null;
            parts.add(new Part(pattern.span(), infer(pattern, scope, bound, chains), one));
        }
    }

    /** {@return the channel or constructor that {@code name} is; null for a variable} */
    private static Definition matched(Pattern.Name name, Scope scope) {
        return scope.find(name.name()) instanceof Binding.Defined(Definition definition)
                && definition.kind == Definition.Kind.MATCHED ? definition : null;
    }

    private Type infer(Pattern pattern, Scope scope, Map<String, Binding> bound, List<Chain> chains) {
        return switch (pattern) {
            case Pattern.Name name -> {
                Definition definition = matched(name, scope);
                if (definition != null) {
                    yield inference.use(definition, name.name().name(), name.span());
                }
                Type type = inference.fresh();
                Binding before = bound.putIfAbsent(name.name().name(), new Binding.Local(type));
                yield before instanceof Binding.Local(Type first) ? first : type;
            }
            case Pattern.Wildcard _ -> inference.fresh();
            case Pattern.Number _ -> Atom.INT;
            case Pattern.Character _ -> Atom.CHAR;
            case Pattern.Text _ -> new Sequence(Atom.CHAR);
            case Pattern.Truth _ -> Atom.BOOL;
            case Pattern.Tuple(_, List<Pattern> items) ->
                    new Tuple(items.stream().map(item -> infer(item, scope, bound, chains)).toList());
            case Pattern.Sequence(_, List<Pattern> items) -> {
                Type item = inference.fresh();
                items.forEach(each -> inference.unify(each.span(), item, infer(each, scope, bound, chains), "the items of a sequence are of one type"));
                yield new Sequence(item);
            }
            case Pattern.Set(Span span, Optional<Pattern> single) -> {
                Type item = inference.fresh(TypeClass.SET);
                single.ifPresent(only -> {
                    inference.unify(span, item, infer(only, scope, bound, chains), "");
                    inference.require(TypeClass.EQ, span, item);
                });
                yield new SetOf(item);
            }
            case Pattern.Dot dot -> {
                List<Part> parts = new ArrayList<>();
                parts(dot, scope, bound, chains, parts);
                Type whole = inference.fresh();
                chains.add(new Chain(new Origin(dot.span(), "a dotted pattern matches channels and constructors with their fields, and dotted values"),
                        parts, whole));
                yield whole;
            }
            case Pattern.Concat(Span span, Pattern left, Pattern right) -> {
                Type whole = new Sequence(inference.fresh());
                for (Pattern side : List.of(left, right)) {
                    inference.unify(side.span(), whole, infer(side, scope, bound, chains), "`^` joins sequences");
                }
                yield whole;
            }
            case Pattern.Both(_, Pattern left, Pattern right) -> {
                Type first = infer(left, scope, bound, chains);
                inference.unify(right.span(), first, infer(right, scope, bound, chains), "both sides of `@@` match the same value");
                yield first;
            }
        };
    }
}
