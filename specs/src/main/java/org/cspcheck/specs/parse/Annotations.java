package org.cspcheck.specs.parse;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.Diagnostics;
import org.cspcheck.specs.syntax.Declaration;
import org.cspcheck.specs.syntax.Identifier;
import org.cspcheck.specs.syntax.Pattern;

/** That every type annotation belongs to a definition of its list, once. */
record Annotations(Diagnostics diagnostics, Set<String> unreadable) {
    void check(List<Declaration> declarations) {
        Map<String, Identifier> open = new HashMap<>();
        for (Declaration declaration : declarations) {
            if (declaration instanceof Declaration.Annotation annotation) {
                annotation.names().forEach(name -> open.put(name.text(), name));
            }
        }
        if (open.isEmpty()) {
            return;
        }
        declarations.forEach(declaration -> names(declaration, open, open::remove));
        for (Identifier name : open.values()) {
            if (!unreadable.contains(name.text())) {
                diagnostics.add(Diagnostic.error("CSP0212", name.span(), "`" + name + "` has a type but no definition")
                        .because("a type annotation belongs to a definition of the same list of declarations"));
            }
        }
    }

    private void names(Declaration declaration, Map<String, Identifier> annotated, Consumer<String> defined) {
        switch (declaration) {
            case Declaration.Channel channel -> channel(channel, annotated, defined);
            case Declaration.Datatype type -> {
                defined.accept(type.name().text());
                type.constructors().forEach(constructor -> defined.accept(constructor.name().text()));
            }
            case Declaration.Subtype type -> defined.accept(type.name().text());
            case Declaration.Nametype type -> defined.accept(type.name().text());
            case Declaration.Value value -> defined.accept(value.name().text());
            case Declaration.Function function -> defined.accept(function.name().text());
            case Declaration.Binding binding -> variables(binding.pattern(), defined);
            case Declaration.Timed timed -> timed.declarations().forEach(inner -> names(inner, annotated, defined));
            case Declaration.Transparent _, Declaration.External _, Declaration.Annotation _, Declaration.Assert _,
                    Declaration.Print _, Declaration.Module _, Declaration.Instance _ -> { }
        }
    }

    private void channel(Declaration.Channel channel, Map<String, Identifier> annotated, Consumer<String> defined) {
        for (Identifier name : channel.names()) {
            if (channel.names().size() > 1 && annotated.containsKey(name.text())) {
                diagnostics.add(Diagnostic.error("CSP0214", name.span(), "a channel with a type annotation is declared by itself")
                        .tryThis("give `" + name + "` a `channel` declaration of its own"));
            }
            defined.accept(name.text());
        }
    }

    private void variables(Pattern pattern, Consumer<String> defined) {
        switch (pattern) {
            case Pattern.Name name -> defined.accept(name.name().name());
            case Pattern.Tuple tuple -> tuple.items().forEach(item -> variables(item, defined));
            case Pattern.Sequence sequence -> sequence.items().forEach(item -> variables(item, defined));
            case Pattern.Set set -> set.item().ifPresent(item -> variables(item, defined));
            case Pattern.Dot dot -> both(dot.left(), dot.right(), defined);
            case Pattern.Concat concat -> both(concat.left(), concat.right(), defined);
            case Pattern.Both both -> both(both.left(), both.right(), defined);
            case Pattern.Wildcard _, Pattern.Number _, Pattern.Character _, Pattern.Text _, Pattern.Truth _ -> { }
        }
    }

    private void both(Pattern left, Pattern right, Consumer<String> defined) {
        variables(left, defined);
        variables(right, defined);
    }
}
