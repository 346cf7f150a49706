package org.cspcheck.explorer.symmetry;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Looks for automorphisms: first components that can be swapped, then, among those that cannot, components that can be turned into each other. */
final class Detection {
    /** So many attempts in vain at components that look alike. */
    private static final int PATIENCE = 4;

    private final Structure structure;
    private final Colours colours;
    private final Matching matching;
    private final long[] base;
    private final List<Interchange> interchanges = new ArrayList<>();
    private final List<int[]> generators = new ArrayList<>();
    /** Blocks, as sets of components. */
    private final Set<Set<Integer>> interchanged = new HashSet<>();

    /** For each component one that it can be mapped to, in the end the same for all of them. */
    private final int[] orbit;

    private Detection(Structure structure) {
        this.structure = structure;
        this.colours = new Colours(structure);
        this.matching = new Matching(structure, colours);
        this.base = colours.first();
        this.orbit = IntStream.range(0, structure.components).toArray();
    }

    static Symmetry of(Structure structure) {
        return new Detection(structure).symmetry();
    }

    private Symmetry symmetry() {
        Collection<List<Integer>> alike = alike();
        alike.forEach(this::interchange);
        interchanges.sort(Comparator.comparingInt(Interchange::width)); // what is inside a block is sorted before the blocks are
        Turns turns = untangled();
        for (List<Integer> components : alike) {
            turns = turn(components, turns);
        }
        var automorphisms = new ArrayList<>(generators);
        interchanges.forEach(interchange -> automorphisms.addAll(interchange.swaps()));
        return new Symmetry(interchanges, turns, automorphisms);
    }

    /** Interchanges that get into each other's way are turned into turns, if these are not too many. */
    private Turns untangled() {
        Turns turns = Turns.none(structure);
        for (Interchange tangled : interchanges.stream().filter(this::isInTheWay).toList()) {
            Turns more = extended(tangled.swaps());
            if (more != null) {
                turns = more;
                interchanges.remove(tangled);
                generators.addAll(tangled.swaps());
            }
        }
        return turns;
    }

    /** {@return whether it moves local states in the blocks of another one, unless it is inside such a block} */
    private boolean isInTheWay(Interchange interchange) {
        return interchanges.stream().filter(other -> other != interchange).anyMatch(other -> other.isMovedBy(interchange));
    }

    /** Components of one colour, where there are several. */
    private Collection<List<Integer>> alike() {
        Map<Long, List<Integer>> alike = new LinkedHashMap<>();
        for (int c = 0; c < structure.components; c++) {
            alike.computeIfAbsent(base[c], colour -> new ArrayList<>()).add(c);
        }
        return alike.values().stream().filter(components -> components.size() > 1).toList();
    }

    private void interchange(List<Integer> components) {
        var left = new ArrayList<>(components);
        int failures = 0;
        while (left.size() > 1 && failures < PATIENCE && !colours.isExhausted()) {
            int first = left.removeFirst();
            if (interchanged.contains(Set.of(first))) {
                continue;
            }
            List<int[]> swaps = new ArrayList<>();
            int vain = 0;
            for (int i = 0; i < left.size() && vain < PATIENCE; i++) {
                int[] swap = swap(first, left.get(i));
                vain = swap == null ? vain + 1 : 0;
                if (swap != null) {
                    swaps.add(swap);
                }
            }
            failures += swaps.isEmpty() ? 1 : 0;
            new TreeMap<>(swaps.stream().collect(groupingBy(swap -> moved(swap).length))).values().forEach(this::interchangeAll);
        }
    }

    /** {@return an automorphism that swaps two components and is its own inverse; null if none was found} */
    private int[] swap(int one, int other) {
        int[] image = matching.between(colours.painted(base, one, other), colours.painted(base, other, one), true);
        return image != null && IntStream.range(0, image.length).allMatch(v -> image[image[v]] == v) ? image : null;
    }

    /** Makes an interchange of swaps of the same number of components, as far as they fit together; the others may serve as turns. */
    private void interchangeAll(List<int[]> swaps) {
        int[] block = block(swaps);
        List<int[]> fitting = new ArrayList<>();
        List<int[]> blocks = new ArrayList<>();
        boolean[] taken = new boolean[structure.components];
        blocks.add(block);
        Arrays.stream(block).forEach(c -> taken[c] = true);
        for (int[] swap : swaps) {
            int[] other = Arrays.stream(block).map(c -> swap[c]).toArray();
            if (moved(swap).length == 2 * block.length && Arrays.stream(other).noneMatch(c -> taken[c])) {
                fitting.add(swap);
                blocks.add(other);
                Arrays.stream(other).forEach(c -> taken[c] = true);
            }
        }
        fitting.removeIf(swap -> !leavesAlone(swap, taken));
        blocks.removeIf(other -> other != block && fitting.stream().noneMatch(swap -> swap[block[0]] == other[0]));
        List<Set<Integer>> members = blocks.stream().map(b -> Arrays.stream(b).boxed().collect(toSet())).toList();
        if (fitting.isEmpty() || interchanged.containsAll(members)) {
            return;
        }
        Interchange made = Interchange.of(structure, blocks.toArray(int[][]::new), fitting);
        if (made != null) {
            interchanges.add(made);
            interchanged.addAll(members);
            fitting.forEach(this::join);
        }
    }

    /** The components that the first block must consist of: those that every swap moves, or of a single swap half of what it moves. */
    private int[] block(List<int[]> swaps) {
        int[] some = swaps.getFirst();
        return swaps.size() == 1
                ? Arrays.stream(moved(some)).filter(c -> c < some[c]).toArray()
                : Arrays.stream(moved(some)).filter(c -> swaps.stream().allMatch(swap -> swap[c] != c)).toArray();
    }

    private int[] moved(int[] image) {
        return IntStream.range(0, structure.components).filter(c -> image[c] != c).toArray();
    }

    /** {@return whether no local state moves in the blocks that are not swapped} */
    private boolean leavesAlone(int[] swap, boolean[] blocks) {
        for (int c = 0; c < structure.components; c++) {
            for (int v = structure.localsFrom[c]; blocks[c] && swap[c] == c && v < structure.localsFrom[c + 1]; v++) {
                if (swap[v] != v) {
                    return false;
                }
            }
        }
        return true;
    }

    private Turns turn(List<Integer> components, Turns known) {
        Turns turns = known;
        int first = components.getFirst();
        int vain = 0;
        for (int i = 1; i < components.size() && vain < PATIENCE && !colours.isExhausted(); i++) {
            int other = components.get(i);
            if (find(first) == find(other)) {
                continue;
            }
            int[] image = matching.between(colours.painted(base, first), colours.painted(base, other), false);
            Turns more = image == null ? null : extended(List.of(image));
            vain += more == null ? 1 : 0;
            if (more != null) {
                turns = more;
                generators.add(image);
                join(image);
            }
        }
        return turns;
    }

    private Turns extended(List<int[]> images) {
        var all = new ArrayList<>(generators);
        all.addAll(images);
        return Turns.generated(structure, all);
    }

    private void join(int[] image) {
        for (int c = 0; c < structure.components; c++) {
            orbit[find(c)] = find(image[c]);
        }
    }

    private int find(int component) {
        int at = component;
        while (orbit[at] != at) {
            at = orbit[at];
        }
        return at;
    }
}
