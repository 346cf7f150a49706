package org.cspcheck.explorer.vector;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.cspcheck.explorer.search.Budget;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.process.Process;

/** The graphs of sequential processes, each explored once: the checks of a script ask about the same components again and again. */
public final class Leaves {
    private static final int MOST_STATES = 1_000_000;

    private final FiringRules rules;
    private final Map<Process, LeafGraph> known = new HashMap<>();
    private int states;

    public Leaves(FiringRules rules) {
        this.rules = rules;
    }

    FiringRules rules() {
        return rules;
    }

    /** {@return the graph of a settled term; empty if it is larger than allowed} */
    Optional<LeafGraph> graph(Process process, LeafGraph.Allowance allowance, Budget budget) {
        LeafGraph graph = known.get(process);
        if (graph == null) {
            graph = LeafGraph.explore(rules, process, allowance, budget);
            if (graph != null) {
                remember(process, graph);
            }
        }
        return Optional.ofNullable(graph);
    }

    private void remember(Process process, LeafGraph graph) {
        states += graph.states();
        if (states > MOST_STATES) {
            known.clear();
            states = graph.states();
        }
        known.put(process, graph);
    }
}
