package org.cspcheck.model.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.event.Links;
import org.cspcheck.model.event.Links.Link;
import org.cspcheck.model.process.Process.*;
import org.junit.jupiter.api.Test;

class ParallelTest extends Arrows {
    @Test
    void shared_events_need_all_operands() {
        Process p = Process.prefix(A, Q);
        Process q = Process.prefix(A, R);
        assertEquals(List.of(on(A, share(set(A), Q, R, Q))), arrows(share(set(A), p, q, p)));
        assertEquals(List.of(), arrows(share(set(A, B), p, q, Q)));
    }

    @Test
    void other_events_and_taus_are_one_operand_s_own() {
        assertEquals(
                List.of(on(A, share(set(C), STOP, Q)), on(B, share(set(C), P, STOP))), arrows(share(set(C), P, Q)));
        assertEquals(List.of(tau(share(set(A), P, STOP))), arrows(share(set(A), SILENT_P, STOP)));
    }

    @Test
    void every_combination_of_equal_events_is_a_step() {
        Process twice = new Prefix(new Menu.Listed(List.of(new Menu.Branch(A, P), new Menu.Branch(A, Q))));
        assertEquals(
                List.of(on(A, share(set(A), P, P)), on(A, share(set(A), P, Q)), on(A, share(set(A), Q, P)), on(A, share(set(A), Q, Q))),
                arrows(share(set(A), twice, twice)));
    }

    @Test
    void an_operand_terminates_silently_and_the_whole_when_all_have() {
        assertEquals(List.of(tau(share(set(), OMEGA, P)), on(A, share(set(), SKIP, STOP))), arrows(share(set(), SKIP, P)));
        assertEquals(List.of(on(A, share(set(), OMEGA, STOP))), arrows(share(set(), OMEGA, P)));
        assertEquals(List.of(tick()), arrows(share(set(), OMEGA, OMEGA, OMEGA)));
    }

    @Test
    void an_operand_that_has_terminated_blocks_what_it_shares() {
        assertEquals(List.of(), arrows(share(set(A), OMEGA, P)));
    }

    @Test
    void a_parallel_inside_a_parallel_terminates_first() {
        Process inner = share(set(), OMEGA, OMEGA);
        assertEquals(List.of(tau(share(set(), OMEGA, OMEGA))), arrows(share(set(), inner, OMEGA)));
    }

    @Test
    void events_in_several_alphabets_need_all_that_have_them() {
        Process parallel = new AlphabetisedParallel(List.of(P, P, Q), List.of(set(A), set(A, B), set(B)));
        assertEquals(
                List.of(on(A, new AlphabetisedParallel(List.of(STOP, STOP, Q), List.of(set(A), set(A, B), set(B))))),
                arrows(parallel));
    }

    @Test
    void events_outside_the_own_alphabet_are_blocked() {
        assertEquals(List.of(), arrows(new AlphabetisedParallel(List.of(P, STOP), List.of(set(B), set(B)))));
        assertEquals(List.of(), arrows(new AlphabetisedParallel(List.of(P, STOP), List.of(set(), set(A)))));
    }

    @Test
    void an_alphabetised_parallel_terminates_when_all_have() {
        List<EventSet> alphabets = List.of(set(A), set(B));
        assertEquals(
                List.of(tau(new AlphabetisedParallel(List.of(OMEGA, OMEGA), alphabets))),
                arrows(new AlphabetisedParallel(List.of(SKIP, OMEGA), alphabets)));
        assertEquals(List.of(tick()), arrows(new AlphabetisedParallel(List.of(OMEGA, OMEGA), alphabets)));
    }

    @Test
    void a_linked_pair_moves_silently_together() {
        var links = new Links(List.of(new Link(A, B)));
        assertEquals(List.of(tau(new LinkedParallel(STOP, STOP, links))), arrows(new LinkedParallel(P, Q, links)));
    }

    @Test
    void a_linked_event_does_not_happen_alone_and_others_do() {
        var links = new Links(List.of(new Link(A, B)));
        assertEquals(List.of(), arrows(new LinkedParallel(P, STOP, links)));
        assertEquals(
                List.of(on(B, new LinkedParallel(STOP, P, links)), on(A, new LinkedParallel(Q, STOP, links))),
                arrows(new LinkedParallel(Q, P, links)));
    }

    @Test
    void one_event_may_be_linked_to_several() {
        var links = new Links(List.of(new Link(A, B), new Link(A, C)));
        Process right = new ExternalChoice(List.of(Q, R));
        Process after = new LinkedParallel(STOP, STOP, links);
        assertEquals(List.of(tau(after), tau(after)), arrows(new LinkedParallel(P, right, links)));
    }

    @Test
    void a_linked_parallel_terminates_when_both_have() {
        var links = new Links(List.of(new Link(A, B)));
        assertEquals(List.of(tau(new LinkedParallel(OMEGA, OMEGA, links))), arrows(new LinkedParallel(OMEGA, SKIP, links)));
        assertEquals(List.of(tick()), arrows(new LinkedParallel(OMEGA, OMEGA, links)));
    }

    private static Process share(EventSet together, Process... operands) {
        return new InterfaceParallel(List.of(operands), together);
    }
}
