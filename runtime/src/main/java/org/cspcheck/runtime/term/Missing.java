package org.cspcheck.runtime.term;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.cspcheck.model.event.Event;
import org.cspcheck.model.event.Links;

/** Whom a party waits for: the parties that take part in what it offers and do not offer it now. */
final class Missing {
    private final Composition root;
    private final List<Party> parties;
    private final Set<Integer> missing = new LinkedHashSet<>();

    Missing(Composition root, List<Party> parties) {
        this.root = root;
        this.parties = parties;
    }

    Set<Integer> of(Party party) {
        party.offered().forEach(event -> outwards(root, party.number, event));
        missing.remove(party.number);
        return missing;
    }

    /** Finds who is missing at each operator around the party; {@return what its event is called outside of the node} */
    private List<Integer> outwards(Composition node, int party, int event) {
        return switch (node) {
            case Composition.One _ -> List.of(event);
            case Composition.Hidden(Composition inner, var hidden) -> outwards(inner, party, event).stream()
                    .map(e -> Event.isVisible(e) && hidden.contains(e) ? Event.TAU : e)
                    .toList();
            case Composition.Renamed(Composition inner, var renaming) -> outwards(inner, party, event).stream()
                    .flatMapToInt(e -> Event.isVisible(e) ? IntStream.of(renaming.images(e)) : IntStream.of(e))
                    .boxed()
                    .toList();
            case Composition.Sharing(Composition.Operands operands, var together) -> {
                int own = operands.with(party);
                List<Integer> events = outwards(operands.list().get(own), party, event);
                for (int e : events) {
                    if (Event.isVisible(e) && together.contains(e)) {
                        operands.list().forEach(operand -> inwards(operand, e));
                    }
                }
                yield events;
            }
            case Composition.Alphabetised(Composition.Operands operands, Composition.Owners owners) -> {
                List<Integer> events = outwards(operands.list().get(operands.with(party)), party, event);
                for (int e : events) {
                    if (Event.isVisible(e)) {
                        owners.of(e).forEach(owner -> inwards(operands.list().get(owner), e));
                    }
                }
                yield events;
            }
            case Composition.Linked linked -> linked(linked, party, event);
        };
    }

    private List<Integer> linked(Composition.Linked linked, int party, int event) {
        boolean left = party < linked.left().to();
        List<Integer> events = outwards(left ? linked.left() : linked.right(), party, event);
        var outside = new ArrayList<Integer>();
        for (int e : events) {
            boolean free = true;
            for (Links.Link link : linked.links().pairs()) {
                if ((left ? link.left() : link.right()) == e) {
                    free = false;
                    inwards(left ? linked.right() : linked.left(), left ? link.right() : link.left());
                }
            }
            outside.add(free ? e : Event.TAU);
        }
        return outside;
    }

    /** Finds who is missing for a part to perform an event; {@return whether it can} */
    private boolean inwards(Composition node, int event) {
        return switch (node) {
            case Composition.One(int party) -> {
                boolean offers = parties.get(party).offers(event);
                if (!offers) {
                    missing.add(party);
                }
                yield offers;
            }
            case Composition.Hidden(Composition inner, var hidden) -> !hidden.contains(event) && inwards(inner, event);
            case Composition.Renamed(Composition inner, var renaming) -> anyOf(
                    parties.subList(node.from(), node.to()).stream()
                            .flatMapToInt(Party::offered)
                            .distinct()
                            .filter(e -> IntStream.of(renaming.images(e)).anyMatch(image -> image == event))
                            .boxed()
                            .toList(),
                    e -> inwards(inner, e));
            case Composition.Sharing(Composition.Operands operands, var together) -> together.contains(event)
                    ? operands.list().stream().map(operand -> inwards(operand, event)).reduce(true, Boolean::logicalAnd)
                    : anyOf(operands.list(), operand -> inwards(operand, event));
            case Composition.Alphabetised(Composition.Operands operands, Composition.Owners owners) ->
                owners.of(event).stream().map(owner -> inwards(operands.list().get(owner), event)).reduce(true, Boolean::logicalAnd);
            case Composition.Linked(Composition left, Composition right, var links) ->
                !links.linksLeft(event) && inwards(left, event) | !links.linksRight(event) && inwards(right, event);
        };
    }

    /** Where one of several is enough nobody is missing once one can; else all of them are asked for. */
    private <T> boolean anyOf(List<T> choices, java.util.function.Predicate<T> can) {
        Set<Integer> before = Set.copyOf(missing);
        for (T choice : choices) {
            if (can.test(choice)) {
                missing.retainAll(before);
                return true;
            }
        }
        return false;
    }
}
