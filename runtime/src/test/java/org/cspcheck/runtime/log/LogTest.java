package org.cspcheck.runtime.log;

import static org.cspcheck.runtime.library.Csp.par;
import static org.cspcheck.runtime.library.Csp.process;
import static org.cspcheck.runtime.library.Csp.sleep;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.cspcheck.runtime.Behaviour;
import org.cspcheck.runtime.Ending;
import org.cspcheck.runtime.Oracle;
import org.cspcheck.runtime.Scheduler;
import org.cspcheck.runtime.Settings;
import org.cspcheck.runtime.Trial;
import org.cspcheck.runtime.channel.Channel;
import org.junit.jupiter.api.Test;

class LogTest {
    enum Colour { RED }

    record Pair(int left, boolean right) {}

    @Test
    void an_event_log_has_one_line_for_each_event() throws IOException {
        var text = new StringWriter();
        try (var log = new EventLog(text, Instant.parse("2026-11-22T10:00:00Z"))) {
            Scheduler.run(Settings.simulated(Oracle.first()).with(log), "net", () -> {
                Channel<Object> c = Channel.oneToOne("picks");
                par(
                        process("phil(0)", () -> {
                            c.out().write(3);
                            sleep(Duration.ofMillis(123));
                            c.out().write("a \"b\"");
                        }),
                        process("fork(0)", () -> List.of(c.in().read(), c.in().read())));
            });
        }
        assertEquals(
                """
                {"seq":1,"time":"2026-11-22T10:00:00.000Z","process":"fork(0)","event":"picks.3"}
                {"seq":2,"time":"2026-11-22T10:00:00.123Z","process":"phil(0)","event":"picks.\\"a \\\\\\"b\\\\\\"\\""}
                """,
                text.toString());
    }

    @Test
    void values_are_written_as_cspm_writes_them() {
        assertEquals("c", EventText.of("c", null));
        assertEquals("c.<1,2>", EventText.of("c", List.of(1, 2)));
        assertEquals("c.RED", EventText.of("c", Colour.RED));
        assertEquals("c.Pair.1.true", EventText.of("c", new Pair(1, true)));
    }

    @Test
    void a_choice_log_repeats_its_run() {
        for (int seed = 0; seed < 30; seed++) {
            var text = new StringBuilder();
            Trial first;
            try (var log = new ChoiceLog(Oracle.random(seed), text)) {
                first = Trial.of(log, WRITERS);
            }
            assertEquals(first, Trial.of(Oracle.recorded(ChoiceLog.parse(text.toString())), WRITERS));
        }
    }

    private static final Behaviour WRITERS = () -> {
        Channel<Integer> c = Channel.anyToOne("c");
        par(() -> c.out().write(1), () -> c.out().write(2), () -> c.out().write(3), () -> {
            for (int i = 0; i < 3; i++) {
                c.in().read();
            }
        });
    };

    @Property(tries = 100)
    void choices_survive_their_text(@ForAll List<@IntRange(max = 3) Integer> choices) {
        assertEquals(choices, ChoiceLog.parse(ChoiceLog.text(choices)));
    }

    @Test
    void equal_choices_in_a_row_are_counted() {
        assertEquals("0*3 2 0", ChoiceLog.text(List.of(0, 0, 0, 2, 0)));
        assertEquals(List.of(0, 0, 1), ChoiceLog.parse("# a run\n0*2 # the default\n 1"));
    }

    @Test
    void the_torn_last_line_of_a_killed_run_is_left_out() {
        assertEquals(List.of(0, 0, 12), ChoiceLog.read("0*2\n12\n"));
        for (String torn : List.of("1", "1*", "1*3")) { // of 12*345
            assertEquals(List.of(0, 0), ChoiceLog.read("0*2\n" + torn));
        }
        assertEquals(List.of(0, 0, 12), ChoiceLog.read("0*2 12"), "a line that a person wrote");
        assertEquals(List.of(0, 0, 12), ChoiceLog.read("# by hand\n0*2\n12"));
    }

    @Test
    void a_text_that_is_no_choice_log_is_refused_with_its_line() {
        assertEquals("line 2 of the choices: x is neither a number nor number*times",
                assertThrows(IllegalArgumentException.class, () -> ChoiceLog.parse("0\nx")).getMessage());
    }

    @Test
    void the_state_of_a_deadlock_can_be_had_as_json() {
        Ending ending = Trial.of(() -> par(process("p", () -> Channel.oneToOne("c").in().read()))).ending();
        assertEquals(
                "{\"turns\":2,\"now\":0,\"open\":0,\"processes\":["
                        + "{\"process\":\"net\",\"status\":\"WAITING\",\"waitsFor\":\"end a PAR of 1\",\"on\":[\"net/p\"],\"stuck\":true},"
                        + "{\"process\":\"net/p\",\"status\":\"WAITING\",\"waitsFor\":\"read c\",\"on\":[],\"stuck\":true}],"
                        + "\"timers\":[],\"circle\":[]}",
                StateText.json(assertInstanceOf(Ending.Deadlocked.class, ending).state()));
    }
}
