package org.cspcheck.runtime.channel;

import org.cspcheck.runtime.Poisoned;

/** The end of a channel that a process reads from. */
public interface In<T> {
    /**
     * Waits for a value and takes it.
     *
     * @throws Poisoned if the channel is poisoned and holds nothing any more
     */
    T read();

    /** Poisons the channel from this end: nothing more will be read. Poisoning twice is the same as once. */
    void poison();

    /** {@return a new guard for one branch of an alternative} */
    InputGuard<T> guard();

    /** {@return the channel's name} */
    String name();
}
