package org.cspcheck.specs.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cspcheck.model.source.Span;
import org.cspcheck.model.value.Tuple;
import org.cspcheck.model.value.Value;

/** {@code (x, y) = e}: its value is the tuple of the pattern's variables, in the order of their names. */
final class BindingCode extends Code {
    private Matcher pattern;
    private Code body;
    private final List<String> names = new ArrayList<>();
    private final List<Integer> slots = new ArrayList<>();

    BindingCode(Span span) {
        super(span);
    }

    /** @param scope where the pattern's variables were bound, and nothing else */
    void define(Matcher compiled, Code expression, Scope scope) {
        pattern = compiled;
        body = expression;
        for (Map.Entry<String, Meaning> entry : new java.util.TreeMap<>(scope.own()).entrySet()) {
            if (entry.getValue() instanceof Meaning.Local(Unit.Variable variable)) {
                names.add(entry.getKey());
                slots.add(variable.slot());
            }
        }
    }

    @Override
    Value eval(Value[] frame) {
        Value value = body.eval(frame);
        Value[] copy = frame.clone();
        if (!pattern.match(value, copy)) {
            throw Faults.noMatch(span, value);
        }
        return new Tuple(slots.stream().map(slot -> copy[slot]).toArray(Value[]::new));
    }

    /** {@return code for one of the variables, where {@code whole} has this code's value} */
    Code part(String name, Code whole) {
        return new Code(span) {
            @Override
            Value eval(Value[] frame) {
                return ((Tuple) whole.eval(frame)).get(names.indexOf(name));
            }
        };
    }
}
