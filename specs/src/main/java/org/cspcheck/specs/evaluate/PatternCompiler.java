package org.cspcheck.specs.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cspcheck.model.value.Sequence;
import org.cspcheck.model.value.Value;
import org.cspcheck.specs.syntax.Pattern;

/** Compiles patterns: their variables become slots of the scope given. */
final class PatternCompiler {
    private final Scope scope;

    /** @param scope where the variables are bound; names of channels and constructors are looked up from it */
    PatternCompiler(Scope scope) {
        this.scope = scope;
    }

    Matcher compile(Pattern pattern) {
        return switch (pattern) {
            case Pattern.Name p -> name(p);
            case Pattern.Wildcard p -> Matcher.ANYTHING;
            case Pattern.Number p -> new Matcher.Equal(Value.Int.of(p.value()));
            case Pattern.Character p -> new Matcher.Equal(new Value.Char(p.codePoint()));
            case Pattern.Text p -> new Matcher.Equal(Sequence.string(p.value()));
            case Pattern.Truth p -> new Matcher.Equal(Value.Bool.of(p.value()));
            case Pattern.Tuple p -> new Matcher.OfTuple(all(p.items()));
            case Pattern.Sequence p -> new Matcher.OfSequence(all(p.items()), null, List.of());
            case Pattern.Set p -> new Matcher.OfSet(p.item().map(this::compile).orElse(null));
            case Pattern.Dot p -> new Matcher.OfDots(all(parts(p)));
            case Pattern.Concat p -> concat(p);
            case Pattern.Both p -> new Matcher.OfBoth(compile(p.left()), compile(p.right()));
        };
    }

    private List<Matcher> all(List<Pattern> patterns) {
        return patterns.stream().map(this::compile).toList();
    }

    private Matcher name(Pattern.Name pattern) {
        Optional<Meaning> meaning = scope.find(pattern.name());
        if (meaning.isPresent() && meaning.get() instanceof Meaning.OfSymbol(var symbol)) {
            return new Matcher.Head(symbol);
        }
        return new Matcher.Bind(scope.bind(pattern.name().name()));
    }

    /** {@return the parts between the dots, however they were grouped} */
    static List<Pattern> parts(Pattern pattern) {
        if (!(pattern instanceof Pattern.Dot dot)) {
            return List.of(pattern);
        }
        var parts = new ArrayList<>(parts(dot.left()));
        parts.addAll(parts(dot.right()));
        return parts;
    }

    private Matcher concat(Pattern.Concat pattern) {
        var front = new ArrayList<Matcher>();
        var back = new ArrayList<Matcher>();
        Matcher middle = null;
        for (Pattern part : operands(pattern)) {
            switch (part) {
                case Pattern.Sequence sequence -> (middle == null ? front : back).addAll(all(sequence.items()));
                case Pattern.Text text -> (middle == null ? front : back).addAll(characters(text));
                default -> {
                    if (middle != null) {
                        throw Faults.of(
                                "CSP0217",
                                pattern.span(),
                                "two parts of this pattern have no fixed length",
                                "in p^q only one side may be a variable, or the split is not determined",
                                "match one element at a time: <x>^xs");
                    }
                    middle = compile(part);
                }
            }
        }
        return new Matcher.OfSequence(front, middle, back);
    }

    private static List<Matcher> characters(Pattern.Text text) {
        return text.value().codePoints().<Matcher>mapToObj(c -> new Matcher.Equal(new Value.Char(c))).toList();
    }

    private static List<Pattern> operands(Pattern pattern) {
        if (!(pattern instanceof Pattern.Concat concat)) {
            return List.of(pattern);
        }
        var operands = new ArrayList<>(operands(concat.left()));
        operands.addAll(operands(concat.right()));
        return operands;
    }

    /** Adds every name of the pattern that may be a variable. */
    static void names(Pattern pattern, Set<String> names) {
        switch (pattern) {
            case Pattern.Name p -> names.add(p.name().name());
            case Pattern.Tuple p -> p.items().forEach(item -> names(item, names));
            case Pattern.Sequence p -> p.items().forEach(item -> names(item, names));
            case Pattern.Set p -> p.item().ifPresent(item -> names(item, names));
            case Pattern.Dot p -> {
                names(p.left(), names);
                names(p.right(), names);
            }
            case Pattern.Concat p -> {
                names(p.left(), names);
                names(p.right(), names);
            }
            case Pattern.Both p -> {
                names(p.left(), names);
                names(p.right(), names);
            }
            case Pattern.Wildcard p -> {}
            case Pattern.Number p -> {}
            case Pattern.Character p -> {}
            case Pattern.Text p -> {}
            case Pattern.Truth p -> {}
        }
    }
}
