package org.cspcheck.explorer.laws;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;
import org.cspcheck.explorer.reference.Context;
import org.cspcheck.explorer.reference.Equality;
import org.cspcheck.explorer.reference.Sample;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.verdict.SemanticModel;

/** Bottoms, tops and monotonicity: what makes a check of a part worth anything for the whole. */
class RefinementLawsTest extends Algebra {
    @Law
    void everything_refines_DIV_where_divergence_is_seen(@ForAll("p") Sample p) {
        Equality.assertRefines(DIV, p.process(), SemanticModel.FD);
    }

    @Law
    void DIV_refines_everything_where_divergence_is_not_seen(@ForAll("p") Sample p) {
        Equality.assertRefines(p.process(), DIV, SemanticModel.T, SemanticModel.F);
    }

    @Law
    void STOP_refines_everything_in_traces(@ForAll("p") Sample p) {
        Equality.assertRefines(p.process(), STOP, SemanticModel.T);
    }

    @Law
    void everything_that_does_not_terminate_refines_CHAOS(@ForAll("p") Sample p) {
        Equality.assertRefines(chaos(SIGMA), endless(p.process()), SemanticModel.T, SemanticModel.F);
    }

    @Law
    void a_choice_is_refined_by_each_side(@ForAll("p") Sample p, @ForAll("q") Sample q) {
        Equality.assertRefines(internal(p.process(), q.process()), p.process(), SemanticModel.values());
        Equality.assertRefines(internal(p.process(), q.process()), external(p.process(), q.process()), SemanticModel.values());
        Equality.assertRefines(internal(p.process(), q.process()), sliding(p.process(), q.process()), SemanticModel.values());
        Equality.assertRefines(sliding(p.process(), q.process()), q.process(), SemanticModel.values());
    }

    @Law
    void RUN_is_the_most_willing_of_CHAOS(@ForAll("sets") EventSet a) {
        Equality.assertRefines(chaos(a), run(a), SemanticModel.values());
        equal(SemanticModel.T, chaos(a), run(a));
        equal(SemanticModel.F, chaos(a), internal(STOP, chaos(a)));
    }

    /** Every operator, at every place, keeps refinement. */
    @Law
    void a_refined_part_refines_the_whole(@ForAll("contexts") Context context, @ForAll("p") Sample p, @ForAll("r") Sample r) {
        Process choice = internal(p.process(), r.process());
        Equality.assertRefines(context.around(choice), context.around(p.process()), SemanticModel.values());
    }

    @Law
    void equal_parts_make_equal_wholes(@ForAll("contexts") Context context, @ForAll("p") Sample p) {
        equal(context.around(interleave(p.process(), SKIP)), context.around(p.process()));
        equal(context.around(external(p.process(), SKIP)), context.around(sliding(p.process(), SKIP)));
    }

    /** Pairs that refine each other by chance, not by construction. */
    @Law
    void refinement_found_by_checking_is_kept_by_contexts(
            @ForAll("contexts") Context context,
            @ForAll("r") Sample specification,
            @ForAll("s") Sample implementation,
            @ForAll("models") SemanticModel model) {
        Assume.that(Equality.refines(specification.process(), implementation.process(), model));
        Equality.assertRefines(
                context.around(specification.process()), context.around(implementation.process()), model);
    }

    @Provide
    Arbitrary<Context> contexts() {
        return Context.random("C", LETTERS, 2);
    }

    @Provide
    Arbitrary<Sample> s() {
        return r().map(sample -> new Sample("S", sample.process()));
    }

    @Provide
    Arbitrary<SemanticModel> models() {
        return Arbitraries.of(SemanticModel.values());
    }
}
