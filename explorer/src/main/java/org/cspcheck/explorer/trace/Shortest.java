package org.cspcheck.explorer.trace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.cspcheck.explorer.normal.NormalForm;

/** The shortest trace to a node, breadth-first over a normal form of its own: what was visited stays as it is. */
final class Shortest {
    private static final int MOST_NODES = 100_000;

    private Shortest() {}

    private record Arrival(int from, int event) {}

    /** @param possible events that the monitor can perform at all in its place */
    static Optional<List<Integer>> trace(Monitor monitor, int node, IntPredicate possible) {
        NormalForm form = monitor.another();
        int target = form.node(monitor.form().states(node));
        Map<Integer, Arrival> arrivals = new HashMap<>();
        var open = new ArrayDeque<Integer>();
        arrivals.put(form.start(), new Arrival(NormalForm.NONE, 0));
        open.add(form.start());
        while (!open.isEmpty() && arrivals.size() <= MOST_NODES) {
            int from = open.remove();
            if (from == target) {
                return Optional.of(path(arrivals, target));
            }
            for (int event : form.initials(from)) {
                if (possible.test(event)) {
                    int to = form.after(from, event);
                    if (arrivals.putIfAbsent(to, new Arrival(from, event)) == null) {
                        open.add(to);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static List<Integer> path(Map<Integer, Arrival> arrivals, int target) {
        var path = new ArrayList<Integer>();
        for (Arrival arrival = arrivals.get(target); arrival.from != NormalForm.NONE; arrival = arrivals.get(arrival.from)) {
            path.addFirst(arrival.event);
        }
        return List.copyOf(path);
    }
}
