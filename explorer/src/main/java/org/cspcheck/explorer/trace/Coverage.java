package org.cspcheck.explorer.trace;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.cspcheck.explorer.normal.NormalForm;

/**
 * What logs have visited of a specification, and what they have not.
 *
 * @param unseen events that the specification may perform and no log has shown
 * @param monitors process by process
 */
public record Coverage(List<Integer> unseen, List<Visited> monitors) {
    private static final int MOST_NODES = 100_000;

    /**
     * The nodes of one process: the sets of states that a trace can lead to.
     *
     * @param complete whether {@code nodes} are all there are
     * @param atLeast whether some visited nodes were forgotten, so that more have been visited
     */
    public record Visited(String name, int visited, int nodes, boolean complete, boolean atLeast) {}

    static Coverage of(TraceVerifier verifier) {
        var seen = new BitSet();
        var possible = new BitSet();
        var monitors = new ArrayList<Visited>();
        for (Monitor monitor : verifier.all()) {
            NormalForm visited = monitor.form();
            for (int node = 0; node < visited.size(); node++) {
                for (int event : visited.initials(node)) {
                    if (visited.isKnown(node, event)) {
                        seen.set(event);
                    }
                }
            }
            NormalForm all = monitor.another();
            int node = 0;
            for (; node < all.size() && all.size() <= MOST_NODES; node++) {
                for (int event : all.initials(node)) {
                    if (verifier.knows(event)) {
                        possible.set(event);
                        all.after(node, event);
                    }
                }
            }
            monitors.add(new Visited(monitor.name(), visited.size(), all.size(), node == all.size(), monitor.isForgetful()));
        }
        possible.andNot(seen);
        return new Coverage(possible.stream().boxed().toList(), List.copyOf(monitors));
    }
}
