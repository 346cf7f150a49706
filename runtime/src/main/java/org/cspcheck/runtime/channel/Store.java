package org.cspcheck.runtime.channel;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;

/** What a channel holds between its writers and its readers. */
sealed interface Store<T> {
    /** {@return whether it takes a value now, though nobody reads} */
    boolean accepts();

    void put(T value);

    boolean isEmpty();

    T poll();

    /** {@return the values, the oldest first} */
    Collection<T> values();

    /** {@return whether what is put in can always be taken out} */
    default boolean losesNothing() {
        return true;
    }

    /** {@return how many values fit in} */
    int capacity();

    /** Nothing: writers and readers meet. */
    record None<T>() implements Store<T> {
        @Override
        public int capacity() {
            return 0;
        }

        @Override
        public Collection<T> values() {
            return List.of();
        }

        @Override
        public boolean accepts() {
            return false;
        }

        @Override
        public void put(T value) {
            throw new IllegalStateException("a synchronous channel holds nothing");
        }

        @Override
        public boolean isEmpty() {
            return true;
        }

        @Override
        public T poll() {
            throw new IllegalStateException("a synchronous channel holds nothing");
        }
    }

    /** A queue that is full at its capacity. */
    record Blocking<T>(int capacity, ArrayDeque<T> values) implements Store<T> {
        Blocking(int capacity) {
            this(positive(capacity), new ArrayDeque<>());
        }

        @Override
        public boolean accepts() {
            return values.size() < capacity;
        }

        @Override
        public void put(T value) {
            values.add(value);
        }

        @Override
        public boolean isEmpty() {
            return values.isEmpty();
        }

        @Override
        public T poll() {
            return values.poll();
        }
    }

    /** A queue that tells of each value that comes and goes: one half of a link. */
    record Told<T>(Blocking<T> queue, Runnable came, Runnable went) implements Store<T> {
        @Override
        public int capacity() {
            return queue.capacity();
        }

        Told(int capacity, Runnable came, Runnable went) {
            this(new Blocking<>(capacity), came, went);
        }

        @Override
        public boolean accepts() {
            return queue.accepts();
        }

        @Override
        public void put(T value) {
            queue.put(value);
            came.run();
        }

        @Override
        public boolean isEmpty() {
            return queue.isEmpty();
        }

        @Override
        public T poll() {
            T value = queue.poll();
            went.run();
            return value;
        }

        @Override
        public Collection<T> values() {
            return queue.values();
        }
    }

    /** A queue that loses its oldest value for a new one. */
    record Overwriting<T>(int capacity, ArrayDeque<T> values) implements Store<T> {
        Overwriting(int capacity) {
            this(positive(capacity), new ArrayDeque<>());
        }

        @Override
        public boolean losesNothing() {
            return false;
        }

        @Override
        public boolean accepts() {
            return true;
        }

        @Override
        public void put(T value) {
            if (values.size() == capacity) {
                values.poll();
            }
            values.add(value);
        }

        @Override
        public boolean isEmpty() {
            return values.isEmpty();
        }

        @Override
        public T poll() {
            return values.poll();
        }
    }

    /** A queue that loses new values while it is full. */
    record Dropping<T>(int capacity, ArrayDeque<T> values) implements Store<T> {
        Dropping(int capacity) {
            this(positive(capacity), new ArrayDeque<>());
        }

        @Override
        public boolean losesNothing() {
            return false;
        }

        @Override
        public boolean accepts() {
            return true;
        }

        @Override
        public void put(T value) {
            if (values.size() < capacity) {
                values.add(value);
            }
        }

        @Override
        public boolean isEmpty() {
            return values.isEmpty();
        }

        @Override
        public T poll() {
            return values.poll();
        }
    }

    private static int positive(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity " + capacity + ": a buffer holds at least one value; use a synchronous channel");
        }
        return capacity;
    }
}
