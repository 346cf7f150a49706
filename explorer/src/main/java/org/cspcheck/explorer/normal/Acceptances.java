package org.cspcheck.explorer.normal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.cspcheck.model.event.Event;

/**
 * What a state accepts: the events it offers when it is stable; just tick, whatever else it offers, when it can tick, because it may give that
 * signal by itself; nothing can be said of a state with tau and without tick.
 */
public final class Acceptances {
    private static final Comparator<int[]> SMALL_FIRST =
            Comparator.<int[]>comparingInt(acceptance -> acceptance.length).thenComparing(Arrays::compare);

    private Acceptances() {}

    /** {@return the acceptance of a state with these steps, ascending; null if it has none} The event of each step comes first. */
    public static int[] of(int[] steps, int stride) {
        int[] events = new int[steps.length / stride];
        for (int i = 0; i < events.length; i++) {
            events[i] = steps[i * stride];
        }
        return of(events, 0, events.length);
    }

    /** {@return the acceptance of a state whose steps have the events of this range, ascending; null if it has none} */
    public static int[] of(int[] events, int from, int to) {
        boolean stable = true;
        for (int k = from; k < to; k++) {
            if (events[k] == Event.TICK) {
                return new int[] {Event.TICK};
            }
            stable &= events[k] != Event.TAU;
        }
        return stable ? distinct(Arrays.copyOfRange(events, from, to)) : null;
    }

    private static int[] distinct(int[] events) {
        Arrays.sort(events);
        int kept = 0;
        for (int i = 0; i < events.length; i++) {
            if (i == 0 || events[i] != events[i - 1]) {
                events[kept++] = events[i];
            }
        }
        return kept == events.length ? events : Arrays.copyOf(events, kept);
    }

    /** {@return those that contain no other one} */
    static int[][] minimal(List<int[]> acceptances) {
        var sorted = new TreeSet<>(SMALL_FIRST);
        sorted.addAll(acceptances);
        var minimal = new ArrayList<int[]>();
        for (int[] candidate : sorted) {
            if (minimal.stream().noneMatch(smaller -> contains(candidate, smaller))) {
                minimal.add(candidate);
            }
        }
        return minimal.toArray(int[][]::new);
    }

    /** {@return whether every element of {@code part} is in {@code whole}} Both ascend. */
    public static boolean contains(int[] whole, int[] part) {
        int w = 0;
        for (int element : part) {
            while (w < whole.length && whole[w] < element) {
                w++;
            }
            if (w == whole.length || whole[w] != element) {
                return false;
            }
        }
        return true;
    }
}
