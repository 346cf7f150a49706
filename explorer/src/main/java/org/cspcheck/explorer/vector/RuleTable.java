package org.cspcheck.explorer.vector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cspcheck.explorer.system.Commutation;
import org.cspcheck.explorer.vector.Rules.Rule;
import org.cspcheck.model.event.Event;

/**
 * The rules of a network, filed where a search looks for them.
 *
 * <p>One partner of each rule leads it: for each of the leader's steps with its label there is an entry under the local state where the step
 * begins. The leader is the partner that makes us look in vain least often. An entry is a <em>move</em>, which carries all it needs of
 * the other partners as a mask and a value to compare with and the bits to change; or, where the partners can agree in many ways, a
 * <em>join</em>, which looks their steps up.
 *
 * <p>A move takes one word of event and number of touched words (the latter shifted by 32), then for each touched word its index, mask, value
 * and change. In systems of one word the number and the index are left out: event, mask, value, change; in systems of two both words are
 * always there: event, mask, value, change of the first, mask, value, change of the second, 0.
 */
final class RuleTable {
    /** More combinations than this make a join. */
    private static final int FEW = 4;

    /** What a move takes in systems of two words. */
    static final int PAIR = 8;

    /** A rule whose partners are looked up: what the leader changes, and in which word. */
    record Join(int event, int word, long difference, Offers[] others) {}

    final Packing packing;

    /** Components that lead some rule, in the order of their keys, in which a state has its steps. */
    final int[] leaders;

    /** For each component the key of its state 0. */
    final int[] base;

    final long[] moves;

    /** Where to look for the moves of a state. */
    final Windows windows;

    /** For each key the beginning of its joins in {@link #joins}. */
    final int[] joinsFrom;

    final Join[] joins;

    /** No state has more moves to look at. */
    final int mostMoves;

    final boolean silent;

    /** Moves are numbered by a quarter of their place, rounded down. */
    final Commutation commutation;

    private RuleTable(Building building) {
        this.packing = building.packing;
        this.base = building.base;
        int keys = building.keys;
        int[] movesFrom = new int[keys + 1];
        this.moves = building.sortedMoves(movesFrom);
        this.joinsFrom = new int[keys + 1];
        this.joins = building.sortedJoins(joinsFrom);
        this.leaders = building.leaders(movesFrom, joinsFrom);
        this.mostMoves = building.mostMoves;
        this.silent = building.silent;
        this.commutation = building.commutation(movesFrom);
        this.windows = Windows.of(this, building.graphs.stream().mapToInt(LeafGraph::states).toArray(), movesFrom);
    }

    /** {@return how much of the moves the one at this place takes} */
    int length(int place) {
        return switch (packing.words()) {
            case 1 -> 4;
            case 2 -> PAIR;
            default -> 1 + 4 * (int) (moves[place] >>> 32);
        };
    }

    /** {@return the bits of a word of a state that the move at this place asks for} */
    long guard(int place, int word) {
        int at = touching(place, word);
        return at < 0 ? 0 : moves[at];
    }

    /** {@return what it wants them to be} */
    long value(int place, int word) {
        int at = touching(place, word);
        return at < 0 ? 0 : moves[at + 1];
    }

    private int touching(int place, int word) {
        if (packing.words() <= 2) {
            return place + 1 + 3 * word;
        }
        for (int at = place + 1; at < place + length(place); at += 4) {
            if (moves[at] == word) {
                return at + 1;
            }
        }
        return -1;
    }

    /** @param order the components in the order in which a state has the steps that they lead */
    static RuleTable of(Flattening network, List<Rule> rules, int[] order) {
        var building = new Building(network.graphs(), order);
        rules.forEach(building::file);
        return new RuleTable(building);
    }

    private static final class Building {
        private final List<LeafGraph> graphs;
        private final int[] order;
        private final Packing packing;
        private final int[] base;
        private final Map<Long, Offers> offers = new HashMap<>();
        private final Map<Long, Double> costs = new HashMap<>();
        private final List<Join> joins = new ArrayList<>();
        private int[] joinKeys = new int[16];
        private int[] moveKeys = new int[64];
        private int[] moveStarts = new int[64];
        private int moveCount;
        private long[] content = new long[256];
        private int filled;
        private int mostMoves;
        private boolean silent;
        private int keys;
        private long[] moveTouches = new long[64];

