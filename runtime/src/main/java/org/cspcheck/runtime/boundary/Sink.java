package org.cspcheck.runtime.boundary;

/** Where the values of an output channel go: a class named under {@code bind:}, with a constructor without arguments. */
@FunctionalInterface
public interface Sink {
    /**
     * Takes a value: the fields behind the channel as CSPm writes them.
     *
     * <p>Called by a thread of its own, and may block; the channel then waits, and nothing else.
     */
    void accept(String value) throws Exception;
}
