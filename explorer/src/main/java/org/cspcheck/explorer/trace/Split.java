package org.cspcheck.explorer.trace;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cspcheck.explorer.explain.Components;
import org.cspcheck.explorer.search.Budget;
import org.cspcheck.model.event.Event;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Process.AlphabetisedParallel;
import org.cspcheck.model.process.Process.Hide;
import org.cspcheck.model.process.Process.InterfaceParallel;
import org.cspcheck.model.source.SpecificationException;

/**
 * A specification taken apart into processes that can be followed one by one, and which of them take part in an event.
 *
 * <p>Where it is exact: {@code P [A||B] Q} always. {@code P [|X|] Q} when no event outside X belongs to both, for then each event shows who
 * performed it. {@code (P [A||B] Q) \ H} when no event of H is shared, for then hiding distributes (Roscoe, <i>The Theory and Practice of
 * Concurrency</i>, 3.1); operands that share a hidden event stay together.
 */
final class Split {
    /** A process that is followed by itself. */
    record Piece(String name, Process process) {}

    /** How the pieces are put together. */
    private sealed interface Joint {
        record One(int piece) implements Joint {}

        record Alphabetised(List<Joint> operands, List<EventSet> alphabets) implements Joint {}

        record Sharing(List<Joint> operands, EventSet together, List<BitSet> own) implements Joint {}

        record Hidden(Joint inner, EventSet hidden) implements Joint {}
    }

    private final FiringRules rules = new FiringRules();
    private final OwnEvents ownEvents;
    private final List<Piece> pieces = new ArrayList<>();
    private final Map<String, Integer> names = new HashMap<>();
    private final Joint joint;

    Split(Process specification, Budget budget) {
        ownEvents = new OwnEvents(rules, budget);
        rules.settle(specification); // a recursion without a first step is told before anything is unfolded here
        joint = joint(specification);
    }

    List<Piece> pieces() {
        return List.copyOf(pieces);
    }

    /** {@return the pieces that take part in this event, ascending; none if no process of the specification knows it} */
    int[] parties(int event) {
        if (event == Event.TICK) {
            return IntStream.range(0, pieces.size()).toArray();
        }
        var found = new BitSet();
        return collect(joint, event, found) ? found.stream().toArray() : new int[0];
    }

    private static boolean collect(Joint joint, int event, BitSet found) {
        return switch (joint) {
            case Joint.One(int piece) -> {
                found.set(piece);
                yield true;
            }
            case Joint.Hidden(Joint inner, EventSet hidden) -> !hidden.contains(event) && collect(inner, event, found);
            case Joint.Alphabetised(List<Joint> operands, List<EventSet> alphabets) ->
                all(operands, i -> alphabets.get(i).contains(event), event, found);
            case Joint.Sharing(List<Joint> operands, EventSet together, List<BitSet> own) ->
                all(operands, i -> together.contains(event) || own.get(i).get(event), event, found);
        };
    }

    /** Every operand that knows the event takes part; one of them must. */
    private static boolean all(List<Joint> operands, java.util.function.IntPredicate knows, int event, BitSet found) {
        boolean known = false;
        for (int i = 0; i < operands.size(); i++) {
            if (knows.test(i)) {
                if (!collect(operands.get(i), event, found)) {
                    return false;
                }
                known = true;
            }
        }
        return known;
    }

    // ---- taking apart

    private Joint joint(Process process) {
        Process term = unfolded(process);
        if (letsTimePass(term)) {
            return one(process);
        }
        return switch (term) {
            case AlphabetisedParallel parallel -> alphabetised(parallel);
            case InterfaceParallel parallel -> sharing(parallel).orElseGet(() -> one(process));
            case Hide(Process inner, EventSet hidden) when unfolded(inner) instanceof AlphabetisedParallel parallel ->
                hidden(parallel, hidden).orElseGet(() -> one(process));
            default -> one(process);
        };
    }

