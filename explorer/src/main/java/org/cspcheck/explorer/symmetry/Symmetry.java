package org.cspcheck.explorer.symmetry;

import java.util.Arrays;
import java.util.List;

/**
 * What is known to be symmetric in a network. A state is represented by the least of its turned and then sorted images.
 *
 * <p>Whatever is done here is done by automorphisms, so a state and its representative behave alike. Where the interchanges together are a normal
 * subgroup, which they are unless they get into each other's way, all states that can be mapped to one another have one representative.
 */
final class Symmetry {
    private final List<Interchange> interchanges;
    private final Turns turns;

    /** What the interchanges and turns are made of, each vertex with its image. */
    private final List<int[]> automorphisms;

    Symmetry(List<Interchange> interchanges, Turns turns, List<int[]> automorphisms) {
        this.automorphisms = automorphisms;
        this.interchanges = interchanges;
        this.turns = turns;
    }

    boolean isTrivial() {
        return interchanges.isEmpty() && turns.size() == 1;
    }

    /** {@return automorphisms that generate all that are used} */
    List<int[]> automorphisms() {
        return automorphisms;
    }

    /** {@return what finds representatives} Not safe for use by several threads. */
    Representing representing(int components) {
        return new Representing(components);
    }

    /** An automorphism as it was made: a turn, then an order for each interchange. */
    record Mapping(int turn, List<int[]> orders) {}

    /** Finds the representative of one state after the other. */
    final class Representing {
        private final List<Interchange.Sorting> sortings = interchanges.stream().map(Interchange::sorting).toList();
        private final int[] best;
        private final int[] other;
        private int turn;

        Representing(int components) {
            best = new int[components];
            other = new int[components];
        }

        /** {@return the local states of the representative} They are valid until the next call. */
        int[] of(int[] locals) {
            if (sortings.isEmpty()) {
                turn = turns.least(locals);
                turns.turn(turn, locals, best);
                return best;
            }
            turn = 0;
            turns.turn(0, locals, best);
            sort(best);
            for (int i = 1; i < turns.size(); i++) {
                turns.turn(i, locals, other);
                sort(other);
                if (Arrays.compare(other, best) < 0) {
                    System.arraycopy(other, 0, best, 0, best.length);
                    turn = i;
                }
            }
            return best;
        }

        private void sort(int[] locals) {
            for (Interchange.Sorting sorting : sortings) {
                sorting.sort(locals);
            }
        }

        /** {@return what maps a state to its representative} */
        Mapping mapping(int[] locals) {
            of(locals);
            turns.turn(turn, locals, other);
            sort(other);
            return new Mapping(turn, sortings.stream().map(Interchange.Sorting::order).toList());
        }

        /** {@return the state that is mapped to this one} */
        int[] undo(Mapping mapping, int[] locals) {
            int[] sorted = locals.clone();
            for (int i = sortings.size() - 1; i >= 0; i--) {
                sortings.get(i).undo(mapping.orders().get(i), sorted);
            }
            int[] turned = new int[sorted.length];
            turns.undo(mapping.turn(), sorted, turned);
            return turned;
        }
    }
}
