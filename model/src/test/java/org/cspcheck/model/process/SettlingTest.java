package org.cspcheck.model.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.cspcheck.model.process.Process.*;
import org.cspcheck.model.source.SpecificationException;
import org.junit.jupiter.api.Test;

class SettlingTest extends Arrows {
    /** A process that may mention itself. */
    private static final class Recursion implements Body {
        private final Process call = new Call(this);
        private Process term;

        @Override
        public String name() {
            return "X";
        }

        @Override
        public Process unfold() {
            return term;
        }
    }

    private final FiringRules rules = new FiringRules();
    private final Recursion x = new Recursion();

    @Test
    void a_call_is_settled_to_the_term_behind_all_its_names() {
        assertSame(P, rules.settle(Process.named("X", Process.named("Y", P))));
    }

    @Test
    void a_settled_term_is_kept_as_it_is() {
        Process term = new ExternalChoice(List.of(P, new Hide(Q, set(A))));
        assertSame(term, rules.settle(term));
    }

    @Test
    void operands_that_may_move_first_are_settled_and_others_are_not() {
        Process call = Process.named("X", P);
        assertEquals(new SequentialComposition(P, call), rules.settle(new SequentialComposition(call, call)));
        assertEquals(new SlidingChoice(P, call), rules.settle(new SlidingChoice(call, call)));
        assertEquals(new Throw(P, set(A), call), rules.settle(new Throw(call, set(A), call)));
        assertEquals(new Interrupt(P, P), rules.settle(new Interrupt(call, call)));
        assertEquals(new InternalChoice(List.of(call, call)), rules.settle(new InternalChoice(List.of(call, call))));
        assertEquals(new InterfaceParallel(List.of(P, P), set()), rules.settle(new InterfaceParallel(List.of(call, call), set())));
    }

    @Test
    void a_process_comes_back_to_the_same_state() {
        x.term = Process.prefix(A, x.call);
        Process start = rules.settle(x.call);
        assertEquals(start, rules.steps(start).getFirst().target());
    }

    @Test
    void recursion_without_an_event_is_an_error_of_the_specification() {
        x.term = new ExternalChoice(List.of(x.call, P));
        var error = assertThrows(SpecificationException.class, () -> rules.settle(x.call));
        assertEquals("CSP0501", error.diagnostic().code());
        assertEquals("unguarded recursion: X has no first step, it reaches itself before any event", error.diagnostic().message());
    }

    /** {@code X(n) = X(n+1) [] P}, up to an end. */
    private record Growing(int n, int end) implements Body {
        @Override
        public String name() {
            return "X(" + n + ")";
        }

        @Override
        public Process unfold() {
            return n == end ? Q : new SlidingChoice(new Call(new Growing(n + 1, end)), P);
        }
    }

    @Test
    void recursion_that_only_changes_its_argument_is_the_same_error() throws InterruptedException {
        Throwable error = thrownBySettling(new Growing(0, Integer.MAX_VALUE), 1 << 28);
        assertEquals("CSP0501", ((SpecificationException) error).diagnostic().code());
    }

    @Test
    void a_long_chain_of_calls_is_none_and_a_stack_too_short_for_it_leaves_no_trace() throws InterruptedException {
        assertInstanceOf(StackOverflowError.class, thrownBySettling(new Growing(0, 9000), 1 << 18));
        assertNull(thrownBySettling(new Growing(0, 9000), 1 << 28));
    }

    /** What settling throws on a stack of so many bytes; null if nothing. */
    private Throwable thrownBySettling(Body body, long stack) throws InterruptedException {
        var thrown = new Throwable[1];
        var thread = new Thread(null, () -> rules.settle(new Call(body)), "settling", stack);
        thread.setUncaughtExceptionHandler((t, e) -> thrown[0] = e);
        thread.start();
        thread.join();
        return thrown[0];
    }

    @Test
    void the_error_is_the_same_when_asked_again() {
        x.term = new Hide(x.call, set(A));
        assertThrows(SpecificationException.class, () -> rules.settle(x.call));
        assertThrows(SpecificationException.class, () -> rules.settle(x.call));
    }

    @Test
    void recursion_through_an_internal_choice_diverges() {
        x.term = new InternalChoice(List.of(x.call, P));
        assertEquals(List.of(tau(x.term), tau(P)), arrows(x.call));
    }

    @Test
    void recursion_behind_SKIP_diverges() {
        x.term = new SequentialComposition(SKIP, x.call);
        assertEquals(List.of(tau(x.term)), arrows(x.call));
    }

    @Test
    void a_call_is_no_settled_term() {
        assertThrows(IllegalArgumentException.class, () -> rules.steps(Process.named("X", P)));
    }
}
