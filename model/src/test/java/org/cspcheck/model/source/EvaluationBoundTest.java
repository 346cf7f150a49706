package org.cspcheck.model.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class EvaluationBoundTest {
    private static int polls(int times) {
        for (int i = 0; i < times; i++) {
            EvaluationInterrupted.poll();
        }
        return times;
    }

    @Test
    void work_within_its_bound_is_done_and_work_beyond_it_is_given_up() {
        assertEquals(Optional.of(100), EvaluationBound.within(100, () -> polls(100)));
        assertEquals(Optional.empty(), EvaluationBound.within(100, () -> polls(101)));
        assertEquals(1000, polls(1000), "without a bound again");
    }

    @Test
    void work_that_fails_or_runs_out_of_stack_gives_nothing() {
        assertEquals(Optional.empty(), EvaluationBound.within(100, () -> Integer.parseInt("x")));
        assertEquals(Optional.empty(), EvaluationBound.within(100, new Supplier<Object>() {
            @Override
            public Object get() {
                return get().toString();
            }
        }));
    }

    @Test
    void who_is_interrupted_is_told_so() {
        Thread.currentThread().interrupt();
        assertThrows(EvaluationInterrupted.class, () -> EvaluationBound.within(100, () -> polls(1)));
        assertEquals(true, Thread.interrupted());
    }
}
