package org.cspcheck.specs.syntax;

import java.util.List;
import java.util.function.Consumer;

/** The names that declarations define, as far as they show without knowing what the names in patterns mean. */
public final class DefinedNames {
    private DefinedNames() {}

    /** Tells {@code names} each name that {@code declarations} define; in a pattern each name that is not qualified. */
    public static void of(List<Declaration> declarations, Consumer<String> names) {
        for (Declaration declaration : declarations) {
            switch (declaration) {
                case Declaration.Channel channel -> channel.names().forEach(name -> names.accept(name.text()));
                case Declaration.Datatype type -> {
                    names.accept(type.name().text());
                    type.constructors().forEach(constructor -> names.accept(constructor.name().text()));
                }
                case Declaration.Subtype type -> names.accept(type.name().text());
                case Declaration.Nametype type -> names.accept(type.name().text());
                case Declaration.Value value -> names.accept(value.name().text());
                case Declaration.Function function -> names.accept(function.name().text());
                case Declaration.Binding binding -> of(binding.pattern(), names);
                case Declaration.Timed timed -> of(timed.declarations(), names);
                case Declaration.Transparent transparent -> transparent.names().forEach(name -> names.accept(name.text()));
                case Declaration.External external -> external.names().forEach(name -> names.accept(name.text()));
                case Declaration.Module module -> names.accept(module.name().text());
                case Declaration.Instance instance -> names.accept(instance.name().text());
                case Declaration.Annotation _, Declaration.Assert _, Declaration.Print _ -> { }
            }
        }
    }

    private static void of(Pattern pattern, Consumer<String> names) {
        switch (pattern) {
            case Pattern.Name name when name.name().isPlain() -> names.accept(name.name().name());
            case Pattern.Tuple tuple -> tuple.items().forEach(item -> of(item, names));
            case Pattern.Sequence sequence -> sequence.items().forEach(item -> of(item, names));
            case Pattern.Set set -> set.item().ifPresent(item -> of(item, names));
            case Pattern.Dot dot -> both(dot.left(), dot.right(), names);
            case Pattern.Concat concat -> both(concat.left(), concat.right(), names);
            case Pattern.Both both -> both(both.left(), both.right(), names);
            case Pattern.Name _, Pattern.Wildcard _, Pattern.Number _, Pattern.Character _, Pattern.Text _, Pattern.Truth _ -> { }
        }
    }

    private static void both(Pattern left, Pattern right, Consumer<String> names) {
        of(left, names);
        of(right, names);
    }
}
