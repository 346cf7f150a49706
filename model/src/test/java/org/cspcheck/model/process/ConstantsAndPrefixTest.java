package org.cspcheck.model.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.cspcheck.model.process.Process.*;
import org.junit.jupiter.api.Test;

class ConstantsAndPrefixTest extends Arrows {
    @Test
    void STOP_and_what_has_terminated_do_nothing() {
        assertEquals(List.of(), arrows(STOP));
        assertEquals(List.of(), arrows(OMEGA));
    }

    @Test
    void SKIP_ticks_and_has_terminated() {
        assertEquals(List.of(tick()), arrows(SKIP));
    }

    @Test
    void DIV_is_a_silent_loop() {
        assertEquals(List.of(tau(DIV)), arrows(DIV));
    }

    @Test
    void RUN_offers_its_events_for_ever_in_order() {
        Process run = new Run(set(B, A));
        assertEquals(List.of(on(A, run), on(B, run)), arrows(run));
        assertEquals(List.of(), arrows(new Run(set())));
    }

    @Test
    void CHAOS_runs_or_stops() {
        Process chaos = new Chaos(set(A));
        assertEquals(List.of(on(A, chaos), tau(STOP)), arrows(chaos));
        assertEquals(List.of(tau(STOP)), arrows(new Chaos(set())));
    }

    @Test
    void a_prefix_offers_every_branch_even_twice_the_same_event() {
        Process menu = new Prefix(new Menu.Listed(
                List.of(new Menu.Branch(B, P), new Menu.Branch(A, Q), new Menu.Branch(B, Q))));
        assertEquals(List.of(on(B, P), on(A, Q), on(B, Q)), arrows(menu));
        assertEquals(List.of(), arrows(new Prefix(new Menu.Listed(List.of()))));
    }

    @Test
    void what_follows_a_prefix_is_settled() {
        Process named = Process.prefix(A, Process.named("X", Process.named("Y", Q)));
        assertEquals(List.of(on(A, Q)), arrows(named));
    }
}
