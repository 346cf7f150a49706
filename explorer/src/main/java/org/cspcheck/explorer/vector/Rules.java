package org.cspcheck.explorer.vector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cspcheck.model.event.Event;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.event.Links;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Process.*;

/** What the operators of a network say about events, as rules over its components; one method for each operator, as in the firing rules. */
final class Rules {
    /** These components move together, each by a step with its label, and what is seen is the event. */
    record Rule(int event, int[] components, int[] labels) {
        Rule as(int other) {
            return other == event ? this : new Rule(other, components, labels);
        }

        /** Whether anything does more than stand still. */
        private boolean moves() {
            return Arrays.stream(labels).anyMatch(label -> label != LeafGraph.DONE);
        }

        private Rule with(Rule other, int together) {
            int[] joined = Arrays.copyOf(components, components.length + other.components.length);
            int[] labelled = Arrays.copyOf(labels, joined.length);
            System.arraycopy(other.components, 0, joined, components.length, other.components.length);
            System.arraycopy(other.labels, 0, labelled, labels.length, other.labels.length);
            return new Rule(together, joined, labelled);
        }
    }

    /** The rules would be more than it is worth: the network is better explored by its terms. */
    static final class TooMany extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooMany() {
            super("", null, false, false);
        }
    }

    private static final int MOST = 2_000_000;

    private final List<LeafGraph> graphs;

    /** The internal rules of each chased part, which are no rules of the network. */
    private final List<List<Rule>> chases = new ArrayList<>();

    private Rules(List<LeafGraph> graphs) {
        this.graphs = graphs;
    }

    /** The rules of a network, and for each of its chased parts, in the order of the term, the internal ones inside it. */
    record Composed(List<Rule> rules, List<List<Rule>> chases) {}

    static Composed composed(Flattening network) {
        var rules = new Rules(network.graphs());
        return new Composed(rules.part(network.root()), List.copyOf(rules.chases));
    }

    /** {@return the rules of a network in which nothing is chased} */
    static List<Rule> of(Flattening network) {
        return new Rules(network.graphs()).part(network.root());
    }

    private List<Rule> part(Part part) {
        return switch (part) {
            case Part.Leaf(int component) ->
                graphs.get(component).labels().stream()
                        .map(label -> new Rule(label, new int[] {component}, new int[] {label}))
                        .toList();
            case Part.Wrapped(Process operator, Part inner) -> wrapped(operator, part(inner));
            case Part.Chased(Part inner) -> chased(part(inner));
            case Part.Group group -> group(group);
        };
    }

    private List<Rule> chased(List<Rule> inner) {
        Map<Boolean, List<Rule>> silent = inner.stream().collect(Collectors.partitioningBy(rule -> rule.event == Event.TAU));
        chases.add(silent.get(true));
        return silent.get(false);
    }

    private static List<Rule> wrapped(Process operator, List<Rule> inner) {
        var rules = new ArrayList<Rule>();
        for (Rule rule : inner) {
            if (!Event.isVisible(rule.event)) {
                rules.add(rule);
                continue;
            }
            switch (operator) {
                case Hide hide -> rules.add(rule.as(hide.hidden().contains(rule.event) ? Event.TAU : rule.event));
                case Rename rename -> {
                    for (int image : rename.renaming().images(rule.event)) {
                        rules.add(rule.as(image));
                    }
                }
                case Timed timed -> rules.add(rule); // nothing in it has a timer
                default -> throw new IllegalStateException("not a wrapping operator: " + operator);
            }
            guard(rules);
        }
        return rules;
    }

    /** The visible rules of one operand by event. */
    private static Map<Integer, List<Rule>> byEvent(List<Rule> rules) {
        var map = new LinkedHashMap<Integer, List<Rule>>();
        for (Rule rule : rules) {
            if (Event.isVisible(rule.event)) {
                map.computeIfAbsent(rule.event, event -> new ArrayList<>()).add(rule);
            }
        }
        return map;
    }

    /** The component that says whether a part has terminated; none if it never does. */
    private int judge(Part part) {
        int judge = Flattening.judge(part);
        return judge != Part.NONE && graphs.get(judge).canTerminate() ? judge : Part.NONE;
    }

    private List<Rule> group(Part.Group group) {
        var operands = new ArrayList<Map<Integer, List<Rule>>>();
        var rules = new ArrayList<Rule>();
        int[] judges = group.operands().stream().mapToInt(this::judge).toArray();
        for (Part part : group.operands()) {
            List<Rule> inner = part(part);
            inner.stream().filter(rule -> !Event.isVisible(rule.event)).forEach(rule -> rules.add(rule.as(Event.TAU)));
            operands.add(byEvent(inner));
        }
        switch (group.operator()) {
            case InterfaceParallel parallel -> interfaceParallel(operands, judges, parallel.together(), rules);
            case AlphabetisedParallel parallel -> alphabetisedParallel(operands, judges, parallel.alphabets(), rules);
            case LinkedParallel parallel -> linkedParallel(operands, parallel.links(), rules);
            default -> throw new IllegalStateException("not a parallel operator: " + group.operator());
        }
        if (group.control() != Part.NONE) {
            rules.add(termination(group));
        }
        return rules;
    }

    private static void interfaceParallel(
            List<Map<Integer, List<Rule>>> operands, int[] judges, EventSet together, List<Rule> rules) {
        for (Map<Integer, List<Rule>> operand : operands) {
            alone(operand, event -> !together.contains(event), rules);
        }
        int[] everybody = IntStream.range(0, operands.size()).toArray();
        for (int event : events(operands)) {
            if (together.contains(event)) {
                agree(operands, together.passes(event) ? judges : null, everybody, event, rules);
            }
        }
    }

    private static void alphabetisedParallel(
            List<Map<Integer, List<Rule>>> operands, int[] judges, List<EventSet> alphabets, List<Rule> rules) {
        for (int event : events(operands)) {
            int[] partners = IntStream.range(0, alphabets.size()).filter(j -> alphabets.get(j).contains(event)).toArray();
            if (partners.length > 0) {
                agree(operands, alphabets.get(partners[0]).passes(event) ? judges : null, partners, event, rules);
            }
        }
    }

    private static Set<Integer> events(List<Map<Integer, List<Rule>>> operands) {
        var events = new LinkedHashSet<Integer>();
        operands.forEach(operand -> events.addAll(operand.keySet()));
        return events;
    }

    private static void linkedParallel(List<Map<Integer, List<Rule>>> operands, Links links, List<Rule> rules) {
        alone(operands.get(0), event -> !links.linksLeft(event), rules);
        alone(operands.get(1), event -> !links.linksRight(event), rules);
        for (Links.Link link : links.pairs()) {
            for (Rule left : operands.get(0).getOrDefault(link.left(), List.of())) {
                for (Rule right : operands.get(1).getOrDefault(link.right(), List.of())) {
                    rules.add(left.with(right, Event.TAU));
                    guard(rules);
                }
            }
        }
    }

    private static void alone(Map<Integer, List<Rule>> operand, IntPredicate own, List<Rule> rules) {
        operand.forEach((event, alternatives) -> {
            if (own.test(event)) {
                rules.addAll(alternatives);
                guard(rules);
            }
        });
    }

    /**
     * Every combination of one rule of each partner.
     *
     * @param judges the components that say which operands have terminated, for an event that passes these; else null
     */
    private static void agree(
            List<Map<Integer, List<Rule>>> operands, int[] judges, int[] partners, int event, List<Rule> rules) {
        List<Rule> combined = List.of(new Rule(event, new int[0], new int[0]));
        for (int partner : partners) {
            List<Rule> own = operands.get(partner).getOrDefault(event, List.of());
            var longer = new ArrayList<Rule>();
            for (Rule so : combined) {
                for (Rule next : own) {
                    longer.add(so.with(next, event));
                    guard(longer);
                }
                if (judges != null && judges[partner] != Part.NONE) {
                    longer.add(so.with(new Rule(event, new int[] {judges[partner]}, new int[] {LeafGraph.DONE}), event));
                    guard(longer);
                }
            }
            combined = longer;
        }
        combined.stream().filter(Rule::moves).forEach(rules::add);
        guard(rules);
    }

    /** The group ticks when each operand is done. */
    private static Rule termination(Part.Group group) {
        int[] components = new int[group.operands().size() + 1];
        int[] labels = new int[components.length];
        Arrays.fill(labels, LeafGraph.DONE);
        for (int i = 1; i < components.length; i++) {
            components[i] = Flattening.judge(group.operands().get(i - 1));
        }
        components[0] = group.control();
        labels[0] = Event.TICK;
        return new Rule(Event.TICK, components, labels);
    }

    static void guard(List<?> rules) {
        if (rules.size() > MOST) {
            throw new TooMany();
        }
    }
}
