package org.cspcheck.explorer.vector;

import org.cspcheck.explorer.system.Commutation;
import org.cspcheck.explorer.system.Successors;
import org.cspcheck.explorer.system.TransitionSystem;
import org.cspcheck.explorer.vector.RuleTable.Join;

/** Steps of states that fit one word. */
final class NarrowExpander implements TransitionSystem.Expander {
    private final RuleTable table;
    private final int[] shift;
    private final int[] mask;
    private final int[] base;
    private final boolean joins;

    NarrowExpander(RuleTable table) {
        this.table = table;
        int n = table.leaders.length;
        this.shift = new int[n];
        this.mask = new int[n];
        this.base = new int[n];
        for (int i = 0; i < n; i++) {
            int component = table.leaders[i];
            shift[i] = table.packing.shift()[component];
            mask[i] = (int) table.packing.mask()[component];
            base[i] = table.base[component];
        }
        this.joins = table.joins.length > 0;
    }

    @Override
    public void expand(long[] states, int count, Successors out) {
        out.clear();
        for (int i = 0; i < count; i++) {
            move(states[i], out);
            if (joins) {
                join(states[i], out);
            }
            out.endState();
        }
    }

    private void move(long state, Successors out) {
        out.ensure(table.mostMoves + 1);
        long[] moves = table.moves;
        int[] from = table.movesFrom;
        long[] targets = out.states;
        int[] events = out.events;
        int[] steps = out.moves;
        int n = out.count;
        for (int c = 0; c < base.length; c++) {
            int key = base[c] + ((int) (state >>> shift[c]) & mask[c]);
            for (int p = from[key], end = from[key + 1]; p < end; p += 4) {
                events[n] = (int) moves[p];
                steps[n] = Commutation.step(p >> 2);
                targets[n] = state ^ moves[p + 3];
                long other = state & moves[p + 1] ^ moves[p + 2];
                n += 1 - (int) ((other | -other) >>> 63);
            }
        }
        out.count = n;
    }

    private void join(long state, Successors out) {
        for (int c = 0; c < base.length; c++) {
            int key = base[c] + ((int) (state >>> shift[c]) & mask[c]);
            for (int p = table.joinsFrom[key], end = table.joinsFrom[key + 1]; p < end; p++) {
                Join join = table.joins[p];
                join(state, join, 0, state ^ join.difference(), out);
            }
        }
    }

    private void join(long state, Join join, int partner, long target, Successors out) {
        if (partner == join.others().length) {
            out.add(join.event(), target);
            return;
        }
        Offers offers = join.others()[partner];
        int row = offers.row(state);
        if (row >= 0) {
            for (int step = offers.from(row); step < offers.to(row); step++) {
                join(state, join, partner + 1, target ^ offers.difference(step), out);
            }
        }
    }
}
