package org.cspcheck.explorer.reduce;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cspcheck.explorer.vector.Network;

/**
 * Which local states two components that share a rule can be in at the same time and stand still, as far as the two can tell.
 *
 * <p>Two components alone, with everybody else always willing, reach at least the pairs that they reach in the network. A pair in which a rule of
 * these two alone is enabled does not stand still.
 */
final class Pairs {
    /** One pair of components; {@code possible} has the bit {@code left * width + right}. */
    record Table(int left, int right, int width, BitSet possible) {
        boolean allows(int component, int here, int there) {
            return possible.get(component == left ? here * width + there : there * width + here);
        }

        int other(int component) {
            return component == left ? right : left;
        }
    }

    private static final long MOST_WORK = 20_000_000;

    private final Actions actions;
    private final Network network;
    private final List<List<Table>> tables = new ArrayList<>();
    private long work;

    private Pairs(Actions actions) {
        this.actions = actions;
        this.network = actions.network;
        for (int c = 0; c < actions.components; c++) {
            tables.add(new ArrayList<>());
        }
    }

    /** {@return for each component the tables it is in; null if there is too much to look at} */
    static List<List<Table>> of(Actions actions) {
        var pairs = new Pairs(actions);
        for (int c = 0; c < actions.components; c++) {
            for (Map.Entry<Integer, BitSet> shared : pairs.neighbours(c).entrySet()) {
                if (!pairs.add(c, shared.getKey(), shared.getValue())) {
                    return null;
                }
            }
        }
        return pairs.tables;
    }

    /** Components after this one with which it shares rules, and these rules. */
    private Map<Integer, BitSet> neighbours(int component) {
        var neighbours = new HashMap<Integer, BitSet>();
        for (int key = actions.keysFrom[component]; key < actions.keysFrom[component + 1]; key++) {
            for (int i = actions.rulesFrom[key]; i < actions.rulesFrom[key + 1]; i++) {
                int rule = actions.keyRules[i];
                for (int p = actions.partnersFrom[rule]; p < actions.partnersFrom[rule + 1] && work < MOST_WORK; p++, work++) {
                    int other = actions.keyComponent[actions.partnerKeys[p]];
                    if (other > component) {
                        neighbours.computeIfAbsent(other, c -> new BitSet()).set(rule);
                    }
                }
            }
        }
        return neighbours;
    }

    private boolean add(int left, int right, BitSet shared) {
        int width = network.states(right);
        if ((long) network.states(left) * width > MOST_WORK - work) {
            return false;
        }
        var reached = new BitSet();
        var todo = new ArrayDeque<Integer>();
        reached.set(0);
        todo.add(0);
        var still = new BitSet();
        while (!todo.isEmpty()) {
            int pair = todo.remove();
            if (!step(left, right, pair / width, pair % width, shared, reached, todo)) {
                still.set(pair);
            }
            if (work > MOST_WORK) {
                return false;
            }
        }
        Table table = new Table(left, right, width, still);
        tables.get(left).add(table);
        tables.get(right).add(table);
        return true;
    }

    /** Reaches the pairs after this one; {@return whether a rule of these two alone is enabled} */
    private boolean step(int left, int right, int here, int there, BitSet shared, BitSet reached, ArrayDeque<Integer> todo) {
        int width = network.states(right);
        boolean moves = false;
        for (int rule = shared.nextSetBit(0); rule >= 0; rule = shared.nextSetBit(rule + 1)) {
            int one = key(rule, left);
            int other = key(rule, right);
            work++;
            if (actions.offers(one, here) && actions.offers(other, there)) {
                moves |= actions.partnersFrom[rule + 1] - actions.partnersFrom[rule] == 2;
                for (int a : targets(one, here)) {
                    for (int b : targets(other, there)) {
                        reach(a * width + b, reached, todo);
                    }
                }
            }
        }
        alone(left, here, shared).forEach(a -> reach(a * width + there, reached, todo));
        alone(right, there, shared).forEach(b -> reach(here * width + b, reached, todo));
        return moves;
    }

    private static void reach(int pair, BitSet reached, ArrayDeque<Integer> todo) {
        if (!reached.get(pair)) {
            reached.set(pair);
            todo.add(pair);
        }
    }

    /** Where the component can go by rules that are not shared. */
    private List<Integer> alone(int component, int local, BitSet shared) {
        var targets = new ArrayList<Integer>();
        for (int place = actions.menuFrom(component, local); place < actions.menuTo(component, local); place++) {
            int key = actions.menuKey(component, place);
            boolean own = false;
            for (int i = actions.rulesFrom[key]; i < actions.rulesFrom[key + 1] && !own; i++) {
                own = !shared.get(actions.keyRules[i]);
                work++;
            }
            if (own) {
                targets.addAll(targets(key, local));
            }
        }
        return targets;
    }

    private List<Integer> targets(int key, int local) {
        if (actions.keyLabel[key] == Network.DONE) {
            return List.of(local);
        }
        int component = actions.keyComponent[key];
        var targets = new ArrayList<Integer>();
        for (int step = network.from(component, local); step < network.to(component, local); step++) {
            if (network.stepLabel(component, step) == actions.keyLabel[key]) {
                targets.add(network.target(component, step));
            }
            work++;
        }
        return targets;
    }

    private int key(int rule, int component) {
        for (int p = actions.partnersFrom[rule]; p < actions.partnersFrom[rule + 1]; p++) {
            if (actions.keyComponent[actions.partnerKeys[p]] == component) {
                return actions.partnerKeys[p];
            }
        }
        throw new IllegalStateException("rule " + rule + " has no partner " + component);
    }
}
