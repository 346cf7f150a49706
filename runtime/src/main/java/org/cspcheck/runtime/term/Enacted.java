package org.cspcheck.runtime.term;

import java.util.List;
import org.cspcheck.model.process.Process;
import org.cspcheck.runtime.Behaviour;

/** The state of a process that has code of its own to run as, in place of its steps. */
public interface Enacted extends Process.State {
    /** Code that can say where it stands. */
    interface Code extends Behaviour {
        /**
         * {@return what to tell the code so that it comes to where it stands now, as words without blanks} While it waits between two events.
         *
         * @throws org.cspcheck.model.source.SpecificationException if that cannot be said
         */
        List<String> position();
    }

    /**
     * {@return the code as this party of an agreement}
     *
     * @param from where it begins: what {@link Code#position} said; empty for its beginning
     */
    Code code(Party party, List<String> from);
}
