package org.cspcheck.junit;

import static org.cspcheck.runtime.library.Csp.par;
import static org.cspcheck.runtime.library.Csp.process;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.cspcheck.explorer.schedule.Exploration;
import org.cspcheck.explorer.schedule.Exploration.Kind;
import org.cspcheck.runtime.channel.Channel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EverySchedule.Parameter.class)
class EveryScheduleTest {
    /** Each writes first and reads then: they wait for each other, whoever comes first. */
    private static void bothWriteFirst() {
        Channel<Integer> there = Channel.oneToOne("there");
        Channel<Integer> back = Channel.oneToOne("back");
        par(
                process("left", () -> {
                    there.out().write(1);
                    back.in().read();
                }),
                process("right", () -> {
                    back.out().write(2);
                    there.in().read();
                }));
    }

    @Test
    void a_network_without_faults_passes(EverySchedule schedules) {
        schedules.of(() -> {
            Channel<Integer> numbers = Channel.oneToOne("numbers");
            par(process("writer", () -> numbers.out().write(1)), process("reader", () -> numbers.in().read()));
        });
    }

    @Test
    void a_deadlock_fails_with_its_schedule_and_who_waits(EverySchedule schedules) {
        String complaint = assertThrows(AssertionError.class, () -> schedules.of(EveryScheduleTest::bothWriteFirst)).getMessage();

        assertTrue(complaint.startsWith("a_deadlock_fails_with_its_schedule_and_who_waits\nDEADLOCK, schedule: 0 "), complaint);
        assertTrue(complaint.contains("left waits to write there"), complaint);
    }

    @Test
    void a_fault_can_be_expected(EverySchedule schedules) {
        Exploration found = schedules.explore(EveryScheduleTest::bothWriteFirst);
        assertEquals(Set.of(Kind.DEADLOCK), found.findings().keySet());
    }
}
