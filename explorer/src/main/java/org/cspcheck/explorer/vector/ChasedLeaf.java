package org.cspcheck.explorer.vector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cspcheck.explorer.search.Budget;
import org.cspcheck.explorer.system.TermNumbers;
import org.cspcheck.model.event.Event;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Step;

/** A chased network whose states are found when they are asked for: one after a step that somebody takes, and no others. */
final class ChasedLeaf {
    private final FiringRules rules;
    private final TermNumbers numbers = new TermNumbers();
    private final List<Known> states = new ArrayList<>();
    private final int[] labels;

    private ChasedLeaf(FiringRules rules, Process.Chase start, int[] labels) {
        this.rules = rules;
        this.labels = labels;
        numbers.number(start);
    }

    /** What is known of one state: its steps by their labels, and where those lead that were taken. */
    private record Known(Map<Integer, List<Step>> steps, Map<Integer, int[]> targets) {}

    /** {@return the component; empty where it cannot be said in advance what it may do, or it may terminate} */
    static Optional<ChasedLeaf> of(Leaves leaves, Process.Chase chase, Budget budget) {
        return Flattening.of(leaves, chase.process(), false, budget)
                .map(network -> Rules.of(network).stream().mapToInt(Rules.Rule::event).distinct().sorted().toArray())
                .filter(labels -> Arrays.binarySearch(labels, Event.TICK) < 0)
                .map(labels -> new ChasedLeaf(leaves.rules(), (Process.Chase) leaves.rules().settle(chase), labels));
    }

    /** {@return a graph that tells which of the labels was taken} */
    LeafGraph labels() {
        return LeafGraph.telling(labels);
    }

    /** {@return the states after a step with the label that the graph tells by this state} */
    int[] targets(int state, int told) {
        while (states.size() <= state) {
            states.add(null);
        }
        Known known = states.get(state);
        if (known == null) {
            known = new Known(byLabel((Process.Chase) numbers.term(state)), new HashMap<>());
            states.set(state, known);
        }
        List<Step> steps = known.steps.getOrDefault(labels[told - 1], List.of());
        return known.targets.computeIfAbsent(
                told, x -> steps.stream().mapToInt(step -> numbers.number(rules.chased(step))).toArray());
    }

    private Map<Integer, List<Step>> byLabel(Process.Chase chase) {
        var steps = new HashMap<Integer, List<Step>>();
        rules.unchased(chase).forEach(step -> steps.computeIfAbsent(step.event(), x -> new ArrayList<>()).add(step));
        return steps;
    }

    Process term(int state) {
        return numbers.term(state);
    }
}
