package org.cspcheck.explorer.schedule;

import java.util.List;
import org.cspcheck.runtime.Ending;

/** Sees each run that was led to its end. */
@FunctionalInterface
interface RunObserver {
    /**
     * One run.
     *
     * @param events what happened, in order
     * @param choices the answers at its choice points
     * @return whether to go on with the next run
     */
    boolean ended(Ending ending, List<String> events, List<Integer> choices);
}
