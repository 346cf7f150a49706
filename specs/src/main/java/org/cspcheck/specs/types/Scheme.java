package org.cspcheck.specs.types;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
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
 * A type for each use.
 *
 * @param variables those that each use has for itself
 * @param constraints what has to hold of them besides
 */
record Scheme(List<Variable> variables, Type type, List<Constraint> constraints) {

    /** {@return the scheme of what has one type} */
    static Scheme of(Type type) {
        return new Scheme(List.of(), type, List.of());
    }

    /** {@return the scheme of what may be anything: after a mistake nothing more is said} */
    static Scheme anything() {
        Variable variable = new Variable(Integer.MAX_VALUE);
        return new Scheme(List.of(variable), variable, List.of());
    }

    /**
     * {@return the scheme of {@code type} with all variables deeper than {@code level} and the {@code constraints} that are connected
     * with them}
     */
    static Scheme general(Type type, int level, List<Constraint> constraints) {
        List<Variable> variables = new ArrayList<>();
        collect(type, level, variables);
        List<Constraint> kept = new ArrayList<>();
        List<Constraint> open = new ArrayList<>(variables.isEmpty() ? List.of() : constraints);
        boolean grown = true;
        while (grown) {
            grown = open.removeIf(constraint -> {
                List<Variable> theirs = new ArrayList<>();
                constraint.types().forEach(part -> collect(part, level, theirs));
                if (theirs.stream().noneMatch(variables::contains)) {
                    return false;
                }
                theirs.stream().filter(variable -> !variables.contains(variable)).forEach(variables::add);
                return kept.add(constraint);
            });
        }
        return new Scheme(variables, type, kept);
    }

    /** Adds to {@code into} the variables of {@code type} that are deeper than {@code level}. */
    static void collect(Type type, int level, List<Variable> into) {
        switch (Type.known(type)) {
            case Atom _, Data _, Rigid _ -> { }
            case Variable variable -> {
                if (variable.level > level && !into.contains(variable)) {
                    into.add(variable);
                }
            }
            case Sequence(Type item) -> collect(item, level, into);
            case SetOf(Type item) -> collect(item, level, into);
            case Tuple(List<Type> items) -> items.forEach(item -> collect(item, level, into));
            case MapOf(Type key, Type value) -> {
                collect(key, level, into);
                collect(value, level, into);
            }
            case Function(List<Type> arguments, Type result) -> {
                arguments.forEach(argument -> collect(argument, level, into));
                collect(result, level, into);
            }
            case Partial(List<Type> fields, Type result) -> {
                fields.forEach(field -> collect(field, level, into));
                collect(result, level, into);
            }
            case Dotted(List<Type> items) -> items.forEach(item -> collect(item, level, into));
        }
    }

    /** {@return what replaces each variable by one of {@code level}} */
    Instance instance(int level) {
        Map<Variable, Type> fresh = new IdentityHashMap<>();
        for (Variable variable : variables) {
            Variable copy = new Variable(level);
            copy.classes.addAll(variable.classes);
            copy.ofNothing = variable.ofNothing;
            fresh.put(variable, copy);
        }
        return new Instance(fresh);
    }

    /** The types of one use. */
    record Instance(Map<Variable, Type> fresh) {
        Type of(Type type) {
            Type known = Type.known(type);
            return switch (known) {
                case Atom _, Data _, Rigid _ -> known;
                case Variable variable -> fresh.getOrDefault(variable, variable);
                case Sequence(Type item) -> new Sequence(of(item));
                case SetOf(Type item) -> new SetOf(of(item));
                case Tuple(List<Type> items) -> new Tuple(of(items));
                case MapOf(Type key, Type value) -> new MapOf(of(key), of(value));
                case Function(List<Type> arguments, Type result) -> new Function(of(arguments), of(result));
                case Partial(List<Type> fields, Type result) -> new Partial(of(fields), of(result));
                case Dotted(List<Type> items) -> new Dotted(of(items));
            };
        }

        private List<Type> of(List<Type> types) {
            return types.stream().map(this::of).toList();
        }
    }
}
