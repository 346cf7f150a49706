package org.cspcheck.runtime.term;

import org.cspcheck.model.event.EventSet;

/** What stands at the boundary of a network of terms: it takes part in the events of its channel, and they happen only if it does. */
public interface Neighbour {
    String name();

    /** {@return the events that it takes part in} */
    EventSet events();

    /** Does its part until the network has ended ({@link Party#accept} gives {@link Party#NOTHING}) or it has no more to offer. */
    void run(Party party) throws Exception;

    /** The network has ended: {@link #run} is to return soon. */
    void close();
}
