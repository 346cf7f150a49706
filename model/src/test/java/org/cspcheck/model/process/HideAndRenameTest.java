package org.cspcheck.model.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Map;
import org.cspcheck.model.event.Renaming;
import org.cspcheck.model.process.Process.*;
import org.junit.jupiter.api.Test;

class HideAndRenameTest extends Arrows {
    @Test
    void hidden_events_become_tau_and_others_stay() {
        Process p = new ExternalChoice(List.of(P, Q));
        assertEquals(List.of(tau(new Hide(STOP, set(A))), on(B, new Hide(STOP, set(A)))), arrows(new Hide(p, set(A))));
    }

    @Test
    void a_tick_cannot_be_hidden() {
        assertEquals(List.of(tick()), arrows(new Hide(SKIP, set(A))));
    }

    @Test
    void hiding_a_cycle_diverges() {
        Process hidden = new Hide(new Run(set(A)), set(A));
        assertEquals(List.of(tau(hidden)), arrows(hidden));
    }

    @Test
    void an_event_becomes_each_of_its_images() {
        Renaming r = Renaming.of(Map.of(A, new int[] {C, B}));
        assertEquals(List.of(on(B, new Rename(STOP, r)), on(C, new Rename(STOP, r))), arrows(new Rename(P, r)));
    }

    @Test
    void an_event_stays_itself_only_if_it_is_among_its_images_or_has_none() {
        Renaming r = Renaming.of(Map.of(A, new int[] {A, B}));
        assertEquals(
                List.of(on(A, new Rename(STOP, r)), on(B, new Rename(STOP, r)), on(C, new Rename(STOP, r))),
                arrows(new Rename(new ExternalChoice(List.of(P, R)), r)));
    }

    @Test
    void two_events_may_become_one() {
        Renaming r = Renaming.of(Map.of(A, new int[] {C}, B, new int[] {C}));
        Process p = new ExternalChoice(List.of(P, Process.prefix(B, SKIP)));
        assertEquals(List.of(on(C, new Rename(STOP, r)), on(C, new Rename(SKIP, r))), arrows(new Rename(p, r)));
    }

    @Test
    void taus_and_ticks_are_not_renamed() {
        Renaming r = Renaming.of(Map.of(A, new int[] {C}));
        assertEquals(List.of(tau(new Rename(P, r))), arrows(new Rename(SILENT_P, r)));
        assertEquals(List.of(tick()), arrows(new Rename(SKIP, r)));
    }

    @Test
    void renamings_are_equal_when_they_relate_the_same_events() {
        assertEquals(Renaming.of(Map.of(A, new int[] {C, B, C})), Renaming.of(Map.of(A, new int[] {B, C})));
        assertNotEquals(Renaming.of(Map.of(A, new int[] {C})), Renaming.of(Map.of(A, new int[] {B})));
    }
}
