package org.cspcheck.runtime;

/** Takes note of what happens in a network. */
@FunctionalInterface
public interface EventSink {
    /**
     * One communication, or another event that can be seen.
     *
     * @param now the time of the network's clock, in nanoseconds
     * @param channel the name of the channel, barrier or event
     * @param value what was communicated; null if nothing was
     */
    void happened(long now, Tasklet process, String channel, Object value);
}
