package org.cspcheck.specs.evaluate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cspcheck.model.event.Event;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.event.PriorityOrder;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.value.Tuple;
import org.cspcheck.model.value.Value;

/** The arguments of the priority operators as orders on events. */
final class Priorities {
    private Priorities() {}

    /** {@code prioritise(P, <A1, .., An>)}: tau and tick rank with A1; events in none of the sets take no part. */
    static Value prioritise(Context context, BuiltIn.Arguments a) {
        var ranks = new ArrayList<EventSet>();
        for (Value set : a.sequence(1)) {
            ranks.add(context.sets.of(Kinds.set(set, a.call()), a.call()));
        }
        return new ProcessValue(new Process.Prioritise(a.process(0), new Ranked(List.copyOf(ranks))));
    }

    private record Ranked(List<EventSet> ranks) implements PriorityOrder {
        @Override
        public boolean beats(int winner, int loser) {
            int better = rank(winner);
            return better >= 0 && better < rank(loser);
        }

        private int rank(int event) {
            if (!Event.isVisible(event)) {
                return 0;
            }
            for (int i = 0; i < ranks.size(); i++) {
                if (ranks.get(i).contains(event)) {
                    return i;
                }
            }
            return -1;
        }
    }

    /** {@code prioritisepo(P, E, O, M)}: (a, b) in O lets a beat b; tau and tick beat what is in E and not in M. */
    static Value partialOrder(Context context, BuiltIn.Arguments a) {
        EventSet ordered = context.sets.of(a.set(1), a.call());
        EventSet maximal = context.sets.of(a.set(3), a.call());
        Set<List<Integer>> pairs = new HashSet<>();
        for (Value pair : a.members(2)) {
            if (!(pair instanceof Tuple tuple) || tuple.size() != 2) {
                throw Faults.wrongKind(a.call(), "a pair of events", pair);
            }
            int winner = Kinds.event(tuple.get(0), context.alphabet, a.call());
            int loser = Kinds.event(tuple.get(1), context.alphabet, a.call());
            if (!ordered.contains(winner) || !ordered.contains(loser)) {
                throw Faults.of("CSP0606", a.call(), Faults.show(pair) + " orders an event that is not in the set of ordered events",
                        "the third argument of prioritisepo relates events of the second", "add the event to the second argument");
            }
            pairs.add(List.of(winner, loser));
        }
        return new ProcessValue(new Process.Prioritise(a.process(0), new Partial(ordered, closure(pairs), maximal)));
    }

    private static Set<List<Integer>> closure(Set<List<Integer>> pairs) {
        Set<List<Integer>> closed = new HashSet<>(pairs);
        boolean grew = true;
        while (grew) {
            Set<List<Integer>> more = new HashSet<>();
            for (List<Integer> first : closed) {
                for (List<Integer> second : closed) {
                    if (first.get(1).equals(second.get(0))) {
                        more.add(List.of(first.get(0), second.get(1)));
                    }
                }
            }
            grew = closed.addAll(more);
        }
        return Set.copyOf(closed);
    }

    private record Partial(EventSet ordered, Set<List<Integer>> pairs, EventSet maximal) implements PriorityOrder {
        @Override
        public boolean beats(int winner, int loser) {
            if (!Event.isVisible(loser)) {
                return false;
            }
            if (!Event.isVisible(winner)) {
                return ordered.contains(loser) && !maximal.contains(loser);
            }
            return pairs.contains(List.of(winner, loser));
        }
    }
}
