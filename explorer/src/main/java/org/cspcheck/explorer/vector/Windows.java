package org.cspcheck.explorer.vector;

import java.util.Arrays;

/**
 * Moves by the local states of several leaders at once.
 *
 * <p>A window is a range of bits of one word of a state, in which leaders that follow one another have their local states. For each content it lists
 * the moves of these leaders, leader after leader, less those that want something else of the components in the window. So whoever goes through the
 * windows meets the possible moves in the same order as leader by leader, by fewer loops whose length cannot be foretold, and with fewer moves in
 * vain.
 *
 * @param word for each window its word
 * @param shift for each window the first of its bits
 * @param mask for each window as many bits as it has
 * @param base for each window the key of its content 0
 * @param from for each key the beginning of its list in {@code places}
 * @param places where in {@link RuleTable#moves} the moves stand
 */
record Windows(int[] word, int[] shift, long[] mask, int[] base, int[] from, int[] places) {
    private static final int MOST_BITS = 8;

    /** Longer lists, those of all contents of a window together, would not stay in the nearest cache. */
    private static final int MOST_LISTED = 1 << 12;

    /**
     * @param states of each component
     * @param movesFrom for each key of a leader's local state the beginning of its moves
     */
    static Windows of(RuleTable table, int[] states, int[] movesFrom) {
        return new Building(table, states, movesFrom).windows();
    }

    int count() {
        return base.length;
    }

    /** {@return the key of what a window shows of its word} */
    int key(int window, long content) {
        return base[window] + (int) (content >>> shift[window] & mask[window]);
    }

    private static final class Building {
        private final RuleTable table;
        private final int[] states;
        private final int[] movesFrom;
        private final int[] word;
        private final int[] shift;
        private final long[] mask;
        private final int[] base;
        private int[] from = new int[16];
        private int[] places = new int[16];
        private int count;
        private int keys;
        private int listed;

        Building(RuleTable table, int[] states, int[] movesFrom) {
            int n = table.leaders.length;
            this.table = table;
            this.states = states;
            this.movesFrom = movesFrom;
            this.word = new int[n];
            this.shift = new int[n];
            this.mask = new long[n];
            this.base = new int[n];
        }

        Windows windows() {
            for (int first = 0; first < table.leaders.length; ) {
                first = add(first);
            }
            from[keys] = listed;
            return new Windows(
                    Arrays.copyOf(word, count),
                    Arrays.copyOf(shift, count),
                    Arrays.copyOf(mask, count),
                    Arrays.copyOf(base, count),
                    Arrays.copyOf(from, keys + 1),
                    Arrays.copyOf(places, listed));
        }

        /** Adds a window that begins with this leader; {@return the first leader after it} */
        private int add(int first) {
            Packing packing = table.packing;
            int leader = table.leaders[first];
            int low = packing.shift()[leader];
            int high = low + width(leader);
            int most = mostMoves(leader);
            int after = first + 1;
            for (; after < table.leaders.length; after++) {
                int next = table.leaders[after];
                int lower = Math.min(low, packing.shift()[next]);
                int higher = Math.max(high, packing.shift()[next] + width(next));
                int more = most + mostMoves(next);
                if (packing.word()[next] != packing.word()[leader] || higher - lower > MOST_BITS || (long) more << higher - lower > MOST_LISTED) {
                    break;
                }
                low = lower;
                high = higher;
                most = more;
            }
            word[count] = packing.word()[leader];
            shift[count] = low;
            mask[count] = (1L << high - low) - 1;
            base[count] = keys;
            int contents = after == first + 1 ? states[leader] : 1 << high - low;
            for (int content = 0; content < contents; content++) {
                list(first, after, content);
            }
            count++;
            return after;
        }

        private int width(int component) {
            return Long.bitCount(table.packing.mask()[component]);
        }

        private int mostMoves(int leader) {
            int most = 0;
            for (int key = table.base[leader]; key < table.base[leader] + states[leader]; key++) {
                most = Math.max(most, (movesFrom[key + 1] - movesFrom[key]) / 4);
            }
            return most;
        }

        private void list(int first, int after, int content) {
            if (keys + 1 >= from.length) {
                from = Arrays.copyOf(from, 2 * from.length);
            }
            from[keys++] = listed;
            long there = (long) content << shift[count];
            long window = mask[count] << shift[count];
            for (int i = first; i < after; i++) {
                int leader = table.leaders[i];
                long local = there >>> table.packing.shift()[leader] & table.packing.mask()[leader];
                if (local < states[leader]) {
                    int key = table.base[leader] + (int) local;
                    for (int place = movesFrom[key]; place < movesFrom[key + 1]; place += table.length(place)) {
                        if (((there ^ table.value(place, word[count])) & table.guard(place, word[count]) & window) == 0) {
                            list(place);
                        }
                    }
                }
            }
        }

        private void list(int place) {
            if (listed == places.length) {
                places = Arrays.copyOf(places, Math.multiplyExact(2, listed));
            }
            places[listed++] = place;
        }
    }
}
