package org.cspcheck.runtime;

/**
 * Thrown inside a process that has to end, by the primitive that it is suspended in and by every later one.
 *
 * <p>An {@link Error}, so that {@code catch (Exception e)} does not stop it; {@code finally} blocks run.
 */
public final class Ended extends Error {
    private static final long serialVersionUID = 1;

    Ended() {
        super("the process was ended from outside", null, false, false);
    }
}
