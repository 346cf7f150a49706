package org.cspcheck.runtime.term;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Step;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.SpecificationException;

/**
 * Where the processes of a network of terms stand, in a form that outlives the program: a term is said by the steps that lead to it from
 * the term that the process began as.
 *
 * <p>The steps of a term have a fixed order as long as events have the same numbers, so the numbers of all events belong to it.
 *
 * @param events the events of the alphabet in the order of their numbers, as people write them
 */
public record Checkpoint(List<String> events, List<Position> positions) {
    private static final int MOST_STATES = 500_000;

    /**
     * One process.
     *
     * @param path the numbers of the steps
     * @param last the number of the event that it performed last, from which on it is fair
     * @param code of a process that is code, in place of the path: what it has to be told ({@link Enacted.Code#position})
     */
    public record Position(String name, List<Integer> path, int last, List<String> code) {
        public Position(String name, List<Integer> path, int last) {
            this(name, path, last, List.of());
        }
    }

    /** {@return the shortest path from one state to another} */
    static List<Integer> path(FiringRules rules, String name, Process from, Process to) {
        record Reached(Process before, int step) {}
        Map<Process, Reached> reached = new HashMap<>();
        var open = new ArrayDeque<Process>();
        reached.put(from, new Reached(null, 0));
        open.add(from);
        while (!open.isEmpty() && !reached.containsKey(to)) {
            Process at = open.poll();
            List<Step> steps = rules.steps(at);
            for (int i = 0; i < steps.size(); i++) {
                if (reached.putIfAbsent(steps.get(i).target(), new Reached(at, i)) == null) {
                    open.add(steps.get(i).target());
                }
            }
            if (reached.size() > MOST_STATES) {
                throw new SpecificationException(Diagnostic.error(
                                "CSP0736", null, "the state of " + name + " cannot be saved: it was not found among its first " + MOST_STATES + " states")
                        .because("a state is saved as the steps that lead to it"));
            }
        }
        var path = new ArrayList<Integer>();
        for (Reached at = reached.get(to); at.before != null; at = reached.get(at.before)) {
            path.add(at.step);
        }
        return path.reversed();
    }

    /** {@return the state at the end of a path} */
    static Process follow(FiringRules rules, Process from, Position position) {
        Process at = from;
        for (int step : position.path) {
            List<Step> steps = rules.steps(at);
            if (step >= steps.size()) {
                throw changed("the process " + position.name + " has no such state");
            }
            at = steps.get(step).target();
        }
        return at;
    }

    static SpecificationException changed(String how) {
        return new SpecificationException(Diagnostic.error("CSP0737", null, "what was saved does not fit this network: " + how)
                .because("a network is resumed with the spec that it was saved with"));
    }
}
