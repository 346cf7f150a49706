package org.cspcheck.explorer.vector;

import java.util.Arrays;
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

    NarrowExpander(RuleTable table) {
        this.table = table;
        this.shift = table.windows.shift();
        this.mask = Arrays.stream(table.windows.mask()).mapToInt(m -> (int) m).toArray();
        this.base = table.windows.base();
    }

    @Override
    public void expand(long[] states, int count, Successors out) {
        out.clear();
        for (int i = 0; i < count; i++) {
            move(states[i], out);
            if (table.joins.length > 0) {
                join(states[i], out);
            }
            out.endState();
        }
    }

    private void move(long state, Successors out) {
        out.ensure(table.mostMoves + 1);
        long[] moves = table.moves;
        int[] from = table.windows.from();
        int[] places = table.windows.places();
        long[] targets = out.states;
        int[] events = out.events;
        int[] steps = out.moves;
        int n = out.count;
        for (int w = 0; w < base.length; w++) {
            int key = base[w] + ((int) (state >>> shift[w]) & mask[w]);
            for (int i = from[key], end = from[key + 1]; i < end; i++) {
                int p = places[i];
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
        for (int component : table.leaders) {
            int key = table.base[component] + (int) (state >>> table.packing.shift()[component] & table.packing.mask()[component]);
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
