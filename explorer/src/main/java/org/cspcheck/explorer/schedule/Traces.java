package org.cspcheck.explorer.schedule;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.Function;
import org.cspcheck.explorer.Explorer;
import org.cspcheck.explorer.Options;
import org.cspcheck.explorer.schedule.StateGraph.Edge;
import org.cspcheck.explorer.schedule.StateGraph.Node;
import org.cspcheck.explorer.search.Progress;
import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.event.Event;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.verdict.Check;
import org.cspcheck.model.verdict.Limits;
import org.cspcheck.model.verdict.Property;
import org.cspcheck.model.verdict.SemanticModel;
import org.cspcheck.model.verdict.Verdict;
import org.cspcheck.runtime.Ending;

/**
 * The states of a network as a process, for refinement in the traces model.
 *
 * <p>Its traces are the events of all runs. Its failures would say nothing: the network performs its events by itself and offers none, and which of
 * them comes is the scheduler's choice. What throws an exception stops here; that it throws is a finding of its own.
 */
final class Traces {
    private final StateGraph graph;
    private final String name;
    private final Map<String, Integer> numbers = new HashMap<>();

    /**
     * @param events the numbers of events, by their texts; {@link Event#TAU} for those that are left out
     * @throws IllegalArgumentException if the network performs an event that has no number
     */
    Traces(StateGraph graph, String name, Function<String, OptionalInt> events) {
        this.graph = graph;
        this.name = name;
        var unknown = new TreeSet<String>();
        for (String event : graph.events()) {
            events.apply(event).ifPresentOrElse(number -> numbers.put(event, number), () -> unknown.add(event));
        }
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("the specification does not know the events " + unknown + " of " + name);
        }
    }

    /** {@return whether these are traces of the specification} */
    Verdict refine(Process specification, Alphabet alphabet) {
        var process = new Process.Foreign(new At(graph.nodes().getFirst(), null, 0));
        var property = new Property.Refines(specification, SemanticModel.T);
        var check = new Check(name, "SPEC [T= " + name, process, property, false, true, Optional.empty(), Limits.NONE);
        return new Explorer(alphabet, Options.DEFAULT)
                .check(check, Limits.NONE, Progress.SILENT, Thread.currentThread()::isInterrupted)
                .verdict();
    }

    /** {@return whether the event counts} */
    boolean isCompared(String event) {
        return numbers.getOrDefault(event, Event.TAU) != Event.TAU;
    }

    /** A state, or a place inside of an edge: so many of its events have happened. */
    private final class At implements Process.State {
        private final Node node;
        private final Edge edge;
        private final int done;

        At(Node node, Edge edge, int done) {
            this.node = node;
            this.edge = edge;
            this.done = done;
        }

        @Override
        public List<Move> moves() {
            if (edge != null) {
                return List.of(move(edge, done));
            } else if (node.ending != null) {
                return node.ending instanceof Ending.Terminated ? List.of(new Move(Event.TICK, Process.TERMINATED)) : List.of();
            }
            return node.edges.stream().map(out -> move(out, 0)).toList();
        }

        private Move move(Edge out, int position) {
            List<String> events = out.events();
            At next = position + 1 < events.size() ? new At(node, out, position + 1) : new At(out.to(), null, 0);
            return new Move(events.isEmpty() ? Event.TAU : numbers.get(events.get(position)), new Process.Foreign(next));
        }

        @Override
        public At later(long time) {
            return this;
        }

        @Override
        public String name() {
            return name;
        }

        /** Two edges are never confused: each is one object. */
        @Override
        public boolean equals(Object other) {
            return other instanceof At that && node == that.node && edge == that.edge && done == that.done;
        }

        @Override
        public int hashCode() {
            return 31 * (31 * node.number + done) + System.identityHashCode(edge);
        }

        @Override
        public String toString() {
            return name + " in state " + node.number + (edge == null ? "" : " after " + edge.events().subList(0, done));
        }
    }

    private record Place(Node node, int done) {}

    private record Arrival(Place from, Edge by) {}

    /** {@return the answers of a run whose compared events begin with these; with {@code ends}, are these, and then all have ended} */
    List<Integer> run(List<String> trace, boolean ends) {
        var arrivals = new HashMap<Place, Arrival>();
        var start = new Place(graph.nodes().getFirst(), 0);
        arrivals.put(start, null);
        var open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            Place place = open.poll();
            for (Edge edge : place.node.edges) {
                int done = matched(edge, place.done, trace, ends);
                var next = new Place(edge.to(), done);
                if (done == trace.size() && (!ends || edge.to().ending instanceof Ending.Terminated)) {
                    return answers(new Arrival(place, edge), arrivals);
                } else if (done >= 0 && !arrivals.containsKey(next)) {
                    arrivals.put(next, new Arrival(place, edge));
                    open.add(next);
                }
            }
        }
        throw new IllegalStateException("a run was lost: " + trace);
    }

    /** {@return how much of the trace has happened after the edge; -1 if the edge does something else} */
    private int matched(Edge edge, int before, List<String> trace, boolean ends) {
        int done = before;
        for (String event : edge.events()) {
            if (isCompared(event) && (ends || done < trace.size())) {
                if (done == trace.size() || !event.equals(trace.get(done))) {
                    return -1;
                }
                done++;
            }
        }
        return done;
    }

    private static List<Integer> answers(Arrival last, Map<Place, Arrival> arrivals) {
        var answers = new ArrayList<Integer>();
        for (Arrival at = last; at != null; at = arrivals.get(at.from)) {
            if (at.from.node.offer != null) {
                answers.addFirst(at.by.answer());
            }
        }
        return answers;
    }
}
