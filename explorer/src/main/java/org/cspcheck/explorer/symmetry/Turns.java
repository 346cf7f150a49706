package org.cspcheck.explorer.symmetry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A group of automorphisms, listed: what each does to the local states of a network. A ring of n has n, or 2n if it can be flipped as well. */
final class Turns {
    private static final int MOST = 4096;
    private static final long MOST_NUMBERS = 1 << 22;

    /** The identity is the first. */
    private final List<Turn> turns;

    private Turns(List<Turn> turns) {
        this.turns = turns;
    }

    /**
     * One automorphism.
     *
     * @param from for each component the one that is mapped to it
     * @param locals for each component where the local states of that one are mapped
     */
    private record Turn(int[] from, int[][] locals) {
        static Turn identity(Structure structure) {
            int[] image = new int[structure.vertices];
            Arrays.setAll(image, v -> v);
            return of(structure, image);
        }

        static Turn of(Structure structure, int[] image) {
            int[] from = new int[structure.components];
            int[][] locals = new int[from.length][];
            for (int c = 0; c < from.length; c++) {
                from[image[c]] = c;
                locals[image[c]] = Interchange.locals(structure, image, c);
            }
            return new Turn(from, locals);
        }

        /** {@return this one, then the other} */
        Turn then(Turn other) {
            int[] through = new int[from.length];
            int[][] composed = new int[from.length][];
            for (int c = 0; c < from.length; c++) {
                int between = other.from[c];
                through[c] = from[between];
                int[] first = locals[between];
                int[] second = other.locals[c];
                composed[c] = new int[first.length];
                for (int local = 0; local < first.length; local++) {
                    composed[c][local] = second[first[local]];
                }
            }
            return new Turn(through, composed);
        }

        List<Object> key() {
            return List.of(Arrays.hashCode(from), Arrays.deepHashCode(locals));
        }

        boolean isSame(Turn other) {
            return Arrays.equals(from, other.from) && Arrays.deepEquals(locals, other.locals);
        }

        int local(int[] state, int component) {
            return locals[component][state[from[component]]];
        }
    }

    static Turns none(Structure structure) {
        return new Turns(List.of(Turn.identity(structure)));
    }

    /** {@return the group that the automorphisms generate; null if it is too large to be listed} */
    static Turns generated(Structure structure, List<int[]> automorphisms) {
        List<Turn> generators = automorphisms.stream().map(image -> Turn.of(structure, image)).toList();
        Map<List<Object>, List<Turn>> known = new LinkedHashMap<>();
        var turns = new ArrayList<Turn>();
        add(Turn.identity(structure), known, turns);
        long most = Math.min(MOST, MOST_NUMBERS / structure.keysFrom[0]);
        for (int i = 0; i < turns.size(); i++) {
            for (Turn generator : generators) {
                add(turns.get(i).then(generator), known, turns);
                if (turns.size() > most) {
                    return null;
                }
            }
        }
        return new Turns(turns);
    }

    private static void add(Turn turn, Map<List<Object>, List<Turn>> known, List<Turn> turns) {
        List<Turn> alike = known.computeIfAbsent(turn.key(), key -> new ArrayList<>());
        if (alike.stream().noneMatch(turn::isSame)) {
            alike.add(turn);
            turns.add(turn);
        }
    }

    int size() {
        return turns.size();
    }

    /** Writes the image of a state under one of the turns. */
    void turn(int number, int[] state, int[] into) {
        Turn turn = turns.get(number);
        for (int c = 0; c < into.length; c++) {
            into[c] = turn.local(state, c);
        }
    }

    /** Writes the state whose image under one of the turns this is. */
    void undo(int number, int[] state, int[] into) {
        Turn turn = turns.get(number);
        for (int c = 0; c < into.length; c++) {
            int local = 0;
            while (turn.locals[c][local] != state[c]) {
                local++;
            }
            into[turn.from[c]] = local;
        }
    }

    /** {@return the turn with the least image, the first of equals} Most images are found greater at their first or second component. */
    int least(int[] state) {
        int least = 0;
        for (int i = 1; i < turns.size(); i++) {
            Turn one = turns.get(i);
            Turn best = turns.get(least);
            for (int c = 0; c < state.length; c++) {
                int difference = one.local(state, c) - best.local(state, c);
                if (difference != 0) {
                    least = difference < 0 ? i : least;
                    break;
                }
            }
        }
        return least;
    }
}