        private final long[] mask;
        private final long[] value;
        private final long[] change;

        Building(List<LeafGraph> graphs, int[] order) {
            this.graphs = graphs;
            this.order = order;
            this.packing = Packing.of(graphs);
            this.base = new int[graphs.size()];
            for (int c : order) {
                base[c] = keys;
                keys = Math.addExact(keys, graphs.get(c).states());
            }
            this.mask = new long[packing.words()];
            this.value = new long[packing.words()];
            this.change = new long[packing.words()];
        }

        void file(Rule rule) {
            int n = rule.components().length;
            int leader = 0;
            double cheapest = Double.MAX_VALUE;
            for (int p = 0; p < n; p++) {
                if (graphs.get(rule.components()[p]).count(rule.labels()[p]) == 0) {
                    return; // some partner never takes part
                }
                double cost = rule.labels()[p] == LeafGraph.DONE ? Double.MAX_VALUE : cost(rule.components()[p], rule.labels()[p]);
                if (cost < cheapest) {
                    cheapest = cost;
                    leader = p;
                }
            }
            long combinations = 1;
            for (int p = 0; p < n && combinations <= FEW; p++) {
                combinations *= p == leader ? 1 : graphs.get(rule.components()[p]).count(rule.labels()[p]);
            }
            silent |= rule.event() == Event.TAU;
            lead(rule, leader, combinations <= FEW);
        }

        /** How often a look at the label is expected for each state of the component: wide menus are costly to scan. */
        private double cost(int component, int label) {
            return costs.computeIfAbsent((long) component << 32 | label, key -> {
                LeafGraph graph = graphs.get(component);
                long looks = 0;
                for (int step : graph.steps(label)) {
                    int state = graph.source(step);
                    looks += graph.to(state) - graph.from(state);
                }
                return (double) looks / graph.states();
            });
        }

        private void lead(Rule rule, int leader, boolean few) {
            int component = rule.components()[leader];
            LeafGraph graph = graphs.get(component);
            Offers[] others = few ? null : others(rule, leader);
            int word = packing.word()[component];
            for (int step : graph.steps(rule.labels()[leader])) {
                int state = graph.source(step);
                long difference = packing.difference(component, state, graph.target(step));
                if (few) {
                    change[word] = difference;
                    combine(rule, leader, 0, base[component] + state);
                    change[word] = 0;
                } else {
                    join(base[component] + state, new Join(rule.event(), word, difference, others));
                }
            }
        }

        private Offers[] others(Rule rule, int leader) {
            return java.util.stream.IntStream.range(0, rule.components().length)
                    .filter(p -> p != leader)
                    .mapToObj(p -> offers(rule.components()[p], rule.labels()[p]))
                    .toArray(Offers[]::new);
        }

        private Offers offers(int component, int label) {
            return offers.computeIfAbsent(
                    (long) component << 32 | label & 0xffffffffL,
                    key -> new Offers(graphs.get(component), label, packing, component));
        }

        private void join(int key, Join join) {
            if (joins.size() == joinKeys.length) {
                joinKeys = Arrays.copyOf(joinKeys, 2 * joinKeys.length);
            }
            joinKeys[joins.size()] = key;
            joins.add(join);
        }

        /** Adds what each further partner needs and changes, in every combination, and files a move for each. */
        private void combine(Rule rule, int leader, int partner, int key) {
            if (partner == rule.components().length) {
                move(key, rule);
            } else if (partner == leader) {
                combine(rule, leader, partner + 1, key);
            } else {
                int component = rule.components()[partner];
                LeafGraph graph = graphs.get(component);
                if (rule.labels()[partner] == LeafGraph.DONE) {
                    partner(rule, leader, partner, key, graph.terminated(), graph.terminated());
                    return;
                }
                for (int step : graph.steps(rule.labels()[partner])) {
                    partner(rule, leader, partner, key, graph.source(step), graph.target(step));
                }
            }
        }

