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
            move(states, i * words, out);
            joining.join(states, i * words, out);
            out.endState();
        }
    }

    private void move(long[] states, int at, Successors out) {
        Windows windows = table.windows;
        for (int w = 0; w < windows.count(); w++) {
            int key = windows.key(w, states[at + windows.word()[w]]);
            for (int i = windows.from()[key]; i < windows.from()[key + 1]; i++) {
                move(states, at, windows.places()[i], out);
            }
        }
    }

    private void move(long[] states, int at, int place, Successors out) {
        long[] moves = table.moves;
        int end = place + table.length(place);
        for (int t = place + 1; t < end; t += 4) {
            if ((states[at + (int) moves[t]] & moves[t + 1]) != moves[t + 2]) {
                return;
            }
        }
        int to = out.count * words;
        out.add((int) moves[place], states, at);
        out.moves[out.count - 1] = Commutation.step(place >> 2);
        for (int t = place + 1; t < end; t += 4) {
            out.states[to + (int) moves[t]] ^= moves[t + 3];
        }
    }
}
