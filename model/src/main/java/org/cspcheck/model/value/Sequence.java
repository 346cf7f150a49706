package org.cspcheck.model.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.cspcheck.model.source.EvaluationInterrupted;

/**
 * A sequence {@code <1, 2, 3>}: a stretch of an array, or a head with a tail that is found when needed, so it may be infinite.
 *
 * <p>Elements may be lazy. What needs every element of a sequence without end fails with {@link SetValue.InfiniteSetException}; comparing
 * two of them does not end.
 */
public abstract sealed class Sequence implements Value, Iterable<Value> {
    /** A sequence that is still not at its end here is taken for one without end. */
    private static final int LONGEST = 10_000_000;

    public static final Sequence EMPTY = new Listed(new Value[0], 0);

    public static Sequence of(Value... elements) {
        return elements.length == 0 ? EMPTY : new Listed(elements, 0);
    }

    public static Sequence of(List<Value> elements) {
        return of(elements.toArray(Value[]::new));
    }

    /** {@return the sequence that begins with {@code head}; {@code tail} is asked once, when something behind the head is needed} */
    public static Sequence cons(Value head, Supplier<Value> tail) {
        return new Stream(head, new Lazy(tail));
    }

    /** {@return the characters of a text} */
    public static Sequence string(String text) {
        return of(text.codePoints().mapToObj(Value.Char::new).toArray(Value[]::new));
    }

    public abstract boolean isEmpty();

    /** {@return the first element, evaluated} */
    public final Value head() {
        return first().force();
    }

    /** {@return the first element as it is: it may be lazy} */
    public abstract Value first();

    public abstract Sequence tail();

    /** {@return the tail as it is: it may be lazy} */
    public abstract Value rest();

    /** {@return whether all elements are in memory, so that walking them ends} */
    public abstract boolean isListed();

    /** {@return this sequence with all its elements in memory} */
    public Sequence listed() {
        return of(toList());
    }

    /** {@return all elements as they are: they may be lazy} */
    public List<Value> toList() {
        var list = new ArrayList<Value>();
        for (Sequence rest = this; !rest.isEmpty(); rest = rest.tail()) {
            if (list.size() >= LONGEST) {
                throw new SetValue.InfiniteSetException("a sequence that goes on after " + LONGEST + " elements");
            }
            list.add(rest.first());
        }
        return list;
    }

    public int size() {
        return toList().size();
    }

    /** {@return this followed by {@code other}; neither is walked unless both are in memory} */
    public Sequence concat(Value other) {
        if (isEmpty()) {
            return (Sequence) other.force();
        }
        if (this instanceof Listed left && other instanceof Listed right) {
            return left.joined(right);
        }
        if (isListed() && other instanceof Sequence more && more.isListed()) {
            var joined = toList();
            joined.addAll(more.toList());
            return of(joined);
        }
        return cons(first(), () -> tail().concat(other));
    }

    @Override
    public Iterator<Value> iterator() {
        return new Iterator<>() {
            private Sequence rest = Sequence.this;

            @Override
            public boolean hasNext() {
                return !rest.isEmpty();
            }

            @Override
            public Value next() {
                if (rest.isEmpty()) {
                    throw new NoSuchElementException();
                }
                Value head = rest.head();
                rest = rest.tail();
                return head;
            }
        };
    }

    @Override
    public boolean equals(Object other) {
        if (this == other) {
            return true;
        }
        if (!(other instanceof Sequence that)) {
            return false;
        }
        if (this instanceof Listed some && that instanceof Listed others) {
            return some.isSame(others);
        }
        Sequence left = this;
        Sequence right = that;
        while (!left.isEmpty() && !right.isEmpty()) {
            if (!left.head().equals(right.head())) {
                return false;
            }
            left = left.tail();
            right = right.tail();
        }
        return left.isEmpty() && right.isEmpty();
    }

    @Override
    public int hashCode() {
        int hash = 17;
        for (Value value : this instanceof Listed listed ? listed.stretch() : this) {
            hash = Hashing.combine(hash, value.hashCode());
        }
        return hash;
    }

    @Override
    public String toString() {
        List<Value> elements = toList();
        boolean text = !elements.isEmpty() && elements.stream().allMatch(value -> value.force() instanceof Char);
        return text ? ValueText.string(elements) : ValueText.join("<", elements, ", ", ">");
    }

    private static final class Listed extends Sequence {
        private final Value[] elements;
        private final int from;

        Listed(Value[] elements, int from) {
            this.elements = elements;
            this.from = from;
        }

        @Override
        public boolean isEmpty() {
            return from == elements.length;
        }

        @Override
        public Value first() {
            return elements[from];
        }

        @Override
        public Sequence tail() {
            return from + 1 == elements.length ? EMPTY : new Listed(elements, from + 1);
        }

        @Override
        public Value rest() {
            return tail();
        }

        @Override
        public boolean isListed() {
            return true;
        }

        @Override
        public Sequence listed() {
            return this;
        }

        @Override
        public int size() {
            return elements.length - from;
        }

        @Override
        public List<Value> toList() {
            return new ArrayList<>(stretch());
        }

        List<Value> stretch() {
            return Arrays.asList(elements).subList(from, elements.length);
        }

        boolean isSame(Listed other) {
            for (int i = 0; i < Math.min(size(), other.size()); i++) {
                if (!elements[from + i].force().equals(other.elements[other.from + i].force())) {
                    return false;
                }
            }
            return size() == other.size();
        }

        Listed joined(Listed other) {
            Value[] all = Arrays.copyOfRange(elements, from, elements.length + other.size());
            System.arraycopy(other.elements, other.from, all, size(), other.size());
            return new Listed(all, 0);
        }
    }

    private static final class Stream extends Sequence {
        private final Value head;
        private final Lazy tail;

        Stream(Value head, Lazy tail) {
            this.head = head;
            this.tail = tail;
        }

        @Override
        public boolean isEmpty() {
            return false;
        }

        @Override
        public Value first() {
            return head;
        }

        @Override
        public Sequence tail() {
            EvaluationInterrupted.poll();
            return (Sequence) tail.force();
        }

        @Override
        public Value rest() {
            return tail;
        }

        @Override
        public boolean isListed() {
            return false;
        }
    }
}
