package org.cspcheck.model.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.cspcheck.model.event.Event;
import org.cspcheck.model.process.Process.*;
import org.junit.jupiter.api.Test;

/** Steps say who took part. */
class StepTest extends Arrows {
    private final FiringRules rules = new FiringRules();

    @Test
    void a_hidden_synchronisation_remembers_the_event_and_its_partners() {
        Process agreed = new Hide(new InterfaceParallel(List.of(P, P), set(A)), set(A));
        Step step = rules.steps(agreed).getFirst();
        assertTrue(step.isTau());
        Step inner = step.premises().getFirst().step();
        assertEquals(A, inner.event());
        assertEquals(List.of(0, 1), inner.premises().stream().map(Step.Premise::operand).toList());
    }

    @Test
    void termination_of_an_operand_is_a_tau_with_a_tick_inside() {
        Step step = rules.steps(new InterfaceParallel(List.of(STOP, SKIP), set())).getFirst();
        assertTrue(step.isTau());
        assertEquals(1, step.premises().getFirst().operand());
        assertEquals(Event.TICK, step.premises().getFirst().step().event());
    }

    @Test
    void a_process_that_moves_by_itself_has_no_premises() {
        assertEquals(List.of(), rules.steps(P).getFirst().premises());
        assertEquals(List.of(), rules.steps(SILENT_P).getFirst().premises());
    }
}
