package org.cspcheck.explorer.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.LongUnaryOperator;
import org.cspcheck.explorer.system.Layout;
import org.cspcheck.model.verdict.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table holds exactly what was put in, and the first of equals is the new one, whatever the layout and however batches come. */
class VisitedSetTest {
    private final Budget budget = new Budget(Limits.NONE, Progress.SILENT, () -> false);
    private final Part.Scratch scratch = new Part.Scratch();

    @ParameterizedTest
    @CsvSource({"1,63", "1,40", "1,20", "1,9", "2,30", "3,1", "5,63"})
    void what_is_new_is_what_a_set_says(int words, int bits) {
        var random = new Random(words * 100 + bits);
        long mask = -1L >>> 64 - bits;
        whether_new(new Layout(words, bits, false), random, x -> random.nextLong(60_000) * 0x0123456789abcdL & mask);
    }

    @Test
    void states_that_differ_in_few_bits_are_told_apart() {
        var random = new Random(7);
        whether_new(new Layout(1, 50, false), random, x -> random.nextLong(1 << 16) << random.nextInt(34));
    }

    /** With keys of 16 bits the slots tell nearly everything and the table fills up to the last key. */
    @Test
    void a_table_holds_every_state_of_a_small_layout() {
        var random = new Random(8);
        var layout = new Layout(1, 16, false);
        try (VisitedSet set = new VisitedSet(layout, budget)) {
            long found = 0;
            for (int round = 0; round < 2_000; round++) {
                found += added(set, layout, random.longs(1000, 0, 1 << 16).toArray());
            }
            assertEquals(1 << 16, found);
        }
    }

    private void whether_new(Layout layout, Random random, LongUnaryOperator word) {
        int words = layout.words();
        Set<List<Long>> known = new HashSet<>();
        try (VisitedSet set = new VisitedSet(layout, budget)) {
            for (int round = 0; round < 300; round++) {
                int count = random.nextInt(900);
                long[] states = new long[count * words];
                Arrays.setAll(states, i -> words > 1 && i % words < words - 1 ? random.nextLong(9) << 59 : word.applyAsLong(i));
                Batch batch = batch(set, words, states);
                add(set, batch);
                for (int i = 0; i < count; i++) {
                    List<Long> state = Arrays.stream(states, i * words, (i + 1) * words).boxed().toList();
                    assertEquals(known.add(state), batch.fresh[i]);
                }
            }
        }
    }

    private long added(VisitedSet set, Layout layout, long[] states) {
        Batch batch = batch(set, layout.words(), states);
        add(set, batch);
        batch.trace();
        return batch.foundCount;
    }

    private static Batch batch(VisitedSet set, int words, long[] states) {
        var batch = new Batch(words);
        for (int at = 0; at < states.length; at += words) {
            batch.steps.add(1, states, at);
        }
        batch.steps.endState();
        batch.ask(Optional.empty());
        batch.file(set.keys());
        return batch;
    }

    private void add(VisitedSet set, Batch... batches) {
        for (int part = 0; part < Keys.PARTS; part++) {
            set.addAll(batches, batches.length, part, scratch);
        }
        for (Batch batch : batches) {
            batch.mark();
        }
    }
}
