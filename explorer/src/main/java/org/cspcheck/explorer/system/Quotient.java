package org.cspcheck.explorer.system;

import java.util.List;

/**
 * A system each of whose states stands for several of another system that behave alike.
 *
 * <p>A step leads from a state to what stands for the target of one of its steps in the whole system. So a path here is not a run, but there is a run
 * of the whole system whose states are stood for by those of the path.
 */
public interface Quotient extends TransitionSystem {
    TransitionSystem whole();

    /** {@return the run of the whole system that a path from the first state stands for} */
    List<Walk.Hop> run(List<Walk.Hop> path);
}
