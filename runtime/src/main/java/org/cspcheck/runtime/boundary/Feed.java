package org.cspcheck.runtime.boundary;

/** Where the values of an input channel come from: a class named under {@code bind:}, with a constructor without arguments. */
@FunctionalInterface
public interface Feed {
    /**
     * {@return the next value: a number, a truth value, or a text that CSPm reads as the fields behind the channel; null after the last}
     *
     * <p>Called by a thread of its own, and may block.
     */
    Object next() throws Exception;
}
