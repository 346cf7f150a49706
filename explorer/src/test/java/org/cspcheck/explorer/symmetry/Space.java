package org.cspcheck.explorer.symmetry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cspcheck.explorer.search.Budget;
import org.cspcheck.explorer.search.Progress;
import org.cspcheck.explorer.system.Successors;
import org.cspcheck.explorer.system.TransitionSystem;
import org.cspcheck.explorer.vector.Leaves;
import org.cspcheck.explorer.vector.VectorSystem;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.verdict.Limits;

/** All states of a system with their depths, and of each whether it has steps. */
record Space(Map<List<Long>, Integer> depths, Map<List<Long>, Boolean> stuck) {
    static VectorSystem network(Process process) {
        return VectorSystem.of(new Leaves(new FiringRules(), false), process, new Budget(Limits.NONE, Progress.SILENT, () -> false)).orElseThrow();
    }

    static Space of(TransitionSystem system) {
        int words = system.layout().words();
        var expander = system.expander();
        var steps = new Successors(words);
        long[] first = new long[words];
        system.initial(first);
        Map<List<Long>, Integer> depths = new LinkedHashMap<>();
        Map<List<Long>, Boolean> stuck = new LinkedHashMap<>();
        var queue = new ArrayList<long[]>();
        queue.add(first);
        depths.put(boxed(first), 0);
        for (int i = 0; i < queue.size(); i++) {
            List<Long> state = boxed(queue.get(i));
            expander.expand(queue.get(i), 1, steps);
            stuck.put(state, steps.count == 0);
            for (int k = 0; k < steps.count; k++) {
                long[] target = Arrays.copyOfRange(steps.states, k * words, (k + 1) * words);
                if (depths.putIfAbsent(boxed(target), depths.get(state) + 1) == null) {
                    queue.add(target);
                }
            }
        }
        return new Space(depths, stuck);
    }

    int size() {
        return depths.size();
    }

    static List<Long> boxed(long[] state) {
        return Arrays.stream(state).boxed().toList();
    }

    static long[] unboxed(List<Long> state) {
        return state.stream().mapToLong(Long::longValue).toArray();
    }
}
