package org.cspcheck.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Step;
import org.junit.jupiter.api.Test;

class RunTest {
    private static final int A = 2;
    private static final int B = 3;
    private static final int C = 4;

    /** {@code (a -> c -> STOP) [] (b -> STOP)}. */
    private static final Process PROCESS = new Process.ExternalChoice(
            List.of(Process.prefix(A, Process.prefix(C, Process.STOP)), Process.prefix(B, Process.STOP)));

    private static List<Integer> events(Process process, Oracle oracle) {
        var run = new Run(new FiringRules(), process, oracle);
        var events = new ArrayList<Integer>();
        for (var step = run.advance(); step.isPresent(); step = run.advance()) {
            events.add(step.map(Step::event).orElseThrow());
        }
        return events;
    }

    @Test
    void the_oracle_decides_at_every_step() {
        assertEquals(List.of(A, C), events(PROCESS, Oracle.first()));
        assertEquals(List.of(B), events(PROCESS, point -> point.alternatives() - 1));
    }

    @Test
    void the_same_seed_runs_the_same_way() {
        Process endless = new Process.Interrupt(new Process.Run(org.cspcheck.model.event.EventSet.of(A, B)), Process.prefix(C, Process.STOP));
        assertEquals(events(endless, Oracle.random(7)), events(endless, Oracle.random(7)));
    }

    @Test
    void a_recording_repeats_a_run() {
        var recording = new Recording(Oracle.random(3));
        List<Integer> events = events(PROCESS, recording);
        assertEquals(events, events(PROCESS, Oracle.recorded(recording.choices())));
    }

    @Test
    void a_recording_that_does_not_fit_says_so() {
        assertThrows(IllegalStateException.class, () -> events(PROCESS, Oracle.recorded(List.of(2))));
        assertThrows(IllegalStateException.class, () -> events(PROCESS, Oracle.recorded(List.of(0))));
    }
}
