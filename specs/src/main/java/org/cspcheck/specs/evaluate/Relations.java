package org.cspcheck.specs.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cspcheck.model.value.SetValue;
import org.cspcheck.model.value.Tuple;
import org.cspcheck.model.value.Value;

/** The external functions on relations, which are sets of pairs. */
final class Relations {
    private Relations() {}

    private static List<Tuple> pairs(BuiltIn.Arguments a) {
        var pairs = new ArrayList<Tuple>();
        for (Value pair : a.members(0)) {
            if (!(pair instanceof Tuple tuple) || tuple.size() != 2) {
                throw Faults.wrongKind(a.call(), "a pair", pair);
            }
            pairs.add(tuple);
        }
        return pairs;
    }

    /** {@code relational_image(R)}: a function that takes x to all y with (x, y) in R. */
    static Value image(BuiltIn.Arguments a, int from, int to) {
        var related = new HashMap<Value, List<Value>>();
        pairs(a).forEach(pair -> related.computeIfAbsent(pair.get(from).force(), x -> new ArrayList<>()).add(pair.get(to)));
        return new BuiltIn("relational_image(..)", 1, x -> SetValue.of(related.getOrDefault(x.get(0), List.of())));
    }

    /** {@code transpose(R)}: every pair turned round. */
    static Value transpose(BuiltIn.Arguments a) {
        return SetValue.of(pairs(a).stream().map(pair -> new Tuple(pair.get(1), pair.get(0))).toList());
    }

    /**
     * {@code mtransclose(R, S)}: the pairs (r, x) of members of S such that R, made symmetric and transitive, relates them and r stands
     * for its class: it is the first of those that are in S. No member stands with itself.
     */
    static Value representatives(BuiltIn.Arguments a) {
        var above = new HashMap<Value, Value>();
        pairs(a).forEach(pair -> {
            Value left = first(above, pair.get(0).force());
            Value right = first(above, pair.get(1).force());
            above.put(left, right);
        });
        var standing = new HashMap<Value, Value>();
        var found = new ArrayList<Value>();
        for (Value member : a.members(1)) {
            Value first = standing.putIfAbsent(first(above, member), member);
            if (first != null) {
                found.add(new Tuple(first, member));
            }
        }
        return SetValue.of(found);
    }

    /** {@return the value that a class of related values is known by}, the ways there halved. */
    private static Value first(Map<Value, Value> above, Value value) {
        Value at = value;
        while (true) {
            Value next = above.getOrDefault(at, at);
            if (next.equals(at)) {
                return at;
            }
            Value beyond = above.getOrDefault(next, next);
            above.put(at, beyond);
            at = beyond;
        }
    }
}
