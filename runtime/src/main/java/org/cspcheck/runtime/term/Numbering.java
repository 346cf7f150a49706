package org.cspcheck.runtime.term;

import org.cspcheck.model.event.Alphabet;

/**
 * The numbers by which processes know their events.
 *
 * @param events of each process those that it may ever offer, in order; null for one that grows, which knows events by the numbers of the alphabet
 */
record Numbering(Alphabet alphabet, int[][] events) {
    boolean grows(int process) {
        return events[process] == null;
    }

    /** {@return the number by which a process knows an event; below 0 if it never offers it} */
    int of(int process, int event) {
        return grows(process) ? event : Graph.place(alphabet, events[process], event);
    }
}
