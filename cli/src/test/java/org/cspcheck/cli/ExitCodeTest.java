package org.cspcheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The table of exit codes: the first that applies. */
class ExitCodeTest {
    private final Bench bench = new Bench();

    @Test
    void all_as_expected_is_0() {
        assertEquals(0, bench.spec("a.csp", "holds", "fails as expected").run("a.csp"));
    }

    @Test
    void one_that_surprises_is_1_also_beside_one_without_an_answer() {
        assertEquals(1, bench.spec("a.csp", "holds", "fails", "loops").run("a.csp"));
        assertEquals(1, bench.spec("a.csp", "holds as expected").run("a.csp"));
    }

    @Test
    void one_without_an_answer_is_3() {
        assertEquals(3, bench.spec("a.csp", "holds", "loops").run("a.csp"));
    }

    @Test
    void a_spec_without_checks_is_3_and_says_so() {
        assertEquals(3, bench.spec("a.csp").run("a.csp"));
        assertEquals("csp-check: a.csp asserts nothing: there is nothing to check\n", bench.err());
        assertEquals("", bench.out());
    }

    @Test
    void an_error_in_one_spec_is_2_and_the_others_are_checked() {
        bench.broken("bad.csp", "unexpected token").spec("a.csp", "holds", "fails");
        assertEquals(2, bench.run("bad.csp", "a.csp"));
        assertEquals(List.of("holds", "fails"), bench.decided);
        assertEquals("error: unexpected token [CSP0101]\n", bench.err());
    }

    @Test
    void an_error_of_evaluation_in_one_check_is_2_and_the_others_keep_their_verdicts() {
        assertEquals(2, bench.spec("a.csp", "errs", "fails", "holds").run("a.csp"));
        assertEquals(3, bench.decided.size());
        assertTrue(bench.err().contains("division by zero"), bench.err());
    }

    @Test
    void a_missing_file_is_2() {
        assertEquals(2, bench.run("nowhere.csp"));
        assertEquals("error: nowhere.csp does not exist [CSP0417]\n", bench.err());
    }

    @Test
    void a_fault_is_70_without_a_stack_trace_and_the_others_keep_their_verdicts() {
        bench.spec("a.csp", "fails", "breaks", "holds");
        bench.decider = (check, limits, progress, cancelled) -> {
            if (check.name().equals("breaks")) {
                throw new IllegalStateException("replay disagrees");
            }
            return Bench.outcome(check);
        };
        assertEquals(70, bench.run("a.csp"));
        assertTrue(bench.err().startsWith("csp-check: a fault of csp-check itself while checking breaks: java.lang.IllegalStateException: replay"));
        assertFalse(bench.err().contains("\tat "), bench.err());
        assertTrue(bench.out().contains("3 checks in 0.00 s: 1 as expected, 1 not, 1 inconclusive\n"), bench.out());
        assertEquals(70, bench.run("-v", "a.csp"));
        assertTrue(bench.err().contains("\tat org.cspcheck.cli.ExitCodeTest"), bench.err());
    }

    @Test
    void a_fault_of_the_front_end_is_70() {
        bench.frontEnd = (spec, reading, in) -> {
            throw new IllegalStateException("lost");
        };
        assertEquals(70, bench.run("a.csp"));
        assertFalse(bench.err().contains("\tat "), bench.err());
    }

    @Test
    void exhaustion_of_one_check_is_inconclusive() {
        bench.spec("a.csp", "deep", "big", "holds");
        bench.decider = (check, limits, progress, cancelled) -> switch (check.name()) {
            case "deep" -> throw new StackOverflowError();
            case "big" -> throw new OutOfMemoryError();
            default -> Bench.outcome(check);
        };
        assertEquals(3, bench.run("a.csp"));
        assertTrue(bench.out().contains("1 as expected, 2 inconclusive"), bench.out());
    }

    @Test
    void checks_recurse_deeply() {
        bench.spec("a.csp", "deep");
        bench.decider = (check, limits, progress, cancelled) -> {
            assertEquals(1_000_000, depth(1_000_000));
            return Bench.outcome(check);
        };
        assertEquals(0, bench.run("a.csp"));
    }

    private static int depth(int n) {
        return n == 0 ? 0 : 1 + depth(n - 1);
    }

    @Test
    @Timeout(20)
    void an_interruption_is_130_and_what_was_finished_is_reported() {
        bench.spec("a.csp", "fails", "goes on", "holds", "holds too");
        bench.decider = (check, limits, progress, cancelled) -> {
            if (check.name().equals("goes on")) {
                bench.interruption.request();
                while (!cancelled.getAsBoolean()) {
                    Thread.onSpinWait();
                }
                return new org.cspcheck.model.verdict.Outcome(
                        check, new org.cspcheck.model.verdict.Verdict.Inconclusive("interrupted"), Bench.outcome(check).statistics());
            }
            return Bench.outcome(check);
        };
        assertEquals(130, bench.run("a.csp"));
        assertEquals(List.of("fails", "goes on"), bench.decided);
        assertTrue(bench.out().endsWith("4 checks in 0.00 s: 1 not as expected, 1 inconclusive, 2 not started\n"), bench.out());
    }

    @Test
    @Timeout(20)
    void a_check_that_cannot_be_stopped_is_left_behind() {
        bench.spec("a.csp", "holds", "hangs", "shares with it").spec("b.csp", "fails as expected");
        bench.decider = (check, limits, progress, cancelled) -> {
            if (check.name().equals("hangs")) {
                long start = System.nanoTime();
                while (System.nanoTime() - start < Duration.ofSeconds(15).toNanos() && !Thread.interrupted()) {
                    Thread.onSpinWait();
                }
            }
            return Bench.outcome(check);
        };
        assertEquals(3, bench.run("--timeout", "100ms", "a.csp", "b.csp"));
        assertTrue(bench.out().contains("Time limit of 0.00 s reached."), bench.out());
        assertEquals(List.of("holds", "hangs", "shares with it", "fails as expected"), bench.decided);
        assertTrue(bench.out().contains("3 as expected, 1 inconclusive"), bench.out());
    }
}
