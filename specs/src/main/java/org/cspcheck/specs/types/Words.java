package org.cspcheck.specs.types;

import java.util.List;
import java.util.stream.Collectors;
import org.cspcheck.specs.types.Type.Atom;
import org.cspcheck.specs.types.Type.Data;
import org.cspcheck.specs.types.Type.Dotted;
import org.cspcheck.specs.types.Type.Function;
import org.cspcheck.specs.types.Type.MapOf;
import org.cspcheck.specs.types.Type.Partial;
import org.cspcheck.specs.types.Type.Rigid;
import org.cspcheck.specs.types.Type.Sequence;
import org.cspcheck.specs.types.Type.SetOf;
import org.cspcheck.specs.types.Type.Tuple;
import org.cspcheck.specs.types.Type.Variable;

/** Types in words, and as annotations write them. */
final class Words {
    private Words() {}

    /** {@return one value of the type: "a set of numbers"} */
    static String one(Type type) {
        return switch (Type.known(type)) {
            case Atom.INT -> "a number";
            case Atom.BOOL -> "a truth value";
            case Atom.CHAR -> "a character";
            case Atom.PROCESS -> "a process";
            case Atom.EVENT -> "an event";
            case Data data -> "a `" + data.name + "`";
            case Rigid rigid -> "an `" + rigid.name + "`, which may be of any type";
            case Sequence(Type item) -> "a sequence" + of(item);
            case SetOf(Type item) -> "a set" + of(item);
            case Tuple(List<Type> items) -> items.size() == 2 ? "a pair " + text(type) : "a tuple " + text(type);
            case MapOf _ -> "a map";
            case Function(List<Type> arguments, _) -> "a function of " + arguments(arguments.size());
            case Partial(_, Type result) -> partial(Type.known(result)) + " that lacks fields";
            case Dotted _ -> Type.isEventWithMore(type) ? "an event with too many fields" : "values joined by dots";
            case Variable _ -> "anything";
        };
    }

    private static String partial(Type result) {
        return result instanceof Data data ? "a constructor of `" + data.name + "`" : "a channel";
    }

    private static String of(Type item) {
        String many = many(item);
        return many.isEmpty() ? "" : " of " + many;
    }

    /** {@return many values of the type; empty when nothing is known of it} */
    private static String many(Type type) {
        return switch (Type.known(type)) {
            case Atom.INT -> "numbers";
            case Atom.BOOL -> "truth values";
            case Atom.CHAR -> "characters";
            case Atom.PROCESS -> "processes";
            case Atom.EVENT -> "events";
            case Data data -> "`" + data.name + "`";
            case Rigid rigid -> "`" + rigid.name + "`";
            case Sequence(Type item) -> "sequences" + of(item);
            case SetOf(Type item) -> "sets" + of(item);
            case Tuple(List<Type> items) -> items.size() == 2 ? "pairs " + text(type) : "tuples " + text(type);
            case MapOf _ -> "maps";
            case Function _ -> "functions";
            case Partial(_, Type result) -> Type.known(result) instanceof Data ? "constructors that lack fields" : "channels that lack fields";
            case Dotted _ -> "dotted values " + text(type);
            case Variable _ -> "";
        };
    }

    static String arguments(int count) {
        return switch (count) {
            case 0 -> "no arguments";
            case 1 -> "1 argument";
            default -> count + " arguments";
        };
    }

    /** {@return the type as an annotation writes it} */
    static String text(Type type) {
        return switch (Type.known(type)) {
            case Atom.INT -> "Int";
            case Atom.BOOL -> "Bool";
            case Atom.CHAR -> "Char";
            case Atom.PROCESS -> "Proc";
            case Atom.EVENT -> "Event";
            case Data data -> data.name;
            case Rigid rigid -> rigid.name;
            case Sequence(Type item) -> "<" + text(item) + ">";
            case SetOf(Type item) -> "{" + text(item) + "}";
            case Tuple(List<Type> items) -> "(" + listed(items, ", ") + ")";
            case MapOf(Type key, Type value) -> "(| " + text(key) + " => " + text(value) + " |)";
            case Function(List<Type> arguments, Type result) -> "(" + listed(arguments, ", ") + ") -> " + text(result);
            case Partial(List<Type> fields, Type result) -> listed(fields, ".") + " => " + text(result);
            case Dotted(List<Type> items) -> listed(items, ".");
            case Variable _ -> "_";
        };
    }

    private static String listed(List<Type> types, String between) {
        return types.stream().map(Words::text).collect(Collectors.joining(between));
    }
}
