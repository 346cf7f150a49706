package org.cspcheck.explorer.phase;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.cspcheck.explorer.phase.Phase.Passage;
import org.cspcheck.explorer.system.Account;
import org.cspcheck.explorer.system.Account.Move;
import org.cspcheck.explorer.system.Successors;
import org.cspcheck.explorer.system.Walk;
import org.cspcheck.explorer.system.Walk.Hop;
import org.cspcheck.model.process.Process;

/**
 * Tells a walk through phases in terms.
 *
 * <p>The walk falls into stretches in which one network runs. Each network tells its own part, of which the layers make steps of the whole.
 * Where a loop leads from phase to phase, its network is told anew each time it begins: then it is in the same state, as a term, whenever the loop
 * comes back after the first time.
 */
final class Retelling {
    private final PhasedSystem system;
    private final Walk walk;

    Retelling(PhasedSystem system, Walk walk) {
        this.system = system;
        this.walk = walk;
    }

    /** A step of the walk: by which step of the network (null: by none), and what it is outside. */
    private record Taken(Hop inner, Passage passage) {
        boolean begins() {
            return !passage.keeping();
        }
    }

    Account account() {
        long[] first = new long[system.layout().words()];
        system.initial(first);
        List<Taken> path = taken(first, walk.path());
        List<Taken> loop = taken(walk.end(system), walk.loop());
        if (loop.stream().noneMatch(Taken::begins)) {
            return told(path, loop, walk.refusing());
        }
        List<Taken> thrice = Stream.of(path, loop, loop, loop).flatMap(List::stream).toList();
        List<List<Move>> steps = told(thrice, List.of(), false).steps();
        int once = path.size() + loop.size();
        var before = steps.subList(0, path.size());
        var round = steps.subList(path.size(), once);
        return end(before, system.phase(0).first()).equals(end(round, null))
                ? new Account(before, List.of(), List.of(round), 0)
                : new Account(before, List.of(), List.of(round, steps.subList(once, once + loop.size())), 1);
    }

    private static Process end(List<List<Move>> steps, Process start) {
        return steps.stream().flatMap(List::stream).map(Move::target).reduce(start, (earlier, later) -> later);
    }

    private List<Taken> taken(long[] start, List<Hop> hops) {
        var taken = new ArrayList<Taken>();
        long[] state = start;
        for (Hop hop : hops) {
            taken.add(taken(state, hop));
            state = hop.state();
        }
        return taken;
    }

    private Taken taken(long[] from, Hop hop) {
        return switch (system.phase(system.number(from, 0))) {
            case Phase.Point point -> new Taken(null, passage(point.steps(), new long[0], hop));
            case Phase.Running running -> {
                long[] vector = system.vector(running, from, 0);
                Successors steps = new Successors(vector.length);
                running.network.expander().expand(vector, 1, steps);
                for (int k = 0; k < steps.count; k++) {
                    long[] target = Arrays.copyOfRange(steps.states, k * vector.length, (k + 1) * vector.length);
                    Passage passage = passage(List.of(running.passages(steps.events[k])), target, hop);
                    if (passage != null) {
                        yield new Taken(new Hop(steps.events[k], target), passage);
                    }
                }
                yield new Taken(null, passage(running.own, vector, hop));
            }
        };
    }

    /** The passage that a step of the walk is, if the network comes to this vector; null if it is none. */
    private Passage passage(List<Passage> passages, long[] vector, Hop hop) {
        long[] reached = new long[system.layout().words()];
        for (Passage passage : passages) {
            system.follow(passage, vector, 0, vector.length, reached, 0);
            if (passage.event() == hop.event() && Arrays.equals(reached, hop.state())) {
                return passage;
            }
        }
        return null;
    }

    /** @param loop in which no phase begins */
    private Account told(List<Taken> path, List<Taken> loop, boolean refusing) {
        var steps = new ArrayList<List<Move>>();
        Phase at = system.phase(0);
        int from = 0;
        for (int i = 0; i < path.size(); i++) {
            if (path.get(i).begins()) {
                steps.addAll(new Stretch(at, path.subList(from, i + 1), List.of(), false).account().steps());
                at = system.phase(path.get(i).passage().phase());
                from = i + 1;
            }
        }
        Account rest = new Stretch(at, path.subList(from, path.size()), loop, refusing).account();
        steps.addAll(rest.steps());
        return new Account(steps, rest.last(), rest.rounds(), rest.back());
    }

    /** A part of the walk in which one network runs, or none. */
    private final class Stretch {
        private final List<Taken> path;
        private final List<Taken> loop;
        private final boolean refusing;
        private Phase phase;

        /** What the network is by now. */
        private Process inside;

        Stretch(Phase phase, List<Taken> path, List<Taken> loop, boolean refusing) {
            this.phase = phase;
            this.path = path;
            this.loop = loop;
            this.refusing = refusing;
        }

        Account account() {
            Account inner = inner();
            List<List<Move>> steps = outside(path, inner.steps());
            List<Move> last = inner.last().stream().map(this::kept).toList();
            if (loop.isEmpty()) {
                return new Account(steps, last, List.of(), 0);
            }
            if (inner.rounds().isEmpty()) {
                return new Account(steps, last, List.of(outside(loop, List.of())), 0);
            }
            return new Account(steps, last, inner.rounds().stream().map(round -> outside(loop, round)).toList(), inner.back());
        }

        private Account inner() {
            if (!(phase instanceof Phase.Running running)) {
                return new Account(List.of(), List.of(), List.of(), 0);
            }
            long[] first = new long[running.network.layout().words()];
            running.network.initial(first);
            inside = running.network.describe(first, 0);
            return running.network.account(new Walk(hops(path), hops(loop), refusing));
        }

        private static List<Hop> hops(List<Taken> steps) {
            return steps.stream().map(Taken::inner).filter(hop -> hop != null).toList();
        }

        private List<List<Move>> outside(List<Taken> steps, List<List<Move>> inner) {
            Iterator<List<Move>> moves = inner.iterator();
            return steps.stream().map(taken -> outside(taken, taken.inner() == null ? null : moves.next())).toList();
        }

        private List<Move> outside(Taken taken, List<Move> moves) {
            if (moves == null) {
                return List.of(arrival(taken));
            }
            var outside = new ArrayList<Move>();
            for (Move move : moves) {
                inside = move.target();
                outside.add(move == moves.getLast() ? arrival(taken) : around(move));
            }
            return outside;
        }

        /** An internal move of the network. */
        private Move kept(Move move) {
            inside = move.target();
            return around(move);
        }

        private Move around(Move move) {
            return new Move(move.event(), ((Phase.Running) phase).around(inside));
        }

        private Move arrival(Taken taken) {
            phase = system.phase(taken.passage().phase());
            return new Move(
                    taken.passage().event(), taken.passage().keeping() ? ((Phase.Running) phase).around(inside) : phase.first());
        }
    }
}
