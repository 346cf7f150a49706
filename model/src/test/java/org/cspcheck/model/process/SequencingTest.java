package org.cspcheck.model.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.cspcheck.model.process.Process.*;
import org.junit.jupiter.api.Test;

/** {@code ;}, the interrupts and throw. */
class SequencingTest extends Arrows {
    @Test
    void a_tick_becomes_the_tau_that_starts_the_second() {
        assertEquals(List.of(tau(Q)), arrows(new SequentialComposition(SKIP, Q)));
    }

    @Test
    void events_and_taus_stay_in_front_of_the_second() {
        assertEquals(List.of(on(A, new SequentialComposition(STOP, Q))), arrows(new SequentialComposition(P, Q)));
        assertEquals(List.of(tau(new SequentialComposition(P, Q))), arrows(new SequentialComposition(SILENT_P, Q)));
    }

    @Test
    void the_first_goes_on_until_an_event_of_the_second_interrupts() {
        assertEquals(List.of(on(A, new Interrupt(STOP, Q)), on(B, STOP)), arrows(new Interrupt(P, Q)));
    }

    @Test
    void taus_of_both_sides_stay_in_an_interrupt() {
        assertEquals(
                List.of(tau(new Interrupt(P, SILENT_Q)), tau(new Interrupt(SILENT_P, Q))),
                arrows(new Interrupt(SILENT_P, SILENT_Q)));
    }

    @Test
    void a_tick_of_either_side_terminates_an_interrupt() {
        assertEquals(List.of(tick(), on(B, STOP)), arrows(new Interrupt(SKIP, Q)));
        assertEquals(List.of(on(A, new Interrupt(STOP, SKIP)), tick()), arrows(new Interrupt(P, SKIP)));
    }

    @Test
    void joint_events_need_both_and_do_not_interrupt() {
        Process both = new SynchronisingInterrupt(Process.prefix(A, Q), set(A), Process.prefix(A, R));
        assertEquals(List.of(on(A, new SynchronisingInterrupt(Q, set(A), R))), arrows(both));
        assertEquals(List.of(), arrows(new SynchronisingInterrupt(P, set(A), STOP)));
    }

    @Test
    void other_events_of_the_second_of_a_synchronising_interrupt_take_over() {
        assertEquals(
                List.of(on(C, new SynchronisingInterrupt(STOP, set(A), Q)), on(B, STOP)),
                arrows(new SynchronisingInterrupt(R, set(A), Q)));
        assertEquals(List.of(tick(), tick()), arrows(new SynchronisingInterrupt(SKIP, set(A), SKIP)));
    }

    @Test
    void a_thrown_event_hands_over_to_the_handler() {
        assertEquals(List.of(on(A, R)), arrows(new Throw(P, set(A), R)));
    }

    @Test
    void what_is_not_thrown_stays_inside_and_a_tick_terminates() {
        assertEquals(List.of(on(A, new Throw(STOP, set(B), R))), arrows(new Throw(P, set(B), R)));
        assertEquals(List.of(tau(new Throw(P, set(A), R))), arrows(new Throw(SILENT_P, set(A), R)));
        assertEquals(List.of(tick()), arrows(new Throw(SKIP, set(A), R)));
    }
}
