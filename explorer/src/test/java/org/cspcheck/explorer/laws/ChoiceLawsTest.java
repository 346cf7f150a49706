package org.cspcheck.explorer.laws;

import net.jqwik.api.ForAll;
import org.cspcheck.explorer.reference.Sample;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.verdict.SemanticModel;

class ChoiceLawsTest extends Algebra {
    @Law
    void external_choice_commutes(@ForAll("p") Sample p, @ForAll("q") Sample q) {
        equal(external(p.process(), q.process()), external(q.process(), p.process()));
    }

    @Law
    void external_choice_associates(@ForAll("p") Sample p, @ForAll("q") Sample q, @ForAll("r") Sample r) {
        equal(external(p.process(), external(q.process(), r.process())), external(external(p.process(), q.process()), r.process()));
        equal(external(p.process(), external(q.process(), r.process())), external(p.process(), q.process(), r.process()));
    }

    @Law
    void external_choice_of_a_process_with_itself_is_the_process(@ForAll("p") Sample p) {
        equal(external(p.process(), p.process()), p.process());
    }

    @Law
    void external_choice_has_unit_STOP(@ForAll("p") Sample p) {
        equal(external(p.process(), STOP), p.process());
    }

    @Law
    void external_choice_has_zero_DIV_where_divergence_is_seen(@ForAll("p") Sample p) {
        equal(SemanticModel.FD, external(p.process(), DIV), DIV);
    }

    @Law
    void internal_choice_commutes(@ForAll("p") Sample p, @ForAll("q") Sample q) {
        equal(internal(p.process(), q.process()), internal(q.process(), p.process()));
    }

    @Law
    void internal_choice_associates(@ForAll("p") Sample p, @ForAll("q") Sample q, @ForAll("r") Sample r) {
        equal(internal(p.process(), internal(q.process(), r.process())), internal(internal(p.process(), q.process()), r.process()));
        equal(internal(p.process(), internal(q.process(), r.process())), internal(p.process(), q.process(), r.process()));
    }

    @Law
    void internal_choice_of_a_process_with_itself_is_the_process(@ForAll("p") Sample p) {
        equal(internal(p.process(), p.process()), p.process());
    }

    @Law
    void internal_choice_has_zero_DIV_where_divergence_is_seen(@ForAll("p") Sample p) {
        equal(SemanticModel.FD, internal(p.process(), DIV), DIV);
    }

    @Law
    void internal_choice_has_unit_DIV_where_divergence_is_not_seen(@ForAll("p") Sample p) {
        equal(SemanticModel.F, internal(p.process(), DIV), p.process());
        equal(SemanticModel.T, internal(p.process(), DIV), p.process());
    }

    @Law
    void choices_distribute_over_each_other(@ForAll("p") Sample p, @ForAll("q") Sample q, @ForAll("r") Sample r) {
        equal(
                external(p.process(), internal(q.process(), r.process())),
                internal(external(p.process(), q.process()), external(p.process(), r.process())));
        equal(
                internal(p.process(), external(q.process(), r.process())),
                external(internal(p.process(), q.process()), internal(p.process(), r.process())));
    }

    @Law
    void choice_of_equal_prefixes_is_internal(@ForAll("x") int x, @ForAll("p") Sample p, @ForAll("q") Sample q) {
        equal(external(then(x, p.process()), then(x, q.process())), then(x, internal(p.process(), q.process())));
        equal(internal(then(x, p.process()), then(x, q.process())), then(x, internal(p.process(), q.process())));
    }

    @Law
    void sliding_choice_is_a_choice_whose_first_side_may_be_withdrawn(@ForAll("p") Sample p, @ForAll("q") Sample q) {
        equal(sliding(p.process(), q.process()), external(internal(p.process(), STOP), q.process()));
    }

    @Law
    void sliding_choice_associates(@ForAll("p") Sample p, @ForAll("q") Sample q, @ForAll("r") Sample r) {
        equal(sliding(p.process(), sliding(q.process(), r.process())), sliding(sliding(p.process(), q.process()), r.process()));
    }

    @Law
    void sliding_choice_of_a_process_with_itself_is_the_process(@ForAll("p") Sample p) {
        equal(sliding(p.process(), p.process()), p.process());
    }

    @Law
    void sliding_choice_has_left_unit_STOP(@ForAll("p") Sample p) {
        equal(sliding(STOP, p.process()), p.process());
    }

    @Law
    void sliding_to_STOP_is_an_internal_choice(@ForAll("p") Sample p) {
        equal(sliding(p.process(), STOP), internal(p.process(), STOP));
    }

    @Law
    void sliding_choice_distributes_over_choices(@ForAll("p") Sample p, @ForAll("q") Sample q, @ForAll("r") Sample r) {
        equal(
                sliding(internal(p.process(), q.process()), r.process()),
                internal(sliding(p.process(), r.process()), sliding(q.process(), r.process())));
        equal(
                sliding(p.process(), internal(q.process(), r.process())),
                internal(sliding(p.process(), q.process()), sliding(p.process(), r.process())));
        equal(
                sliding(external(p.process(), q.process()), r.process()),
                external(sliding(p.process(), r.process()), sliding(q.process(), r.process())));
    }

    @Law
    void choice_with_SKIP_slides_to_SKIP(@ForAll("p") Sample p) {
        equal(external(p.process(), SKIP), sliding(p.process(), SKIP));
    }

    @Law
    void synchronising_choice_on_nothing_is_external(@ForAll("p") Sample p, @ForAll("q") Sample q) {
        equal(joint(NOTHING, p.process(), q.process()), external(p.process(), q.process()));
    }

    @Law
    void synchronising_choice_commutes(@ForAll("sets") EventSet a, @ForAll("p") Sample p, @ForAll("q") Sample q) {
        equal(joint(a, p.process(), q.process()), joint(a, q.process(), p.process()));
    }

    @Law
    void synchronising_choice_associates(
            @ForAll("sets") EventSet a, @ForAll("p") Sample p, @ForAll("q") Sample q, @ForAll("r") Sample r) {
        equal(joint(a, p.process(), joint(a, q.process(), r.process())), joint(a, joint(a, p.process(), q.process()), r.process()));
        equal(joint(a, p.process(), joint(a, q.process(), r.process())), joint(a, p.process(), q.process(), r.process()));
    }

    @Law
    void synchronising_choice_distributes_over_internal_choice(
            @ForAll("sets") EventSet a, @ForAll("p") Sample p, @ForAll("q") Sample q, @ForAll("r") Sample r) {
        equal(
                joint(a, p.process(), internal(q.process(), r.process())),
                internal(joint(a, p.process(), q.process()), joint(a, p.process(), r.process())));
    }

    @Law
    void synchronising_choice_on_everything_is_lockstep_until_one_terminates(@ForAll("p") Sample p, @ForAll("q") Sample q) {
        equal(joint(SIGMA, endless(p.process()), endless(q.process())), share(SIGMA, endless(p.process()), endless(q.process())));
    }
}
