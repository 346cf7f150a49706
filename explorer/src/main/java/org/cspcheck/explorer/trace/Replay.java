package org.cspcheck.explorer.trace;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.cspcheck.explorer.search.Budget;
import org.cspcheck.model.event.Event;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Step;

/**
 * A trace taken again by the firing rules alone: the terms that it can lead to, event by event. What found a refusal (graphs, vectors, normal
 * forms, the splitting of a specification) has no part in it.
 */
final class Replay {
    private static final int MOST_TERMS = 100_000;
    private static final int MOST_STEPS = 2_000_000;

    /** The replay is too large. */
    private static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooLarge(String what) {
            super(what, null, false, false);
        }
    }

    private final FiringRules rules = new FiringRules();
    private final String name;
    private final int most;
    private final Budget budget;
    private Set<Process> terms = new HashSet<>();
    private int taken;

    private Replay(String name, Process process, int most, Budget budget) {
        this.most = most;
        this.name = name;
        this.budget = budget;
        terms.add(rules.settle(process));
        close();
    }

    /**
     * After the trace the process cannot perform the event; {@return why that was not replayed, empty if it was}
     *
     * @throws IllegalStateException if the firing rules say otherwise
     */
    static Optional<String> refuses(String name, Process process, List<Integer> trace, int event, Budget budget) {
        return refuses(name, process, trace, event, MOST_TERMS, budget);
    }

    /** @param most terms after one trace */
    static Optional<String> refuses(String name, Process process, List<Integer> trace, int event, int most, Budget budget) {
        return replayed(name, process, trace, most, budget, replay -> replay.after(event).isEmpty());
    }

    /** After the trace the process never comes to rest with no more than these events on offer; otherwise as above. */
    static Optional<String> offersMore(String name, Process process, List<Integer> trace, int[] events, Budget budget) {
        return replayed(name, process, trace, MOST_TERMS, budget, replay -> replay.terms.stream().noneMatch(term -> replay.mayRest(term, events)));
    }

    private static Optional<String> replayed(
            String name, Process process, List<Integer> trace, int most, Budget budget, Predicate<Replay> claim) {
        try {
            var replay = new Replay(name, process, most, budget);
            for (int event : trace) {
                replay.terms = replay.after(event);
                replay.close();
                replay.require(!replay.terms.isEmpty(), trace);
            }
            replay.require(claim.test(replay), trace);
            return Optional.empty();
        } catch (TooLarge large) {
            return Optional.of(large.getMessage());
        }
    }

    private void require(boolean agrees, List<Integer> trace) {
        if (!agrees) {
            throw new IllegalStateException(name + " contradicts what was found after its trace " + trace);
        }
    }

    private Set<Process> after(int event) {
        var after = new HashSet<Process>();
        for (Process term : terms) {
            for (Step step : steps(term)) {
                if (step.event() == event) {
                    after.add(step.target());
                }
            }
        }
        return after;
    }

    /** Adds what internal steps lead to. */
    private void close() {
        var open = new ArrayDeque<>(terms);
        while (!open.isEmpty()) {
            for (Step step : steps(open.remove())) {
                if (step.isTau() && terms.add(step.target())) {
                    open.add(step.target());
                }
            }
            if (terms.size() > most) {
                throw new TooLarge("one trace of " + name + " leads to more than " + most + " states");
            }
        }
    }

    /** Whether this is a stable state that refuses all but these; one that can terminate refuses everything else. */
    private boolean mayRest(Process term, int[] events) {
        List<Step> steps = steps(term);
        boolean terminates = steps.stream().anyMatch(step -> step.event() == Event.TICK);
        return steps.stream().noneMatch(Step::isTau)
                && steps.stream()
                        .filter(step -> !terminates || step.event() == Event.TICK)
                        .allMatch(step -> Arrays.stream(events).anyMatch(event -> event == step.event()));
    }

    private List<Step> steps(Process term) {
        budget.pulse();
        if (++taken > MOST_STEPS) {
            throw new TooLarge("the replay of " + name + " passes more than " + MOST_STEPS + " states");
        }
        return rules.steps(term);
    }
}
