package org.cspcheck.runtime.channel;

import org.cspcheck.runtime.Poisoned;

/** The end of a channel that a process writes to. */
public interface Out<T> {
    /**
     * Hands a value over; returns when the channel has it, which for a synchronous one means that a reader has it.
     *
     * @throws Poisoned if the channel is poisoned
     */
    void write(T value);

    /** Poisons the channel from this end: what it holds can still be read, nothing more will be written. */
    void poison();

    /** {@return a new guard for one branch of an alternative} */
    OutputGuard<T> guard();

    /** {@return the channel's name} */
    String name();
}
