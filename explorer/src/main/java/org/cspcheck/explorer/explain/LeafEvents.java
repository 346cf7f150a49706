package org.cspcheck.explorer.explain;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Step;
import org.cspcheck.model.source.SpecificationException;

/** Which events a sequential process may still perform; unknown, and so possible, for one of more than a few thousand states. */
final class LeafEvents {
    private static final int MOST_STATES = 4000;

    private final FiringRules rules;
    private final Map<Process, Known> known = new HashMap<>();

    /** Events that were met; {@code all}: there are no others. */
    record Known(Set<Integer> events, boolean all) {}

    LeafEvents(FiringRules rules) {
        this.rules = rules;
    }

    boolean mayPerform(Process process, int event) {
        Known met = events(process);
        return !met.all || met.events.contains(event);
    }

    /** {@return the events that the process may perform, as far as it was looked at} */
    Known events(Process process) {
        return known.computeIfAbsent(process, this::explore);
    }

    private Known explore(Process start) {
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
                    return new Known(events, false);
                }
            }
        } catch (SpecificationException e) {
            return new Known(events, false); // beyond what the network reaches; the explanation does without
        }
        return new Known(events, true);
    }
}
