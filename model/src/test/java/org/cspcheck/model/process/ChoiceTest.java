package org.cspcheck.model.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.cspcheck.model.process.Process.*;
import org.junit.jupiter.api.Test;

class ChoiceTest extends Arrows {
    @Test
    void an_event_of_either_side_resolves_an_external_choice() {
        assertEquals(List.of(on(A, STOP), on(B, STOP)), arrows(new ExternalChoice(List.of(P, Q))));
    }

    @Test
    void a_tick_resolves_an_external_choice() {
        assertEquals(List.of(on(A, STOP), tick()), arrows(new ExternalChoice(List.of(P, SKIP))));
    }

    @Test
    void a_tau_keeps_an_external_choice() {
        assertEquals(
                List.of(on(A, STOP), tau(new ExternalChoice(List.of(P, Q)))),
                arrows(new ExternalChoice(List.of(P, SILENT_Q))));
    }

    @Test
    void an_internal_choice_is_one_tau_for_each_operand_and_nothing_else() {
        assertEquals(List.of(tau(P), tau(SKIP), tau(P)), arrows(new InternalChoice(List.of(P, SKIP, P))));
    }

    @Test
    void the_first_of_a_sliding_choice_resolves_it_until_tau_hands_over() {
        assertEquals(List.of(on(A, STOP), tau(Q)), arrows(new SlidingChoice(P, Q)));
        assertEquals(List.of(tick(), tau(Q)), arrows(new SlidingChoice(SKIP, Q)));
    }

    @Test
    void a_tau_of_the_first_stays_inside_a_sliding_choice() {
        assertEquals(List.of(tau(new SlidingChoice(P, Q)), tau(Q)), arrows(new SlidingChoice(SILENT_P, Q)));
    }

    @Test
    void the_second_of_a_sliding_choice_does_nothing_first() {
        assertEquals(List.of(tau(SKIP)), arrows(new SlidingChoice(STOP, SKIP)));
    }

    @Test
    void joint_events_need_all_and_keep_a_synchronising_choice() {
        Process p = Process.prefix(A, Q);
        Process q = Process.prefix(A, R);
        assertEquals(
                List.of(on(A, new SynchronisingChoice(List.of(Q, R), set(A)))),
                arrows(new SynchronisingChoice(List.of(p, q), set(A))));
        assertEquals(List.of(), arrows(new SynchronisingChoice(List.of(p, STOP), set(A))));
    }

    @Test
    void other_events_and_ticks_resolve_a_synchronising_choice() {
        assertEquals(
                List.of(on(B, STOP), tick()),
                arrows(new SynchronisingChoice(List.of(Q, P, SKIP), set(A))));
    }

    @Test
    void a_tau_keeps_a_synchronising_choice() {
        assertEquals(
                List.of(tau(new SynchronisingChoice(List.of(P, Q), set(A))), on(B, STOP)),
                arrows(new SynchronisingChoice(List.of(SILENT_P, Q), set(A))));
    }
}
