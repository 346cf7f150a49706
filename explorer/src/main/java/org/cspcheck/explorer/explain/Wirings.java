package org.cspcheck.explorer.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.event.Event;
import org.cspcheck.model.event.Links;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Process.*;
import org.cspcheck.model.source.Span;
import org.cspcheck.model.value.Compound;
import org.cspcheck.model.value.Value;
import org.cspcheck.model.verdict.Wiring;
import org.cspcheck.model.verdict.Wiring.Joint;
import org.cspcheck.model.verdict.Wiring.Part;

/**
 * Finds who may take part together in which events, without walking the states of the whole.
 *
 * <p>From the leaves up, each part of the term has for each event that it shows the groups of processes that can perform it together. A
 * parallel operator pairs the groups of its operands where they must agree; hiding ends an event's way, renaming gives it another name. What is
 * found is an upper bound: a group may never meet in a run.
 */
public final class Wirings {
    /** Groups of one event from which on all that could meet are told as one group. */
    private static final int MOST_GROUPS = 2000;

    private final FiringRules rules;
    private final Alphabet alphabet;
    private final LeafEvents leafEvents;
    private final List<Part> parts = new ArrayList<>();
    private final Map<Joint, Integer> joints = new LinkedHashMap<>();

    private Wirings(FiringRules rules, Alphabet alphabet) {
        this.rules = rules;
        this.alphabet = alphabet;
        this.leafEvents = new LeafEvents(rules);
    }

    /** {@return the wiring of a process that is not settled: the names and their places are in its calls} */
    public static Wiring of(Alphabet alphabet, Process subject) {
        return of(new FiringRules(), alphabet, Components.of(subject), subject);
    }

    static Wiring of(FiringRules rules, Alphabet alphabet, Components components, Process subject) {
        var wirings = new Wirings(rules, alphabet);
        Groups shown = wirings.part(components, subject, rules.settle(subject), Optional.empty());
        shown.forEach((event, groups) -> groups.forEach(group -> wirings.join(event, group, false)));
        List<Joint> joints = wirings.joints.entrySet().stream()
                .map(joint -> new Joint(joint.getKey().channel(), joint.getValue(), joint.getKey().hidden(), joint.getKey().parts()))
                .toList();
        return new Wiring(List.copyOf(wirings.parts), joints);
    }

    /** For each event that a part shows, who can perform it together. */
    private static final class Groups extends TreeMap<Integer, Set<List<Integer>>> {
        void add(int event, List<Integer> group) {
            computeIfAbsent(event, unseen -> new LinkedHashSet<>()).add(group);
        }

        void addAll(int event, Set<List<Integer>> groups) {
            groups.forEach(group -> add(event, group));
        }
    }

    private void join(int event, List<Integer> group, boolean hidden) {
        joints.merge(new Joint(channel(event), 0, hidden, group), 1, Integer::sum);
    }

    private String channel(int event) {
        Value value = alphabet.value(event);
        return value instanceof Compound compound ? compound.symbol().name() : value.toString();
    }

    // --- one part ----------------------------------------------------------------------------------------------------------

    /** The written term leads the settled one, as far as there is one: its calls know where they are defined. */
    private Groups part(Components components, Process written, Process settled, Optional<Span> definition) {
        if (written instanceof Call(Body body)) {
            boolean named = !body.name().isEmpty() && body.span() != null;
            return part(components, body.unfold(), settled, named ? Optional.of(body.span()) : definition);
        }
        return switch (components) {
            case Components.One(String name) -> leaf(name, settled, innermost(written).or(() -> definition));
            case Components.Group group when written instanceof Compress compress -> part(group, compress.process(), settled, definition);
            case Components.Group group when written instanceof Hide hide && hide.isRepeated() -> part(group, hide.process(), settled, definition);
            case Components.Group group -> operator(group, written, settled, definition);
        };
    }

    private static Optional<Span> innermost(Process written) {
        return switch (written) {
            case Call(Body body) -> Optional.ofNullable(body.span());
            case Hide hide -> innermost(hide.process());
            case Rename rename -> innermost(rename.process());
            case Prioritise prioritise -> innermost(prioritise.process());
            case Compress compress -> innermost(compress.process());
            case Chase chase -> innermost(chase.process());
            case Timed timed -> innermost(timed.process());
            default -> Optional.empty();
        };
    }

