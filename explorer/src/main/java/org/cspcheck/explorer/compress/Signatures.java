package org.cspcheck.explorer.compress;

import java.util.Arrays;
import org.cspcheck.model.event.Event;

/** Signatures of states, and states grouped by them: compared in full, hashes only find candidates. */
final class Signatures {
    /** In place of a block: the state itself, by a tau that stands for divergence. */
    private static final long ITSELF = 0xffff_ffffL;

    private final Graph graph;
    private final int[] blockOf;

    /** For branching bisimulation where each state stands among all; null for strong bisimulation. */
    private final int[] position;

    /** The steps of each state, by label. */
    private final int[] labels;

    private final int[] targets;

    /** The stretch that is being grouped. */
    private int stretchFrom;

    private int stretchTo;

    /** The signatures of the states looked at, one after the other; each ascending, without repetition. */
    private long[] pool = new long[1024];

    private int filled;

    /** For each group the first signature seen: where it begins and ends in the pool, its hash, and its slot in the table. */
    private int[] groupFrom = new int[64];

    private int[] groupTo = new int[64];
    private int[] groupHash = new int[64];
    private int[] groupSlot = new int[64];
    private int groups;

    private int[] table = new int[128];
    private int[] groupOf = new int[64];
    private int[] sorted = new int[64];

    Signatures(Graph graph, int[] blockOf, int[] position) {
        this.graph = graph;
        this.blockOf = blockOf;
        this.position = position;
        this.labels = graph.labels().clone();
        this.targets = graph.targets().clone();
        for (int state = 0; state < graph.states(); state++) {
            sortByLabel(graph.from(state), graph.to(state));
        }
    }

    private void sortByLabel(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (labels[i] < labels[i - 1]) {
                sortAllByLabel(from, to);
                return;
            }
        }
    }

    private void sortAllByLabel(int from, int to) {
        long[] steps = new long[to - from];
        for (int step = from; step < to; step++) {
            steps[step - from] = (long) labels[step] << 32 | targets[step];
        }
        Arrays.sort(steps);
        for (int step = from; step < to; step++) {
            labels[step] = (int) (steps[step - from] >> 32);
            targets[step] = (int) steps[step - from];
        }
    }

    /**
     * Groups the states of a stretch by signature.
     *
     * @param states for branching bisimulation so that inert taus lead from a state of the stretch to one before it, or out of the stretch
     * @param representative a further state, which makes group 0, and has no inert taus; -1 if there is none
     * @return how many groups there are
     */
    int group(int[] states, int from, int to, int representative) {
        filled = 0;
        groups = 0;
        stretchFrom = from;
        stretchTo = to;
        prepare(to - from);
        if (representative >= 0) {
            find(representative);
        }
        for (int at = from; at < to; at++) {
            groupOf[at - from] = find(states[at]);
        }
        clearTable();
        return groups;
    }

    /** Sorts the stretch grouped last by group, the last group first; {@return where each group ends} */
    int[] arrange(int[] states, int from, int to, int count) {
        int[] ends = new int[count];
        for (int i = 0; i < to - from; i++) {
            ends[groupOf[i]]++;
        }
        int at = from;
        for (int group = count - 1; group >= 0; group--) {
            int size = ends[group];
            ends[group] = at;
            at += size;
        }
        System.arraycopy(states, from, sorted, 0, to - from);
        for (int i = 0; i < to - from; i++) {
            states[ends[groupOf[i]]++] = sorted[i];
        }
        return ends;
    }

    private void prepare(int states) {
        if (groupOf.length < states) {
            groupOf = new int[Math.max(states, 2 * groupOf.length)];
            sorted = new int[groupOf.length];
        }
    }

    private int find(int state) {
        int from = filled;
        sign(state);
        int hash = hash(from, filled);
        int mask = table.length - 1;
        int slot = hash & mask;
        while (table[slot] != 0) {
            int group = table[slot] - 1;
            if (groupHash[group] == hash && Arrays.equals(pool, groupFrom[group], groupTo[group], pool, from, filled)) {
                filled = from;
                return group;
            }
            slot = slot + 1 & mask;
        }
        return add(from, hash, slot);
    }

    private int add(int from, int hash, int slot) {
        if (groups == groupFrom.length) {
            groupFrom = Arrays.copyOf(groupFrom, 2 * groups);
            groupTo = Arrays.copyOf(groupTo, 2 * groups);
            groupHash = Arrays.copyOf(groupHash, 2 * groups);
            groupSlot = Arrays.copyOf(groupSlot, 2 * groups);
        }
        groupFrom[groups] = from;
        groupTo[groups] = filled;
        groupHash[groups] = hash;
        groupSlot[groups] = slot;
        table[slot] = ++groups;
        if (2 * groups > table.length) {
            table = new int[2 * table.length];
            for (int group = 0; group < groups; group++) {
                groupSlot[group] = freeSlot(groupHash[group]);
                table[groupSlot[group]] = group + 1;
            }
        }
        return groups - 1;
    }

    private int freeSlot(int hash) {
        int slot = hash & table.length - 1;
        while (table[slot] != 0) {
            slot = slot + 1 & table.length - 1;
        }
        return slot;
    }

    /** Leaves the table empty; only the slots that were used are written, so many small blocks do not pay for one large one. */
    private void clearTable() {
        for (int group = 0; group < groups; group++) {
            table[groupSlot[group]] = 0;
        }
    }

    private void sign(int state) {
        int from = filled;
        boolean sorted = true;
        for (int step = graph.from(state); step < graph.to(state); step++) {
            int target = targets[step];
            boolean silent = position != null && labels[step] == Event.TAU;
            if (silent && target != state && blockOf[target] == blockOf[state]) {
                int group = position[target] < stretchTo ? groupOf[position[target] - stretchFrom] : 0;
                int length = groupTo[group] - groupFrom[group];
                reserve(length);
                System.arraycopy(pool, groupFrom[group], pool, filled, length);
                filled += length;
                sorted = false;
            } else {
                reserve(1);
                pool[filled++] = (long) labels[step] << 32 | (silent && target == state ? ITSELF : blockOf[target]);
            }
        }
        normalise(from, sorted);
    }

    /** Ascending and without repetition; by label alone it may be so already. */
    private void normalise(int from, boolean byLabel) {
        if (byLabel && filled - from <= 32) {
            insertionSort(from);
        } else {
            Arrays.sort(pool, from, filled);
        }
        int kept = from;
        for (int i = from; i < filled; i++) {
            if (i == from || pool[i] != pool[i - 1]) {
                pool[kept++] = pool[i];
            }
        }
        filled = kept;
    }

    private void insertionSort(int from) {
        for (int i = from + 1; i < filled; i++) {
            long key = pool[i];
            int at = i;
            while (at > from && pool[at - 1] > key) {
                pool[at] = pool[--at];
            }
            pool[at] = key;
        }
    }

    private void reserve(int length) {
        if (filled + length > pool.length) {
            pool = Arrays.copyOf(pool, Math.max(filled + length, Math.multiplyExact(2, pool.length)));
        }
    }

    private int hash(int from, int to) {
        long hash = 1;
        for (int i = from; i < to; i++) {
            hash = (hash ^ pool[i]) * 0x9e3779b97f4a7c15L;
            hash ^= hash >>> 29;
        }
        return (int) (hash * 0xd6e8feb86659fd93L >>> 33);
    }
}
