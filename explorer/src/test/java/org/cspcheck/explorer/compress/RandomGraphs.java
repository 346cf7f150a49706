package org.cspcheck.explorer.compress;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cspcheck.model.event.Event;

/** Small graphs with many taus, some loops of them, and a state after termination now and then. All states are reachable. */
public final class RandomGraphs {
    private static final int LETTERS = 3;

    private RandomGraphs() {}

    /** {@return a graph of at most {@code most} states; the same for the same seed} */
    public static Graph of(int seed, int most) {
        var random = new Random(seed);
        int states = 1 + random.nextInt(most);
        double silent = random.nextDouble();
        var steps = new ArrayList<List<int[]>>();
        for (int state = 0; state < states; state++) {
            var own = new ArrayList<int[]>();
            for (int left = random.nextInt(4); left > 0; left--) {
                int label = random.nextDouble() < silent ? Event.TAU : Event.FIRST_VISIBLE + random.nextInt(LETTERS);
                own.add(new int[] {label, random.nextInt(states)});
            }
            if (random.nextInt(8) == 0) {
                own.add(new int[] {Event.TICK, states});
            }
            steps.add(own);
        }
        steps.add(List.of());
        return reachable(steps, states);
    }

    private static Graph reachable(List<List<int[]>> steps, int terminated) {
        var numbers = new ArrayList<>(List.of(0));
        var building = new Graph.Building();
        for (int next = 0; next < numbers.size(); next++) {
            for (int[] step : steps.get(numbers.get(next))) {
                if (!numbers.contains(step[1])) {
                    numbers.add(step[1]);
                }
                building.step(step[0], numbers.indexOf(step[1]));
            }
            building.endState();
        }
        if (numbers.contains(terminated)) {
            building.terminated(numbers.indexOf(terminated));
        }
        return building.graph();
    }
}
