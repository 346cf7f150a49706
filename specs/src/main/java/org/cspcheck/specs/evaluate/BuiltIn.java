package org.cspcheck.specs.evaluate;

import java.util.List;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.source.Span;
import org.cspcheck.model.value.MapValue;
import org.cspcheck.model.value.Sequence;
import org.cspcheck.model.value.SetValue;
import org.cspcheck.model.value.Value;

/** A function of the language itself. Equal only to itself. */
final class BuiltIn implements Applicable {
    /** What it does with its arguments, which are evaluated when asked for. */
    interface Action {
        Value apply(Arguments arguments);
    }

    /** The arguments of one call, taken as what is needed. */
    record Arguments(Value[] values, Span call) {
        Value get(int position) {
            return values[position].force();
        }

        SetValue set(int position) {
            return Kinds.set(get(position), call);
        }

        Sequence sequence(int position) {
            return Kinds.sequence(get(position), call);
        }

        MapValue map(int position) {
            return Kinds.map(get(position), call);
        }

        Process process(int position) {
            return Kinds.process(get(position), call);
        }

        List<Value> members(int position) {
            return Generators.members(set(position), call);
        }
    }

    private final String name;
    private final int arity;
    private final Action action;

    BuiltIn(String name, int arity, Action action) {
        this.name = name;
        this.arity = arity;
        this.action = action;
    }

    @Override
    public Value apply(Value[] arguments, Span call) {
        if (arguments.length != arity) {
            throw Faults.wrongArguments(call, name, arity, arguments.length);
        }
        try {
            return action.apply(new Arguments(arguments, call));
        } catch (SetValue.InfiniteSetException fault) {
            throw Faults.infiniteSet(call, fault);
        }
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public String toString() {
        return name;
    }
}
