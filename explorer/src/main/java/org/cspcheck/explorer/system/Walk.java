package org.cspcheck.explorer.system;

import java.util.List;

/**
 * A path of a system from its first state.
 *
 * @param loop steps from the end of the path back to it; none if the path just ends
 * @param refusing whether it is told for the sake of what is refused at its end
 */
public record Walk(List<Hop> path, List<Hop> loop, boolean refusing) {
    /** One step, with the state it leads to. */
    public record Hop(int event, long[] state) {}

    /** {@return the state at the end of the path} */
    public long[] end(TransitionSystem system) {
        if (!path.isEmpty()) {
            return path.getLast().state();
        }
        long[] first = new long[system.layout().words()];
        system.initial(first);
        return first;
    }
}
