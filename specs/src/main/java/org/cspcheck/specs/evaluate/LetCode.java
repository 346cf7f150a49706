package org.cspcheck.specs.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.cspcheck.model.value.Value;

/** The definitions of a {@code let}, compiled; the same object each time the {@code let} is evaluated. */
final class LetCode {
    private final Unit unit;
    private final Unit.Variable self;
    private final int number;
    private final List<String> names = new ArrayList<>();
    private final List<Code> members = new ArrayList<>();

    LetCode(Unit unit, int number) {
        this.unit = unit;
        this.self = unit.declare();
        this.number = number;
    }

    Unit unit() {
        return unit;
    }

    /** {@return the variable that holds the instance, inside it} */
    Unit.Variable self() {
        return self;
    }

    /** {@return the position of a new member, whose code is still to come} */
    int declare(String name) {
        names.add(name);
        members.add(null);
        return names.size() - 1;
    }

    void define(int position, Code code) {
        members.set(position, code);
    }

    String name(int position) {
        return names.get(position);
    }

    int size() {
        return names.size();
    }

    Value evaluate(int position, Value[] frame) {
        return members.get(position).eval(frame);
    }

    @Override
    public int hashCode() {
        return number;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }
}
