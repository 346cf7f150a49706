package org.cspcheck.explorer.vector;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.cspcheck.explorer.compress.Graph;
import org.cspcheck.explorer.normal.StateNumbers;
import org.cspcheck.explorer.search.Budget;
import org.cspcheck.explorer.system.Successors;
import org.cspcheck.explorer.system.TermNumbers;
import org.cspcheck.explorer.system.TransitionSystem;
import org.cspcheck.model.event.Event;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Step;
import org.cspcheck.model.verdict.Profile.Stage;

/** Makes explicit graphs, breadth-first. */
final class Unfolding {
    private static final int BLOCK = 64;

    /** Between two looks at the clock. */
    private static final int FEW = 256;

    private Unfolding() {}

    /** A graph and the term of each of its states; {@code timers} if some step waits for time. */
    record Terms(Graph graph, List<Process> terms, boolean timers) {}

    /** A graph and the words of each of its states. */
    record States(Graph graph, StateNumbers numbers) {}

    /** {@return the graph of a settled term; null if it is larger than allowed} */
    static Terms terms(Function<Process, List<Step>> rules, Process start, Allowance allowance, Budget budget) {
        var numbers = new TermNumbers();
        numbers.number(start);
        boolean timers = false;
        var building = new Graph.Building();
        int pulse = 0;
        for (int state = 0; state < numbers.size(); ) {
            if (state >= pulse) {
                budget.pulse();
                pulse = state + FEW;
            }
            for (List<Step> steps : steps(rules, numbers, state, budget)) {
                if (!allowance.covers(steps.size())) {
                    return null;
                }
                for (Step step : steps) {
                    timers |= step.isTimer();
                    building.step(step.event(), numbers.number(step.target()));
                }
                building.endState();
                if (numbers.term(state) instanceof Process.Terminated) {
                    building.terminated(state);
                }
                state++;
            }
        }
        return new Terms(building.graph(), numbers.terms(), timers);
    }

    /** The steps of some terms that are numbered already. */
    private static List<List<Step>> steps(Function<Process, List<Step>> rules, TermNumbers numbers, int from, Budget budget) {
        int count = Math.min(BLOCK, numbers.size() - from);
        var steps = new ArrayList<List<Step>>(count);
        try (var _ = budget.stages().enter(Stage.EVALUATING)) {
            for (int i = 0; i < count; i++) {
                steps.add(rules.apply(numbers.term(from + i)));
            }
        }
        return steps;
    }

    /** {@return the graph of a system; null if it is larger than allowed} */
    static States states(TransitionSystem system, Allowance allowance, Budget budget) {
        int words = system.layout().words();
        StateNumbers numbers = new StateNumbers(words, budget);
        long[] block = new long[BLOCK * words];
        long[] one = new long[words];
        system.initial(one);
        numbers.number(one, 0);
        var building = new Graph.Building();
        var expander = system.expander();
        Successors steps = new Successors(words);
        for (int state = 0; state < numbers.size(); ) {
            int count = Math.min(BLOCK, numbers.size() - state);
            for (int i = 0; i < count; i++) {
                numbers.read(state + i, one);
                System.arraycopy(one, 0, block, i * words, words);
            }
            expander.expand(block, count, steps);
            for (int i = 0; i < count; i++) {
                if (!allowance.covers(steps.to(i) - steps.from(i))) {
                    return null;
                }
                for (int k = steps.from(i); k < steps.to(i); k++) {
                    int target = numbers.number(steps.states, k * words);
                    building.step(steps.events[k], target);
                    if (steps.events[k] == Event.TICK) {
                        building.terminated(target);
                    }
                }
                building.endState();
            }
            state += count;
            budget.pulse();
        }
        return new States(building.graph(), numbers);
    }
}
