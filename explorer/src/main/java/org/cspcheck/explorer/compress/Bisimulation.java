package org.cspcheck.explorer.compress;

import java.util.Arrays;
import org.cspcheck.explorer.search.Budget;
import org.cspcheck.model.event.Event;

/**
 * The coarsest strong or branching bisimulation inside a first partition, by signatures: the set of (label, block of the target) of a state.
 *
 * <p>Invariant: the states of a block that are not <em>dirty</em> have the same signature. A block with dirty states is split by signature;
 * the largest part keeps the number of the block, so only what leads into the smaller parts becomes dirty. A state changes its block at most
 * log n times this way (Hopcroft's argument), and each time its predecessors are looked at once. That a part keeps the number is harmless:
 * whoever leads into another part of the old block gets a new signature, whoever does not keeps the old one.
 *
 * <p>For branching bisimulation a tau inside a block is <em>inert</em>: the state has the signature of its target as a part of its own, and the
 * tau itself is left out (Blom and Orzan, <i>Distributed branching bisimulation reduction of state spaces</i>). So whoever leads by
 * inert taus to a dirty state is dirty too, and so is a state that has taus and changes its block. Then clean states lead by inert
 * taus to clean ones only, and the dirty ones are signed from the last along taus to the first. The graph has no loops of tau but those of one
 * state; these stand for divergence and are part of the signature.
 */
final class Bisimulation {
    private final Graph graph;
    private final Budget budget;
    private final int[] sourceStarts;

    /** Where the steps into each state begin; {@code ~state} if the step is a tau that may be inert. */
    private final int[] sources;

    /** For branching bisimulation: taus lead from a state to one of lower rank. Null for strong bisimulation. */
    private final int[] rank;

    /** Dirty states whose inert predecessors have not been looked at. */
    private int[] pending = new int[64];

    /** The states block by block; the dirty ones of a block come first. */
    private final int[] order;

    private final int[] position;
    private final int[] blockOf;
    private int[] begin;
    private int[] dirtyEnd;
    private int[] end;
    private int blocks;

    /** Blocks with dirty states; a ring. */
    private final int[] waiting;

    private int waitingFrom;
    private int waitingCount;

    private final Signatures signatures;

    private Bisimulation(Graph graph, int[] first, boolean branching, Budget budget) {
        this.graph = graph;
        this.budget = budget;
        int n = graph.states();
        this.sourceStarts = new int[n + 1];
        this.sources = new int[graph.transitions()];
        this.rank = branching ? TauLoops.of(graph) : null;
        reverse();
        this.order = new int[n];
        this.position = new int[n];
        this.blockOf = first.clone();
        this.waiting = new int[n];
        this.blocks = Arrays.stream(first).max().orElse(0) + 1;
        this.begin = new int[Math.max(16, 2 * blocks)];
        this.dirtyEnd = new int[begin.length];
        this.end = new int[begin.length];
        arrange();
        this.signatures = new Signatures(graph, blockOf, branching ? position : null);
    }

    /**
     * {@return the class of each state, numbered in the order of their first states}
     *
     * @param first states with different numbers here are never equal; the numbers are 0, 1, 2 ..
     */
    static int[] classes(Graph graph, int[] first, Budget budget) {
        return new Bisimulation(graph, first, false, budget).refined();
    }

    /** {@return the class of each state of a factored graph by branching bisimulation that keeps divergence, numbered likewise} */
    static int[] branching(Graph factored, Budget budget) {
        return new Bisimulation(factored, byTermination(factored), true, budget).refined();
    }

    private int[] refined() {
        refine();
        return Quotient.byAppearance(blockOf);
    }

    /** {@return the first partition of strong bisimulation: only the state after termination is known to be different} */
    static int[] byTermination(Graph graph) {
        int[] first = new int[graph.states()];
        if (graph.terminated() != Graph.NEVER && graph.states() > 1) {
            first[graph.terminated()] = 1;
        }
        return first;
    }

    private void reverse() {
        int[] targets = graph.targets();
        for (int step = 0; step < sources.length; step++) {
            sourceStarts[targets[step] + 1]++;
        }
        for (int state = 0; state + 1 < sourceStarts.length; state++) {
            sourceStarts[state + 1] += sourceStarts[state];
        }
        int[] next = sourceStarts.clone();
        for (int state = 0; state < graph.states(); state++) {
            for (int step = graph.from(state); step < graph.to(state); step++) {
                boolean silent = rank != null && graph.label(step) == Event.TAU && targets[step] != state;
                sources[next[targets[step]]++] = silent ? ~state : state;
            }
        }
    }

    /** Every state is dirty. */
    private void arrange() {
        for (int block : blockOf) {
            end[block]++;
        }
        int at = 0;
        for (int block = 0; block < blocks; block++) {
            begin[block] = at;
            at += end[block];
            end[block] = at;
            dirtyEnd[block] = at;
            waiting[waitingCount++] = block;
        }
        int[] next = begin.clone();
        for (int state = 0; state < blockOf.length; state++) {
            position[state] = next[blockOf[state]];
            order[next[blockOf[state]]++] = state;
        }
    }

