package org.cspcheck.explorer.symmetry;

import java.util.Arrays;
import java.util.List;

/**
 * Blocks of components any two of which can be swapped. What else a swap moves are local states of <em>onlookers</em>, components that stay where they
 * are but know the blocks apart: a server that is busy with one of its clients.
 *
 * <p>Blocks are sorted by their local states, told in the numbers of the first block, and by how each onlooker sees them. How an onlooker in
 * a local state sees a block is the orbit of the two under all swaps, so sorting undoes whatever swaps have done.
 */
final class Interchange {
    /** The components of each block, those that correspond at the same place. */
    private final int[][] blocks;

    /** For each block and place the local states in the numbers of the first block, and the way back. */
    private final int[][][] toFirst;

    private final int[][][] fromFirst;
    private final int[] onlookers;
    private final List<int[]> automorphisms;

    /** For each onlooker and each block, how its local states move when that block is swapped with the first. */
    private final int[][][] swaps;

    /** For each onlooker, how it sees each block: at {@code local * blocks + block}. */
    private final int[][] views;

    private Interchange(int[][] blocks, int[][][] toFirst, int[][][] fromFirst, int[] onlookers, int[][][] swaps, int[][] views, List<int[]> automorphisms) {
        this.automorphisms = automorphisms;
        this.blocks = blocks;
        this.toFirst = toFirst;
        this.fromFirst = fromFirst;
        this.onlookers = onlookers;
        this.swaps = swaps;
        this.views = views;
    }

    /** More are not worth their memory. */
    private static final long MOST_VIEWS = 1 << 22;

    /**
     * {@return the interchange of some blocks; null if its onlookers see too much}
     *
     * @param automorphisms for each block but the first, one that swaps the two and leaves the other blocks alone
     */
    static Interchange of(Structure structure, int[][] blocks, List<int[]> automorphisms) {
        int count = blocks.length;
        int width = blocks[0].length;
        int[][][] toFirst = new int[count][width][];
        int[][][] fromFirst = new int[count][width][];
        for (int place = 0; place < width; place++) {
            toFirst[0][place] = identity(structure.network.states(blocks[0][place]));
            fromFirst[0][place] = toFirst[0][place];
            for (int b = 1; b < count; b++) {
                toFirst[b][place] = locals(structure, automorphisms.get(b - 1), blocks[b][place]);
                fromFirst[b][place] = locals(structure, automorphisms.get(b - 1), blocks[0][place]);
            }
        }
        int[] onlookers = java.util.stream.IntStream.range(0, structure.components)
                .filter(c -> automorphisms.stream().anyMatch(image -> image[c] == c && !isStill(structure, image, c)))
                .toArray();
        int[][][] swaps = new int[onlookers.length][count][];
        int[][] views = new int[onlookers.length][];
        long size = 0;
        for (int o = 0; o < onlookers.length; o++) {
            size += (long) structure.network.states(onlookers[o]) * count;
            if (size > MOST_VIEWS) {
                return null;
            }
            for (int b = 1; b < count; b++) {
                swaps[o][b] = locals(structure, automorphisms.get(b - 1), onlookers[o]);
            }
            views[o] = views(swaps[o], structure.network.states(onlookers[o]));
        }
        return new Interchange(blocks, toFirst, fromFirst, onlookers, swaps, views, automorphisms);
    }

    private static int[] identity(int n) {
        return java.util.stream.IntStream.range(0, n).toArray();
    }

    /** {@return where an automorphism maps the local states of a component, in the numbers of the component it maps it to} */
    static int[] locals(Structure structure, int[] image, int component) {
        int from = structure.localsFrom[component];
        int to = structure.localsFrom[image[component]];
        int[] locals = new int[structure.localsFrom[component + 1] - from];
        for (int local = 0; local < locals.length; local++) {
            locals[local] = image[from + local] - to;
        }
        return locals;
    }

    private static boolean isStill(Structure structure, int[] image, int component) {
        for (int v = structure.localsFrom[component]; v < structure.localsFrom[component + 1]; v++) {
            if (image[v] != v) {
                return false;
            }
        }
        return true;
    }

