package org.cspcheck.runtime.term;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.event.Links;
import org.cspcheck.model.event.Renaming;

/**
 * The static operators of a network as a tree, with its parties, numbered from left to right, at the leaves.
 *
 * <p>Invariant: the parties below an operand have the numbers {@code from} to {@code to - 1}, and operands follow each other without a gap.
 */
sealed interface Composition {
    int from();

    int to();

    /** A party. */
    record One(int from) implements Composition {
        @Override
        public int to() {
            return from + 1;
        }
    }

    /** An operator around one operand. */
    sealed interface Around extends Composition {
        Composition inner();

        @Override
        default int from() {
            return inner().from();
        }

        @Override
        default int to() {
            return inner().to();
        }
    }

    /** {@code P \ A}. */
    record Hidden(Composition inner, EventSet hidden) implements Around {}

    /** {@code P[[a <- b]]}. */
    record Renamed(Composition inner, Renaming renaming) implements Around {}

    /** An operator between any number of operands. */
    sealed interface Parallel extends Composition {
        Operands operands();

        @Override
        default int from() {
            return operands().from();
        }

        @Override
        default int to() {
            return operands().to();
        }
    }

    /** {@code P [|A|] Q}. */
    record Sharing(Operands operands, EventSet together) implements Parallel {}

    /** {@code P [A||B] Q}. */
    record Alphabetised(Operands operands, Owners owners) implements Parallel {}

    /** {@code P [a <-> b] Q}. */
    record Linked(Composition left, Composition right, Links links) implements Composition {
        @Override
        public int from() {
            return left.from();
        }

        @Override
        public int to() {
            return right.to();
        }
    }

    /** {@return whether an event of a party may have another name outside of it} */
    default boolean renames() {
        return switch (this) {
            case One _ -> false;
            case Hidden(Composition inner, EventSet _) -> inner.renames();
            case Renamed _ -> true;
            case Parallel parallel -> parallel.operands().list.stream().anyMatch(Composition::renames);
            case Linked _ -> true;
        };
    }

    /** {@return whether an event of this party may have another name outside of it} */
    default boolean renames(int party) {
        return switch (this) {
            case One _ -> false;
            case Hidden(Composition inner, EventSet _) -> inner.renames(party);
            case Renamed _ -> true;
            case Parallel parallel -> parallel.operands().list.get(parallel.operands().with(party)).renames(party);
            case Linked _ -> true;
        };
    }

    /** The operands of a parallel operator. */
    record Operands(List<Composition> list) {
        int from() {
            return list.getFirst().from();
        }

        int to() {
            return list.getLast().to();
        }

        /** {@return the place of the operand that has the party} */
        int with(int party) {
            int low = 0;
            int high = list.size() - 1;
            while (low < high) {
                int middle = (low + high + 1) >>> 1;
                if (list.get(middle).from() <= party) {
                    low = middle;
                } else {
                    high = middle - 1;
                }
            }
            return low;
        }
    }

    /** The alphabets of an alphabetised parallel, asked from the event's side. */
    final class Owners {
        private final List<EventSet> alphabets;
        private Index index;

        Owners(List<EventSet> alphabets) {
            this.alphabets = alphabets;
        }

        void add(EventSet alphabet) {
            alphabets.add(alphabet);
            index = null;
        }

        boolean owns(int operand, int event) {
            return alphabets.get(operand).contains(event);
        }

        /** {@return the operands whose alphabet has the event, ascending} */
        List<Integer> of(int event) {
            if (index == null) {
                index = new Index(alphabets);
            }
            return index.of(event);
        }
    }

    /** The operands by the events of their alphabets; those whose alphabet is not listed are asked. */
    final class Index {
        private static final int MOST = 256;

        private final List<EventSet> alphabets;
        private final Map<Integer, List<Integer>> listed = new HashMap<>();
        private final List<Integer> asked = new ArrayList<>();

        Index(List<EventSet> alphabets) {
            this.alphabets = alphabets;
            for (int i = 0; i < alphabets.size(); i++) {
                Optional<int[]> members = alphabets.get(i).listed(MOST);
                if (members.isPresent()) {
                    for (int event : members.get()) {
                        listed.computeIfAbsent(event, _ -> new ArrayList<>(2)).add(i);
                    }
                } else {
                    asked.add(i);
                }
            }
        }

        /** An event without an entry is one that nobody had met when the alphabets were listed. */
        List<Integer> of(int event) {
            List<Integer> found = listed.get(event);
            if (found == null) {
                found = owners(IntStream.range(0, alphabets.size()), event);
                listed.put(event, found);
            }
            return asked.isEmpty() ? found : Stream.concat(found.stream(), owners(asked.stream().mapToInt(i -> i), event).stream()).distinct().sorted().toList();
        }

        private List<Integer> owners(IntStream some, int event) {
            return some.filter(i -> alphabets.get(i).contains(event)).boxed().toList();
        }
    }
}
