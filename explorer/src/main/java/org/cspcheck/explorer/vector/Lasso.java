package org.cspcheck.explorer.vector;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cspcheck.explorer.compress.Graph;
import org.cspcheck.explorer.vector.Course.Hop;
import org.cspcheck.model.event.Event;

/**
 * A run that repeats a sequence of labels for ever, with tau anywhere between.
 *
 * @param start the state where it begins
 * @param moves of all rounds, each closed by the last label of the sequence
 * @param rounds how many times the sequence is run through
 * @param back before which of the rounds the state was the one that it is after the last round
 */
record Lasso(int start, List<Hop> moves, int rounds, int back) {
    /** {@return such a run from one of the states; there is one, or else the graph is not the one that was compressed} */
    static Lasso of(Graph graph, int[] starts, int[] sequence) {
        return new Product(graph, sequence).lasso(starts);
    }

    /** Pairs of a state and a position in the sequence. */
    private static final class Product {
        private final Graph graph;
        private final int[] sequence;
        private final Map<Long, Integer> numbers = new HashMap<>();
        private final List<Long> pairs = new ArrayList<>();
        private final List<int[]> steps = new ArrayList<>(); // label, target pair, label, target pair ..

        Product(Graph graph, int[] sequence) {
            this.graph = graph;
            this.sequence = sequence;
        }

        Lasso lasso(int[] starts) {
            for (int start : starts) {
                number(start, 0);
            }
            for (int pair = 0; pair < pairs.size(); pair++) {
                steps.add(expand(pair));
            }
            int[] component = components();
            for (int pair = 0; pair < pairs.size(); pair++) {
                int[] row = steps.get(pair);
                for (int k = 0; k < row.length; k += 2) {
                    if (row[k] != Event.TAU && component[row[k + 1]] == component[pair]) {
                        return through(starts.length, pair, row[k], row[k + 1]);
                    }
                }
            }
            throw new IllegalStateException("a run of a compressed component is none of the component");
        }

        private int number(int state, int position) {
            long pair = (long) position << 32 | state;
            Integer known = numbers.putIfAbsent(pair, pairs.size());
            if (known == null) {
                pairs.add(pair);
                return pairs.size() - 1;
            }
            return known;
        }

        private int state(int pair) {
            return (int) (long) pairs.get(pair);
        }

        private int[] expand(int pair) {
            int position = (int) (pairs.get(pair) >>> 32);
            int state = state(pair);
            var found = new ArrayList<Integer>();
            for (int step = graph.from(state); step < graph.to(state); step++) {
                int label = graph.label(step);
                if (label == Event.TAU || label == sequence[position]) {
                    found.add(label);
                    found.add(number(graph.target(step), label == Event.TAU ? position : (position + 1) % sequence.length));
                }
            }
            return found.stream().mapToInt(Integer::intValue).toArray();
        }

        private int[] components() {
            var building = new Graph.Building();
            for (int[] row : steps) {
                for (int k = 0; k < row.length; k += 2) {
                    building.step(Event.TAU, row[k + 1]);
                }
                building.endState();
            }
            return building.graph().tauComponents();
        }

        /** The run to a pair, one visible step from there, and back to the pair; begun again where the sequence begins. */
        private Lasso through(int starts, int pair, int label, int next) {
            var stem = path(firsts(starts), pair);
            int start = stem.isEmpty() ? pair : stem.getFirst()[0];
            var cycle = new ArrayList<int[]>();
            cycle.add(new int[] {pair, label, next});
            if (next != pair) {
                cycle.addAll(path(List.of(next), pair));
            }
            var moves = new ArrayList<Hop>();
            int visible = append(moves, stem);
            int turned = 0;
            do { // a round ends with the last label of the sequence: taus before the next one belong to the next round
                visible += append(moves, List.of(cycle.get(turned++ % cycle.size())));
            } while (moves.getLast().label() == Event.TAU || visible % sequence.length != 0);
            int back = visible / sequence.length;
            for (int i = 0; i < cycle.size(); i++) {
                visible += append(moves, List.of(cycle.get((turned + i) % cycle.size())));
            }
            return new Lasso(state(start), moves, visible / sequence.length, back);
        }

        private static List<Integer> firsts(int starts) {
            var first = new ArrayList<Integer>();
            for (int pair = 0; pair < starts; pair++) {
                first.add(pair);
            }
            return first;
        }

        private int append(List<Hop> moves, List<int[]> steps) {
            int visible = 0;
            for (int[] step : steps) {
                moves.add(new Hop(step[1], state(step[2])));
                visible += step[1] == Event.TAU ? 0 : 1;
            }
            return visible;
        }

        /** The shortest path, as source, label, target. */
        private List<int[]> path(List<Integer> from, int to) {
            var arrivals = new HashMap<Integer, int[]>();
            from.forEach(pair -> arrivals.put(pair, new int[0]));
            var queue = new ArrayList<>(from);
            for (int i = 0; !arrivals.containsKey(to); i++) {
                int pair = queue.get(i);
                int[] row = steps.get(pair);
                for (int k = 0; k < row.length; k += 2) {
                    if (arrivals.putIfAbsent(row[k + 1], new int[] {pair, row[k], row[k + 1]}) == null) {
                        queue.add(row[k + 1]);
                    }
                }
            }
            var path = new ArrayList<int[]>();
            for (int[] step = arrivals.get(to); step.length > 0; step = arrivals.get(step[0])) {
                path.addFirst(step);
            }
            return path;
        }
    }
}
