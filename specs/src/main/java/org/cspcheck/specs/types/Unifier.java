package org.cspcheck.specs.types;

import java.util.List;
import org.cspcheck.specs.types.Type.Atom;
import org.cspcheck.specs.types.Type.Data;
import org.cspcheck.specs.types.Type.Dotted;
import org.cspcheck.specs.types.Type.Function;
import org.cspcheck.specs.types.Type.MapOf;
import org.cspcheck.specs.types.Type.SetOf;
import org.cspcheck.specs.types.Type.Partial;
import org.cspcheck.specs.types.Type.Rigid;
import org.cspcheck.specs.types.Type.Sequence;
import org.cspcheck.specs.types.Type.Tuple;
import org.cspcheck.specs.types.Type.Variable;

/**
 * Makes two types one by binding their variables.
 *
 * <p>Says that they differ only where that is certain. Dotted types are compared item by item as long as both sides are known; behind
 * an item that may stand for several, or take the next one up, anything may be right.
 */
final class Unifier {
    private Unifier() {}

    /** {@return why {@code actual} cannot be the {@code expected}; null when it can} Variables bound before a difference stay bound. */
    static Mismatch unify(Type expected, Type actual) {
        Type left = Type.known(expected);
        Type right = Type.known(actual);
        if (left == right) {
            return null;
        }
        if (left instanceof Variable variable) {
            return bind(variable, right);
        }
        if (right instanceof Variable variable) {
            return bind(variable, left);
        }
        if (left instanceof Rigid rigid) {
            return mayBe(right) ? null : new Mismatch.TooGeneral(rigid, right);
        }
        if (right instanceof Rigid rigid) {
            return mayBe(left) ? null : new Mismatch.TooGeneral(rigid, left);
        }
        if (left instanceof Dotted || right instanceof Dotted) {
            return dotted(left, right);
        }
        Mismatch different = new Mismatch.Different(left, right);
        return switch (left) {
            case Sequence(Type item) -> right instanceof Sequence(Type other) ? unify(item, other) : different;
            case SetOf(Type item) -> right instanceof SetOf(Type other) ? unify(item, other) : different;
            case Tuple(List<Type> items) -> right instanceof Tuple(List<Type> others) && items.size() == others.size()
                    ? all(items, others) : different;
            case MapOf(Type key, Type value) -> right instanceof MapOf(Type otherKey, Type otherValue)
                    ? all(List.of(key, value), List.of(otherKey, otherValue)) : different;
            case Function(List<Type> arguments, Type result) ->
                    right instanceof Function(List<Type> others, Type other) && arguments.size() == others.size()
                            ? first(all(arguments, others), result, other) : different;
            case Partial(List<Type> fields, Type result) -> right instanceof Partial(List<Type> others, Type other)
                    ? partial(fields, result, others, other, different) : different;
            case Atom _, Data _, Rigid _, Dotted _, Variable _ -> different;
        };
    }

    private static boolean mayBe(Type type) {
        return type instanceof Dotted;
    }

    private static Mismatch first(Mismatch found, Type left, Type right) {
        return found != null ? found : unify(left, right);
    }

