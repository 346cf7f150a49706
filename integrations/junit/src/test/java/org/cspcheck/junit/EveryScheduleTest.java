package org.cspcheck.junit;

import static org.cspcheck.runtime.library.Csp.loop;
import static org.cspcheck.runtime.library.Csp.par;
import static org.cspcheck.runtime.library.Csp.process;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.cspcheck.explorer.schedule.Bounds;
import org.cspcheck.explorer.schedule.Exploration;
import org.cspcheck.explorer.schedule.Exploration.Kind;
import org.cspcheck.explorer.schedule.Schedules;
import org.cspcheck.runtime.channel.Channel;
import org.cspcheck.runtime.log.ChoiceLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

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

    // ---- against a specification

    private static final String BUFFERS = """
            channel left, right : {0..1}
            COPY = left?x -> right!x -> COPY
            BUFFER(s) = #s < 3 & left?x -> BUFFER(s^<x>) [] #s > 0 & right!head(s) -> BUFFER(tail(s))
            """;

    private static String spec(Path folder) throws IOException {
        return Files.writeString(folder.resolve("buffers.csp"), BUFFERS).toString();
    }

    /** Two places in a row hold up to two values, and the hands of who passes them on a third. */
    private static void pipe() {
        Channel<Integer> left = Channel.oneToOne("left");
        Channel<Integer> mid = Channel.oneToOne("mid");
        Channel<Integer> right = Channel.oneToOne("right");
        par(
                process("writer", () -> loop(0, x -> {
                    left.out().write(x);
                    return 1 - x;
                })),
                process("first", () -> loop(0, round -> {
                    mid.out().write(left.in().read());
                    return round;
                })),
                process("second", () -> loop(0, round -> {
                    right.out().write(mid.in().read());
                    return round;
                })),
                process("reader", () -> loop(0, round -> {
                    right.in().read();
                    return round;
                })));
    }

    @Test
    void a_network_refines_a_process_of_a_spec(EverySchedule schedules, @TempDir Path folder) throws IOException {
        schedules.hiding("mid").refines(spec(folder), "BUFFER(<>)", EveryScheduleTest::pipe);
    }

    @Test
    void a_run_that_the_spec_does_not_allow_is_told_with_its_schedule(EverySchedule schedules, @TempDir Path folder) throws IOException {
        String spec = spec(folder);
        String complaint =
                assertThrows(AssertionError.class, () -> schedules.hiding("mid").refines(spec, "COPY", EveryScheduleTest::pipe)).getMessage();

        assertTrue(complaint.startsWith("COPY [T= a_run_that_the_spec_does_not_allow_is_told_with_its_schedule fails\n"), complaint);
        assertTrue(complaint.contains("It performs left.1, which the specification does not allow there."), complaint);
        List<Integer> choices = ChoiceLog.parse(complaint.substring(complaint.lastIndexOf("schedule: ") + 10).strip());
        Schedules net = Schedules.of("net", EveryScheduleTest::pipe);
        assertEquals(List.of("left.0", "mid.0", "left.1"), net.bounds(Bounds.DEFAULT.turns(50)).replay(choices).events().subList(0, 3));
    }

    @Test
    void events_that_the_spec_has_not_and_mistakes_in_it_are_told(EverySchedule schedules, @TempDir Path folder) throws IOException {
        String spec = spec(folder);
        String unknown = assertThrows(IllegalArgumentException.class, () -> schedules.refines(spec, "COPY", EveryScheduleTest::pipe)).getMessage();
        assertTrue(unknown.contains("[mid.0, mid.1]"), unknown);
        String mistake = assertThrows(AssertionError.class, () -> schedules.refines(spec, "COPPY", EveryScheduleTest::pipe)).getMessage();
        assertTrue(mistake.contains("COPPY is not defined"), mistake);
    }
}
