package org.cspcheck.explorer.system;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.cspcheck.model.process.Process;

/**
 * A {@link Walk} told in terms, step by step as the firing rules have it.
 *
 * <p>The systems that searches walk over may be smaller than what they stand for: an internal step may stand for none, and a visible one may
 * have internal ones before it.
 *
 * @param steps for each step of the walk the moves that it stands for
 * @param last internal moves after those
 * @param rounds each time around the loop, step by step
 * @param back before which of the rounds the state was the one that it is after the last round
 */
public record Account(List<List<Move>> steps, List<Move> last, List<List<List<Move>>> rounds, int back) {
    /** One step of the firing rules. */
    public record Move(int event, Process target) {}

    /** {@return an account of a system whose states are terms one to one} */
    public static Account literal(TransitionSystem system, Walk walk) {
        List<List<List<Move>>> rounds = walk.loop().isEmpty() ? List.of() : List.of(literal(system, walk.loop()));
        return new Account(literal(system, walk.path()), List.of(), rounds, 0);
    }

    private static List<List<Move>> literal(TransitionSystem system, List<Walk.Hop> hops) {
        return hops.stream().map(hop -> List.of(new Move(hop.event(), system.describe(hop.state(), 0)))).toList();
    }

    /** {@return the moves to the end of the walk, or to where its loop begins} */
    public List<Move> path() {
        var moves = new ArrayList<Move>();
        steps.forEach(moves::addAll);
        moves.addAll(last);
        rounds.subList(0, back).forEach(round -> round.forEach(moves::addAll));
        return moves;
    }

    /** {@return the moves of the loop} */
    public List<Move> loop() {
        var moves = new ArrayList<Move>();
        rounds.subList(back, rounds.size()).forEach(round -> round.forEach(moves::addAll));
        return moves;
    }

    /** {@return the same moves with none between the steps and the first round: they are part of that round, which is told once more where the loop leads back to it} */
    public Account withoutLast() {
        if (last.isEmpty() || rounds.isEmpty()) {
            return this;
        }
        var told = new ArrayList<>(rounds);
        if (back == 0) {
            told.addAll(rounds);
        }
        var first = new ArrayList<>(rounds.getFirst());
        var longer = new ArrayList<>(last);
        longer.addAll(first.getFirst());
        first.set(0, longer);
        told.set(0, first);
        return new Account(steps, List.of(), told, back == 0 ? rounds.size() : back);
    }

    /**
     * {@return the account of a system around this one}
     *
     * @param outer the same walk in that system, whose steps have its events
     */
    Account around(Walk outer, UnaryOperator<Process> operator) {
        return new Account(
                around(outer.path(), steps, operator),
                last.stream().map(move -> new Move(move.event(), operator.apply(move.target()))).toList(),
                rounds.stream().map(round -> around(outer.loop(), round, operator)).toList(),
                back);
    }

    private static List<List<Move>> around(List<Walk.Hop> outer, List<List<Move>> steps, UnaryOperator<Process> operator) {
        var all = new ArrayList<List<Move>>();
        for (int i = 0; i < steps.size(); i++) {
            var moves = new ArrayList<Move>();
            for (Move move : steps.get(i)) {
                int event = move == steps.get(i).getLast() ? outer.get(i).event() : move.event();
                moves.add(new Move(event, operator.apply(move.target())));
            }
            all.add(moves);
        }
        return all;
    }
}
