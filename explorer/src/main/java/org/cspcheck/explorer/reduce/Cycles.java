package org.cspcheck.explorer.reduce;

import java.util.ArrayDeque;
import java.util.BitSet;
import org.cspcheck.explorer.vector.Network;

/**
 * Local steps that every cycle of tau in the network contains, as far as they can be told from the graphs of the components alone.
 *
 * <p>A rule fires on a cycle of the network only if each partner's step lies on a cycle of its own graph, made of steps whose rules do so too:
 * what is left when rules that cannot are struck out again and again are the <em>suspects</em>. No suspects, no divergence. Else components are
 * taken one by one, their cycles cut at <em>sticky</em> steps, and their rules struck out, until nothing is left.
 */
final class Cycles {
    private final Actions actions;
    private final Network network;
    private final boolean[] suspect;
    private final boolean divergent;

    /** For each component its sticky steps, null if there are none. */
    private final BitSet[] sticky;

    private final ArrayDeque<Integer> changed = new ArrayDeque<>();
    private final boolean[] waiting;

    Cycles(Actions actions) {
        this.actions = actions;
        this.network = actions.network;
        this.suspect = new boolean[actions.rules];
        this.sticky = new BitSet[actions.components];
        this.waiting = new boolean[actions.components];
        for (int r = 0; r < actions.rules; r++) {
            suspect[r] = actions.isSilent(r);
        }
        for (int c = 0; c < actions.components; c++) {
            changed(c);
        }
        strike();
        this.divergent = busiest() >= 0;
        for (int c = busiest(); c >= 0; c = busiest()) {
            sticky[c] = new LocalCycles(network, c, suspectLabels(c)).closing();
            for (int key = actions.keysFrom[c]; key < actions.keysFrom[c + 1]; key++) {
                if (isSuspect(key)) {
                    strikeAll(key);
                }
            }
            strike();
        }
    }

    /** {@return whether a cycle of tau cannot be excluded} */
    boolean mayDiverge() {
        return divergent;
    }

    /** {@return whether an enabled rule may fire by a sticky step} */
    boolean mayClose(int rule, Standing standing) {
        for (int p = actions.partnersFrom[rule]; p < actions.partnersFrom[rule + 1]; p++) {
            int key = actions.partnerKeys[p];
            int component = actions.keyComponent[key];
            if (sticky[component] != null) {
                int local = standing.local(component);
                for (int step = network.from(component, local); step < network.to(component, local); step++) {
                    if (network.stepLabel(component, step) == actions.keyLabel[key] && sticky[component].get(step)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** The component with most suspects, -1 if there are none. */
    private int busiest() {
        int busiest = -1;
        int most = 0;
        for (int c = 0; c < actions.components; c++) {
            int count = 0;
            for (int key = actions.keysFrom[c]; key < actions.keysFrom[c + 1]; key++) {
                count += isSuspect(key) ? 1 : 0;
            }
            if (count > most) {
                most = count;
                busiest = c;
            }
        }
        return busiest;
    }

    /** {@return whether some suspect moves the component by the key} Standing still moves nothing. */
    private boolean isSuspect(int key) {
        if (actions.keyLabel[key] == Network.DONE) {
            return false;
        }
        for (int i = actions.rulesFrom[key]; i < actions.rulesFrom[key + 1]; i++) {
            if (suspect[actions.keyRules[i]]) {
                return true;
            }
        }
        return false;
    }

    private BitSet suspectLabels(int component) {
        var labels = new BitSet();
        for (int key = actions.keysFrom[component]; key < actions.keysFrom[component + 1]; key++) {
            if (isSuspect(key)) {
                labels.set(actions.keyLabel[key]);
            }
        }
        return labels;
    }

    private void strike() {
        while (!changed.isEmpty()) {
            int component = changed.remove();
            waiting[component] = false;
            BitSet labels = suspectLabels(component);
            BitSet circling = new LocalCycles(network, component, labels).labels();
            for (int key = actions.keysFrom[component]; key < actions.keysFrom[component + 1]; key++) {
                if (isSuspect(key) && !circling.get(actions.keyLabel[key])) {
                    strikeAll(key);
                }
            }
        }
    }

    private void strikeAll(int key) {
        for (int i = actions.rulesFrom[key]; i < actions.rulesFrom[key + 1]; i++) {
            strike(actions.keyRules[i]);
        }
    }

    private void strike(int rule) {
        if (suspect[rule]) {
            suspect[rule] = false;
            for (int p = actions.partnersFrom[rule]; p < actions.partnersFrom[rule + 1]; p++) {
                changed(actions.keyComponent[actions.partnerKeys[p]]);
            }
        }
    }

    private void changed(int component) {
        if (!waiting[component]) {
            waiting[component] = true;
            changed.add(component);
        }
    }
}
