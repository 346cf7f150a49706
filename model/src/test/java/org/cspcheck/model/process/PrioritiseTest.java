package org.cspcheck.model.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.cspcheck.model.event.PriorityOrder;
import org.cspcheck.model.process.Process.*;
import org.junit.jupiter.api.Test;

class PrioritiseTest extends Arrows {
    private static final PriorityOrder A_BEATS_B = (winner, loser) -> winner == A && loser == B;

    @Test
    void an_event_is_blocked_where_one_that_beats_it_can_happen() {
        Process both = new ExternalChoice(List.of(P, Q));
        assertEquals(List.of(on(A, new Prioritise(STOP, A_BEATS_B))), arrows(new Prioritise(both, A_BEATS_B)));
        assertEquals(List.of(on(B, new Prioritise(STOP, A_BEATS_B))), arrows(new Prioritise(Q, A_BEATS_B)));
    }

    @Test
    void events_that_the_order_does_not_relate_block_nothing() {
        Process three = new ExternalChoice(List.of(R, P));
        assertEquals(
                List.of(on(C, new Prioritise(STOP, A_BEATS_B)), on(A, new Prioritise(STOP, A_BEATS_B))),
                arrows(new Prioritise(three, A_BEATS_B)));
    }

    @Test
    void tau_and_tick_cut_the_events_of_tau_priority_and_nothing_else() {
        PriorityOrder cut = new PriorityOrder.TauPriority(set(A));
        Process busy = new ExternalChoice(List.of(P, Q, SILENT_Q));
        assertEquals(
                List.of(on(B, new Prioritise(STOP, cut)), tau(new Prioritise(new ExternalChoice(List.of(P, Q, Q)), cut))),
                arrows(new Prioritise(busy, cut)));
        assertEquals(List.of(tick()), arrows(new Prioritise(new ExternalChoice(List.of(P, SKIP)), cut)));
        assertEquals(List.of(on(A, new Prioritise(STOP, cut))), arrows(new Prioritise(P, cut)));
    }
}
