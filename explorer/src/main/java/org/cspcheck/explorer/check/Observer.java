package org.cspcheck.explorer.check;

import org.cspcheck.explorer.search.Exploration.Finding;
import org.cspcheck.explorer.search.Exploration.Notes;
import org.cspcheck.explorer.system.Successors;

/** Watches the visible events of a system and judges its states by what it has seen; what it has seen is a node, a number from 0. */
interface Observer {
    /** The step is of no interest. */
    int PRUNED = -1;

    /** The step is a finding. */
    int FORBIDDEN = -2;

    int start();

    /** {@return the node after an event that is not tau, or one of the two constants} */
    int after(int node, int event);

    /** {@return whether anything can be found from this node on} */
    boolean isOpen(int node);

    /** {@return the finding about a state of a block, seen at this node; null if there is none} */
    Finding judge(int node, long[] states, int source, Successors steps);

    /** {@return what another run of this program has to know to mean the same by the same nodes} */
    Notes notes();
}
