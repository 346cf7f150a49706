package org.cspcheck.explorer.vector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cspcheck.explorer.system.Account;
import org.cspcheck.explorer.system.Account.Move;
import org.cspcheck.explorer.system.Walk;
import org.cspcheck.explorer.vector.Rules.Rule;
import org.cspcheck.model.event.Event;
import org.cspcheck.model.process.Process;

/**
 * Tells a walk of a network in terms where some components are smaller than what they stand for.
 *
 * <p>The walk is taken apart into the course of each component; each tells its own; and the network's steps are put together again: before a
 * joint step each partner does the internal steps that its part of it needs. The components need not come back to their beginnings after the
 * same number of rounds of a loop; all do after the least common multiple.
 */
final class Telling {
    private final Flattening network;
    private final Packing packing;
    private final Walk walk;
    private final List<Rule> rules;
    private final Course[] courses;
    private final Account[] accounts;

    /** For each step of the path and then of the loop, the rule that was used. */
    private final List<Rule> used = new ArrayList<>();

    private final Process[] terms;
    private final boolean[] terminated;

    /** How many steps of the path each component has done, or of the loop in this round. */
    private int[] done;

    Telling(VectorSystem system, Flattening network, Packing packing, Walk walk) {
        int n = network.graphs().size();
        this.network = network;
        this.packing = packing;
        this.walk = walk;
        this.rules = Rules.of(network);
        this.courses = new Course[n];
        this.accounts = new Account[n];
        this.terms = new Process[n];
        this.terminated = new boolean[n];
        Arrays.setAll(courses, component -> Course.empty(walk.refusing()));
        long[] state = new long[packing.words()];
        system.initial(state);
        state = assign(state, walk.path(), false);
        assign(state, walk.loop(), true);
    }

    /** Finds the rule of each step, and who did what in it. */
    private long[] assign(long[] start, List<Walk.Hop> hops, boolean loop) {
        long[] state = start;
        for (Walk.Hop hop : hops) {
            Rule rule = rule(state, hop);
            used.add(rule);
            for (int p = 0; p < rule.components().length; p++) {
                if (rule.labels()[p] != LeafGraph.DONE) {
                    int component = rule.components()[p];
                    var step = new Course.Hop(rule.labels()[p], packing.local(hop.state(), 0, component));
                    (loop ? courses[component].loop() : courses[component].path()).add(step);
                }
            }
            state = hop.state();
        }
        return state;
    }

    private Rule rule(long[] from, Walk.Hop hop) {
        for (Rule rule : rules) {
            if (rule.event() == hop.event() && leads(rule, from, hop.state())) {
                return rule;
            }
        }
        throw new IllegalStateException("a step was lost");
    }

    private boolean leads(Rule rule, long[] from, long[] to) {
        long[] reached = from.clone();
        for (int p = 0; p < rule.components().length; p++) {
            int component = rule.components()[p];
            int before = packing.local(from, 0, component);
            int after = packing.local(to, 0, component);
            if (!has(network.graphs().get(component), before, rule.labels()[p], after)) {
                return false;
            }
            reached[packing.word()[component]] ^= packing.difference(component, before, after);
        }
        return Arrays.equals(reached, to);
    }

    private static boolean has(LeafGraph graph, int before, int label, int after) {
        if (label == LeafGraph.DONE) {
            return before == after && before == graph.terminated();
        }
        for (int step = graph.from(before); step < graph.to(before); step++) {
            if (graph.label(step) == label && graph.target(step) == after) {
                return true;
            }
        }
        return false;
    }

    Account account() {
        int back = 0;
        int period = 1;
        for (int component = 0; component < terms.length; component++) {
            LeafGraph graph = network.graphs().get(component);
            accounts[component] = graph.isControl() ? null : graph.account(courses[component]);
            if (accounts[component] != null) {
                terms[component] = graph.term(0);
                back = Math.max(back, accounts[component].back());
                period = leastCommonMultiple(period, accounts[component].rounds().size() - accounts[component].back());
            }
        }
        done = new int[terms.length];
        var steps = new ArrayList<List<Move>>();
        for (int step = 0; step < walk.path().size(); step++) {
            steps.add(step(used.get(step), Account::steps));
        }
        var last = new ArrayList<Move>();
        for (int component = 0; component < terms.length; component++) {
            if (accounts[component] != null) {
                alone(component, accounts[component].last(), last);
            }
        }
        var rounds = new ArrayList<List<List<Move>>>();
        for (int round = 0; round < (walk.loop().isEmpty() ? 0 : back + period); round++) {
            rounds.add(round(round));
        }
        return new Account(steps, last, rounds, rounds.isEmpty() ? 0 : back);
    }

    private static int leastCommonMultiple(int one, int other) {
        if (other == 0) {
            return one; // not part of the loop
        }
        int a = one;
        int b = other;
        while (b != 0) {
            int rest = a % b;
            a = b;
            b = rest;
        }
        return Math.multiplyExact(one / a, other);
    }

    private List<List<Move>> round(int round) {
        done = new int[terms.length];
        var steps = new ArrayList<List<Move>>();
        for (int step = 0; step < walk.loop().size(); step++) {
            steps.add(step(used.get(walk.path().size() + step), account -> {
                int period = account.rounds().size() - account.back();
                int same = round < account.back() ? round : account.back() + (round - account.back()) % period;
                return account.rounds().get(same);
            }));
        }
        return steps;
    }

    /** Which steps of a component count now: those of the path, or those of a round. */
    private interface Stretch {
        List<List<Move>> of(Account account);
    }

    private List<Move> step(Rule rule, Stretch stretch) {
        var moves = new ArrayList<Move>();
        var joint = new ArrayList<Runnable>();
        for (int p = 0; p < rule.components().length; p++) {
            int component = rule.components()[p];
            if (rule.labels()[p] == LeafGraph.DONE) {
                continue;
            }
            if (accounts[component] == null) {
                joint.add(() -> terminated[component] = true);
                continue;
            }
            List<Move> own = stretch.of(accounts[component]).get(done[component]++);
            if (rule.labels()[p] == Event.TAU) {
                alone(component, own, moves);
                return moves;
            }
            alone(component, own.subList(0, own.size() - 1), moves);
            joint.add(() -> terms[component] = own.getLast().target());
        }
        joint.forEach(Runnable::run);
        moves.add(new Move(rule.event(), term()));
        return moves;
    }

    /** Internal steps of one component are internal steps of the network. */
    private void alone(int component, List<Move> own, List<Move> moves) {
        for (Move move : own) {
            terms[component] = move.target();
            moves.add(new Move(Event.TAU, term()));
        }
    }

    private Process term() {
        return VectorSystem.term(network.root(), new VectorSystem.Locals() {
            @Override
            public Process term(int component) {
                return terms[component];
            }

            @Override
            public boolean isTerminated(int control) {
                return terminated[control];
            }
        });
    }
}