    private static Mismatch all(List<Type> left, List<Type> right) {
        for (int i = 0; i < left.size(); i++) {
            Mismatch found = unify(left.get(i), right.get(i));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static Mismatch partial(List<Type> fields, Type result, List<Type> others, Type other, Mismatch different) {
        Mismatch results = unify(result, other);
        return results != null ? different : items(Type.flat(fields), Type.flat(others), different);
    }

    // Dots

    private static Mismatch dotted(Type left, Type right) {
        Mismatch different = new Mismatch.Different(left, right);
        return items(Type.flat(List.of(left)), Type.flat(List.of(right)), different);
    }

    /** Two lists of items that are to be the same values. */
    private static Mismatch items(List<Type> left, List<Type> right, Mismatch different) {
        int shorter = Math.min(left.size(), right.size());
        for (int i = 0; i < shorter; i++) {
            boolean lastOfOne = i == shorter - 1 && left.size() != right.size();
            if (isOpen(left.get(i)) || isOpen(right.get(i))) {
                return lastOfOne || left.size() == right.size() && i == shorter - 1 ? open(left, right, i) : null;
            }
            if (lastOfOne) {
                return different;
            }
            if (unify(left.get(i), right.get(i)) != null) {
                return different;
            }
        }
        return null;
    }

    /** The rest of both lists, one of which has one item left: a variable takes all there is. */
    private static Mismatch open(List<Type> left, List<Type> right, int from) {
        Type first = Type.joined(left.subList(from, left.size()));
        Type second = Type.joined(right.subList(from, right.size()));
        if (first instanceof Variable || second instanceof Variable || !(first instanceof Dotted) && !(second instanceof Dotted)) {
            return unify(first, second);
        }
        return null;
    }

    /** Whether an item may stand for several, or take up what follows it. */
    private static boolean isOpen(Type item) {
        return item instanceof Variable || item instanceof Rigid || item instanceof Partial;
    }

    // Variables

    private static Mismatch bind(Variable variable, Type type) {
        if (type instanceof Variable other) {
            other.level = Math.min(other.level, variable.level);
            other.ofNothing &= variable.ofNothing;
            other.classes.addAll(variable.classes);
            variable.bind(other);
            return null;
        }
        switch (occurrence(variable, type, false)) {
            case NONE -> { }
            case INSIDE_DOTS -> {
                return null;
            }
            case INSIDE -> {
                return new Mismatch.Endless(type);
            }
        }
        variable.bind(type);
        for (TypeClass asked : variable.classes) {
            Mismatch found = require(asked, type);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private enum Occurrence {
        NONE,
        INSIDE_DOTS,
        INSIDE
    }

    /** Where {@code variable} occurs in {@code type}; all other variables of it come to be no deeper than {@code variable}. */
    private static Occurrence occurrence(Variable variable, Type type, boolean dots) {
        return switch (Type.known(type)) {
            case Atom _, Data _, Rigid _ -> Occurrence.NONE;
            case Variable other -> {
                other.level = Math.min(other.level, variable.level);
                yield other != variable ? Occurrence.NONE : dots ? Occurrence.INSIDE_DOTS : Occurrence.INSIDE;
            }
            case Sequence(Type item) -> occurrence(variable, item, dots);
            case SetOf(Type item) -> occurrence(variable, item, dots);
            case Tuple(List<Type> items) -> occurrence(variable, items, dots);
            case MapOf(Type key, Type value) -> occurrence(variable, List.of(key, value), dots);
            case Function(List<Type> arguments, Type result) ->
                    worse(occurrence(variable, arguments, dots), occurrence(variable, result, dots));
            case Partial(List<Type> fields, Type result) ->
                    worse(occurrence(variable, fields, true), occurrence(variable, result, true));
            case Dotted(List<Type> items) -> occurrence(variable, items, true);
        };
    }

    private static Occurrence occurrence(Variable variable, List<Type> types, boolean dots) {
        Occurrence all = Occurrence.NONE;
        for (Type type : types) {
            all = worse(all, occurrence(variable, type, dots));
        }
        return all;
    }

    private static Occurrence worse(Occurrence left, Occurrence right) {
        return left.compareTo(right) > 0 ? left : right;
    }

    // Classes

    /** {@return why {@code type} does not allow what is asked; null when it does, or may} */
    static Mismatch require(TypeClass asked, Type type) {
        Type known = Type.known(type);
        Mismatch lacks = new Mismatch.Lacks(asked, known);
        return switch (known) {
            case Variable variable -> {
                variable.classes.add(asked);
                yield null;
            }
            case Rigid rigid -> asked == TypeClass.SET || rigid.classes.contains(asked)
                    || asked == TypeClass.EQ && rigid.classes.contains(TypeClass.ORD) ? null : lacks;
            case Function _ -> lacks;
            case Atom atom -> atom == Atom.PROCESS && asked != TypeClass.SET || atom == Atom.EVENT && asked == TypeClass.ORD ? lacks : null;
            case Data _ -> asked == TypeClass.ORD ? lacks : null;
            case Sequence(Type item) -> require(asked == TypeClass.ORD ? TypeClass.EQ : asked, item);
            case SetOf(Type item) -> require(asked == TypeClass.ORD ? TypeClass.EQ : asked, item);
            case Tuple(List<Type> items) -> require(asked, items);
            case MapOf(Type key, Type value) -> require(asked, List.of(value));
            case Partial _ -> null;
            case Dotted(List<Type> items) -> require(asked == TypeClass.ORD ? TypeClass.EQ : asked, items);
        };
    }

    private static Mismatch require(TypeClass asked, List<Type> types) {
        for (Type type : types) {
            Mismatch found = require(asked, type);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
