package org.cspcheck.specs.syntax;

import java.util.List;
import java.util.stream.Collectors;
import org.cspcheck.specs.syntax.TypeExpression.Constraint;

/** Prints types. */
final class TypeText {
    private TypeText() {}

    static String of(TypeExpression.Scheme scheme) {
        List<String> constraints = scheme.constraints().stream().map(TypeText::of).toList();
        String before = switch (constraints.size()) {
            case 0 -> "";
            case 1 -> constraints.getFirst() + " => ";
            default -> "(" + String.join(", ", constraints) + ") => ";
        };
        return before + of(scheme.type());
    }

    private static String of(Constraint constraint) {
        return constraint.typeClass() + " " + constraint.variable();
    }

    private static String of(TypeExpression type) {
        return switch (type) {
            case TypeExpression.Name name -> name.name().toString();
            case TypeExpression.Tuple tuple -> list(tuple.items());
            case TypeExpression.Sequence sequence -> "<" + of(sequence.item()) + ">";
            case TypeExpression.Set set -> "{" + of(set.item()) + "}";
            case TypeExpression.Map map -> "(| " + dotted(map.key()) + " => " + of(map.value()) + " |)";
            case TypeExpression.Dot dot -> atom(dot.left()) + "." + dotted(dot.right());
            case TypeExpression.Dotable dotable -> dotted(dotable.argument()) + " => " + of(dotable.result());
            case TypeExpression.Extendable extendable -> dotted(extendable.argument()) + " =>* " + of(extendable.result());
            case TypeExpression.Function function -> list(function.arguments()) + " -> " + of(function.result());
        };
    }

    private static String list(List<TypeExpression> types) {
        return types.stream().map(TypeText::of).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String dotted(TypeExpression type) {
        return type instanceof TypeExpression.Dot ? of(type) : atom(type);
    }

    private static String atom(TypeExpression type) {
        return switch (type) {
            case TypeExpression.Dot _, TypeExpression.Dotable _, TypeExpression.Extendable _, TypeExpression.Function _ ->
                    "(" + of(type) + ")";
            case TypeExpression.Name _, TypeExpression.Tuple _, TypeExpression.Sequence _, TypeExpression.Set _,
                    TypeExpression.Map _ -> of(type);
        };
    }
}