        private void partner(Rule rule, int leader, int partner, int key, int state, int target) {
            int component = rule.components()[partner];
            int word = packing.word()[component];
            int shift = packing.shift()[component];
            long difference = packing.difference(component, state, target);
            mask[word] |= packing.mask()[component] << shift;
            value[word] |= (long) state << shift;
            change[word] ^= difference;
            combine(rule, leader, partner + 1, key);
            mask[word] &= ~(packing.mask()[component] << shift);
            value[word] &= ~((long) state << shift);
            change[word] ^= difference;
        }

        private void move(int key, Rule rule) {
            if (moveCount == moveKeys.length) {
                moveKeys = Arrays.copyOf(moveKeys, 2 * moveCount);
                moveStarts = Arrays.copyOf(moveStarts, 2 * moveCount);
                moveTouches = Arrays.copyOf(moveTouches, 2 * moveCount);
            }
            moveKeys[moveCount] = key;
            for (int component : rule.components()) {
                moveTouches[moveCount] |= 1L << component;
            }
            moveStarts[moveCount++] = filled;
            switch (packing.words()) {
                case 1 -> put(rule.event(), mask[0], value[0], change[0]);
                case 2 -> put(rule.event(), mask[0], value[0], change[0], mask[1], value[1], change[1], 0);
                default -> putTouched(rule);
            }
        }

        private void putTouched(Rule rule) {
            int head = filled;
            put(rule.event());
            for (int w = 0; w < packing.words(); w++) {
                if ((mask[w] | change[w]) != 0) {
                    put(w, mask[w], value[w], change[w]);
                    content[head] += 1L << 32;
                }
            }
        }

        private void put(long... words) {
            if (filled + words.length > content.length) {
                content = Arrays.copyOf(content, Math.multiplyExact(2, content.length));
            }
            for (long word : words) {
                content[filled++] = word;
            }
        }

        /** The moves in the order of their keys; those of one key in the order of filing. */
        long[] sortedMoves(int[] from) {
            int[] counts = new int[from.length];
            for (int i = 0; i < moveCount; i++) {
                from[moveKeys[i] + 1] += length(i);
                counts[moveKeys[i]]++;
            }
            for (int key = 1; key < from.length; key++) {
                from[key] += from[key - 1];
            }
            long[] sorted = new long[filled];
            int[] next = from.clone();
            for (int i = 0; i < moveCount; i++) {
                System.arraycopy(content, moveStarts[i], sorted, next[moveKeys[i]], length(i));
                next[moveKeys[i]] += length(i);
            }
            for (int c = 0; c < base.length; c++) {
                mostMoves += Arrays.stream(counts, base[c], base[c] + graphs.get(c).states()).max().orElse(0);
            }
            return sorted;
        }

        private boolean has(int[] from, int component) {
            return from[base[component]] < from[base[component] + graphs.get(component).states()];
        }

        /** What each move touches, filed as the moves are. */
        Commutation commutation(int[] from) {
            long[] touched = new long[filled / 4 + 1];
            int[] next = from.clone();
            for (int i = 0; i < moveCount; i++) {
                touched[next[moveKeys[i]] / 4] = moveTouches[i];
                next[moveKeys[i]] += length(i);
            }
            return new Commutation(touched);
        }

        private int length(int move) {
            return (move + 1 < moveCount ? moveStarts[move + 1] : filled) - moveStarts[move];
        }

        Join[] sortedJoins(int[] from) {
            for (int i = 0; i < joins.size(); i++) {
                from[joinKeys[i] + 1]++;
            }
            for (int key = 1; key < from.length; key++) {
                from[key] += from[key - 1];
            }
            Join[] sorted = new Join[joins.size()];
            int[] next = from.clone();
            for (int i = 0; i < joins.size(); i++) {
                sorted[next[joinKeys[i]]++] = joins.get(i);
            }
            return sorted;
        }

        int[] leaders(int[] movesFrom, int[] joinsFrom) {
            return Arrays.stream(order)
                    .filter(c -> has(movesFrom, c) || has(joinsFrom, c))
                    .toArray();
        }
    }
}
