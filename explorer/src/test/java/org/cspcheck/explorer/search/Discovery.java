package org.cspcheck.explorer.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cspcheck.explorer.system.Commutation;
import org.cspcheck.explorer.system.Successors;

/**
 * The plainest breadth-first search, one state at a time: what it discovers, in order.
 *
 * @param states in the order of discovery
 * @param origins for each state after the first the number of the state and of the step that it was discovered by
 * @param asked how many steps were looked where they lead
 */
public record Discovery(List<List<Long>> states, List<Origin> origins, long asked) {
    public record Origin(int parent, int step) {}

    /** All steps are looked at. */
    public static Discovery plain(Exploration exploration, int most) {
        return of(exploration, false, most);
    }

    /** Only the steps that commutation leaves. */
    public static Discovery lean(Exploration exploration, int most) {
        return of(exploration, true, most);
    }

    private static Discovery of(Exploration exploration, boolean lean, int most) {
        int words = exploration.layout().words();
        var examiner = exploration.examiner();
        Commutation commutation = exploration.commutation().orElseThrow();
        var steps = new Successors(words);
        long[] initial = new long[words];
        exploration.initial(initial);
        List<long[]> queue = new ArrayList<>(List.of(initial));
        List<Integer> arrivals = new ArrayList<>(List.of(Commutation.NONE));
        Set<List<Long>> known = new HashSet<>(Set.of(boxed(initial)));
        List<Origin> origins = new ArrayList<>();
        long asked = 0;
        for (int i = 0; i < queue.size() && queue.size() < most; i++) {
            examiner.examine(queue.get(i), 1, steps);
            int[] left = new int[steps.count + 1];
            int n = lean ? commutation.sift(steps, new int[] {arrivals.get(i)}, left) : steps.count;
            asked += n;
            for (int k = 0; k < n; k++) {
                int step = lean ? left[k] : k;
                long[] target = Arrays.copyOfRange(steps.states, step * words, (step + 1) * words);
                if (known.add(boxed(target))) {
                    queue.add(target);
                    arrivals.add(steps.moves[step]);
                    origins.add(new Origin(i, step));
                }
            }
        }
        return new Discovery(queue.stream().map(Discovery::boxed).toList(), origins, asked);
    }

    private static List<Long> boxed(long[] state) {
        return Arrays.stream(state).boxed().toList();
    }
}
