package org.cspcheck.specs.names;

import java.util.List;
import org.cspcheck.specs.syntax.QualifiedName;
import org.cspcheck.specs.syntax.TypeExpression;

/** The names in type annotations. */
record TypeNames(Complaints complaints) {
    void check(TypeExpression type, Scope scope) {
        switch (type) {
            case TypeExpression.Name name -> {
                if (!isKnown(name.name(), scope)) {
                    complaints.undefined(name.name(), name.span(), scope);
                }
            }
            case TypeExpression.Tuple(_, List<TypeExpression> items) -> items.forEach(item -> check(item, scope));
            case TypeExpression.Sequence(_, TypeExpression item) -> check(item, scope);
            case TypeExpression.Set(_, TypeExpression item) -> check(item, scope);
            case TypeExpression.Map(_, TypeExpression key, TypeExpression value) -> both(key, value, scope);
            case TypeExpression.Dot(_, TypeExpression left, TypeExpression right) -> both(left, right, scope);
            case TypeExpression.Dotable(_, TypeExpression argument, TypeExpression result) -> both(argument, result, scope);
            case TypeExpression.Extendable(_, TypeExpression argument, TypeExpression result) -> both(argument, result, scope);
            case TypeExpression.Function(_, List<TypeExpression> arguments, TypeExpression result) -> {
                arguments.forEach(argument -> check(argument, scope));
                check(result, scope);
            }
        }
    }

    private void both(TypeExpression left, TypeExpression right, Scope scope) {
        check(left, scope);
        check(right, scope);
    }

    /** A plain name with a small letter is a variable. */
    private static boolean isKnown(QualifiedName name, Scope scope) {
        boolean variable = name.isPlain() && Character.isLowerCase(name.name().charAt(0));
        return variable || name.isPlain() && BuiltIns.TYPES.contains(name.name()) || scope.find(name).isPresent();
    }
}
