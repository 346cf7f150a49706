package org.cspcheck.explorer.vector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cspcheck.explorer.vector.Rules.Rule;

/**
 * What is chased in one part of a network: its internal moves, in the order in which a chase takes them.
 *
 * <p>A move is a rule with one step for each partner. Of two that are possible in one state, the one goes first whose partners, and of these the steps in
 * their graphs, come first; where the one's partners are all among the first of the other's, the end of a group goes before more of it. That is
 * the order of {@link org.cspcheck.model.process.FiringRules#inOrder}, so the states that are reached are the same.
 */
final class Chasing {
    /** After so many internal steps in a row it is time to see whether they go round in a circle. */
    private static final int MANY = 4096;

    /** A partner's step. */
    private record Turn(int component, int step, int from, int to) {}

    private final Packing packing;
    private final Turn[][] moves;

    /** The components that take part in a move. */
    private final int[] components;

    /** For each component its place in {@link #waiting}, and there for each local state the moves that need it. */
    private final int[][][] waiting;

    private Chasing(Packing packing, Turn[][] moves, int components, List<LeafGraph> graphs) {
        this.packing = packing;
        this.moves = moves;
        this.components = Arrays.stream(moves).flatMap(Arrays::stream).mapToInt(Turn::component).sorted().distinct().toArray();
        this.waiting = new int[components][][];
        for (int component : this.components) {
            waiting[component] = new int[graphs.get(component).states()][];
            Arrays.fill(waiting[component], new int[0]);
        }
        for (int move = 0; move < moves.length; move++) {
            for (Turn turn : moves[move]) {
                int[] others = waiting[turn.component][turn.from];
                waiting[turn.component][turn.from] = Arrays.copyOf(others, others.length + 1);
                waiting[turn.component][turn.from][others.length] = move;
            }
        }
    }

    /**
     * {@return what is chased by these rules}
     *
     * @param paths for each component its place in the groups of the network, from the outermost
     */
    static Chasing of(List<Rule> rules, List<LeafGraph> graphs, Packing packing, int[][] paths) {
        var moves = new ArrayList<Turn[]>();
        for (Rule rule : rules) {
            combine(rule, graphs, 0, new ArrayList<>(), moves);
        }
        moves.sort(order(paths));
        return new Chasing(packing, moves.toArray(Turn[][]::new), graphs.size(), graphs);
    }

    private static void combine(Rule rule, List<LeafGraph> graphs, int partner, List<Turn> chosen, List<Turn[]> moves) {
        if (partner == rule.components().length) {
            moves.add(chosen.toArray(Turn[]::new));
            Rules.guard(moves);
            return;
        }
        int component = rule.components()[partner];
        LeafGraph graph = graphs.get(component);
        if (rule.labels()[partner] == LeafGraph.DONE) {
            chosen.add(new Turn(component, -1, graph.terminated(), graph.terminated()));
            combine(rule, graphs, partner + 1, chosen, moves);
            chosen.removeLast();
            return;
        }
        for (int step : graph.steps(rule.labels()[partner])) {
            chosen.add(new Turn(component, step, graph.source(step), graph.target(step)));
            combine(rule, graphs, partner + 1, chosen, moves);
            chosen.removeLast();
        }
    }

    private static Comparator<Turn[]> order(int[][] paths) {
        return (one, other) -> {
            int[][] mine = partners(one);
            int[][] theirs = partners(other);
            for (int i = 0; i < mine.length || i < theirs.length; i++) {
                int order = next(paths, mine, theirs, i);
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        };
    }

    /** Component and step of those that move. */
    private static int[][] partners(Turn[] move) {
        return Arrays.stream(move)
                .filter(turn -> turn.step >= 0)
                .sorted(Comparator.comparingInt(Turn::component))
                .map(turn -> new int[] {turn.component, turn.step})
                .toArray(int[][]::new);
    }

    private static int next(int[][] paths, int[][] mine, int[][] theirs, int at) {
        if (at >= mine.length || at >= theirs.length) {
            return Integer.compare(mine.length, theirs.length);
        }
        if (mine[at][0] == theirs[at][0]) {
            return Integer.compare(mine[at][1], theirs[at][1]);
        }
        if (at > 0) {
            int[] before = paths[mine[at - 1][0]];
            int depth = Arrays.mismatch(before, paths[mine[at][0]]);
            int against = Arrays.mismatch(before, paths[theirs[at][0]]);
            if (depth != against) {
                return Integer.compare(depth, against);
            }
        }
        return Integer.compare(mine[at][0], theirs[at][0]);
    }

    /** {@return the first move that is possible; -1 if there is none} */
    int first(long[] states, int at) {
        for (int move = 0; move < moves.length; move++) {
            if (isPossible(move, states, at)) {
                return move;
            }
        }
        return -1;
    }

    private boolean isPossible(int move, long[] states, int at) {
        for (Turn turn : moves[move]) {
            if (packing.local(states, at, turn.component) != turn.from) {
                return false;
            }
        }
        return true;
    }

    void take(int move, long[] states, int at) {
        for (Turn turn : moves[move]) {
            states[at + packing.word()[turn.component]] ^= packing.difference(turn.component, turn.from, turn.to);
        }
    }

    /** Takes moves until none is left, or to the first state of the circle in which they go for ever. */
    void chase(long[] states, int at) {
        Set<List<Long>> met = new HashSet<>();
        while (met.add(Arrays.stream(states, at, at + packing.words()).boxed().toList())) {
            int move = first(states, at);
            if (move < 0) {
                return;
            }
            take(move, states, at);
        }
    }

    /** Chases states that have just been reached; for one thread. */
    final class Pursuit {
        /** Moves that may be possible, a bit for each: all that are, while a state is chased, and none before and after. */
        private final long[] pending = new long[(moves.length + 63) / 64];

        private final long[] start = new long[packing.words()];

        /** Does the same as {@link #chase} to a state that was reached by a step of one in which nothing was left to chase. */
        void chase(long[] source, int from, long[] states, int at) {
            for (int component : components) {
                int local = packing.local(states, at, component);
                if (local != packing.local(source, from, component)) {
                    awake(component, local);
                }
            }
            System.arraycopy(states, at, start, 0, start.length);
            for (int count = 0; count < MANY; ) {
                int move = next();
                if (move < 0) {
                    return;
                }
                if (isPossible(move, states, at)) {
                    take(move, states, at);
                    count++;
                    for (Turn turn : moves[move]) {
                        awake(turn.component, turn.to);
                    }
                }
            }
            Arrays.fill(pending, 0);
            System.arraycopy(start, 0, states, at, start.length);
            Chasing.this.chase(states, at);
        }

        private void awake(int component, int local) {
            for (int move : waiting[component][local]) {
                pending[move >> 6] |= 1L << move;
            }
        }

        private int next() {
            for (int w = 0; w < pending.length; w++) {
                if (pending[w] != 0) {
                    int move = 64 * w + Long.numberOfTrailingZeros(pending[w]);
                    pending[w] &= pending[w] - 1;
                    return move;
                }
            }
            return -1;
        }
    }
}
