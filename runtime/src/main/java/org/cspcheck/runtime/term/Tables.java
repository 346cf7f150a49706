package org.cspcheck.runtime.term;

import java.util.List;
import java.util.Optional;
import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.source.EvaluationBound;
import org.cspcheck.runtime.Scheduler;

/**
 * A network of terms as tables, and where its processes stand when the tables have stopped.
 *
 * <p>Of a process whose graph is small only the numbers of its state and of its last event are held. Its term, its name, its alphabet and the
 * numbers of its events are found again, from the term of the network, when somebody asks.
 */
final class Tables {
    /** A graph with more states and steps than these, and some for each process, is not made beforehand; nor are all graphs if they are many. */
    private static final int MOST_OF_ONE = 1 << 12;

    private static final int MOST_OF_SERVER = 1 << 3;

    private static final int MOST_OF_EACH = 1 << 9;
    private static final int MOST_OF_FEW = 1 << 16;

    /** Steps of evaluation after which the graph of a process is given up: the network may never get where it does not end. */
    private static final int MOST_EVALUATION = 1 << 20;

    /** With more processes that grow than these, all do. */
    private static final int FEW_GROW = 1 << 6;

    /** So many processes are unfolded with the same memory of terms. */
    private static final int TOGETHER = 1 << 8;

    /** Where a process stands: at a settled term, with the event that it performed last. */
    record Position(Process state, int last) {}

    private final Places places;
    /** Null where no process grows. */
    private final Growth growth;

    private final TermLoop loop;

    private Tables(Places places, Growth growth, TermLoop loop) {
        this.places = places;
        this.growth = growth;
        this.loop = loop;
    }

    /** {@return the tables of a network none of whose processes has code of its own} */
    static Tables of(FiringRules rules, Alphabet alphabet, Parts parts, Optional<Checkpoint> from) {
        Scheduler scheduler = Scheduler.current();
        Actors actors = scheduler.watched() ? new Actors(scheduler, parts.names()) : null;
        int n = parts.terms.size();
        var shapes = new Shapes(new Routes(parts.root, alphabet), alphabet, n, actors != null);
        Optional<Places> places = unfold(alphabet, parts, from, shapes) ? shapes.places() : Optional.empty();
        if (places.isPresent() && shapes.growing() == 0) {
            return new Tables(places.get(), null, new TermLoop(alphabet, places.get(), null, actors, shapes.starts(), shapes.last()));
        }
        var growth = places.isPresent()
                ? new Growth(shapes.routesOfGrowing(parts.root), shapes.numberingForGrowing(), places.get())
                : new Growth(new Routes(parts.root, alphabet), n);
        int[] at = places.isPresent() ? shapes.starts() : new int[n];
        int[] last = places.isPresent() ? shapes.last() : new int[n];
        var unfolding = new Unfolding(rules, alphabet);
        for (int i = 0; i < n; i++) {
            if (growth.grows(i)) {
                Position start = start(rules, parts, from, i);
                at[i] = growth.of(i, unfolding.of(start.state));
                last[i] = start.last;
            }
        }
        return new Tables(growth.places(), growth, new TermLoop(alphabet, growth.places(), growth, actors, at, last));
    }

    /**
     * Adds all processes to the shapes; those grow whose graph is large, has no end, or cannot be made: whether that matters shows when
     * they get there. {@return whether that is so of a few only}
     */
    private static boolean unfold(Alphabet alphabet, Parts parts, Optional<Checkpoint> from, Shapes shapes) {
        int n = parts.terms.size();
        long left = (long) MOST_OF_EACH * n + MOST_OF_FEW;
        long one = (long) MOST_OF_SERVER * n + MOST_OF_ONE;
        for (int begin = 0; begin < n; begin += TOGETHER) {
            var rules = new FiringRules();
            for (int i = begin; i < Math.min(n, begin + TOGETHER); i++) {
                Position start = start(rules, parts, from, i);
                int most = (int) Math.min(left, one);
                Optional<Graph> graph = EvaluationBound.within(MOST_EVALUATION, () -> Graph.of(rules, alphabet, start.state, most));
                if (graph.isPresent()) {
                    left -= graph.get().form.words().length;
                    shapes.add(i, graph.get(), start.last);
                } else if (left < one || parts.root.renames(i) || shapes.growing() == FEW_GROW) {
                    return false;
                } else {
                    shapes.addGrowing(i, start.last);
                    one = Math.max(MOST_OF_ONE / FEW_GROW, one / 2); // what is given up costs no more than twice the first
                }
            }
        }
        return true;
    }

    /** Where a process begins. */
    static Position start(FiringRules rules, Parts parts, Optional<Checkpoint> from, int process) {
        Process settled = rules.settle(parts.terms.get(process));
        if (from.isEmpty()) {
            return new Position(settled, 0);
        }
        Checkpoint.Position position = from.get().positions().get(process);
        return new Position(Checkpoint.follow(rules, settled, position), position.last());
    }

    /** {@return whether all processes have ended} Otherwise nothing can happen, or the network is to rest. */
    boolean run() {
        return loop.run();
    }

    void rest() {
        loop.rest();
    }

    boolean resting() {
        return loop.resting();
    }

    long performed() {
        return loop.performed();
    }

    /** {@return where a process stands} */
    Position position(FiringRules rules, Alphabet alphabet, Parts parts, Optional<Checkpoint> from, int process) {
        int place = loop.place(process);
        int last = loop.last(process);
        if (growth != null && growth.grows(process)) {
            return new Position(growth.state(place).term, last);
        }
        Position start = start(rules, parts, from, process);
        Graph graph = Graph.of(rules, alphabet, start.state, Integer.MAX_VALUE);
        return new Position(graph.states.get(places.words[place + Places.STATE]), last < 0 ? 0 : graph.events[last]);
    }
}
