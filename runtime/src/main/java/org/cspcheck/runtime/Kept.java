package org.cspcheck.runtime;

/**
 * Something that processes share, a channel or a barrier, whose content is saved with the networks.
 *
 * <p>Whoever implements this calls {@link Scheduler#keep} when it may hold something, and asks {@link Scheduler#restored} when it is made.
 */
public interface Kept {
    String name();

    /** {@return what it holds, to be encoded; null if it is as it was made} */
    Object kept();
}
