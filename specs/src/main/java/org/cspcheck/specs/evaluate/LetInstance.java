package org.cspcheck.specs.evaluate;

import org.cspcheck.model.process.Process;
import org.cspcheck.model.source.Span;
import org.cspcheck.model.value.Hashing;
import org.cspcheck.model.value.Lazy;
import org.cspcheck.model.value.Value;

/** The definitions of one {@code let} with the values of the variables around it; each is evaluated when first needed. */
final class LetInstance extends Closure {
    private final LetCode code;
    private final Lazy[] members;
    private Value[] frame;

    LetInstance(LetCode code, Value[] captured) {
        super(captured);
        this.code = code;
        this.members = new Lazy[code.size()];
    }

    @Override
    Object code() {
        return code;
    }

    /** {@return the definition with this position} */
    Value member(int position) {
        if (members[position] == null) {
            members[position] = new Lazy(() -> code.evaluate(position, frame()));
        }
        return members[position];
    }

    private Value[] frame() {
        if (frame == null) {
            frame = code.unit().frame(captured);
            frame[code.self().slot()] = this;
        }
        return frame;
    }

    @Override
    public String toString() {
        return "let";
    }

    /** A local definition as a process term. */
    record Member(LetInstance instance, int position, Span span) implements Process.Body {
        @Override
        public String name() {
            return instance.code.name(position);
        }

        @Override
        public Process unfold() {
            return Kinds.process(instance.member(position).force(), span);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Member that && position == that.position && instance.equals(that.instance);
        }

        @Override
        public int hashCode() {
            return Hashing.combine(instance.hashCode(), position);
        }
    }
}
