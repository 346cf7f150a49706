package org.cspcheck.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The queue of timers against a sorted set: one order, whatever is near or far. */
class TimerQueueTest {
    private static final Comparator<Timer> BY_DEADLINE = Comparator.comparingLong(Timer::when).thenComparingLong(timer -> timer.order);

    private final TimerQueue queue = new TimerQueue();
    private final TreeSet<Timer> model = new TreeSet<>(BY_DEADLINE);
    private final List<Timer> ever = new ArrayList<>();
    private long orders;

    private void add(long when) {
        var timer = new Timer(when, orders++, "t", () -> {}, null, false);
        queue.add(timer);
        model.add(timer);
        ever.add(timer);
    }

    private void remove(Timer timer) {
        queue.remove(timer);
        model.remove(timer);
    }

    private void check() {
        assertEquals(model.size(), queue.size());
        assertEquals(model.isEmpty(), queue.isEmpty());
        assertEquals(model.isEmpty() ? null : model.first(), queue.first());
    }

    private void drain() {
        while (!model.isEmpty()) {
            check();
            remove(model.first());
        }
        assertNull(queue.first());
    }

    @Test
    void timers_come_in_the_order_of_their_deadlines_and_then_of_their_setting() {
        for (long spread : new long[] {1, 3, 5_000, 1_000_000_000L, Long.MAX_VALUE}) {
            var random = new SplittableRandom(spread);
            for (int i = 0; i < 20_000; i++) {
                add(random.nextLong(spread));
            }
            drain();
        }
    }

    @Test
    void timers_that_were_taken_back_never_come_and_others_may_be_set_meanwhile() {
        var random = new SplittableRandom(7);
        long now = 0;
        for (int i = 0; i < 60_000; i++) {
            switch (random.nextInt(i < 30_000 ? 4 : 8)) {
                case 0, 1 -> add(now + random.nextLong(1, 1L << random.nextInt(1, 40)));
                case 2 -> add(now - random.nextLong(10)); // late already
                case 3 -> remove(ever.get(random.nextInt(ever.size())));
                default -> {
                    if (!model.isEmpty()) {
                        now = Math.max(now, model.first().when());
                        remove(model.first());
                    }
                }
            }
            check();
        }
        assertTrue(model.size() > 1000, "enough were pending at the end");
        drain();
    }

    /** Many far ones with few deadlines, so that those handed out in order have equals; some are taken back, earlier and later ones are set meanwhile. */
    @Test
    void who_was_far_and_comes_next_keeps_its_place_whatever_is_set_meanwhile() {
        var random = new SplittableRandom(11);
        for (int i = 0; i < 40_000; i++) {
            add(random.nextLong(1_000));
        }
        for (int i = 0; i < 60_000 && !model.isEmpty(); i++) {
            check();
            long now = model.first().when();
            remove(model.first());
            if (i % 3 == 0) {
                add(now + random.nextLong(-2, 300));
            } else if (i % 50 == 1) {
                remove(ever.get(random.nextInt(ever.size())));
            } else if (i % 10_000 == 2) {
                assertEquals(List.copyOf(model), queue.due(Long.MAX_VALUE));
                for (int k = 0; k < 9_000; k++) {
                    add(now + random.nextLong(40)); // more than the heap takes
                }
            }
        }
        drain();
    }

    @Test
    void all_that_is_due_is_told_in_order_wherever_it_is() {
        var random = new SplittableRandom(3);
        for (int i = 0; i < 20_000; i++) {
            add(random.nextLong(1000));
        }
        for (long deadline : new long[] {-1, 0, 17, 600, 5000}) {
            assertEquals(model.stream().filter(timer -> timer.when() <= deadline).toList(), queue.due(deadline));
        }
    }

    @Test
    void a_million_timeouts_that_never_happen_leave_nothing_behind() {
        for (int i = 0; i < 10_000; i++) {
            add(i);
        }
        for (int i = 0; i < 1_000_000; i++) {
            var timeout = new Timer(1_000_000, orders++, "t", () -> {}, null, false);
            queue.add(timeout);
            assertTrue(timeout.pending());
            queue.remove(timeout);
            assertFalse(timeout.pending());
        }
        assertEquals(model.size(), queue.size());
        drain();
    }
}
