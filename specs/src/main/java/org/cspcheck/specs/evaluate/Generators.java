package org.cspcheck.specs.evaluate;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.cspcheck.model.source.EvaluationInterrupted;
import org.cspcheck.model.source.Span;
import org.cspcheck.model.value.SetValue;
import org.cspcheck.model.value.Value;

/** The generators of a comprehension or replicated operator, compiled: every way to bind their variables, in order, found one by one. */
final class Generators {
    /** What ranges are made of. */
    enum Over {
        SETS,
        SEQUENCES
    }

    /** One generator or condition. */
    sealed interface Step {
        record Drawn(Matcher pattern, Code range) implements Step {}

        record Condition(Code condition) implements Step {}
    }

    private final Over over;
    private final List<Step> steps;

    Generators(Over over, List<Step> steps) {
        this.over = over;
        this.steps = List.copyOf(steps);
    }

    /** {@return one frame for each binding; each is a copy of {@code frame}, unless there is no generator at all} */
    Iterator<Value[]> bindings(Value[] frame) {
        return new Bindings(frame);
    }

    /** {@return all frames at once} */
    List<Value[]> all(Value[] frame) {
        var frames = new ArrayList<Value[]>();
        bindings(frame).forEachRemaining(frames::add);
        return frames;
    }

    private Iterator<Value> range(Code code, Value[] frame) {
        Value value = code.eval(frame);
        return over == Over.SETS ? members(Kinds.set(value, code.span), code.span).iterator() : Kinds.sequence(value, code.span).iterator();
    }

    static List<Value> members(SetValue set, Span span) {
        try {
            return set.elements();
        } catch (SetValue.InfiniteSetException fault) {
            throw Faults.infiniteSet(span, fault);
        }
    }

    /** Backtracking: {@code ranges[i]} is what is left of generator i, {@code frames[i]} the frame that it started from. */
    private final class Bindings implements Iterator<Value[]> {
        private final Value[][] frames;
        private final List<Iterator<Value>> ranges;
        private Value[] next;

        Bindings(Value[] frame) {
            frames = new Value[steps.size() + 1][];
            ranges = new ArrayList<>();
            for (int i = 0; i < steps.size(); i++) {
                ranges.add(null);
            }
            frames[0] = frame;
            next = forward(0);
        }

        /** The first binding with steps 0..from-1 as they stand; null when there is none, or none further back. */
        private Value[] forward(int from) {
            int at = from;
            while (at >= 0 && at < steps.size()) {
                at = switch (steps.get(at)) {
                    case Step.Condition(Code condition) -> {
                        frames[at + 1] = frames[at];
                        yield Kinds.truth(condition.eval(frames[at]), condition.span) ? at + 1 : back(at);
                    }
                    case Step.Drawn(Matcher pattern, Code code) -> {
                        if (ranges.get(at) == null) {
                            ranges.set(at, range(code, frames[at]));
                        }
                        yield draw(pattern, at) ? at + 1 : back(at);
                    }
                };
            }
            return at < 0 ? null : frames[steps.size()];
        }

        private boolean draw(Matcher pattern, int at) {
            EvaluationInterrupted.poll();
            Iterator<Value> range = ranges.get(at);
            while (range.hasNext()) {
                Value[] copy = frames[at].clone();
                if (pattern.match(range.next(), copy)) {
                    frames[at + 1] = copy;
                    return true;
                }
            }
            ranges.set(at, null);
            return false;
        }

        /** The nearest generator before {@code at} that may have more; -1 when there is none. */
        private int back(int at) {
            for (int i = at - 1; i >= 0; i--) {
                if (steps.get(i) instanceof Step.Drawn) {
                    return i;
                }
            }
            return -1;
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public Value[] next() {
            if (next == null) {
                throw new NoSuchElementException();
            }
            Value[] found = next;
            int last = back(steps.size());
            next = last < 0 ? null : forward(last);
            return found;
        }
    }
}
