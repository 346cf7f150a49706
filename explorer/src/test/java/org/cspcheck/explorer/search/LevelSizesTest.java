package org.cspcheck.explorer.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.stream.LongStream;
import org.cspcheck.model.verdict.Outlook.Range;
import org.junit.jupiter.api.Test;

class LevelSizesTest {
    private static Optional<Range> after(long[] levels, int count) {
        var sizes = new LevelSizes();
        long states = 0;
        for (int i = 0; i < count; i++) {
            states += levels[i];
            sizes.add(levels[i], states);
        }
        return sizes.inAll(states);
    }

    /** n processes that take one step each: C(n, k) states after k steps, 2^n in all. */
    private static long[] independent(int n) {
        long[] levels = new long[n + 1];
        levels[0] = 1;
        for (int k = 1; k <= n; k++) {
            levels[k] = levels[k - 1] * (n - k + 1) / k;
        }
        return levels;
    }

    /** The most that a range may span is told in the class: a factor of four. */
    @Test
    void independent_steps_are_foreseen_before_half_of_the_states_are_found() {
        for (int n : new int[] {28, 32, 40}) {
            for (int level = n / 2 - 1; level <= n; level++) {
                int known = level;
                Range range = after(independent(n), level + 1).orElseThrow(() -> new AssertionError(known));
                assertTrue(range.least() <= 1L << n && 1L << n <= range.most(), n + " at " + level + ": " + range);
                assertTrue(range.most() <= 4 * range.least() + 4, n + " at " + level + ": " + range);
            }
        }
    }

    @Test
    void steady_growth_does_not_tell_where_it_ends() {
        long[] doubling = LongStream.range(0, 40).map(k -> 1L << k).toArray();
        long[] cubes = LongStream.range(0, 40).map(k -> 1 + k * k * k).toArray();
        for (int level = 1; level <= 40; level++) {
            assertEquals(Optional.empty(), after(doubling, level));
            assertEquals(Optional.empty(), after(cubes, level));
        }
    }

    @Test
    void a_plateau_does_not_tell_either() {
        long[] flat = LongStream.range(0, 100).map(k -> Math.min(1L << k, 1 << 15)).toArray();
        assertEquals(Optional.empty(), after(flat, 40));
        assertEquals(Optional.empty(), after(flat, 100));
    }

    @Test
    void a_few_levels_are_too_few() {
        assertEquals(Optional.empty(), after(independent(11), 12));
    }

    @Test
    void what_was_found_is_the_least() {
        var sizes = new LevelSizes();
        long[] levels = independent(24);
        long states = 0;
        for (int i = 0; i < 20; i++) {
            states += levels[i];
            sizes.add(levels[i], states);
        }
        assertEquals(new Range(1 << 25, 1 << 25), sizes.inAll(1 << 25).orElseThrow());
    }
}
