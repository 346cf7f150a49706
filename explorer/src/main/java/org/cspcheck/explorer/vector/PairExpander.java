package org.cspcheck.explorer.vector;

import org.cspcheck.explorer.system.Commutation;
import org.cspcheck.explorer.system.Successors;
import org.cspcheck.explorer.system.TransitionSystem;

/** Steps of states of two words: moves as for one word, without a branch for each; joins as for several. */
final class PairExpander implements TransitionSystem.Expander {
    private final RuleTable table;
    private final Joining joining;

    PairExpander(RuleTable table) {
        this.table = table;
        this.joining = new Joining(table);
    }

    @Override
    public void expand(long[] states, int count, Successors out) {
        out.clear();
        for (int i = 0; i < 2 * count; i += 2) {
            move(states, i, out);
            joining.join(states, i, out);
            out.endState();
        }
    }

    private void move(long[] states, int at, Successors out) {
        out.ensure(table.mostMoves + 1);
        long first = states[at];
        long second = states[at + 1];
        long[] moves = table.moves;
        Windows windows = table.windows;
        int[] from = windows.from();
        int[] places = windows.places();
        long[] targets = out.states;
        int[] events = out.events;
        int[] steps = out.moves;
        int n = out.count;
        for (int w = 0; w < windows.count(); w++) {
            int key = windows.key(w, states[at + windows.word()[w]]);
            for (int i = from[key], end = from[key + 1]; i < end; i++) {
                int p = places[i];
                events[n] = (int) moves[p];
                steps[n] = Commutation.step(p >> 2);
                targets[2 * n] = first ^ moves[p + 3];
                targets[2 * n + 1] = second ^ moves[p + 6];
                long other = first & moves[p + 1] ^ moves[p + 2] | second & moves[p + 4] ^ moves[p + 5];
                n += 1 - (int) ((other | -other) >>> 63);
            }
        }
        out.count = n;
    }
}
