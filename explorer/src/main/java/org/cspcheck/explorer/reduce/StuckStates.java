package org.cspcheck.explorer.reduce;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.List;
import org.cspcheck.explorer.reduce.Pairs.Table;

/**
 * Looks for a state in which nothing is enabled and every pair of neighbours is possible. Where there is none, no reachable state is stuck.
 *
 * <p>Antonino, Gibson-Robinson and Roscoe, <em>Efficient Deadlock-Freedom Checking using Local Analysis and SAT Solving</em> (iFM 2016), with
 * a search of our own in the place of a SAT solver: a domain of local states for each component, arc consistency, and trying.
 */
final class StuckStates {
    private static final int MOST_STATES = 1 << 16;
    private static final int MOST_TRIES = 1 << 12;

    private final Actions actions;
    private final List<List<Table>> tables;
    private int tries;

    private StuckStates(Actions actions, List<List<Table>> tables) {
        this.actions = actions;
        this.tables = tables;
    }

    /** {@return whether it is certain that no state without steps can be reached} */
    static boolean areImpossible(Actions actions) {
        long states = 0;
        for (int c = 0; c < actions.components; c++) {
            states += actions.network.states(c);
        }
        List<List<Table>> tables = states > MOST_STATES ? null : Pairs.of(actions);
        return tables != null && new StuckStates(actions, tables).areImpossible();
    }

    private boolean areImpossible() {
        BitSet[] domains = new BitSet[actions.components];
        var changed = new ArrayDeque<Integer>();
        for (int c = 0; c < domains.length; c++) {
            domains[c] = new BitSet();
            domains[c].set(0, actions.network.states(c));
            for (int local = domains[c].nextSetBit(0); local >= 0; local = domains[c].nextSetBit(local + 1)) {
                domains[c].set(local, !movesAlone(c, local));
            }
            changed.add(c);
        }
        return refuted(domains, changed);
    }

    private boolean movesAlone(int component, int local) {
        for (int place = actions.menuFrom(component, local); place < actions.menuTo(component, local); place++) {
            int key = actions.menuKey(component, place);
            for (int i = actions.rulesFrom[key]; i < actions.rulesFrom[key + 1]; i++) {
                int rule = actions.keyRules[i];
                if (actions.partnersFrom[rule + 1] - actions.partnersFrom[rule] == 1) {
                    return true;
                }
            }
        }
        return false;
    }

    /** {@return whether no choice from these domains is a stuck state; false as well when that would take too long} */
    private boolean refuted(BitSet[] domains, ArrayDeque<Integer> changed) {
        if (++tries > MOST_TRIES) {
            return false;
        }
        if (!isConsistent(domains, changed)) {
            return true;
        }
        int open = -1;
        for (int c = 0; c < domains.length; c++) {
            int size = domains[c].cardinality();
            if (size > 1 && (open < 0 || size < domains[open].cardinality())) {
                open = c;
            }
        }
        if (open < 0) {
            return isMoving(domains);
        }
        for (int local = domains[open].nextSetBit(0); local >= 0; local = domains[open].nextSetBit(local + 1)) {
            BitSet[] tried = domains.clone();
            tried[open] = new BitSet();
            tried[open].set(local);
            var first = new ArrayDeque<Integer>();
            first.add(open);
            if (!refuted(tried, first)) {
                return false;
            }
        }
        return true;
    }

    /** Drops what no state of a neighbour goes with; {@return whether something is left of every domain} */
    private boolean isConsistent(BitSet[] domains, ArrayDeque<Integer> changed) {
        while (!changed.isEmpty()) {
            int component = changed.remove();
            if (domains[component].isEmpty()) {
                return false;
            }
            for (Table table : tables.get(component)) {
                int other = table.other(component);
                BitSet kept = new BitSet();
                for (int there = domains[other].nextSetBit(0); there >= 0; there = domains[other].nextSetBit(there + 1)) {
                    boolean goes = false;
                    for (int here = domains[component].nextSetBit(0); here >= 0 && !goes; here = domains[component].nextSetBit(here + 1)) {
                        goes = table.allows(component, here, there);
                    }
                    kept.set(there, goes);
                }
                if (!kept.equals(domains[other])) {
                    domains[other] = kept;
                    changed.add(other);
                }
            }
        }
        return true;
    }

    /** {@return whether some rule of any number of partners is enabled in the one state that is left} */
    private boolean isMoving(BitSet[] domains) {
        for (int rule = 0; rule < actions.rules; rule++) {
            boolean enabled = true;
            for (int p = actions.partnersFrom[rule]; p < actions.partnersFrom[rule + 1] && enabled; p++) {
                int key = actions.partnerKeys[p];
                enabled = actions.offers(key, domains[actions.keyComponent[key]].nextSetBit(0));
            }
            if (enabled) {
                return true;
            }
        }
        return false;
    }
}
