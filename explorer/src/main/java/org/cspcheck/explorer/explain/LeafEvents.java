package org.cspcheck.explorer.explain;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Step;
import org.cspcheck.model.source.SpecificationException;

/** Which events a sequential process may still perform; unknown, and so possible, for one of more than a few thousand states. */
final class LeafEvents {
    private static final int MOST_STATES = 4000;

    private final FiringRules rules;
    private final Map<Process, Optional<Set<Integer>>> known = new HashMap<>();

    LeafEvents(FiringRules rules) {
        this.rules = rules;
    }

    boolean mayPerform(Process process, int event) {
        return events(process).map(events -> events.contains(event)).orElse(true);
    }

    /** {@return every visible event that the process may perform; empty if it is not known} */
    Optional<Set<Integer>> events(Process process) {
        return known.computeIfAbsent(process, this::explore);
    }

    private Optional<Set<Integer>> explore(Process start) {
        var events = new HashSet<Integer>();
        var seen = new HashSet<Process>(Set.of(start));
        var queue = new ArrayDeque<Process>(seen);
        try {
            while (!queue.isEmpty()) {
                for (Step step : rules.steps(queue.remove())) {
                    events.add(step.event());
                    if (seen.add(step.target())) {
                        queue.add(step.target());
                    }
                }
                if (seen.size() > MOST_STATES) {
                    return Optional.empty();
                }
            }
        } catch (SpecificationException e) {
            return Optional.empty(); // beyond what the network reaches; the explanation does without
        }
        return Optional.of(events);
    }
}
