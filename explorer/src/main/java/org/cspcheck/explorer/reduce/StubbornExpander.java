package org.cspcheck.explorer.reduce;

import org.cspcheck.explorer.system.Successors;
import org.cspcheck.explorer.system.TransitionSystem;
import org.cspcheck.explorer.vector.Network;

/** Steps of the rules of a stubborn set, for each state. */
final class StubbornExpander implements TransitionSystem.Expander {
    private final Actions actions;
    private final Network network;
    private final StubbornSets sets;
    private final Standing standing;
    private final long[] target;
    private final int words;

    StubbornExpander(Actions actions, StubbornSets sets) {
        this.actions = actions;
        this.network = actions.network;
        this.sets = sets;
        this.standing = sets.standing();
        this.words = network.words();
        this.target = new long[words];
    }

    @Override
    public void expand(long[] states, int count, Successors out) {
        out.clear();
        for (int i = 0; i < count; i++) {
            int chosen = sets.open(states, i * words);
            System.arraycopy(states, i * words, target, 0, words);
            for (int r = 0; r < chosen; r++) {
                fire(sets.rule(r), actions.partnersFrom[sets.rule(r)], out);
            }
            out.endState();
        }
    }

    /** Lets the partners from this one on move in every way they can. */
    private void fire(int rule, int partner, Successors out) {
        if (partner == actions.partnersFrom[rule + 1]) {
            out.add(actions.event(rule), target, 0);
            return;
        }
        int key = actions.partnerKeys[partner];
        int label = actions.keyLabel[key];
        if (label == Network.DONE) {
            fire(rule, partner + 1, out);
            return;
        }
        int component = actions.keyComponent[key];
        int local = standing.local(component);
        for (int step = network.from(component, local); step < network.to(component, local); step++) {
            if (network.stepLabel(component, step) == label) {
                int next = network.target(component, step);
                network.move(target, 0, component, local, next);
                fire(rule, partner + 1, out);
                network.move(target, 0, component, next, local);
            }
        }
    }
}
