package org.cspcheck.explorer.vector;

import org.cspcheck.explorer.system.Commutation;
import org.cspcheck.explorer.system.Successors;
import org.cspcheck.explorer.system.TransitionSystem;

/** Steps of states of more than two words. */
final class WideExpander implements TransitionSystem.Expander {
    private final RuleTable table;
    private final int words;
    private final Joining joining;

    WideExpander(RuleTable table) {
        this.table = table;
        this.words = table.packing.words();
        this.joining = new Joining(table);
    }

    @Override
    public void expand(long[] states, int count, Successors out) {
        out.clear();
        for (int i = 0; i < count; i++) {
            for (int component : table.leaders) {
                int key = table.base[component] + table.packing.local(states, i * words, component);
                move(states, i * words, key, out);
                joining.join(states, i * words, key, out);
            }
            out.endState();
        }
    }

    private void move(long[] states, int at, int key, Successors out) {
        long[] moves = table.moves;
        for (int p = table.movesFrom[key], end = table.movesFrom[key + 1]; p < end; ) {
            int touched = (int) (moves[p] >>> 32);
            int next = p + 1 + 4 * touched;
            boolean possible = true;
            for (int t = p + 1; t < next && possible; t += 4) {
                possible = (states[at + (int) moves[t]] & moves[t + 1]) == moves[t + 2];
            }
            if (possible) {
                int to = out.count * words;
                out.add((int) moves[p], states, at);
                out.moves[out.count - 1] = Commutation.step(p >> 2);
                for (int t = p + 1; t < next; t += 4) {
                    out.states[to + (int) moves[t]] ^= moves[t + 3];
                }
            }
            p = next;
        }
    }
}
