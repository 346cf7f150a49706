package org.cspcheck.explorer.laws;

import java.util.List;
import net.jqwik.api.ForAll;
import org.cspcheck.explorer.reference.Letters;
import org.cspcheck.explorer.reference.Sample;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.event.Links.Link;
import org.cspcheck.model.event.Renaming;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Process.AlphabetisedParallel;
import org.cspcheck.model.verdict.SemanticModel;

class ParallelLawsTest extends Algebra {
    @Law
    void sharing_commutes(@ForAll("sets") EventSet a, @ForAll("p") Sample p, @ForAll("q") Sample q) {
        equal(share(a, p.process(), q.process()), share(a, q.process(), p.process()));
    }

    @Law
    void sharing_associates(@ForAll("sets") EventSet a, @ForAll("p") Sample p, @ForAll("q") Sample q, @ForAll("r") Sample r) {
        Process toTheRight = share(a, p.process(), share(a, q.process(), r.process()));
        equal(toTheRight, share(a, share(a, p.process(), q.process()), r.process()));
        equal(toTheRight, share(a, p.process(), q.process(), r.process()));
    }

    @Law
    void sharing_distributes_over_internal_choice(
            @ForAll("sets") EventSet a, @ForAll("p") Sample p, @ForAll("q") Sample q, @ForAll("r") Sample r) {
        equal(
                share(a, p.process(), internal(q.process(), r.process())),
                internal(share(a, p.process(), q.process()), share(a, p.process(), r.process())));
    }

    @Law
    void interleaving_with_SKIP_changes_nothing(@ForAll("p") Sample p) {
        equal(interleave(p.process(), SKIP), p.process());
        equal(interleave(SKIP, p.process()), p.process());
    }

    @Law
    void interleaving_with_STOP_only_takes_termination_away(@ForAll("p") Sample p) {
        equal(interleave(p.process(), STOP), sequence(p.process(), STOP));
    }

    @Law
    void DIV_is_the_zero_of_parallels_where_divergence_is_seen(@ForAll("sets") EventSet a, @ForAll("p") Sample p) {
        equal(SemanticModel.FD, share(a, p.process(), DIV), DIV);
        equal(SemanticModel.FD, alphabetised(p.process(), a, SIGMA, DIV), DIV);
    }

    @Law
    void a_process_in_step_with_RUN_is_itself_without_its_termination(@ForAll("p") Sample p) {
        equal(share(SIGMA, endless(p.process()), run(SIGMA)), endless(p.process()));
        equal(share(SIGMA, p.process(), run(SIGMA)), endless(p.process()));
    }

    @Law
    void sharing_with_SKIP_blocks_what_is_shared(@ForAll("sets") EventSet a, @ForAll("x") int x, @ForAll("p") Sample p) {
        equal(share(a, SKIP, then(x, p.process())), a.contains(x) ? STOP : then(x, share(a, SKIP, p.process())));
        equal(share(a, SKIP, SKIP), SKIP);
    }

    @Law
    void RUN_and_CHAOS_absorb_themselves(@ForAll("sets") EventSet a, @ForAll("sets") EventSet b) {
        equal(interleave(run(a), run(b)), run(union(a, b)));
        equal(interleave(chaos(a), chaos(a)), chaos(a));
        equal(share(b, chaos(a), chaos(a)), chaos(a));
    }

    /** Roscoe's law of the parallel of two menus. */
    @Law
    void two_menus_in_parallel_are_one_menu(
            @ForAll("sets") EventSet a,
            @ForAll("x") int x,
            @ForAll("x") int y,
            @ForAll("p") Sample p,
            @ForAll("q") Sample q) {
        Process left = then(x, p.process());
        Process right = then(y, q.process());
        Process leftMoves = a.contains(x) ? STOP : then(x, share(a, p.process(), right));
        Process rightMoves = a.contains(y) ? STOP : then(y, share(a, left, q.process()));
        Process bothMove = x == y && a.contains(x) ? then(x, share(a, p.process(), q.process())) : STOP;
        equal(share(a, left, right), external(leftMoves, rightMoves, bothMove));
    }

    @Law
    void alphabets_are_a_way_to_share(
            @ForAll("sets") EventSet a, @ForAll("sets") EventSet b, @ForAll("p") Sample p, @ForAll("q") Sample q) {
        equal(
                alphabetised(p.process(), a, b, q.process()),
                share(intersection(a, b), share(complement(a), p.process(), SKIP), share(complement(b), q.process(), SKIP)));
    }

    @Law
    void alphabetised_parallel_commutes(
            @ForAll("sets") EventSet a, @ForAll("sets") EventSet b, @ForAll("p") Sample p, @ForAll("q") Sample q) {
        equal(alphabetised(p.process(), a, b, q.process()), alphabetised(q.process(), b, a, p.process()));
    }

    @Law
    void alphabetised_parallel_associates(
            @ForAll("sets") EventSet a,
            @ForAll("sets") EventSet b,
            @ForAll("sets") EventSet c,
            @ForAll("p") Sample p,
            @ForAll("q") Sample q,
            @ForAll("r") Sample r) {
        Process toTheRight = alphabetised(p.process(), a, union(b, c), alphabetised(q.process(), b, c, r.process()));
        equal(toTheRight, alphabetised(alphabetised(p.process(), a, b, q.process()), union(a, b), c, r.process()));
        equal(toTheRight, new AlphabetisedParallel(List.of(p.process(), q.process(), r.process()), List.of(a, b, c)));
    }

    @Law
    void alphabetised_parallel_distributes_over_internal_choice(
            @ForAll("sets") EventSet a,
            @ForAll("sets") EventSet b,
            @ForAll("p") Sample p,
            @ForAll("q") Sample q,
            @ForAll("r") Sample r) {
        equal(
                alphabetised(internal(p.process(), q.process()), a, b, r.process()),
                internal(alphabetised(p.process(), a, b, r.process()), alphabetised(q.process(), a, b, r.process())));
    }

    @Law
    void alphabets_of_everything_are_lockstep(@ForAll("p") Sample p, @ForAll("q") Sample q) {
        equal(alphabetised(p.process(), SIGMA, SIGMA, q.process()), share(SIGMA, p.process(), q.process()));
    }

    @Law
    void a_link_is_a_fresh_event_that_is_hidden(
            @ForAll("x") int x, @ForAll("x") int y, @ForAll("p") Sample p, @ForAll("q") Sample q) {
        EventSet fresh = EventSet.of(Letters.D);
        Process left = rename(p.process(), Renaming.of(java.util.Map.of(x, new int[] {Letters.D})));
        Process right = rename(q.process(), Renaming.of(java.util.Map.of(y, new int[] {Letters.D})));
        equal(link(p.process(), q.process(), new Link(x, y)), hide(share(fresh, left, right), fresh));
    }

    @Law
    void linking_commutes(
            @ForAll("x") int v,
            @ForAll("x") int w,
            @ForAll("x") int x,
            @ForAll("x") int y,
            @ForAll("p") Sample p,
            @ForAll("q") Sample q) {
        equal(
                link(p.process(), q.process(), new Link(v, w), new Link(x, y)),
                link(q.process(), p.process(), new Link(y, x), new Link(w, v)));
    }

    @Law
    void linking_distributes_over_internal_choice(
            @ForAll("x") int x, @ForAll("x") int y, @ForAll("p") Sample p, @ForAll("q") Sample q, @ForAll("r") Sample r) {
        Link link = new Link(x, y);
        equal(
                link(internal(p.process(), q.process()), r.process(), link),
                internal(link(p.process(), r.process(), link), link(q.process(), r.process(), link)));
    }
}
