package org.cspcheck.specs.names;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.specs.syntax.Pattern;

/** The variables that patterns bind in a scope. */
final class PatternVariables {
    private final Scope scope;
    private final Complaints complaints;
    private final Map<String, Definition> bound = new LinkedHashMap<>();

    PatternVariables(Scope scope, Complaints complaints) {
        this.scope = scope;
        this.complaints = complaints;
    }

    /** {@return what {@code patterns} bind together; no variable may occur twice} */
    static Map<String, Definition> of(List<Pattern> patterns, Scope scope, Complaints complaints) {
        PatternVariables variables = new PatternVariables(scope, complaints);
        patterns.forEach(variables::add);
        return variables.bound;
    }

    private void add(Pattern pattern) {
        switch (pattern) {
            case Pattern.Name name -> name(name);
            case Pattern.Tuple(_, List<Pattern> items) -> items.forEach(this::add);
            case Pattern.Sequence(_, List<Pattern> items) -> items.forEach(this::add);
            case Pattern.Set(_, Optional<Pattern> item) -> item.ifPresent(this::add);
            case Pattern.Dot(_, Pattern left, Pattern right) -> {
                add(left);
                add(right);
            }
            case Pattern.Concat concat -> {
                if (openParts(concat) > 1) {
                    complaints.add(Diagnostic.error("CSP0308", concat.span(), "this pattern does not say where its parts divide")
                            .because("more than one part of it may have any length")
                            .tryThis("give all parts but one a fixed length, as in `<x>^xs`"));
                }
                addParts(concat);
            }
            case Pattern.Both(_, Pattern left, Pattern right) -> {
                add(left);
                add(right);
            }
            case Pattern.Wildcard _, Pattern.Number _, Pattern.Character _, Pattern.Text _, Pattern.Truth _ -> { }
        }
    }

    private void addParts(Pattern.Concat concat) {
        for (Pattern part : List.of(concat.left(), concat.right())) {
            if (part instanceof Pattern.Concat inner) {
                addParts(inner);
            } else {
                add(part);
            }
        }
    }

    private void name(Pattern.Name name) {
        Optional<Definition> meant = scope.find(name.name());
        if (meant.isPresent() && meant.get().isMatched()) {
            return;
        }
        if (!name.name().isPlain()) {
            complaints.undefined(name.name(), name.span(), scope);
            return;
        }
        Definition first = bound.putIfAbsent(name.name().name(), new Definition.Variable(name.span()));
        if (first != null) {
            complaints.boundTwice(name.name().name(), name.span(), first.place());
        }
    }

    /** {@return how many parts of a concatenation may have any length} */
    private static int openParts(Pattern pattern) {
        return switch (pattern) {
            case Pattern.Concat(_, Pattern left, Pattern right) -> openParts(left) + openParts(right);
            case Pattern.Both(_, Pattern left, Pattern right) -> Math.min(openParts(left), openParts(right));
            case Pattern.Name _, Pattern.Wildcard _ -> 1;
            case Pattern.Sequence _, Pattern.Text _, Pattern.Tuple _, Pattern.Set _, Pattern.Dot _, Pattern.Number _,
                    Pattern.Character _, Pattern.Truth _ -> 0;
        };
    }
}
