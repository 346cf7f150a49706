package org.cspcheck.specs.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cspcheck.model.value.Completions;
import org.cspcheck.model.value.MapValue;
import org.cspcheck.model.value.Sequence;
import org.cspcheck.model.value.SetValue;
import org.cspcheck.model.value.SymbolicSet;
import org.cspcheck.model.value.Tuple;
import org.cspcheck.model.value.Value;

/** The built-in types and the functions on sets, sequences, maps and dotted values. */
final class DataBuiltIns {
    private DataBuiltIns() {}

    static Map<String, Value> all() {
        var table = new LinkedHashMap<String, Value>();
        table.put("Int", new SymbolicSet.Integers(null));
        table.put("Bool", SetValue.of(Value.Bool.FALSE, Value.Bool.TRUE));
        table.put("Char", new SymbolicSet.Characters());
        table.put("Proc", new SymbolicSet.Processes());
        table.put("true", Value.Bool.TRUE);
        table.put("false", Value.Bool.FALSE);
        table.put("True", Value.Bool.TRUE);
        table.put("False", Value.Bool.FALSE);
        sets(table);
        sequences(table);
        maps(table);
        dots(table);
        return table;
    }

    private static void sets(Map<String, Value> table) {
        BuiltIns.function(table, "union", 2, a -> a.set(0).union(a.set(1)));
        BuiltIns.function(table, "inter", 2, a -> a.set(0).intersection(a.set(1)));
        BuiltIns.function(table, "diff", 2, a -> a.set(0).difference(a.set(1)));
        BuiltIns.function(table, "Union", 1, DataBuiltIns::union);
        BuiltIns.function(table, "Inter", 1, DataBuiltIns::intersection);
        BuiltIns.function(table, "member", 2, a -> Value.Bool.of(a.set(1).contains(a.get(0))));
        BuiltIns.function(table, "card", 1, a -> Value.Int.of(a.members(0).size()));
        BuiltIns.function(table, "empty", 1, a -> Value.Bool.of(a.set(0).isEmpty()));
        BuiltIns.function(table, "set", 1, a -> SetValue.of(a.sequence(0).toList()));
        BuiltIns.function(table, "Set", 1, a -> new SymbolicSet.PowerSet(a.set(0)));
        BuiltIns.function(table, "Seq", 1, a -> new SymbolicSet.Sequences(a.set(0)));
        BuiltIns.function(table, "seq", 1, a -> Sequence.of(a.members(0)));
    }

    private static Value union(BuiltIn.Arguments a) {
        SetValue all = SetValue.EMPTY;
        var members = new ArrayList<Value>();
        for (Value set : a.members(0)) {
            switch (Kinds.set(set, a.call())) {
                case SymbolicSet symbolic -> all = all.isEmpty() ? symbolic : all.union(symbolic);
                case SetValue listed -> members.addAll(listed.elements());
            }
        }
        SetValue listed = SetValue.of(members);
        return all.isEmpty() ? listed : listed.isEmpty() ? all : all.union(listed);
    }

    private static Value intersection(BuiltIn.Arguments a) {
        List<Value> sets = a.members(0);
        if (sets.isEmpty()) {
            throw Faults.of("CSP0610", a.call(), "Inter of no sets", "the intersection of nothing would be everything", "check with empty(S) first");
        }
        return sets.stream().map(set -> Kinds.set(set, a.call())).reduce(SetValue::intersection).orElseThrow();
    }

    private static void sequences(Map<String, Value> table) {
        BuiltIns.function(table, "length", 1, a -> Value.Int.of(a.sequence(0).size()));
        BuiltIns.function(table, "null", 1, a -> Value.Bool.of(a.sequence(0).isEmpty()));
        BuiltIns.function(table, "head", 1, a -> notEmpty(a, "head").head());
        BuiltIns.function(table, "tail", 1, a -> notEmpty(a, "tail").tail());
        BuiltIns.function(table, "concat", 1, a -> concat(a.sequence(0), a));
        BuiltIns.function(table, "elem", 2, DataBuiltIns::elem);
        BuiltIns.function(table, "show", 1, a -> Sequence.string(a.get(0).toString()));
        BuiltIns.function(table, "error", 1, a -> {
            throw Faults.of("CSP0611", a.call(), "error: " + text(a.sequence(0)), "the script itself reports this", "");
        });
    }

    private static Sequence notEmpty(BuiltIn.Arguments a, String function) {
        Sequence sequence = a.sequence(0);
        if (sequence.isEmpty()) {
            throw Faults.emptySequence(a.call(), function);
        }
        return sequence;
    }

    private static Sequence concat(Sequence sequences, BuiltIn.Arguments a) {
        if (sequences.isEmpty()) {
            return Sequence.EMPTY;
        }
        Sequence first = Kinds.sequence(sequences.head(), a.call());
        return first.concat(new org.cspcheck.model.value.Lazy(() -> concat(sequences.tail(), a)));
    }

    private static Value elem(BuiltIn.Arguments a) {
        Value wanted = a.get(0);
        for (Value value : a.sequence(1)) {
            if (Comparison.equal(value, wanted, a.call())) {
                return Value.Bool.TRUE;
            }
        }
        return Value.Bool.FALSE;
    }

    private static String text(Sequence characters) {
        return characters.toList().stream()
                .map(value -> value.force() instanceof Value.Char(int codePoint) ? Character.toString(codePoint) : value.toString())
                .collect(Collectors.joining());
    }

    private static void maps(Map<String, Value> table) {
        table.put("emptyMap", MapValue.EMPTY);
        BuiltIns.function(table, "Map", 2, a -> new SymbolicSet.Maps(a.set(0), a.set(1)));
        BuiltIns.function(table, "mapFromList", 1, a -> updated(MapValue.EMPTY, a.sequence(0), a));
        BuiltIns.function(table, "mapLookup", 2, DataBuiltIns::lookup);
        BuiltIns.function(table, "mapMember", 2, a -> Value.Bool.of(a.map(0).get(a.get(1)) != null));
        BuiltIns.function(table, "mapToList", 1, a -> Sequence.of(a.map(0).entries().entrySet().stream()
                .<Value>map(entry -> new Tuple(entry.getKey(), entry.getValue()))
                .toList()));
        BuiltIns.function(table, "mapUpdate", 3, a -> a.map(0).with(a.get(1), a.values()[2]));
        BuiltIns.function(table, "mapUpdateMultiple", 2, a -> updated(a.map(0), a.sequence(1), a));
        BuiltIns.function(table, "mapDelete", 2, a -> a.map(0).without(a.get(1)));
    }

    /** Later pairs win. */
    private static MapValue updated(MapValue map, Sequence pairs, BuiltIn.Arguments a) {
        MapValue changed = map;
        for (Value pair : pairs) {
            if (!(pair instanceof Tuple tuple) || tuple.size() != 2) {
                throw Faults.wrongKind(a.call(), "a pair (key, value)", pair);
            }
            changed = changed.with(tuple.get(0), tuple.get(1));
        }
        return changed;
    }

    private static Value lookup(BuiltIn.Arguments a) {
        Value found = a.map(0).get(a.get(1));
        if (found == null) {
            throw Faults.of("CSP0619", a.call(), "the map has no entry for " + Faults.show(a.get(1)), "", "check with mapMember(m, k) first");
        }
        return found.force();
    }

    private static void dots(Map<String, Value> table) {
        BuiltIns.function(table, "extensions", 1, a -> SetValue.of(Completions.extensions(a.get(0))));
        BuiltIns.function(table, "productions", 1, a -> new SymbolicSet.Productions(List.of(a.get(0))));
    }
}
