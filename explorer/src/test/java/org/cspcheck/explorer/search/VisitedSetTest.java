package org.cspcheck.explorer.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.cspcheck.explorer.system.Layout;
import org.cspcheck.model.verdict.Limits;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables hold exactly what was put in, in order, whatever the number of words. */
class VisitedSetTest {
    private final Budget budget = new Budget(Limits.NONE, Progress.SILENT, () -> false);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void what_is_new_is_what_a_set_says(int words) {
        var random = new Random(words);
        Set<List<Long>> known = new HashSet<>();
        List<List<Long>> order = new ArrayList<>();
        try (VisitedSet set = VisitedSet.of(new Layout(words, 63, false), budget);
                StateStore store = new StateStore(words, budget)) {
            for (int block = 0; block < 300; block++) {
                int count = random.nextInt(400);
                long[] states = random.longs((long) count * words, 0, 40).map(x -> x * 0x0123456789abcdL & Long.MAX_VALUE).toArray();
                if (words == 1) {
                    states = random.longs(count, 0, 30_000).map(x -> x == 0 ? Long.MAX_VALUE : x << 30).toArray();
                }
                int[] fresh = new int[count];
                int found = set.addAll(states, count, fresh);
                int[] expected = expected(states, count, words, known, order);
                assertArrayEquals(expected, Arrays.copyOf(fresh, found));
                store.append(states, fresh, found);
            }
            assertEquals(order.size(), store.size());
            long[] stored = new long[order.size() * words];
            store.read(0, order.size(), stored);
            assertArrayEquals(order.stream().flatMap(List::stream).mapToLong(Long::longValue).toArray(), stored);
        }
    }

    private static int[] expected(long[] states, int count, int words, Set<List<Long>> known, List<List<Long>> order) {
        var fresh = new ArrayList<Integer>();
        for (int i = 0; i < count; i++) {
            List<Long> state = Arrays.stream(states, i * words, (i + 1) * words).boxed().toList();
            if (known.add(state)) {
                fresh.add(i);
                order.add(state);
            }
        }
        return fresh.stream().mapToInt(Integer::intValue).toArray();
    }
}
