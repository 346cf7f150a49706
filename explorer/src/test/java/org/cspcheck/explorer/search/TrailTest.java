package org.cspcheck.explorer.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.cspcheck.model.verdict.Limits;
import org.junit.jupiter.api.Test;

/** The trail tells of every state from which step of which state it came. */
class TrailTest {
    private final Budget budget = new Budget(Limits.NONE, Progress.SILENT, () -> false);

    @Test
    void every_child_finds_its_parent_and_its_step() {
        var random = new Random(4);
        try (var trail = new Trail(budget)) {
            long from = 0;
            for (int level = 0; level < 4; level++) {
                List<Trail.Origin> expected = level(random, trail);
                for (int child = 0; child < expected.size(); child++) {
                    assertEquals(expected.get(child), trail.origin(from, child));
                }
                from = trail.size();
            }
        }
    }

    /** Blocks of states with few steps, some with many hundreds, of which some are new. */
    private static List<Trail.Origin> level(Random random, Trail trail) {
        var origins = new ArrayList<Trail.Origin>();
        long parent = 0;
        for (int block = 0; block < 20; block++) {
            var batch = new Batch(1);
            var fresh = new BitSet();
            for (int state = 0; state < 100; state++, parent++) {
                int steps = random.nextInt(50) == 0 ? random.nextInt(1_000) : random.nextInt(4);
                for (int step = 0; step < steps; step++) {
                    if (random.nextInt(4) == 0) {
                        fresh.set(batch.steps.count);
                        origins.add(new Trail.Origin(parent, step));
                    }
                    batch.steps.add(1, 0);
                }
                batch.steps.endState();
            }
            batch.ask(Optional.empty());
            fresh.stream().forEach(step -> batch.fresh[step] = true);
            batch.trace();
            trail.append(batch.trail, batch.trailLength);
        }
        return origins;
    }
}
