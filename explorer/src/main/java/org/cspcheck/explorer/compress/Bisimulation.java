package org.cspcheck.explorer.compress;

import java.util.Arrays;
import org.cspcheck.explorer.search.Budget;

/**
 * The coarsest strong bisimulation inside a first partition, by signatures: the set of (label, block of the target) of a state.
 *
 * <p>Invariant: the states of a block that are not <em>dirty</em> have the same signature. A block with dirty states is split by signature;
 * the largest part keeps the number of the block, so only what leads into the smaller parts becomes dirty. A state changes its block at most
 * log n times this way (Hopcroft's argument), and each time its predecessors are looked at once. That a part keeps the number is harmless:
 * whoever leads into another part of the old block gets a new signature, whoever does not keeps the old one.
 */
final class Bisimulation {
    private final Graph graph;
    private final Budget budget;
    private final int[] sourceStarts;
    private final int[] sources;

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

    private Bisimulation(Graph graph, int[] first, Budget budget) {
        this.graph = graph;
        this.budget = budget;
        int n = graph.states();
        this.sourceStarts = new int[n + 1];
        this.sources = new int[graph.transitions()];
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
        this.signatures = new Signatures(graph, blockOf);
    }

    /**
     * {@return the class of each state, numbered in the order of their first states}
     *
     * @param first states with different numbers here are never equal; the numbers are 0, 1, 2 ..
     */
    static int[] classes(Graph graph, int[] first, Budget budget) {
        var refinement = new Bisimulation(graph, first, budget);
        refinement.refine();
        return Quotient.byAppearance(refinement.blockOf);
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
                sources[next[targets[step]]++] = state;
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
        int groups = signatures.group(order, from, dirty, clean > 0 ? order[dirty] : -1);
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
            for (int k = sourceStarts[member]; k < sourceStarts[member + 1]; k++) {
                soilState(sources[k]);
            }
        }
    }

    private void soilState(int state) {
        int block = blockOf[state];
        int to = dirtyEnd[block];
        int at = position[state];
        if (at < to) {
            return;
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
    }
}
