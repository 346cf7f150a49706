package org.cspcheck.explorer.vector;

import java.util.ArrayList;
import java.util.List;
import org.cspcheck.model.event.Event;

/**
 * What one component does in a walk of its network: its steps, each with its label and the local state it leads to.
 *
 * @param loop the steps it does in the loop of the walk, which lead back to where they begin
 * @param refusing whether it is told for the sake of what is refused at its end
 */
record Course(List<Hop> path, List<Hop> loop, boolean refusing) {
    record Hop(int label, int state) {}

    static Course empty(boolean refusing) {
        return new Course(new ArrayList<>(), new ArrayList<>(), refusing);
    }

    int end() {
        return path.isEmpty() ? 0 : path.getLast().state();
    }

    /** {@return the labels other than tau} */
    static int[] visible(List<Hop> hops) {
        return hops.stream().mapToInt(Hop::label).filter(label -> label != Event.TAU).toArray();
    }
}
