package org.cspcheck.specs.evaluate;

import java.util.List;
import org.cspcheck.model.value.Compound;
import org.cspcheck.model.value.Dots;
import org.cspcheck.model.value.Sequence;
import org.cspcheck.model.value.SetValue;
import org.cspcheck.model.value.Symbol;
import org.cspcheck.model.value.Tuple;
import org.cspcheck.model.value.Value;

/** A compiled pattern: says whether a value matches, and binds its variables. A value is evaluated only as far as the pattern asks. */
interface Matcher {
    boolean match(Value value, Value[] frame);

    /** {@code _}. */
    Matcher ANYTHING = (value, frame) -> true;

    /** A variable. */
    record Bind(int slot) implements Matcher {
        @Override
        public boolean match(Value value, Value[] frame) {
            frame[slot] = value;
            return true;
        }
    }

    /** A number, truth value, character or string. */
    record Equal(Value expected) implements Matcher {
        @Override
        public boolean match(Value value, Value[] frame) {
            return expected.equals(value.force());
        }
    }

    /** A channel or constructor without its fields. */
    record Head(Symbol symbol) implements Matcher {
        @Override
        public boolean match(Value value, Value[] frame) {
            return value.force() instanceof Compound compound && compound.symbol() == symbol && compound.size() == 0;
        }
    }

    /** {@code (p, q)}. */
    record OfTuple(List<Matcher> items) implements Matcher {
        @Override
        public boolean match(Value value, Value[] frame) {
            if (!(value.force() instanceof Tuple tuple) || tuple.size() != items.size()) {
                return false;
            }
            for (int i = 0; i < items.size(); i++) {
                if (!items.get(i).match(tuple.unforced(i), frame)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** {@code {}} or, with a matcher, {@code {p}}. */
    record OfSet(Matcher item) implements Matcher {
        @Override
        public boolean match(Value value, Value[] frame) {
            if (!(value.force() instanceof SetValue set) || !set.isFinite()) {
                return false;
            }
            List<Value> elements = set.elements();
            return item == null ? elements.isEmpty() : elements.size() == 1 && item.match(elements.getFirst(), frame);
        }
    }

    /** {@code <p, q>^middle^<r>}; without a middle the length is fixed. */
    record OfSequence(List<Matcher> front, Matcher middle, List<Matcher> back) implements Matcher {
        @Override
        public boolean match(Value value, Value[] frame) {
            Value rest = value;
            for (Matcher item : front) {
                if (!(rest.force() instanceof Sequence sequence) || sequence.isEmpty() || !item.match(sequence.first(), frame)) {
                    return false;
                }
                rest = sequence.rest();
            }
            if (middle != null && back.isEmpty()) {
                return middle.match(rest, frame);
            }
            return rest.force() instanceof Sequence sequence && (middle == null ? sequence.isEmpty() : matchEnds(sequence, frame));
        }

        private boolean matchEnds(Sequence rest, Value[] frame) {
            List<Value> values = rest.toList();
            int cut = values.size() - back.size();
            if (cut < 0 || !middle.match(Sequence.of(values.subList(0, cut)), frame)) {
                return false;
            }
            for (int i = 0; i < back.size(); i++) {
                if (!back.get(i).match(values.get(cut + i), frame)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** {@code p @@ q}. */
    record OfBoth(Matcher left, Matcher right) implements Matcher {
        @Override
        public boolean match(Value value, Value[] frame) {
            return left.match(value, frame) && right.match(value, frame);
        }
    }

    /** {@code p.q.r}; see {@link DotMatch}. */
    record OfDots(List<Matcher> parts) implements Matcher {
        @Override
        public boolean match(Value value, Value[] frame) {
            return new DotMatch(Dots.items(value.force())).match(parts, frame);
        }

        /** {@return how many items the pattern takes at the least} */
        static int width(Matcher matcher) {
            return switch (matcher) {
                case OfDots dots -> dots.parts.stream().mapToInt(OfDots::width).sum();
                case OfBoth both -> Math.max(width(both.left), width(both.right));
                default -> 1;
            };
        }
    }
}