    /** The orbits of pairs of a local state and a block, each known by its least pair. */
    private static int[] views(int[][] swaps, int locals) {
        int blocks = swaps.length;
        int[] least = identity(locals * blocks);
        for (int b = 1; b < blocks; b++) {
            for (int local = 0; local < locals; local++) {
                for (int block = 0; block < blocks; block++) {
                    int swapped = block == 0 ? b : block == b ? 0 : block;
                    join(least, local * blocks + block, swaps[b][local] * blocks + swapped);
                }
            }
        }
        for (int pair = 0; pair < least.length; pair++) {
            least[pair] = find(least, pair);
        }
        return least;
    }

    private static int find(int[] least, int pair) {
        int at = pair;
        while (least[at] != at) {
            least[at] = least[least[at]];
            at = least[at];
        }
        return at;
    }

    private static void join(int[] least, int one, int other) {
        int a = find(least, one);
        int b = find(least, other);
        least[Math.max(a, b)] = Math.min(a, b);
    }

    /** {@return the number of components of each block} */
    int width() {
        return blocks[0].length;
    }

    /** {@return for each block but the first an automorphism that swaps the two} */
    List<int[]> swaps() {
        return automorphisms;
    }

    /** {@return whether an onlooker of the other is in a block here that does not hold the other altogether} */
    boolean isMovedBy(Interchange other) {
        for (int[] block : blocks) {
            boolean looks = Arrays.stream(other.onlookers).anyMatch(onlooker -> contains(block, onlooker));
            if (looks && !Arrays.stream(other.blocks).flatMapToInt(Arrays::stream).allMatch(c -> contains(block, c))) {
                return true;
            }
        }
        return false;
    }

    private static boolean contains(int[] block, int component) {
        return Arrays.stream(block).anyMatch(c -> c == component);
    }

    /** {@return what sorts states} Not safe for use by several threads. */
    Sorting sorting() {
        return new Sorting();
    }

    /** Sorts the blocks of one state after the other. */
    final class Sorting {
        private final int width = blocks[0].length;
        private final int[][] content = new int[blocks.length][width + onlookers.length];

        /** Which block goes to each place. */
        private final int[] order = new int[blocks.length];

        private final int[] place = new int[blocks.length];
        private final int[] at = new int[blocks.length];

        void sort(int[] locals) {
            for (int b = 0; b < blocks.length; b++) {
                look(b, locals);
                order[b] = b;
            }
            if (arrange()) {
                move(locals);
            }
        }

        /** {@return which block the last call moved to each place} */
        int[] order() {
            return order.clone();
        }

        /** Takes back from any state what was done with this order. */
        void undo(int[] orderDone, int[] locals) {
            for (int p = 0; p < order.length; p++) {
                look(p, locals);
                order[orderDone[p]] = p;
            }
            move(locals);
        }

        private void move(int[] locals) {
            for (int p = 0; p < blocks.length; p++) {
                for (int i = 0; i < width; i++) {
                    locals[blocks[p][i]] = fromFirst[p][i][content[order[p]][i]];
                }
            }
            if (onlookers.length > 0) {
                tellOnlookers(locals);
            }
        }

        private void look(int block, int[] locals) {
            for (int i = 0; i < width; i++) {
                content[block][i] = toFirst[block][i][locals[blocks[block][i]]];
            }
            for (int o = 0; o < onlookers.length; o++) {
                content[block][width + o] = views[o][locals[onlookers[o]] * blocks.length + block];
            }
        }

        /** Sorts by insertion: most states come from sorted ones. {@return whether something moves} */
        private boolean arrange() {
            boolean moves = false;
            for (int p = 1; p < order.length; p++) {
                int block = order[p];
                int to = p;
                while (to > 0 && Arrays.compare(content[order[to - 1]], content[block]) > 0) {
                    order[to] = order[to - 1];
                    to--;
                }
                order[to] = block;
                moves |= to != p;
            }
            return moves;
        }

        /** The same permutation as swaps with the first block, for those who look on. */
        private void tellOnlookers(int[] locals) {
            for (int p = 0; p < order.length; p++) {
                place[order[p]] = p;
                at[p] = p;
            }
            for (int next = 1; next < order.length; ) {
                int target = place[at[0]];
                if (target == 0) {
                    while (next < order.length && place[at[next]] == next) {
                        next++;
                    }
                    target = next;
                }
                if (target < order.length) {
                    int block = at[target];
                    at[target] = at[0];
                    at[0] = block;
                    for (int o = 0; o < onlookers.length; o++) {
                        locals[onlookers[o]] = swaps[o][target][locals[onlookers[o]]];
                    }
                }
            }
        }
    }
}