    private Groups leaf(String name, Process process, Optional<Span> definition) {
        int position = parts.size();
        LeafEvents.Known met = leafEvents.events(process);
        parts.add(new Part(name, definition, met.all()));
        var groups = new Groups();
        met.events().stream().filter(Event::isVisible).forEach(event -> groups.add(event, List.of(position)));
        return groups;
    }

    private Groups operator(Components.Group group, Process written, Process settled, Optional<Span> definition) {
        List<Process> texts = Components.operands(written);
        List<Process> states = Components.operands(settled);
        List<Groups> operands = IntStream.range(0, states.size())
                .mapToObj(i -> part(group.operands().get(i), texts.get(i), states.get(i), definition))
                .toList();
        return switch (settled) {
            case InterfaceParallel parallel -> parallel(operands, (event, i) -> parallel.together().contains(event));
            case AlphabetisedParallel parallel -> parallel(within(operands, parallel), (event, i) -> parallel.alphabets().get(i).contains(event));
            case LinkedParallel parallel -> linked(operands.get(0), operands.get(1), parallel.links());
            case Hide hide -> hidden(operands.getFirst(), hide);
            case Rename rename -> renamed(operands.getFirst(), rename);
            default -> operands.getFirst();
        };
    }

    // --- operators ---------------------------------------------------------------------------------------------------------

    /** Whether an operand takes part in every occurrence of an event. */
    private interface Agreement {
        boolean needs(int event, int operand);
    }

    private static List<Groups> within(List<Groups> operands, AlphabetisedParallel parallel) {
        for (int i = 0; i < operands.size(); i++) {
            var alphabet = parallel.alphabets().get(i);
            operands.get(i).keySet().removeIf(event -> !alphabet.contains(event));
        }
        return operands;
    }

    private static Groups parallel(List<Groups> operands, Agreement agreement) {
        var result = new Groups();
        operands.stream().flatMap(groups -> groups.keySet().stream()).distinct().sorted().forEach(event -> {
            int[] needed = IntStream.range(0, operands.size()).filter(i -> agreement.needs(event, i)).toArray();
            if (needed.length == 0) {
                operands.forEach(groups -> result.addAll(event, groups.getOrDefault(event, Set.of())));
            } else {
                result.addAll(event, product(IntStream.of(needed).mapToObj(i -> operands.get(i).getOrDefault(event, Set.of())).toList()));
            }
        });
        return result;
    }

    private static Set<List<Integer>> product(List<Set<List<Integer>>> factors) {
        if (factors.stream().anyMatch(Set::isEmpty)) {
            return Set.of();
        }
        double size = factors.stream().mapToDouble(Set::size).reduce(1, (a, b) -> a * b);
        if (size > MOST_GROUPS) {
            return Set.of(factors.stream().flatMap(Set::stream).flatMap(List::stream).distinct().sorted().toList());
        }
        Set<List<Integer>> result = Set.of(List.of());
        for (Set<List<Integer>> factor : factors) {
            Set<List<Integer>> longer = new LinkedHashSet<>();
            for (List<Integer> head : result) {
                factor.forEach(group -> longer.add(Stream.concat(head.stream(), group.stream()).distinct().sorted().toList()));
            }
            result = longer;
        }
        return result;
    }

    private Groups linked(Groups left, Groups right, Links links) {
        var result = new Groups();
        left.forEach((event, groups) -> {
            if (!links.linksLeft(event)) {
                result.addAll(event, groups);
            }
        });
        right.forEach((event, groups) -> {
            if (!links.linksRight(event)) {
                result.addAll(event, groups);
            }
        });
        for (Links.Link link : links.pairs()) {
            var pair = List.of(left.getOrDefault(link.left(), Set.of()), right.getOrDefault(link.right(), Set.of()));
            product(pair).forEach(group -> join(link.left(), group, true));
        }
        return result;
    }

    private Groups hidden(Groups inner, Hide hide) {
        var result = new Groups();
        inner.forEach((event, groups) -> {
            if (hide.hidden().contains(event)) {
                groups.forEach(group -> join(event, group, true));
            } else {
                result.addAll(event, groups);
            }
        });
        return result;
    }

    private static Groups renamed(Groups inner, Rename rename) {
        var result = new Groups();
        inner.forEach((event, groups) -> IntStream.of(rename.renaming().images(event)).forEach(image -> result.addAll(image, groups)));
        return result;
    }
}
