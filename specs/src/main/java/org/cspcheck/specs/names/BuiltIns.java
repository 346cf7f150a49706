package org.cspcheck.specs.names;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** The names that need no definition, and those that need only be declared. */
public final class BuiltIns {
    /** Functions that are always there, by the number of their arguments. */
    private static final Map<Integer, List<String>> FUNCTIONS = Map.of(
            1, List.of("Union", "Inter", "card", "empty", "set", "Set", "Seq", "seq", "length", "null", "head", "tail", "concat",
                    "mapFromList", "mapToList", "show", "error", "extensions", "productions", "CHAOS", "RUN"),
            2, List.of("union", "inter", "diff", "member", "elem", "mapLookup", "mapMember", "mapUpdateMultiple", "mapDelete", "Map",
                    "BUFFER"),
            3, List.of("mapUpdate", "WEAK_BUFFER"));

    /** Values that are always there; {@code True} and {@code False} are old spellings that scripts may still define as they like. */
    private static final Set<String> VALUES =
            Set.of("STOP", "SKIP", "DIV", "Int", "Bool", "Char", "Proc", "Events", "emptyMap", "True", "False");

    /** Names of types that stand only in annotations. */
    static final Set<String> TYPES = Set.of("Int", "Bool", "Char", "Proc", "Event");

    /** What is there inside timed sections only. */
    static final Map<String, Definition> TIMED = Map.of(
            "WAIT", new Definition.BuiltIn("WAIT", OptionalInt.of(1)),
            "timed_priority", new Definition.BuiltIn("timed_priority", OptionalInt.of(1)),
            "TOCKS", new Definition.BuiltIn("TOCKS", OptionalInt.empty()),
            "TSTOP", new Definition.BuiltIn("TSTOP", OptionalInt.empty()),
            "TSKIP", new Definition.BuiltIn("TSKIP", OptionalInt.empty()),
            "USTOP", new Definition.BuiltIn("USTOP", OptionalInt.empty()));

    /** What {@code transparent} may declare: functions that change no verdict. */
    public static final Set<String> TRANSPARENT = Set.of("sbisim", "wbisim", "dbisim", "diamond", "normal", "tau_loop_factor",
            "model_compress", "explicate", "lazyenumerate", "lazynorm", "chase", "chase_nocache");

    /** What {@code external} may declare: functions that may change what a process means, and those on relations. */
    public static final Set<String> EXTERNAL = Set.of("prioritise", "prioritise_nocache", "prioritisepo", "chase", "chase_nocache", "deter",
            "failure_watchdog", "trace_watchdog", "loop", "mtransclose", "relational_image", "relational_inverse_image", "transpose");

    private BuiltIns() {}

    static Map<String, Definition> always() {
        Map<String, Definition> names = new HashMap<>();
        FUNCTIONS.forEach((arity, functions) ->
                functions.forEach(name -> names.put(name, new Definition.BuiltIn(name, OptionalInt.of(arity)))));
        VALUES.forEach(name -> names.put(name, new Definition.BuiltIn(name, OptionalInt.empty())));
        return names;
    }

    /** {@return all names that are always there, or in timed sections} */
    public static Set<String> names() {
        Map<String, Definition> names = always();
        names.putAll(TIMED);
        return names.keySet();
    }
}
