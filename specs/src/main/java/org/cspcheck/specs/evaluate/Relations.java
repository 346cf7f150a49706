package org.cspcheck.specs.evaluate;

import java.util.ArrayList;
import java.util.List;
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
        List<Tuple> pairs = pairs(a);
        return new BuiltIn("relational_image(..)", 1, x -> SetValue.of(pairs.stream()
                .filter(pair -> pair.get(from).equals(x.get(0)))
                .map(pair -> pair.get(to))
                .toList()));
    }

    /** {@code transpose(R)}: every pair turned round. */
    static Value transpose(BuiltIn.Arguments a) {
        return SetValue.of(pairs(a).stream().map(pair -> new Tuple(pair.get(1), pair.get(0))).toList());
    }
}
