package org.cspcheck.specs.types;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The kind of a value. Types are immutable but for variables, which are bound once. */
sealed interface Type {

    /** The types without parts. */
    enum Atom implements Type {
        INT,
        BOOL,
        CHAR,
        PROCESS,
        EVENT
    }

    /** The values of a datatype; each declaration, and each instance of a module with one, is a type of its own. */
    final class Data implements Type {
        final String name;

        Data(String name) {
            this.name = name;
        }
    }

    /** A variable of an annotation: one type, but not known which. */
    final class Rigid implements Type {
        final String name;
        final Set<TypeClass> classes = EnumSet.noneOf(TypeClass.class);

        Rigid(String name) {
            this.name = name;
        }
    }

    record Sequence(Type item) implements Type {}

    record SetOf(Type item) implements Type {}

    record Tuple(List<Type> items) implements Type {
        public Tuple {
            items = List.copyOf(items);
        }
    }

    record MapOf(Type key, Type value) implements Type {}

    record Function(List<Type> arguments, Type result) implements Type {
        public Function {
            arguments = List.copyOf(arguments);
        }
    }

    /** A channel or constructor, as far as it has its fields: takes {@code fields} by dot and is then a {@code result}. */
    record Partial(List<Type> fields, Type result) implements Type {
        public Partial {
            fields = List.copyOf(fields);
        }
    }

    /** Values joined by dots that no channel or constructor among them takes up: at least two. */
    record Dotted(List<Type> items) implements Type {
        public Dotted {
            items = List.copyOf(items);
        }
    }

    /** A type that is not known yet. */
    final class Variable implements Type {
        private Type binding;
        final Set<TypeClass> classes = EnumSet.noneOf(TypeClass.class);
        /** How deep in definitions it was made; what is bound to it is no deeper. */
        int level;
        /** Whether nothing is known of it but that an empty set or sequence has items of it. */
        boolean ofNothing;

        Variable(int level) {
            this.level = level;
        }

        void bind(Type type) {
            binding = type;
        }
    }

    /** {@return {@code type}, or what it is bound to} */
    static Type known(Type type) {
        Type current = type;
        while (current instanceof Variable variable && variable.binding != null) {
            current = variable.binding;
        }
        return current;
    }

    /** {@return {@code types} with the items of dotted ones in their places} */
    static List<Type> flat(List<Type> types) {
        List<Type> flat = new ArrayList<>(types.size());
        for (Type type : types) {
            Type known = known(type);
            if (known instanceof Dotted(List<Type> items)) {
                flat.addAll(flat(items));
            } else {
                flat.add(known);
            }
        }
        return flat;
    }

    /** {@return what {@code types} are when joined by dots} */
    static Type joined(List<Type> types) {
        return types.size() == 1 ? types.getFirst() : new Dotted(types);
    }

    /** {@return what takes {@code fields} and is then a {@code result}} */
    static Type awaiting(List<Type> fields, Type result) {
        return fields.isEmpty() ? result : new Partial(fields, result);
    }

    /** {@return whether {@code type} is a complete event and something behind it} */
    static boolean isEventWithMore(Type type) {
        return known(type) instanceof Dotted(List<Type> items) && known(items.getFirst()) == Atom.EVENT;
    }

    /** {@return whether values of {@code type} have no part in a dot but as one item: no dots of their own, no fields} */
    static boolean isPlain(Type type) {
        return switch (known(type)) {
            case Atom atom -> atom != Atom.EVENT;
            case Sequence _, SetOf _, Tuple _, MapOf _, Function _ -> true;
            case Data _, Rigid _, Partial _, Dotted _, Variable _ -> false;
        };
    }
}
