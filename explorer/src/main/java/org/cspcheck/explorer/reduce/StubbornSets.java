package org.cspcheck.explorer.reduce;

import java.util.Arrays;
import org.cspcheck.explorer.reduce.Dependencies.Walk;

/**
 * Finds for each state a stubborn set with few enabled rules.
 *
 * <p>The sets that are closed under {@link Dependencies} and smallest are its strong components that need nothing outside, together with what is
 * below them and has nothing enabled. Tarjan's algorithm meets these first, so every seed is tried in one walk, and the walk ends at a set with
 * one enabled rule. What is chosen depends on the state alone.
 */
final class StubbornSets {
    /** Something enabled is in the closure of a node; something silent and enabled; a step that may close a cycle; a set that would do. */
    private static final int LIVE = 1;

    private static final int SILENT = 2;
    private static final int STICKY = 4;
    private static final int SERVED = 8;

    private final Actions actions;
    private final Standing standing;
    private final Dependencies needs;
    private final Cycles cycles;
    private final boolean behaviour;
    private final boolean occurrence;

    private int age;
    private final int[] seen;
    private final int[] order;
    private final int[] low;
    private final int[] flags;
    private final boolean[] open;
    private final int[] stack;
    private int stacked;
    private final int[] path;
    private final Walk[] walks;
    private int depth;
    private int visits;

    private int gathering;
    private final int[] todo;
    private final int[] gathered;
    private int[] best;
    private int bestCount;
    private int[] other;

    StubbornSets(Actions actions, Aim aim, Cycles cycles) {
        this.actions = actions;
        this.standing = new Standing(actions);
        this.cycles = cycles;
        this.behaviour = aim instanceof Aim.Behaviour;
        this.occurrence = aim instanceof Aim.Occurrence;
        this.needs = new Dependencies(actions, standing, marked(actions, aim), behaviour, this::cost);
        int n = needs.nodes;
        this.seen = new int[n];
        this.order = new int[n];
        this.low = new int[n];
        this.flags = new int[n];
        this.open = new boolean[n];
        this.stack = new int[n];
        this.path = new int[n];
        this.walks = new Walk[n];
        this.gathered = new int[n];
        this.todo = new int[n];
        this.best = new int[actions.rules];
        this.other = new int[actions.rules];
    }

    private static boolean[] marked(Actions actions, Aim aim) {
        boolean[] marked = new boolean[actions.rules];
        for (int r = 0; r < marked.length; r++) {
            marked[r] = switch (aim) {
                case Aim.Deadlocks d -> false;
                case Aim.Behaviour b -> !actions.isSilent(r);
                case Aim.Occurrence o -> !actions.isSilent(r) && o.events().contains(actions.event(r));
            };
        }
        return marked;
    }

    Standing standing() {
        return standing;
    }

    /** Turns to the state at this place; {@return how many rules are to be taken there} They are in {@link #rule}. */
    int open(long[] states, int at) {
        standing.open(states, at);
        needs.open();
        if (++age == 0) {
            Arrays.fill(seen, 0);
            age = 1;
        }
        bestCount = Integer.MAX_VALUE;
        if (occurrence) {
            gather(needs.markedNode());
        } else {
            visits = 0;
            stacked = 0;
            for (int c = 0; c < actions.components && bestCount > 1; c++) {
                if (seen[c] != age) {
                    visit(c);
                }
            }
        }
        if (bestCount == Integer.MAX_VALUE) {
            bestCount = standing.allEnabled(best);
        }
        return bestCount;
    }

    int rule(int i) {
        return best[i];
    }

    /** Cheapest is what costs nothing more: closed without anything enabled, or in the set that is growing. */
    private int cost(int component) {
        if (occurrence) {
            return gathered[component] == gathering ? 0 : 1;
        }
        if (seen[component] != age) {
            return 2;
        }
        if (open[component]) {
            return 1;
        }
        return (flags[component] & LIVE) == 0 ? 0 : 3;
    }

    private void visit(int root) {
        depth = 0;
        enter(root);
        while (depth > 0) {
            int node = path[depth - 1];
            int next = needs.next(node, walks[depth - 1]);
            if (next < 0) {
                depth--;
                if (low[node] == order[node] && complete(node)) {
                    return;
                }
                if (depth > 0) {
                    int above = path[depth - 1];
                    low[above] = Math.min(low[above], low[node]);
                    flags[above] |= flags[node];
                }
            } else if (seen[next] != age) {
                enter(next);
            } else if (open[next]) {
                low[node] = Math.min(low[node], order[next]);
            } else {
                flags[node] |= flags[next];
            }
        }
    }

    private void enter(int node) {
        seen[node] = age;
        order[node] = visits;
        low[node] = visits++;
        open[node] = true;
        flags[node] = needs.isRule(node) ? own(needs.rule(node)) : 0;
        stack[stacked++] = node;
        if (walks[depth] == null) {
            walks[depth] = new Walk();
        }
        Dependencies.begin(walks[depth]);
        path[depth++] = node;
    }

    private int own(int rule) {
        if (!standing.isEnabled(rule)) {
            return 0;
        }
        if (!behaviour) {
            return LIVE;
        }
        return LIVE | (actions.isSilent(rule) ? SILENT : 0) | (cycles.mayClose(rule, standing) ? STICKY : 0);
    }

    /** A strong component is known; {@return whether no smaller set can be found} */
    private boolean complete(int root) {
        int closure = flags[root];
        boolean serves = behaviour ? (closure & (SILENT | STICKY)) == SILENT : (closure & LIVE) != 0;
        boolean least = serves && (closure & SERVED) == 0;
        int node;
        do {
            node = stack[--stacked];
            open[node] = false;
            flags[node] = serves ? closure | SERVED : closure;
        } while (node != root);
        if (least) {
            gather(root);
        }
        return bestCount == 1;
    }

    /** Keeps the enabled rules of what is closed from the node, if they are fewer than any before. */
    private void gather(int root) {
        if (++gathering == 0) {
            Arrays.fill(gathered, 0);
            gathering = 1;
        }
        int count = 0;
        int pending = 0;
        gathered[root] = gathering;
        todo[pending++] = root;
        Walk walk = new Walk();
        while (pending > 0) {
            int node = todo[--pending];
            if (needs.isRule(node) && standing.isEnabled(needs.rule(node))) {
                other[count++] = needs.rule(node);
            }
            Dependencies.begin(walk);
            for (int next = needs.next(node, walk); next >= 0; next = needs.next(node, walk)) {
                if (gathered[next] != gathering) {
                    gathered[next] = gathering;
                    todo[pending++] = next;
                }
            }
        }
        if (count < bestCount) {
            int[] swap = best;
            best = other;
            other = swap;
            bestCount = count;
        }
    }
}
