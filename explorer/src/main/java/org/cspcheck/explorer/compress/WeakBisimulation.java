package org.cspcheck.explorer.compress;

import java.util.Optional;
import org.cspcheck.explorer.search.Budget;
import org.cspcheck.model.event.Event;

/**
 * Divergence-respecting delay and weak bisimulation: the strong one of the saturated graph, in which states that diverge and states that do not
 * are apart from the start.
 *
 * <p>Saturated for delay: {@code s =a=> t} where taus lead from s to a state with a step a to t, and {@code s =tau=> t} where taus lead
 * from s to t. For weak bisimulation taus may follow the a as well. Without divergence a state that is equal to a stable one reaches a stable
 * one with the same events by tau, so stable failures are kept; see docs/internals/compressions.md.
 */
final class WeakBisimulation {
    private WeakBisimulation() {}

    /** {@return the quotient of a graph without loops of tau of several states; empty if saturated it has more than {@code most} steps} */
    static Optional<Compressed> quotient(Graph factored, boolean delay, long most, Budget budget) {
        return Closure.of(factored, most, budget).flatMap(closure -> {
            Optional<Graph> saturated = saturated(factored, closure, delay, most, budget);
            return saturated.map(graph -> {
                int[] classes = Bisimulation.classes(graph, first(factored, closure), budget);
                return Quotient.silent(factored, classes, closure.looping());
            });
        });
    }

    /** The numbers must be 0, 1, 2 .. without gaps. */
    private static int[] first(Graph factored, Closure closure) {
        int[] first = new int[factored.states()];
        for (int state = 0; state < first.length; state++) {
            first[state] = closure.diverges(state) ? 1 : state == factored.terminated() ? 2 : 0;
        }
        return Quotient.byAppearance(first);
    }

    private static Optional<Graph> saturated(Graph graph, Closure closure, boolean delay, long most, Budget budget) {
        var building = new Graph.Building();
        var steps = new Steps();
        long entries = 0;
        for (int state = 0; state < graph.states(); state++) {
            for (int via : closure.reach()[state]) {
                steps.add(Event.TAU, via);
                for (int step = graph.from(via); step < graph.to(via); step++) {
                    if (graph.label(step) != Event.TAU) {
                        entries += follow(graph.label(step), graph.target(step), closure, delay, steps);
                    }
                }
            }
            if (entries > most) {
                return Optional.empty();
            }
            steps.flush(building);
            if ((state & 1023) == 0) {
                budget.pulse();
            }
        }
        return Optional.of(building.graph());
    }

    private static int follow(int label, int target, Closure closure, boolean delay, Steps steps) {
        if (delay) {
            steps.add(label, target);
            return 1;
        }
        for (int after : closure.reach()[target]) {
            steps.add(label, after);
        }
        return closure.reach()[target].length;
    }
}
