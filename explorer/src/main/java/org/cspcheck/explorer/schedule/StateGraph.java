package org.cspcheck.explorer.schedule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.cspcheck.runtime.Ending;

/**
 * The states of a network and the steps between them.
 *
 * <p>A node is a state in which something is to be decided, or in which a process is at the head of its loop, or a choice inside of a step, or
 * an end. An edge is one answer with all that follows up to the next node.
 */
public final class StateGraph {
    /**
     * What happens by one answer.
     *
     * @param moved the processes that went on, the first of them first, by their histories at their starts
     * @param later whether time passed
     */
    record Edge(int answer, Node to, List<String> events, int[] moved, boolean later) {}

    /** A place of the graph; known by the answers that led there first. */
    static final class Node {
        final int number;
        final Node parent;
        final int answer;
        /** What is to be decided; null if nothing is. */
        final Offer offer;
        /** How many answers lead here, one that is given here included. */
        final int asked;
        /** Who waits, with what they know, in order; null for a choice inside of a step. */
        final long[] waiting;
        final Ending ending;
        final List<Edge> edges = new ArrayList<>();
        boolean checked;

        Node(int number, Node parent, int answer, Offer offer, long[] waiting, Ending ending) {
            this.number = number;
            this.parent = parent;
            this.answer = answer;
            this.offer = offer;
            this.asked = (parent == null ? 0 : parent.asked) + (offer == null ? 0 : 1);
            this.waiting = waiting;
            this.ending = ending;
        }
    }

    private final List<Node> nodes = new ArrayList<>();
    private long edges;

    Node add(Node parent, int answer, Offer offer, long[] waiting, Ending ending) {
        var node = new Node(nodes.size(), parent, answer, offer, waiting, ending);
        nodes.add(node);
        return node;
    }

    void link(Node from, int answer, Node to, List<String> events, int[] moved, boolean later) {
        from.edges.add(new Edge(answer, to, List.copyOf(events), moved, later));
        edges++;
    }

    /** {@return the number of nodes, the ends included} */
    public int states() {
        return nodes.size();
    }

    /** {@return the number of edges} */
    public long transitions() {
        return edges;
    }

    List<Node> nodes() {
        return nodes;
    }

    /** {@return the answers of a run to a node, and then one more answer if anything is asked there} */
    static List<Integer> choices(Node node, int answer) {
        var choices = new ArrayList<Integer>();
        if (node.offer != null) {
            choices.add(answer);
        }
        for (Node at = node; at.parent != null; at = at.parent) {
            if (at.parent.offer != null) {
                choices.addFirst(at.answer);
            }
        }
        return choices;
    }

    /** {@return a run to the first end of this kind} */
    Optional<List<Integer>> end(Predicate<Ending> kind) {
        return nodes.stream().filter(node -> node.ending != null && kind.test(node.ending)).findFirst().map(node -> choices(node.parent, node.answer));
    }

    /** {@return every event of some run} */
    public Set<String> events() {
        var all = new TreeSet<String>();
        nodes.forEach(node -> node.edges.forEach(edge -> all.addAll(edge.events())));
        return all;
    }

    /** {@return a run that performs such an event} */
    Optional<List<Integer>> event(Predicate<String> event) {
        for (Node node : nodes) {
            for (Edge edge : node.edges) {
                if (edge.events().stream().anyMatch(event)) {
                    return Optional.of(choices(node, edge.answer()));
                }
            }
        }
        return Optional.empty();
    }

    /** {@return whether some run performs exactly these events and then ends so; a run that does not end is asked about with null} */
    public boolean hasRun(List<String> events, Class<? extends Ending> ending) {
        Set<Long> seen = new HashSet<>();
        var open = new ArrayList<long[]>();
        open.add(new long[] {0, 0});
        while (!open.isEmpty()) {
            long[] at = open.removeLast();
            Node node = nodes.get((int) at[0]);
            if (at[1] == events.size() && (ending == null || ending.isInstance(node.ending))) {
                return true;
            }
            for (Edge edge : node.edges) {
                int to = (int) at[1] + edge.events().size();
                boolean fits = to <= events.size()
                        ? edge.events().equals(events.subList((int) at[1], to))
                        : ending == null && edge.events().subList(0, events.size() - (int) at[1]).equals(events.subList((int) at[1], events.size()));
                if (fits && to > events.size()) {
                    return true;
                } else if (fits && seen.add((long) edge.to().number << 32 | to)) {
                    open.add(new long[] {edge.to().number, to});
                }
            }
        }
        return false;
    }

    /** {@return the events of each run that ends, with the end; empty if there are cycles, or more than {@code most}} */
    public Optional<Set<String>> runs(int most) {
        var runs = new TreeSet<String>();
        return walk(nodes.get(0), new ArrayList<>(), new HashSet<>(), runs, most) ? Optional.of(runs) : Optional.empty();
    }

    private static boolean walk(Node node, List<String> trace, Set<Node> path, Set<String> runs, int most) {
        if (node.ending != null) {
            runs.add(String.join(" ", trace) + " " + node.ending.getClass().getSimpleName());
            return runs.size() <= most;
        } else if (!path.add(node)) {
            return false;
        }
        for (Edge edge : node.edges) {
            trace.addAll(edge.events());
            if (!walk(edge.to(), trace, path, runs, most)) {
                return false;
            }
            trace.subList(trace.size() - edge.events().size(), trace.size()).clear();
        }
        path.remove(node);
        return true;
    }
}
