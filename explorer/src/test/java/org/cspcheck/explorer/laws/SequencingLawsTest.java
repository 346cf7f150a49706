package org.cspcheck.explorer.laws;

import net.jqwik.api.ForAll;
import org.cspcheck.explorer.reference.Sample;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.verdict.SemanticModel;

/** {@code ;}, the interrupts and throw. */
class SequencingLawsTest extends Algebra {
    @Law
    void SKIP_is_the_unit_of_sequencing(@ForAll("p") Sample p) {
        equal(sequence(SKIP, p.process()), p.process());
        equal(sequence(p.process(), SKIP), p.process());
    }

    @Law
    void sequencing_associates(@ForAll("p") Sample p, @ForAll("q") Sample q, @ForAll("r") Sample r) {
        equal(sequence(p.process(), sequence(q.process(), r.process())), sequence(sequence(p.process(), q.process()), r.process()));
    }

    @Law
    void what_never_terminates_is_a_left_zero_of_sequencing(@ForAll("sets") EventSet a, @ForAll("p") Sample p) {
        equal(sequence(STOP, p.process()), STOP);
        equal(sequence(DIV, p.process()), DIV);
        equal(sequence(run(a), p.process()), run(a));
        equal(sequence(chaos(a), p.process()), chaos(a));
    }

    @Law
    void sequencing_distributes_over_internal_choice(@ForAll("p") Sample p, @ForAll("q") Sample q, @ForAll("r") Sample r) {
        equal(
                sequence(internal(p.process(), q.process()), r.process()),
                internal(sequence(p.process(), r.process()), sequence(q.process(), r.process())));
        equal(
                sequence(p.process(), internal(q.process(), r.process())),
                internal(sequence(p.process(), q.process()), sequence(p.process(), r.process())));
    }

    @Law
    void sequencing_goes_behind_a_prefix(@ForAll("x") int x, @ForAll("p") Sample p, @ForAll("q") Sample q) {
        equal(sequence(then(x, p.process()), q.process()), then(x, sequence(p.process(), q.process())));
    }

    @Law
    void a_choice_that_may_terminate_slides_to_what_follows(@ForAll("x") int x, @ForAll("p") Sample p, @ForAll("q") Sample q) {
        equal(
                sequence(external(then(x, p.process()), SKIP), q.process()),
                sliding(then(x, sequence(p.process(), q.process())), q.process()));
    }

    @Law
    void STOP_is_the_unit_of_interrupts(@ForAll("p") Sample p) {
        equal(interrupt(p.process(), STOP), p.process());
        equal(interrupt(STOP, p.process()), p.process());
    }

    @Law
    void interrupts_associate(@ForAll("p") Sample p, @ForAll("q") Sample q, @ForAll("r") Sample r) {
        equal(interrupt(p.process(), interrupt(q.process(), r.process())), interrupt(interrupt(p.process(), q.process()), r.process()));
    }

    @Law
    void interrupts_distribute_over_internal_choice(@ForAll("p") Sample p, @ForAll("q") Sample q, @ForAll("r") Sample r) {
        equal(
                interrupt(internal(p.process(), q.process()), r.process()),
                internal(interrupt(p.process(), r.process()), interrupt(q.process(), r.process())));
        equal(
                interrupt(p.process(), internal(q.process(), r.process())),
                internal(interrupt(p.process(), q.process()), interrupt(p.process(), r.process())));
    }

    @Law
    void an_interrupt_stays_behind_a_prefix(@ForAll("x") int x, @ForAll("p") Sample p, @ForAll("q") Sample q) {
        equal(interrupt(then(x, p.process()), q.process()), external(then(x, interrupt(p.process(), q.process())), q.process()));
    }

    @Law
    void interrupting_SKIP_is_a_choice(@ForAll("p") Sample p) {
        equal(interrupt(SKIP, p.process()), external(SKIP, p.process()));
    }

    @Law
    void DIV_is_the_zero_of_interrupts_where_divergence_is_seen(@ForAll("p") Sample p) {
        equal(SemanticModel.FD, interrupt(p.process(), DIV), DIV);
        equal(SemanticModel.FD, interrupt(DIV, p.process()), DIV);
    }

    @Law
    void a_synchronising_interrupt_on_nothing_is_an_interrupt(@ForAll("p") Sample p, @ForAll("q") Sample q) {
        equal(interrupt(p.process(), NOTHING, q.process()), interrupt(p.process(), q.process()));
    }

    @Law
    void a_synchronising_interrupt_on_everything_is_lockstep_until_one_terminates(@ForAll("p") Sample p, @ForAll("q") Sample q) {
        equal(
                interrupt(endless(p.process()), SIGMA, endless(q.process())),
                share(SIGMA, endless(p.process()), endless(q.process())));
    }

    @Law
    void synchronising_interrupts_distribute_over_internal_choice(
            @ForAll("sets") EventSet a, @ForAll("p") Sample p, @ForAll("q") Sample q, @ForAll("r") Sample r) {
        equal(
                interrupt(internal(p.process(), q.process()), a, r.process()),
                internal(interrupt(p.process(), a, r.process()), interrupt(q.process(), a, r.process())));
        equal(
                interrupt(p.process(), a, internal(q.process(), r.process())),
                internal(interrupt(p.process(), a, q.process()), interrupt(p.process(), a, r.process())));
    }

    @Law
    void a_synchronising_interrupt_by_RUN_of_the_set_changes_nothing(@ForAll("sets") EventSet a, @ForAll("p") Sample p) {
        equal(interrupt(p.process(), a, run(a)), p.process());
    }

    @Law
    void what_throws_nothing_needs_no_handler(@ForAll("sets") EventSet a, @ForAll("p") Sample p, @ForAll("q") Sample q) {
        equal(throwing(STOP, a, p.process()), STOP);
        equal(throwing(SKIP, a, p.process()), SKIP);
        equal(throwing(DIV, a, p.process()), DIV);
        equal(throwing(p.process(), NOTHING, q.process()), p.process());
    }

    @Law
    void a_thrown_event_hands_over(@ForAll("sets") EventSet a, @ForAll("x") int x, @ForAll("p") Sample p, @ForAll("q") Sample q) {
        equal(
                throwing(then(x, p.process()), a, q.process()),
                then(x, a.contains(x) ? q.process() : throwing(p.process(), a, q.process())));
    }

    @Law
    void throw_distributes_over_choices(
            @ForAll("sets") EventSet a, @ForAll("p") Sample p, @ForAll("q") Sample q, @ForAll("r") Sample r) {
        equal(
                throwing(internal(p.process(), q.process()), a, r.process()),
                internal(throwing(p.process(), a, r.process()), throwing(q.process(), a, r.process())));
        equal(
                throwing(p.process(), a, internal(q.process(), r.process())),
                internal(throwing(p.process(), a, q.process()), throwing(p.process(), a, r.process())));
        equal(
                throwing(external(p.process(), q.process()), a, r.process()),
                external(throwing(p.process(), a, r.process()), throwing(q.process(), a, r.process())));
    }

    @Law
    void the_outer_handler_of_an_event_wins(
            @ForAll("sets") EventSet a, @ForAll("p") Sample p, @ForAll("q") Sample q, @ForAll("r") Sample r) {
        equal(throwing(throwing(p.process(), a, q.process()), a, r.process()), throwing(p.process(), a, r.process()));
    }
}