    private void refine() {
        for (int turn = 0; waitingCount > 0; turn++) {
            int block = waiting[waitingFrom];
            waitingFrom = waitingFrom + 1 == waiting.length ? 0 : waitingFrom + 1;
            waitingCount--;
            if (end[block] - begin[block] > 1) {
                split(block);
            } else {
                dirtyEnd[block] = begin[block];
            }
            if ((turn & 1023) == 0) {
                budget.pulse();
            }
        }
    }

    private void split(int block) {
        int from = begin[block];
        int dirty = dirtyEnd[block];
        int clean = end[block] - dirty;
        dirtyEnd[block] = from;
        if (rank != null) {
            sortByRank(from, dirty);
        }
        int groups = signatures.group(order, from, dirty, clean > 0 ? bottom(order[dirty]) : -1);
        if (groups == 1) {
            return;
        }
        int[] ends = signatures.arrange(order, from, dirty, groups); // group 0, to which the clean ones belong, comes last
        for (int at = from; at < dirty; at++) {
            position[order[at]] = at;
        }
        ends[0] += clean;
        int largest = 0;
        int largestSize = 0;
        for (int group = groups - 1, start = from; group >= 0; start = ends[group], group--) {
            if (ends[group] - start > largestSize) {
                largestSize = ends[group] - start;
                largest = group;
            }
        }
        int firstNew = blocks;
        for (int group = groups - 1, start = from; group >= 0; start = ends[group], group--) {
            define(group == largest ? block : newBlock(), start, ends[group]);
        }
        for (int fresh = firstNew; fresh < blocks; fresh++) {
            for (int at = begin[fresh]; at < end[fresh]; at++) {
                blockOf[order[at]] = fresh;
            }
        }
        for (int fresh = firstNew; fresh < blocks; fresh++) {
            soil(fresh);
        }
    }

    private void sortByRank(int from, int to) {
        long[] keys = new long[to - from];
        for (int at = from; at < to; at++) {
            keys[at - from] = (long) rank[order[at]] << 32 | order[at];
        }
        Arrays.sort(keys);
        for (int at = from; at < to; at++) {
            order[at] = (int) keys[at - from];
            position[order[at]] = at;
        }
    }

    /** Where inert taus lead from a clean state in the end: to a clean state without them, which has the signature of all clean ones. */
    private int bottom(int clean) {
        int state = clean;
        for (int step = graph.from(state); rank != null && step < graph.to(state); ) {
            int target = graph.target(step);
            if (graph.label(step) == Event.TAU && target != state && blockOf[target] == blockOf[state]) {
                state = target;
                step = graph.from(state);
            } else {
                step++;
            }
        }
        return state;
    }

    private int newBlock() {
        if (blocks == begin.length) {
            begin = Arrays.copyOf(begin, 2 * blocks);
            dirtyEnd = Arrays.copyOf(dirtyEnd, 2 * blocks);
            end = Arrays.copyOf(end, 2 * blocks);
        }
        return blocks++;
    }

    private void define(int block, int from, int to) {
        begin[block] = from;
        dirtyEnd[block] = from;
        end[block] = to;
    }

    /** Whatever leads into this block is dirty. */
    private void soil(int block) {
        int size = end[block] - begin[block];
        int[] members = Arrays.copyOfRange(order, begin[block], begin[block] + size); // the block itself is rearranged below
        for (int member : members) {
            if (rank != null && graph.offers(member, Event.TAU)) {
                soilState(member);
            }
            for (int k = sourceStarts[member]; k < sourceStarts[member + 1]; k++) {
                soilState(sources[k] < 0 ? ~sources[k] : sources[k]);
            }
        }
    }

    /** The state is dirty, and who leads to it by inert taus. */
    private void soilState(int soiled) {
        int count = mark(soiled, 0);
        while (rank != null && count > 0) {
            int state = pending[--count];
            for (int k = sourceStarts[state]; k < sourceStarts[state + 1]; k++) {
                if (sources[k] < 0 && blockOf[~sources[k]] == blockOf[state]) {
                    count = mark(~sources[k], count);
                }
            }
        }
    }

    /** {@return how many are pending, this one with them if it was clean} */
    private int mark(int state, int count) {
        int block = blockOf[state];
        int to = dirtyEnd[block];
        int at = position[state];
        if (at < to) {
            return count;
        }
        if (to == begin[block]) {
            int slot = waitingFrom + waitingCount++;
            waiting[slot >= waiting.length ? slot - waiting.length : slot] = block;
        }
        int other = order[to];
        order[to] = state;
        position[state] = to;
        order[at] = other;
        position[other] = at;
        dirtyEnd[block]++;
        pending = count < pending.length ? pending : Arrays.copyOf(pending, 2 * count);
        pending[count] = state;
        return count + 1;
    }
}
