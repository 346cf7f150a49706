package org.cspcheck.specs.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.source.Span;
import org.cspcheck.model.value.SetValue;
import org.cspcheck.model.value.Value;

/** A prefix, compiled; the same object for every term made from it. */
final class PrefixCode {
    private final Communication communication;
    private final Code continuation;
    private final Unit unit;
    private final int number;
    private final Timing timing;

    PrefixCode(Communication communication, Code continuation, Unit unit, int number, Timing timing) {
        this.communication = communication;
        this.continuation = continuation;
        this.unit = unit;
        this.number = number;
        this.timing = timing;
    }

    Process process(Value[] outerFrame) {
        Value[] captured = unit.capture(outerFrame);
        if (communication.nextInternal(0) < communication.items().size()) {
            return choosing(communication.start(unit.frame(captured)), 0);
        }
        return new Process.Prefix(new Offer(this, captured));
    }

    /** A prefix with {@code $}: external over the items before it, internal over it, and so on. */
    private Process choosing(Communication.Partial partial, int from) {
        int internal = communication.nextInternal(from);
        if (internal == communication.items().size()) {
            List<Process.Menu.Branch> branches = branches(communication.extend(partial, from, internal));
            var offer = new Process.Prefix(new Process.Menu.Listed(branches));
            return timing.isTimed() ? timing.choice(List.of(offer, timing.stop())) : branches.isEmpty() ? Process.STOP : offer;
        }
        var outside = new ArrayList<Process>();
        for (Communication.Partial before : communication.extend(partial, from, internal)) {
            var inside = new ArrayList<Process>();
            for (Communication.Partial chosen : communication.extend(before, internal, internal + 1)) {
                inside.add(choosing(chosen, internal + 1));
            }
            if (inside.isEmpty()) {
                throw ProcessCompiler.emptyChoice(communication.span());
            }
            outside.add(inside.size() == 1 ? inside.getFirst() : new Process.InternalChoice(List.copyOf(inside)));
        }
        return timing.choice(outside);
    }

    private List<Process.Menu.Branch> branches(List<Communication.Partial> partials) {
        try {
            return each(partials);
        } catch (SetValue.InfiniteSetException fault) {
            throw Faults.infiniteSet(communication.span(), fault);
        }
    }

    private List<Process.Menu.Branch> each(List<Communication.Partial> partials) {
        var branches = new ArrayList<Process.Menu.Branch>(partials.size() + 1);
        for (Communication.Partial partial : partials) {
            int event = communication.event(partial);
            Process next = continuation.process(partial.frame());
            branches.add(new Process.Menu.Branch(event, timing.isTimed() ? timing.delay(duration(partial.value()), next) : next));
        }
        return branches;
    }

    private long duration(Value event) {
        Supplier<Applicable> duration = timing.section().duration();
        Span span = communication.span();
        return duration == null ? 1 : Kinds.integer(duration.get().apply(new Value[] {event}, span), span);
    }

    /** The menu of a prefix without internal choice. */
    private static final class Offer extends Closure implements Process.Menu {
        private final PrefixCode code;

        Offer(PrefixCode code, Value[] captured) {
            super(captured);
            this.code = code;
            settle();
        }

        @Override
        Object code() {
            return code;
        }

        @Override
        public List<Branch> branches() {
            Communication communication = code.communication;
            Communication.Partial start = communication.start(code.unit.frame(captured));
            List<Branch> branches = code.branches(communication.extend(start, 0, communication.items().size()));
            if (code.timing.isTimed()) {
                branches.add(new Branch(code.timing.section().tock(), new Process.Prefix(this)));
            }
            return branches;
        }

        @Override
        public Span span() {
            return code.communication.span();
        }

        @Override
        public String toString() {
            return code.communication.span().text() + " -> ..";
        }
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
