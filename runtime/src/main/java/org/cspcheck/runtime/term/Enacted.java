package org.cspcheck.runtime.term;

import org.cspcheck.model.process.Process;
import org.cspcheck.runtime.Behaviour;

/** The state of a process that has code of its own to run as, in place of its steps. */
public interface Enacted extends Process.State {
    /** {@return the code, from its beginning, as this party of an agreement} */
    Behaviour behaviour(Party party);
}
