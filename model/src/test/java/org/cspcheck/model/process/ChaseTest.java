package org.cspcheck.model.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.cspcheck.model.process.Process.*;
import org.junit.jupiter.api.Test;

class ChaseTest extends Arrows {
    @Test
    void the_first_internal_step_is_taken_and_everything_else_forgotten() {
        Process choice = new InternalChoice(List.of(P, Q));
        assertEquals(List.of(tau(new Chase(P))), arrows(new Chase(choice)));
        assertEquals(
                List.of(tau(new Chase(new ExternalChoice(List.of(R, P))))),
                arrows(new Chase(new ExternalChoice(List.of(R, choice)))));
    }

    @Test
    void internal_steps_behind_a_step_are_taken_along_with_it() {
        Process silent = new InternalChoice(List.of(new InternalChoice(List.of(P, Q)), R));
        assertEquals(List.of(on(A, new Chase(P))), arrows(new Chase(Process.prefix(A, silent))));
    }

    @Test
    void a_stable_process_does_what_it_did() {
        assertEquals(List.of(on(A, new Chase(STOP)), on(B, new Chase(STOP))), arrows(new Chase(new ExternalChoice(List.of(P, Q)))));
        assertEquals(List.of(tick()), arrows(new Chase(SKIP)));
        assertEquals(List.of(), arrows(new Chase(STOP)));
    }

    @Test
    void a_divergence_stays_one() {
        assertEquals(List.of(tau(new Chase(DIV))), arrows(new Chase(DIV)));
        assertEquals(List.of(on(A, new Chase(DIV))), arrows(new Chase(Process.prefix(A, DIV))));
    }
}
