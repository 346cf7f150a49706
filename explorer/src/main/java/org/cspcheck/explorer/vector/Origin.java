package org.cspcheck.explorer.vector;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.cspcheck.explorer.compress.Compressed;
import org.cspcheck.explorer.compress.Graph;
import org.cspcheck.explorer.normal.StateNumbers;
import org.cspcheck.explorer.system.Account;
import org.cspcheck.explorer.system.Account.Move;
import org.cspcheck.explorer.system.TransitionSystem;
import org.cspcheck.explorer.system.Walk;
import org.cspcheck.model.process.Process;

/** Where a component's graph comes from, and so the way back from its states and runs to terms. */
sealed interface Origin {
    /** The control of a group: no process. */
    record Control() implements Origin {}

    /** A term by the firing rules: the term of each state, and whether some step waits for time. */
    record Terms(List<Process> terms, boolean timers) implements Origin {}

    /** A network, explored: what each state is in it. */
    record Unfolded(TransitionSystem system, StateNumbers numbers) implements Origin {
        private long[] words(int state) {
            long[] words = new long[system.layout().words()];
            numbers.read(state, words);
            return words;
        }

        private List<Walk.Hop> hops(List<Course.Hop> hops) {
            return hops.stream().map(hop -> new Walk.Hop(hop.label(), words(hop.state()))).toList();
        }
    }

    /** A larger graph, compressed. */
    record Smaller(LeafGraph larger, Compressed compressed) implements Origin {}

    default Process term(int state) {
        return switch (this) {
            case Control control -> throw new IllegalStateException("a control is no process");
            case Terms terms -> terms.terms.get(state);
            case Unfolded unfolded -> unfolded.system.describe(unfolded.words(state), 0);
            case Smaller(LeafGraph larger, Compressed compressed) -> larger.term(compressed.representatives()[state]);
        };
    }

    default boolean isLiteral() {
        return switch (this) {
            case Control control -> true;
            case Terms terms -> true;
            case Unfolded unfolded -> false;
            case Smaller smaller -> false;
        };
    }

    /** {@return whether a step waits for time, or may do so} */
    default boolean hasTimers() {
        return switch (this) {
            case Control control -> false;
            case Terms terms -> terms.timers;
            case Unfolded unfolded -> !(unfolded.system instanceof VectorSystem network) || network.hasTimers();
            case Smaller smaller -> smaller.larger.hasTimers();
        };
    }

    /** {@return what a course in this graph is in terms} */
    default Account account(Graph graph, Course course) {
        return switch (this) {
            case Control control -> throw new IllegalStateException("a control is no process");
            case Terms terms -> new Account(
                    literal(course.path()), List.of(), course.loop().isEmpty() ? List.of() : List.of(literal(course.loop())), 0);
            case Unfolded unfolded ->
                unfolded.system.account(new Walk(unfolded.hops(course.path()), unfolded.hops(course.loop()), course.refusing()));
            case Smaller(LeafGraph larger, Compressed compressed) -> {
                Lifting lifting = compressed.classes()
                        .map(classes -> Lifting.exact(larger.graph(), classes, course))
                        .orElseGet(() -> WeakLifting.of(larger.graph(), graph, course));
                yield joined(lifting, larger.account(lifting.course(course.refusing())));
            }
        };
    }

    private List<List<Move>> literal(List<Course.Hop> hops) {
        return hops.stream().map(hop -> List.of(new Move(hop.label(), term(hop.state())))).toList();
    }

    /** The account of the larger graph's course, cut where the steps of the smaller one's are. */
    private static Account joined(Lifting lifting, Account inner) {
        Account whole = lifting.back() > 0 ? inner.withoutLast() : inner; // what comes last there comes after some rounds here
        var path = whole.steps().iterator();
        var steps = new ArrayList<List<Move>>();
        lifting.steps().forEach(step -> steps.add(take(step.size(), path)));
        var last = new ArrayList<Move>(take(lifting.last().size(), path));
        last.addAll(whole.last());
        var rounds = new ArrayList<List<List<Move>>>();
        for (List<List<Course.Hop>> round : lifting.rounds().subList(0, lifting.back())) {
            rounds.add(round.stream().map(step -> take(step.size(), path)).toList());
        }
        for (List<List<Move>> turn : whole.rounds()) {
            var loop = turn.iterator();
            for (List<List<Course.Hop>> round : lifting.rounds().subList(lifting.back(), lifting.rounds().size())) {
                rounds.add(round.stream().map(step -> take(step.size(), loop)).toList());
            }
        }
        int period = lifting.rounds().size() - lifting.back();
        return new Account(steps, last, rounds, lifting.rounds().isEmpty() ? 0 : lifting.back() + whole.back() * period);
    }

    private static List<Move> take(int count, Iterator<List<Move>> steps) {
        var moves = new ArrayList<Move>();
        for (int i = 0; i < count; i++) {
            moves.addAll(steps.next());
        }
        return moves;
    }
}
