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

    /** Values of a type: one, and many; empty where nothing is known of these. */
    private record Noun(String one, String many) {}

    /** {@return one value of the type: "a set of numbers"} */
    static String one(Type type) {
        return noun(type).one;
    }

    private static Noun noun(Type type) {
        return switch (Type.known(type)) {
            case Atom.INT -> new Noun("a number", "numbers");
            case Atom.BOOL -> new Noun("a truth value", "truth values");
            case Atom.CHAR -> new Noun("a character", "characters");
            case Atom.PROCESS -> new Noun("a process", "processes");
            case Atom.EVENT -> new Noun("an event", "events");
            case Data data -> new Noun("a `" + data.name + "`", "`" + data.name + "`");
            case Rigid rigid -> new Noun("an `" + rigid.name + "`, which may be of any type", "`" + rigid.name + "`");
            case Sequence(Type item) -> new Noun("a sequence" + of(item), "sequences" + of(item));
            case SetOf(Type item) -> new Noun("a set" + of(item), "sets" + of(item));
            case Tuple(List<Type> items) when items.size() == 2 -> new Noun("a pair " + text(type), "pairs " + text(type));
            case Tuple _ -> new Noun("a tuple " + text(type), "tuples " + text(type));
            case MapOf _ -> new Noun("a map", "maps");
            case Function(List<Type> arguments, _) -> new Noun("a function of " + arguments(arguments.size()), "functions");
            case Partial(_, Type result) when Type.known(result) instanceof Data data ->
                new Noun("a constructor of `" + data.name + "` that lacks fields", "constructors that lack fields");
            case Partial _ -> new Noun("a channel that lacks fields", "channels that lack fields");
            case Dotted _ -> new Noun(Type.isEventWithMore(type) ? "an event with too many fields" : "values joined by dots", "dotted values " + text(type));
            case Variable _ -> new Noun("anything", "");
        };
    }

    private static String of(Type item) {
        String many = noun(item).many;
        return many.isEmpty() ? "" : " of " + many;
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
