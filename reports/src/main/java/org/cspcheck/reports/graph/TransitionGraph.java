package org.cspcheck.reports.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Step;

/**
 * The states that a process can reach, and the steps between them.
 *
 * @param states how many there are; they are numbered from 0, the start
 * @param edges ordered by the state they leave, then as the firing rules list them; none occurs twice
 * @param complete whether this is all: false when the limit was reached, then states found last have no edges
 */
public record TransitionGraph(int states, List<Edge> edges, boolean complete) {
    /** A step: {@code tau}, {@code tick} or an event as CSPm writes it. */
    public record Edge(int from, String event, int to) {}

    /**
     * {@return the graph of a process, of at most {@code limit} states}
     *
     * @throws org.cspcheck.model.source.SpecificationException if a step cannot be evaluated
     */
    public static TransitionGraph of(Process process, Alphabet alphabet, int limit) {
        var rules = new FiringRules();
        Map<Process, Integer> numbers = new HashMap<>();
        List<Process> states = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        Process start = rules.settle(process);
        numbers.put(start, 0);
        states.add(start);
        boolean complete = true;
        for (int from = 0; from < states.size(); from++) {
            int first = edges.size();
            for (Step step : rules.steps(states.get(from))) {
                Integer to = numbers.get(step.target());
                if (to == null && states.size() == limit) {
                    complete = false;
                    continue;
                }
                if (to == null) {
                    to = states.size();
                    numbers.put(step.target(), to);
                    states.add(step.target());
                }
                Edge edge = new Edge(from, alphabet.name(step.event()), to);
                if (!edges.subList(first, edges.size()).contains(edge)) {
                    edges.add(edge);
                }
            }
        }
        return new TransitionGraph(states.size(), List.copyOf(edges), complete);
    }
}
