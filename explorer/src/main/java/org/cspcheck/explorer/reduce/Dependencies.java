package org.cspcheck.explorer.reduce;

import java.util.Arrays;

/**
 * What must be in a stubborn set because something else is, in one state.
 *
 * <pre>
 * node ::= component   stands for all rules on the menu of its local state       needs each of them
 *        | rule        enabled                                                    needs all its components; with {@code marked}, MARKED
 *                      disabled                                                   needs one component that disables it
 *        | MARKED      stands for all marked rules                                needs each of them
 * </pre>
 *
 * <p>A set of nodes that needs nothing outside itself is stubborn (docs/internals/reduction.md). Which of several components that disable a
 * rule is taken is left to a preference, asked once for each state.
 */
final class Dependencies {
    /** Says how little a component is wanted in the set; the least is taken, the first of equals. */
    @FunctionalInterface
    interface Preference {
        int cost(int component);
    }

    final int nodes;

    private final Actions actions;
    private final Standing standing;
    private final boolean[] marked;
    private final int[] markedRules;
    private final boolean drawsMarked;
    private final Preference preference;
    private final int[] disabler;
    private final int[] disablerAge;
    private int age;

    /**
     * @param marked the rules that belong together
     * @param drawsMarked whether one of them, enabled, needs the others
     */
    Dependencies(Actions actions, Standing standing, boolean[] marked, boolean drawsMarked, Preference preference) {
        this.actions = actions;
        this.standing = standing;
        this.marked = marked;
        this.drawsMarked = drawsMarked;
        this.preference = preference;
        this.nodes = actions.components + actions.rules + 1;
        int count = 0;
        int[] rules = new int[actions.rules];
        for (int r = 0; r < actions.rules; r++) {
            if (marked[r]) {
                rules[count++] = r;
            }
        }
        this.markedRules = Arrays.copyOf(rules, count);
        this.disabler = new int[actions.rules];
        this.disablerAge = new int[actions.rules];
    }

    /** The standing has turned to another state. */
    void open() {
        if (++age == 0) {
            Arrays.fill(disablerAge, 0);
            age = 1;
        }
    }

    int markedNode() {
        return nodes - 1;
    }

    boolean isRule(int node) {
        return node >= actions.components && node < nodes - 1;
    }

    boolean isComponent(int node) {
        return node < actions.components;
    }

    int rule(int node) {
        return node - actions.components;
    }

    private int node(int rule) {
        return rule + actions.components;
    }

    /** A walk over what one node needs. */
    static final class Walk {
        private int place;
        private int next;
    }

    /** {@return the next node that this one needs, -1 when there are no more} */
    int next(int node, Walk walk) {
        if (isComponent(node)) {
            return nextOnMenu(node, walk);
        }
        if (node == nodes - 1) {
            return walk.next < markedRules.length ? node(markedRules[walk.next++]) : -1;
        }
        int rule = rule(node);
        if (!standing.isEnabled(rule)) {
            return walk.next++ == 0 ? disabler(rule) : -1;
        }
        int partner = actions.partnersFrom[rule] + walk.next++;
        if (partner < actions.partnersFrom[rule + 1]) {
            return actions.keyComponent[actions.partnerKeys[partner]];
        }
        return partner == actions.partnersFrom[rule + 1] && drawsMarked && marked[rule] ? nodes - 1 : -1;
    }

    private int nextOnMenu(int component, Walk walk) {
        int local = standing.local(component);
        int from = actions.menuFrom(component, local);
        while (from + walk.place < actions.menuTo(component, local)) {
            int key = actions.menuKey(component, from + walk.place);
            int i = actions.rulesFrom[key] + walk.next++;
            if (i < actions.rulesFrom[key + 1]) {
                return node(actions.keyRules[i]);
            }
            walk.place++;
            walk.next = 0;
        }
        return -1;
    }

    static void begin(Walk walk) {
        walk.place = 0;
        walk.next = 0;
    }

    private int disabler(int rule) {
        if (disablerAge[rule] != age) {
            disablerAge[rule] = age;
            int least = Integer.MAX_VALUE;
            for (int p = actions.partnersFrom[rule]; p < actions.partnersFrom[rule + 1]; p++) {
                int key = actions.partnerKeys[p];
                if (!standing.offers(key)) {
                    int cost = preference.cost(actions.keyComponent[key]);
                    if (cost < least) {
                        least = cost;
                        disabler[rule] = actions.keyComponent[key];
                    }
                }
            }
        }
        return disabler[rule];
    }
}
