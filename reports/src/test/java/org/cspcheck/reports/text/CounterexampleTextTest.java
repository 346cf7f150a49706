package org.cspcheck.reports.text;

import static org.cspcheck.reports.text.Runs.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.cspcheck.model.verdict.Counterexample;
import org.cspcheck.model.verdict.Counterexample.TakenStep;
import org.junit.jupiter.api.Test;

class CounterexampleTextTest {
    private static void tells(String expected, Counterexample run, Tracing tracing) {
        assertEquals("\n" + expected.indent(4).replaceAll("(?m)^ +$", "") + "\n", CounterexampleText.text(run, Page.PLAIN, tracing));
    }

    @Test
    void a_deadlock_ends_in_who_waits_for_what() {
        tells(
                """
                Deadlock: nothing can happen any more.

                trace     <thinks.0, picks.0.0, thinks.1, picks.1.1>

                1  thinks.0    phil(0)
                2  picks.0.0   phil(0), fork(0)
                3  thinks.1    phil(1)
                4  picks.1.1   phil(1), fork(1)

                process   is ready for   waits for
                phil(0)   picks.0.1      fork(1)
                phil(1)   picks.1.0      fork(0)
                fork(0)   putsdown.0.0   phil(0)
                fork(1)   putsdown.1.1   phil(1)

                They wait in a circle:
                  phil(0) → fork(1) → phil(1) → fork(0) → phil(0)
                """,
                everybodyTookOneFork(2),
                Tracing.CHANGES);
    }

    @Test
    void of_many_who_wait_those_in_a_circle_are_told_and_the_first_of_the_others() {
        var waiting = new ArrayList<Counterexample.Waiting>();
        waiting.add(new Counterexample.Waiting(
                "spy", IntStream.range(0, 20).mapToObj(i -> new Counterexample.Wish("learn." + i, List.of("owner " + i))).toList()));
        for (int i = 1; i <= 30; i++) {
            waiting.add(new Counterexample.Waiting("idle " + i, List.of()));
        }
        waiting.add(new Counterexample.Waiting("left", List.of(new Counterexample.Wish("a", List.of("right")))));
        waiting.add(new Counterexample.Waiting("right", List.of(
                new Counterexample.Wish("b", List.of("left")), new Counterexample.Wish("c", List.of("left")))));
        List<String> lines = new WaitingText(Page.PLAIN, "").lines(waiting);
        assertEquals(List.of("", "They wait in a circle:", "  left → right → left"), lines.subList(lines.size() - 3, lines.size()));
        assertEquals("and 9 more processes; a JSON or HTML report has all", lines.get(lines.size() - 4));
        assertEquals(1 + 12 + 21 + 3 + 1 + 3, lines.size(), "head, spy, idle ones, circle, rest, and the circle again");
        assertEquals(List.of("right     b              left", "          c"), lines.subList(lines.size() - 6, lines.size() - 4));
        assertEquals("          ... 9 more", lines.get(12));
        assertEquals("idle 1    nothing        -", lines.get(13));
    }

    @Test
    void a_trace_ends_in_what_was_allowed_and_draws_hidden_steps_together() {
        tells(
                """
                It performs out.2, which the specification does not allow there.

                trace     <in.1, out.1>
                then      out.2
                allowed   in.1, in.2

                  1  in.1            a
                2-3  2 tau (mid.1)   a, b
                  4  out.1           b
                """,
                trace(List.of(step("in.1", "a"), hidden("mid.1", "a", "b"), tau("b"), step("out.1", "b")), "out.2", "in.1", "in.2"),
                Tracing.CHANGES);
    }

    @Test
    void the_full_trace_has_a_line_for_each_step() {
        tells(
                """
                It performs out.2, which the specification does not allow there.

                trace     <in.1, out.1>
                then      out.2
                allowed   nothing

                1  in.1          a
                2  tau (mid.1)   a, b
                3  tau           b
                4  out.1         b
                """,
                trace(List.of(step("in.1", "a"), hidden("mid.1", "a", "b"), tau("b"), step("out.1", "b")), "out.2"),
                Tracing.FULL);
    }

    @Test
    void one_process_without_hidden_steps_needs_no_columns() {
        tells(
                """
                It performs b, which the specification does not allow there.

                trace     <a>
                then      b
                allowed   a
                """,
                trace(List.of(step("a", "P")), "b", "a"),
                Tracing.CHANGES);
    }

    @Test
    void a_refusal_says_what_is_offered_and_what_would_have_to_be() {
        tells(
                """
                It refuses what the specification does not let it refuse.

                trace     <>
                offers    nothing
                expected  {y}, or {x, z}
                """,
                refusal(List.of(), List.of(), List.of(List.of("y"), List.of("x", "z"))),
                Tracing.CHANGES);
    }