    /** Whether an operand that has terminated need not agree on time: then a piece by itself would stop it. */
    private static boolean letsTimePass(Process term) {
        return switch (term) {
            case AlphabetisedParallel parallel -> parallel.alphabets().stream().anyMatch(EventSet::letsTimePass);
            case InterfaceParallel parallel -> parallel.together().letsTimePass();
            case Hide(Process inner, EventSet hidden) -> letsTimePass(unfolded(inner));
            default -> false;
        };
    }

    private Joint alphabetised(AlphabetisedParallel parallel) {
        return new Joint.Alphabetised(parallel.operands().stream().map(this::joint).toList(), parallel.alphabets());
    }

    private Optional<Joint> sharing(InterfaceParallel parallel) {
        var own = new ArrayList<BitSet>();
        var taken = new BitSet();
        for (Process operand : parallel.operands()) {
            Optional<BitSet> events = ownEvents.of(rules.settle(operand));
            if (events.isEmpty()) {
                return Optional.empty();
            }
            var alone = new BitSet();
            events.get().stream().filter(event -> !parallel.together().contains(event)).forEach(alone::set);
            if (taken.intersects(alone)) {
                return Optional.empty();
            }
            taken.or(alone);
            own.add(alone);
        }
        return Optional.of(new Joint.Sharing(parallel.operands().stream().map(this::joint).toList(), parallel.together(), own));
    }

    /** Operands that share a hidden event become one piece; so hiding reaches no event that pieces agree on. */
    private Optional<Joint> hidden(AlphabetisedParallel parallel, EventSet hidden) {
        int[] members;
        try {
            members = hidden.members();
        } catch (SpecificationException infinite) {
            return Optional.empty();
        }
        int count = parallel.operands().size();
        int[] group = IntStream.range(0, count).toArray();
        for (int event : members) {
            int first = -1;
            for (int i = 0; i < count; i++) {
                if (parallel.alphabets().get(i).contains(event)) {
                    first = first < 0 ? group[i] : merged(group, first, group[i]);
                }
            }
        }
        var operands = new ArrayList<Joint>();
        var alphabets = new ArrayList<EventSet>();
        for (int g : IntStream.of(group).distinct().toArray()) {
            int[] inside = IntStream.range(0, count).filter(i -> group[i] == g).toArray();
            List<Process> processes = IntStream.of(inside).mapToObj(parallel.operands()::get).toList();
            List<EventSet> sets = IntStream.of(inside).mapToObj(parallel.alphabets()::get).toList();
            Process whole = processes.size() == 1 ? processes.getFirst() : new AlphabetisedParallel(processes, sets);
            boolean hides = IntStream.of(members).anyMatch(event -> sets.stream().anyMatch(set -> set.contains(event)));
            operands.add(hides ? one(Process.hide(whole, hidden)) : joint(whole));
            alphabets.add(sets.size() == 1 ? sets.getFirst() : new AnyOf(sets));
        }
        return Optional.of(new Joint.Hidden(new Joint.Alphabetised(operands, alphabets), hidden));
    }

    private static int merged(int[] group, int into, int from) {
        for (int i = 0; i < group.length; i++) {
            if (group[i] == from) {
                group[i] = into;
            }
        }
        return into;
    }

    private Joint one(Process process) {
        List<String> parts = Components.of(process).names();
        String name = parts.size() <= 3 ? String.join(", ", parts) : parts.getFirst() + " and " + (parts.size() - 1) + " more";
        int count = names.merge(name, 1, Integer::sum);
        pieces.add(new Piece(count == 1 ? name : name + "#" + count, rules.settle(process)));
        return new Joint.One(pieces.size() - 1);
    }

    private static Process unfolded(Process process) {
        Process term = process;
        while (term instanceof Process.Call(Process.Body body)) {
            term = body.unfold();
        }
        return term;
    }

    /** The union of sets. */
    private record AnyOf(List<EventSet> sets) implements EventSet {
        @Override
        public boolean contains(int event) {
            return sets.stream().anyMatch(set -> set.contains(event));
        }

        @Override
        public int[] members() {
            return sets.stream().flatMapToInt(set -> IntStream.of(set.members())).sorted().distinct().toArray();
        }
    }
}
