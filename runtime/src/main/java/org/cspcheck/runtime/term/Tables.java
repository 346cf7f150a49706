package org.cspcheck.runtime.term;

import java.util.List;
import java.util.Optional;
import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.process.Process;
import org.cspcheck.runtime.Scheduler;
import org.cspcheck.runtime.Tasklet;

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

    /** So many processes are unfolded with the same memory of terms. */
    private static final int TOGETHER = 1 << 8;

    /** Where a process stands: at a settled term, with the event that it performed last. */
    record Position(Process state, int last) {}

    private final Places places;
    /** Null where all places are known. */
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
        Tasklet[] actors = scheduler.watched() ? parts.names().stream().map(scheduler::actor).toArray(Tasklet[]::new) : null;
        Optional<Shapes> shapes = shapes(parts, from, actors != null);
        if (shapes.isPresent()) {
            Places places = shapes.get().places();
            return new Tables(places, null, new TermLoop(alphabet, places, null, actors, shapes.get().starts(), shapes.get().last()));
        }
        int n = parts.terms.size();
        var growth = new Growth(new Routes(parts.root), n);
        var unfolding = new Unfolding(rules);
        int[] at = new int[n];
        int[] last = new int[n];
        for (int i = 0; i < n; i++) {
            Position start = start(rules, parts, from, i);
            at[i] = growth.of(i, unfolding.of(start.state));
            last[i] = start.last;
        }
        return new Tables(growth.places(), growth, new TermLoop(alphabet, growth.places(), growth, actors, at, last));
    }

    /** {@return the shapes of the processes} Empty if a graph is large, or cannot be made: whether that matters shows when a process gets there. */
    private static Optional<Shapes> shapes(Parts parts, Optional<Checkpoint> from, boolean named) {
        int n = parts.terms.size();
        var shapes = new Shapes(new Routes(parts.root), n, named);
        long left = (long) MOST_OF_EACH * n + MOST_OF_FEW;
        long one = (long) MOST_OF_SERVER * n + MOST_OF_ONE;
        try {
            for (int begin = 0; begin < n; begin += TOGETHER) {
                var rules = new FiringRules();
                for (int i = begin; i < Math.min(n, begin + TOGETHER); i++) {
                    Position start = start(rules, parts, from, i);
                    Graph graph = Graph.of(rules, start.state, (int) Math.min(left, one));
                    if (graph == null) {
                        return Optional.empty();
                    }
                    left -= graph.form.words().length;
                    shapes.add(i, graph, start.last);
                }
            }
        } catch (RuntimeException | StackOverflowError unknowable) {
            return Optional.empty();
        }
        return Optional.of(shapes);
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
    Position position(FiringRules rules, Parts parts, Optional<Checkpoint> from, int process) {
        int place = loop.place(process);
        int last = loop.last(process);
        if (growth != null) {
            return new Position(growth.state(place).term, last);
        }
        Position start = start(rules, parts, from, process);
        Graph graph = Graph.of(rules, start.state, Integer.MAX_VALUE);
        return new Position(graph.states.get(places.words[place + Places.STATE]), last < 0 ? 0 : graph.events[last]);
    }
}
