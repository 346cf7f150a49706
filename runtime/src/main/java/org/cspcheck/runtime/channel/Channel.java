package org.cspcheck.runtime.channel;

import org.cspcheck.runtime.Scheduler;

/** A channel with its two ends. */
public interface Channel<T> {
    In<T> in();

    Out<T> out();

    /** How many processes may use each end. */
    enum Sharing {
        ONE_TO_ONE(false, false), ANY_TO_ONE(true, false), ONE_TO_ANY(false, true), ANY_TO_ANY(true, true);

        final boolean writers;
        final boolean readers;

        Sharing(boolean writers, boolean readers) {
            this.writers = writers;
            this.readers = readers;
        }
    }

    /** {@return a synchronous channel between two processes of the network that calls} */
    static <T> Channel<T> oneToOne(String name) {
        return synchronous(name, Sharing.ONE_TO_ONE);
    }

    static <T> Channel<T> anyToOne(String name) {
        return synchronous(name, Sharing.ANY_TO_ONE);
    }

    static <T> Channel<T> oneToAny(String name) {
        return synchronous(name, Sharing.ONE_TO_ANY);
    }

    static <T> Channel<T> anyToAny(String name) {
        return synchronous(name, Sharing.ANY_TO_ANY);
    }

    static <T> Channel<T> synchronous(String name, Sharing sharing) {
        return new Medium<>(Scheduler.current(), name, sharing, new Store.None<>());
    }

    /** {@return a channel that holds up to {@code capacity} values; a writer waits while it is full} */
    static <T> Channel<T> buffered(String name, int capacity) {
        return new Medium<>(Scheduler.current(), name, Sharing.ANY_TO_ANY, new Store.Blocking<>(capacity));
    }

    /**
     * {@return a channel between two processors, each end for the processes of one} It holds up to {@code capacity} values, half at each end,
     * and they cross in batches: soon, and at the latest when a processor has nothing else to do. On one processor it is a buffered channel.
     */
    static <T> Channel<T> link(String name, int capacity) {
        return Scheduler.current().processors() == 1 ? buffered(name, capacity) : new Link<>(name, capacity);
    }

    /** {@return a channel that holds up to {@code capacity} values; when it is full, the oldest gives way to a new one} */
    static <T> Channel<T> overwriting(String name, int capacity) {
        return new Medium<>(Scheduler.current(), name, Sharing.ANY_TO_ANY, new Store.Overwriting<>(capacity));
    }

    /** {@return a channel that holds up to {@code capacity} values; when it is full, new ones are lost} */
    static <T> Channel<T> dropping(String name, int capacity) {
        return new Medium<>(Scheduler.current(), name, Sharing.ANY_TO_ANY, new Store.Dropping<>(capacity));
    }
}
