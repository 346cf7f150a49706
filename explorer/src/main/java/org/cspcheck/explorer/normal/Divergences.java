package org.cspcheck.explorer.normal;

import java.util.Arrays;
import org.cspcheck.explorer.search.Budget;
import org.cspcheck.explorer.system.Successors;
import org.cspcheck.explorer.system.TransitionSystem;
import org.cspcheck.model.event.Event;

/**
 * Which states lie on a cycle of tau: Tarjan's strong components of the tau steps, without recursion.
 *
 * <p>Started from each state that is asked about, and never twice over the same ground: what is known of a state stays known. Workers may ask
 * at the same time; they are answered one after the other.
 */
public final class Divergences {
    private static final byte FINISHED = 1;
    private static final byte LOOPS = 2;
    private static final byte CYCLIC = 4;

    private final TransitionSystem.Expander expander;
    private final Budget budget;
    private final StateNumbers numbers;
    private final Successors successors;
    private final long[] state;
    private int[] order = new int[64];
    private int[] low = new int[64];
    private byte[] flags = new byte[64];
    private int visits;

    /** States visited and not yet in a component. */
    private final IntStack open = new IntStack();

    /** The path of the depth-first search: state, first and last pending target. */
    private final IntStack path = new IntStack();

    private final IntStack pending = new IntStack();

    public Divergences(TransitionSystem system, Budget budget) {
        this.expander = system.expander();
        this.budget = budget;
        int words = system.layout().words();
        this.numbers = new StateNumbers(words, budget);
        this.successors = new Successors(words);
        this.state = new long[words];
    }

    /** {@return whether the state at this place lies on a cycle of tau} */
    public synchronized boolean isOnCycle(long[] states, int at) {
        int number = number(states, at);
        if ((flags[number] & FINISHED) == 0) {
            search(number);
        }
        return (flags[number] & CYCLIC) != 0;
    }

    private void search(int root) {
        enter(root);
        while (path.size() > 0) {
            int number = path.peek(1);
            if (path.peek(0) < pending.size()) {
                int target = pending.pop();
                if (order[target] == 0) {
                    enter(target);
                } else if ((flags[target] & FINISHED) == 0) {
                    low[number] = Math.min(low[number], order[target]);
                }
            } else {
                path.drop(2);
                leave(number);
                if (path.size() > 0) {
                    int parent = path.peek(1);
                    low[parent] = Math.min(low[parent], low[number]);
                }
            }
        }
    }

    /** Pushes the state, and its targets as pending from the height that is noted beside it. */
    private void enter(int number) {
        if ((++visits & 255) == 0) {
            budget.states(numbers.size());
            budget.pulse();
        }
        order[number] = visits;
        low[number] = visits;
        open.push(number);
        path.push(number);
        path.push(pending.size());
        numbers.read(number, state);
        expander.expand(state, 1, successors);
        for (int k = 0; k < successors.count; k++) {
            if (successors.events[k] == Event.TAU) {
                int target = number(successors.states, k * successors.words);
                if (target == number) {
                    flags[number] |= LOOPS;
                } else {
                    pending.push(target);
                }
            }
        }
    }

    private void leave(int number) {
        if (low[number] != order[number]) {
            return;
        }
        boolean cyclic = open.peek(0) != number || (flags[number] & LOOPS) != 0;
        int member;
        do {
            member = open.pop();
            flags[member] |= cyclic ? FINISHED | CYCLIC : FINISHED;
        } while (member != number);
    }

    private int number(long[] states, int at) {
        int number = numbers.number(states, at);
        if (number >= order.length) {
            budget.heap(order.length * 9L);
            order = Arrays.copyOf(order, order.length * 2);
            low = Arrays.copyOf(low, order.length);
            flags = Arrays.copyOf(flags, order.length);
        }
        return number;
    }

    /** A stack of numbers. */
    private static final class IntStack {
        private int[] content = new int[64];
        private int size;

        int size() {
            return size;
        }

        void push(int number) {
            if (size == content.length) {
                content = Arrays.copyOf(content, size * 2);
            }
            content[size++] = number;
        }

        int pop() {
            return content[--size];
        }

        int peek(int depth) {
            return content[size - 1 - depth];
        }

        void drop(int count) {
            size -= count;
        }
    }
}
