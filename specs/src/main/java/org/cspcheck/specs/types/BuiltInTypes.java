package org.cspcheck.specs.types;

import static org.cspcheck.specs.types.Type.Atom.BOOL;
import static org.cspcheck.specs.types.Type.Atom.CHAR;
import static org.cspcheck.specs.types.Type.Atom.EVENT;
import static org.cspcheck.specs.types.Type.Atom.INT;
import static org.cspcheck.specs.types.Type.Atom.PROCESS;

import java.util.List;
import java.util.function.UnaryOperator;
import org.cspcheck.model.source.Span;
import org.cspcheck.specs.types.Constraint.Origin;
import org.cspcheck.specs.types.Constraint.Related;
import org.cspcheck.specs.types.Constraint.Relation;
import org.cspcheck.specs.types.Type.Function;
import org.cspcheck.specs.types.Type.MapOf;
import org.cspcheck.specs.types.Type.Sequence;
import org.cspcheck.specs.types.Type.SetOf;
import org.cspcheck.specs.types.Type.Tuple;

/** The types of what CSPm brings along; each use has its own. */
final class BuiltInTypes {
    private static final Type EVENTS = new SetOf(EVENT);

    private final Inference inference;

    BuiltInTypes(Inference inference) {
        this.inference = inference;
    }

    /** {@return the type of {@code name}; anything for a name that is defined elsewhere} */
    Type of(String name, Span span) {
        return switch (name) {
            case "STOP", "SKIP", "DIV", "TSTOP", "TSKIP", "USTOP", "TOCKS" -> PROCESS;
            case "Int" -> new SetOf(INT);
            case "Bool" -> new SetOf(BOOL);
            case "Char" -> new SetOf(CHAR);
            case "Proc" -> new SetOf(PROCESS);
            case "Events" -> EVENTS;
            case "True", "False" -> BOOL;
            case "CHAOS", "RUN" -> function(PROCESS, EVENTS);
            case "BUFFER" -> function(PROCESS, INT, relation(EVENT, EVENT));
            case "WEAK_BUFFER" -> function(PROCESS, INT, EVENT, relation(EVENT, EVENT));
            case "WAIT" -> function(PROCESS, INT);
            case "error" -> function(inference.fresh(), new Sequence(CHAR));
            case "show" -> function(new Sequence(CHAR), inference.fresh());
            case "union", "inter", "diff" -> sets(item -> function(new SetOf(item), new SetOf(item), new SetOf(item)));
            case "Union", "Inter" -> sets(item -> function(new SetOf(item), new SetOf(new SetOf(item))));
            case "set" -> sets(item -> function(new SetOf(item), new Sequence(item)));
            case "Set" -> sets(item -> function(new SetOf(new SetOf(item)), new SetOf(item)));
            case "Seq" -> sets(item -> function(new SetOf(new Sequence(item)), new SetOf(item)));
            case "member" -> equal(item -> function(BOOL, item, new SetOf(item)));
            case "card" -> equal(item -> function(INT, new SetOf(item)));
            case "empty" -> equal(item -> function(BOOL, new SetOf(item)));
            case "seq" -> equal(item -> function(new Sequence(item), new SetOf(item)));
            case "elem" -> equal(item -> function(BOOL, item, new Sequence(item)));
            case "length" -> any(item -> function(INT, new Sequence(item)));
            case "null" -> any(item -> function(BOOL, new Sequence(item)));
            case "head" -> any(item -> function(item, new Sequence(item)));
            case "tail" -> any(item -> function(new Sequence(item), new Sequence(item)));
            case "concat" -> any(item -> function(new Sequence(item), new Sequence(new Sequence(item))));
            case "extensions" -> any(item -> completing(span, item, true));
            case "productions" -> any(item -> completing(span, item, false));
            default -> maps(name, span);
        };
    }

    private Type maps(String name, Span span) {
        Type key = inference.fresh(TypeClass.SET);
        Type value = inference.fresh();
        Type map = new MapOf(key, value);
        Type pairs = new Sequence(new Tuple(List.of(key, value)));
        return switch (name) {
            case "emptyMap" -> map;
            case "mapFromList" -> function(map, pairs);
            case "mapToList" -> function(pairs, map);
            case "mapLookup" -> function(value, map, key);
            case "mapMember" -> function(BOOL, map, key);
            case "mapUpdate" -> function(map, map, key, value);
            case "mapUpdateMultiple" -> function(map, map, pairs);
            case "mapDelete" -> function(map, map, key);
            case "Map" -> {
                inference.require(TypeClass.SET, span, value);
                yield function(new SetOf(map), new SetOf(key), new SetOf(value));
            }
            default -> inference.fresh();
        };
    }

    /** {@return the type of a function that is declared as transparent or external} */
    Type declared(String name) {
        return switch (name) {
            case "prioritise", "prioritise_nocache" -> function(PROCESS, PROCESS, new Sequence(EVENTS));
            case "prioritisepo" -> function(PROCESS, PROCESS, EVENTS, new SetOf(new Tuple(List.of(EVENT, EVENT))), EVENTS);
            case "failure_watchdog", "trace_watchdog" -> function(PROCESS, PROCESS, EVENTS, EVENT);
            case "mtransclose" -> equal(item -> function(relation(item, item), relation(item, item), new SetOf(item)));
            case "transpose" -> sets(from -> sets(to -> function(relation(to, from), relation(from, to))));
            case "relational_image" -> equal(from -> sets(to -> function(function(new SetOf(to), from), relation(from, to))));
            case "relational_inverse_image" -> sets(from -> equal(to -> function(function(new SetOf(from), to), relation(from, to))));
            default -> function(PROCESS, PROCESS);
        };
    }

    private static Type relation(Type from, Type to) {
        return new SetOf(new Tuple(List.of(from, to)));
    }

    private Type completing(Span span, Type item, boolean missing) {
        Type head = inference.fresh();
        inference.constrain(missing
                ? new Related(Relation.EXTENSIONS, new Origin(span, "`extensions` tells what a channel or constructor still takes"), head, item)
                : new Related(Relation.PRODUCTIONS, new Origin(span, "`productions` completes channels and constructors"), head, item));
        return function(new SetOf(item), head);
    }

    private static Type function(Type result, Type... arguments) {
        return new Function(List.of(arguments), result);
    }

    private Type any(UnaryOperator<Type> type) {
        return type.apply(inference.fresh());
    }

    private Type sets(UnaryOperator<Type> type) {
        return type.apply(inference.fresh(TypeClass.SET));
    }

    private Type equal(UnaryOperator<Type> type) {
        return type.apply(inference.fresh(TypeClass.EQ));
    }
}
