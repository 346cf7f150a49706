package org.cspcheck.explorer.vector;

import org.cspcheck.explorer.system.Successors;
import org.cspcheck.explorer.vector.RuleTable.Join;

/** Steps by joins, of states of several words. */
final class Joining {
    private final RuleTable table;
    private final int words;
    private final long[] target;

    Joining(RuleTable table) {
        this.table = table;
        this.words = table.packing.words();
        this.target = new long[words];
    }

    /** Adds the steps of a state. */
    void join(long[] states, int at, Successors out) {
        if (table.joins.length == 0) {
            return;
        }
        for (int component : table.leaders) {
            join(states, at, table.base[component] + table.packing.local(states, at, component), out);
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
