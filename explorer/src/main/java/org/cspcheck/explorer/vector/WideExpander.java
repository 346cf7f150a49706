package org.cspcheck.explorer.vector;

import org.cspcheck.explorer.system.Commutation;
import org.cspcheck.explorer.system.Successors;
import org.cspcheck.explorer.system.TransitionSystem;
import org.cspcheck.explorer.vector.RuleTable.Join;

/** Steps of states of several words. */
final class WideExpander implements TransitionSystem.Expander {
    private final RuleTable table;
    private final int words;
    private final long[] target;

    WideExpander(RuleTable table) {
        this.table = table;
        this.words = table.packing.words();
        this.target = new long[words];
    }

    @Override
    public void expand(long[] states, int count, Successors out) {
        out.clear();
        for (int i = 0; i < count; i++) {
            for (int component : table.leaders) {
                int key = table.base[component] + table.packing.local(states, i * words, component);
                move(states, i * words, key, out);
                join(states, i * words, key, out);
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

    private void join(long[] states, int at, int key, Successors out) {
        for (int p = table.joinsFrom[key], end = table.joinsFrom[key + 1]; p < end; p++) {
            Join join = table.joins[p];
            System.arraycopy(states, at, target, 0, words);
            target[join.word()] ^= join.difference();
            join(states, at, join, 0, out);
        }
    }

    private void join(long[] states, int at, Join join, int partner, Successors out) {
        if (partner == join.others().length) {
            out.add(join.event(), target, 0);
            return;
        }
        Offers offers = join.others()[partner];
        int row = offers.row(states[at + offers.word]);
        if (row >= 0) {
            for (int step = offers.from(row); step < offers.to(row); step++) {
                target[offers.word] ^= offers.difference(step);
                join(states, at, join, partner + 1, out);
                target[offers.word] ^= offers.difference(step);
            }
        }
    }
}
