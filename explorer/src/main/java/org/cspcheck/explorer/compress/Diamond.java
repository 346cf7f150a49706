package org.cspcheck.explorer.compress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cspcheck.explorer.normal.Acceptances;
import org.cspcheck.explorer.search.Budget;
import org.cspcheck.model.event.Event;

/**
 * Roscoe's diamond: a state has the visible steps of all that it reaches by tau, and needs its taus only for what it may refuse.
 *
 * <p>Of steps with one event, one is left out where tau leads to its target from the target of another: whatever is possible there is
 * possible after the other too. The taus that are left lead to stable states, one for each minimal acceptance; a state that diverges has a
 * tau to itself. Nothing is made that was not there: each state stands for one of the original's, so the result has no more states.
 *
 * <p>A state that can tick accepts the tick alone, with or without tau, so none of the taus is needed for that.
 */
final class Diamond {
    private final Graph graph;
    private final Closure closure;
    private final int[] numbers;
    private final int[] met;
    private int count;

    private Diamond(Graph graph, Closure closure) {
        this.graph = graph;
        this.closure = closure;
        this.numbers = new int[graph.states()];
        this.met = new int[graph.states()];
        Arrays.fill(numbers, -1);
    }

    /** {@return the compressed graph; empty if a list of what taus reach has more than {@code most} entries} */
    static Optional<Compressed> of(Graph factored, long most, Budget budget) {
        return Closure.of(factored, most, budget).map(closure -> new Diamond(factored, closure).build(budget));
    }

    private Compressed build(Budget budget) {
        var building = new Graph.Building();
        var steps = new Steps();
        number(0);
        for (int next = 0; next < count; next++) {
            int state = met[next];
            visible(state, steps);
            for (int stable : minimal(state)) {
                steps.add(Event.TAU, number(stable));
            }
            if (closure.diverges(state)) {
                steps.add(Event.TAU, next);
            }
            steps.flush(building);
            if ((next & 1023) == 0) {
                budget.pulse();
            }
        }
        if (graph.terminated() != Graph.NEVER && numbers[graph.terminated()] >= 0) {
            building.terminated(numbers[graph.terminated()]);
        }
        return new Compressed(building.graph(), Arrays.copyOf(met, count), Optional.empty());
    }

    private int number(int state) {
        if (numbers[state] < 0) {
            numbers[state] = count;
            met[count++] = state;
        }
        return numbers[state];
    }

    private void visible(int state, Steps steps) {
        long[] found = new long[8];
        int size = 0;
        for (int via : closure.reach()[state]) {
            for (int step = graph.from(via); step < graph.to(via); step++) {
                if (graph.label(step) != Event.TAU) {
                    found = size < found.length ? found : Arrays.copyOf(found, 2 * size);
                    found[size++] = (long) graph.label(step) << 32 | graph.target(step);
                }
            }
        }
        Arrays.sort(found, 0, size);
        for (int from = 0, to; from < size; from = to) {
            to = from + 1;
            while (to < size && found[to] >>> 32 == found[from] >>> 32) {
                to++;
            }
            for (int i = from; i < to; i++) {
                if (!isSubsumed(found, from, to, (int) found[i])) {
                    steps.add((int) (found[i] >>> 32), number((int) found[i]));
                }
            }
        }
    }

    private boolean isSubsumed(long[] found, int from, int to, int target) {
        for (int i = from; i < to; i++) {
            if ((int) found[i] != target && closure.reaches((int) found[i], target)) {
                return true;
            }
        }
        return false;
    }

    /** The stable states that tau leads to whose acceptance contains no other's, one of each; none for a state without tau. */
    private List<Integer> minimal(int state) {
        int[] reach = closure.reach()[state];
        var kept = new ArrayList<Integer>();
        if (reach.length == 1) {
            return kept;
        }
        for (int candidate : reach) {
            int[] acceptance = graph.acceptance(candidate);
            if (acceptance == null || graph.offers(candidate, Event.TICK)) {
                continue;
            }
            if (kept.stream().noneMatch(other -> Acceptances.contains(acceptance, graph.acceptance(other)))) {
                kept.removeIf(other -> Acceptances.contains(graph.acceptance(other), acceptance));
                kept.add(candidate);
            }
        }
        return kept;
    }
}
