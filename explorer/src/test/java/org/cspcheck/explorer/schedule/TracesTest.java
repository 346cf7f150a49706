package org.cspcheck.explorer.schedule;

import static org.cspcheck.runtime.library.Csp.loop;
import static org.cspcheck.runtime.library.Csp.par;
import static org.cspcheck.runtime.library.Csp.process;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.cspcheck.model.event.Event;
import org.cspcheck.model.source.Diagnostics;
import org.cspcheck.model.source.Source;
import org.cspcheck.model.verdict.Counterexample;
import org.cspcheck.model.verdict.Verdict;
import org.cspcheck.runtime.Behaviour;
import org.cspcheck.runtime.channel.Channel;
import org.cspcheck.specs.Specification;
import org.cspcheck.specs.Specifications;
import org.cspcheck.specs.evaluate.Evaluation;
import org.cspcheck.specs.parse.Parser;
import org.junit.jupiter.api.Test;

/** Networks of Java code, every schedule of them, against processes in CSPm. */
class TracesTest {
    private static final String SCRIPT = """
            channel left, mid, right : {0..1}
            BUFFER(s) = #s < 3 & left?x -> BUFFER(s^<x>) [] #s > 0 & right!head(s) -> BUFFER(tail(s))
            COPY = left?x -> right!x -> COPY
            """;

    private final Specification script = Specifications.read(
            "-", Optional.of(Specifications.Language.CSPM), List.of(), new ByteArrayInputStream(SCRIPT.getBytes(StandardCharsets.UTF_8)));
    private final Evaluation evaluation = script.evaluation().orElseThrow();

    /** Two one-place buffers in a row, and who writes and reads: for ever. */
    private static final Behaviour PIPE = () -> {
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
    };

    private OptionalInt number(String event) {
        return event.startsWith("mid.") ? OptionalInt.of(Event.TAU) : evaluation.event(event);
    }

    private Verdict refines(String specification, Exploration network) {
        var process = evaluation.process(Parser.expression(Source.of("test", specification), new Diagnostics()).orElseThrow());
        return network.refines(process, script.alphabet(), this::number);
    }

    @Test
    void two_places_and_the_hands_of_the_writer_hold_no_more_than_three() {
        assertInstanceOf(Verdict.Holds.class, refines("BUFFER(<>)", Schedules.of("net", PIPE).explore()));
    }

    @Test
    void a_run_that_the_specification_does_not_allow_is_shown_with_its_schedule() {
        Schedules net = Schedules.of("net", PIPE);
        var fails = assertInstanceOf(Verdict.Fails.class, refines("COPY", net.explore()));
        Counterexample run = fails.counterexample().orElseThrow();
        assertEquals(Counterexample.Kind.TRACE, run.kind());
        // The second value is taken before the first is delivered.
        assertEquals(Optional.of("left.1"), run.event());
        assertEquals(List.of(List.of("right.0")), run.allowed());
        assertEquals(List.of("left.0", "mid.0", "left.1"), run.trace());
        List<String> again = net.bounds(Bounds.DEFAULT.turns(50)).replay(run.choices()).events();
        assertEquals(run.trace(), again.subList(0, 3));
    }

    @Test
    void what_ended_without_a_fault_is_a_trace_that_ends_with_termination() {
        Behaviour once = () -> {
            Channel<Integer> left = Channel.oneToOne("left");
            par(process("writer", () -> left.out().write(1)), process("reader", () -> left.in().read()));
        };
        assertInstanceOf(Verdict.Holds.class, refines("left.1 -> SKIP", Schedules.of("net", once).explore()));
        assertInstanceOf(Verdict.Fails.class, refines("left.1 -> STOP", Schedules.of("net", once).explore()));
        assertInstanceOf(Verdict.Fails.class, refines("left.0 -> SKIP", Schedules.of("net", once).explore()));
    }

    @Test
    void what_was_not_explored_completely_is_not_called_proved() {
        Verdict verdict = refines("BUFFER(<>)", Schedules.of("net", PIPE).bounds(Bounds.DEFAULT.states(3)).everyState());
        assertInstanceOf(Verdict.Inconclusive.class, verdict);
    }

    @Test
    void events_that_the_specification_does_not_have_are_named() {
        Exploration all = Schedules.of("net", PIPE).explore();
        var mistake = assertThrows(IllegalArgumentException.class, () -> all.refines(
                org.cspcheck.model.process.Process.STOP, script.alphabet(), event -> event.startsWith("mid.") ? OptionalInt.empty() : evaluation.event(event)));
        assertTrue(mistake.getMessage().contains("[mid.0, mid.1]"), mistake.getMessage());
    }
}
