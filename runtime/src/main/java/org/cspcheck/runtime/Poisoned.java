package org.cspcheck.runtime;

/**
 * Thrown by a communication on a channel that was poisoned.
 *
 * <p>A process that catches it passes the poison on to its other channels and ends. One that lets it through ends as well, and that is not a
 * failure.
 */
public final class Poisoned extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String channel;

    public Poisoned(String channel) {
        super(channel + " is poisoned", null, false, false);
        this.channel = channel;
    }

    public String channel() {
        return channel;
    }
}