    @Test
    void a_divergence_shows_its_loop() {
        tells(
                """
                Divergence: it goes on for ever without any visible event.

                trace     <in.1>

                1  in.1   a

                for ever after:
                2  tau (m.1)   a
                3  tau (m.2)   b
                """,
                divergence(List.of(step("in.1", "a")), List.of(hidden("m.1", "a"), hidden("m.2", "b"))),
                Tracing.FULL);
    }

    @Test
    void a_nondeterminism_shows_two_runs_side_by_side() {
        tells(
                """
                Nondeterminism: after the same trace b can happen, and can be refused.

                trace     <a>
                then      b, or not

                here b can happen:    here b can be refused:
                1  a   P              1  a     P
                                      2  tau   P
                """,
                nondeterminism(List.of(step("a", "P")), "b", List.of(step("a", "P"), tau("P")), "b", "c"),
                Tracing.CHANGES);
    }

    @Test
    void two_runs_that_are_too_wide_stand_one_after_another() {
        String process = "a.process.whose.name.takes.more.than.half.the.page";
        tells(
                """
                Nondeterminism: after the same trace b can happen, and can be refused.

                trace     <this.is.a.long.event.that.somebody.made.out.of.many.fields.1.2.3.4.5.6.7>
                then      b, or not

                here b can happen:
                1  this.is.a.long.event.that.somebody.made.out.of.many.fields.1.2.3.4.5.6.7
                                                                    a.process.whose.name.takes.more.than.half...

                here b can be refused:
                (no step)
                """,
                nondeterminism(
                        List.of(step("this.is.a.long.event.that.somebody.made.out.of.many.fields.1.2.3.4.5.6.7", process)), "b", List.of()),
                Tracing.CHANGES);
    }

    @Test
    void repeated_rounds_are_told_once() {
        var steps = new ArrayList<TakenStep>();
        steps.add(step("start", "clock"));
        steps.addAll(Collections.nCopies(9, List.of(step("tock", "clock"), hidden("w", "clock", "x"))).stream()
                .flatMap(List::stream)
                .toList());
        tells(
                """
                It performs stop, which the specification does not allow there.

                trace     <start, tock, tock, tock, tock, tock, tock, tock, tock, tock>
                then      stop
                allowed   tock

                1  start       clock
                   9 times, to step 19:
                2  │ tock      clock
                3  │ tau (w)   clock, x
                """,
                trace(steps, "stop", "tock"),
                Tracing.CHANGES);
    }

    @Test
    void the_middle_of_a_very_long_run_is_left_out_unless_asked_for() {
        List<TakenStep> steps = java.util.stream.IntStream.range(0, 5000).mapToObj(i -> step("e." + i, "P", "Q")).toList();
        String changes = CounterexampleText.text(trace(steps, "x"), Page.PLAIN, Tracing.CHANGES);
        assertTrue(changes.contains("  40  e.39     P, Q\n          ... 4,940 steps (--trace full shows them)\n    4981  e.4980   P, Q\n"), changes);
        assertTrue(changes.contains("e.39, ... 4,940 events ...,\n              e.4980"), changes);
        assertEquals(5000, CounterexampleText.text(trace(steps, "x"), Page.PLAIN, Tracing.FULL).lines().filter(l -> l.endsWith("P, Q")).count());
    }

    @Test
    void no_line_is_wider_than_the_page() {
        for (int width : new int[] {40, 60, 80, 120}) {
            var page = new Page(width, true, true);
            List<Counterexample> runs = List.of(
                    everybodyTookOneFork(7),
                    nondeterminism(List.of(step("a".repeat(150), "P".repeat(90), "Q")), "b", List.of(step("a", "P"))),
                    divergence(List.of(), List.of(hidden("m".repeat(200), "a"), hidden("m.2", "b"))));
            for (Counterexample run : runs) {
                for (Tracing tracing : Tracing.values()) {
                    CounterexampleText.text(run, page, tracing)
                            .lines()
                            .forEach(line -> assertTrue(Wrapped.columns(line) <= width, width + ": " + line));
                }
            }
        }
    }

    @Test
    void a_page_of_ascii_gets_ascii_only() {
        String text = CounterexampleText.text(everybodyTookOneFork(2), new Page(100, false, false), Tracing.CHANGES);
        assertTrue(text.chars().allMatch(c -> c < 128), text);
        assertTrue(text.contains("phil(0) -> fork(1) -> phil(1) -> fork(0) -> phil(0)"), text);
    }
}
