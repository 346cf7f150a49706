package org.cspcheck.explorer.laws;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;
import org.cspcheck.explorer.reference.Letters;
import org.cspcheck.explorer.reference.Sample;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.event.Renaming;
import org.cspcheck.model.process.Process;

class HidingAndRenamingLawsTest extends Algebra {
    @Law
    void hiding_nothing_changes_nothing(@ForAll("p") Sample p) {
        equal(hide(p.process(), NOTHING), p.process());
    }

    @Law
    void hiding_twice_is_hiding_the_union(@ForAll("sets") EventSet a, @ForAll("sets") EventSet b, @ForAll("p") Sample p) {
        equal(hide(hide(p.process(), a), b), hide(p.process(), union(a, b)));
    }

    @Law
    void a_hidden_prefix_vanishes(@ForAll("sets") EventSet a, @ForAll("x") int x, @ForAll("p") Sample p) {
        Process behind = hide(p.process(), a);
        equal(hide(then(x, p.process()), a), a.contains(x) ? behind : then(x, behind));
    }

    @Law
    void a_menu_with_a_hidden_branch_slides_to_it(
            @ForAll("x") int x, @ForAll("x") int y, @ForAll("p") Sample p, @ForAll("q") Sample q) {
        Assume.that(x != y);
        EventSet a = EventSet.of(x);
        equal(
                hide(external(then(x, p.process()), then(y, q.process())), a),
                sliding(then(y, hide(q.process(), a)), hide(p.process(), a)));
    }

    @Law
    void hiding_distributes_over_internal_choice_and_sequencing(
            @ForAll("sets") EventSet a, @ForAll("p") Sample p, @ForAll("q") Sample q) {
        Process left = hide(p.process(), a);
        Process right = hide(q.process(), a);
        equal(hide(internal(p.process(), q.process()), a), internal(left, right));
        equal(hide(sequence(p.process(), q.process()), a), sequence(left, right));
    }

    @Law
    void hiding_distributes_over_parallels_that_do_not_share_it(
            @ForAll("sets") EventSet a, @ForAll("sets") EventSet b, @ForAll("p") Sample p, @ForAll("q") Sample q) {
        EventSet shared = intersection(b, complement(a));
        equal(hide(share(shared, p.process(), q.process()), a), share(shared, hide(p.process(), a), hide(q.process(), a)));
    }

    @Law
    void hiding_the_constants(@ForAll("sets") EventSet a) {
        equal(hide(STOP, a), STOP);
        equal(hide(SKIP, a), SKIP);
        equal(hide(DIV, a), DIV);
        equal(hide(run(a), a), a.members().length == 0 ? STOP : DIV);
    }

    @Law
    void hiding_what_is_blocked_changes_nothing(@ForAll("sets") EventSet a, @ForAll("p") Sample p) {
        Process blocked = share(a, p.process(), SKIP);
        equal(hide(blocked, a), blocked);
    }

    @Law
    void renaming_to_itself_changes_nothing(@ForAll("x") int x, @ForAll("p") Sample p) {
        equal(rename(p.process(), Renaming.of(Map.of(x, new int[] {x}))), p.process());
    }

    @Law
    void renaming_twice_is_renaming_by_the_composition(
            @ForAll("renamings") Renaming r, @ForAll("renamings") Renaming s, @ForAll("p") Sample p) {
        equal(rename(rename(p.process(), r), s), rename(p.process(), composition(r, s)));
    }

    @Law
    void renaming_the_constants(@ForAll("renamings") Renaming r) {
        equal(rename(STOP, r), STOP);
        equal(rename(SKIP, r), SKIP);
        equal(rename(DIV, r), DIV);
    }

    @Law
    void a_renamed_prefix_offers_every_image(@ForAll("renamings") Renaming r, @ForAll("x") int x, @ForAll("p") Sample p) {
        List<Process> images = new ArrayList<>(List.of(STOP));
        for (int image : r.images(x)) {
            images.add(then(image, rename(p.process(), r)));
        }
        equal(rename(then(x, p.process()), r), external(images.toArray(Process[]::new)));
    }

    @Law
    void renaming_distributes_over_choices_sequencing_interrupts_and_interleaving(
            @ForAll("renamings") Renaming r, @ForAll("p") Sample p, @ForAll("q") Sample q) {
        Process left = rename(p.process(), r);
        Process right = rename(q.process(), r);
        equal(rename(external(p.process(), q.process()), r), external(left, right));
        equal(rename(internal(p.process(), q.process()), r), internal(left, right));
        equal(rename(sliding(p.process(), q.process()), r), sliding(left, right));
        equal(rename(sequence(p.process(), q.process()), r), sequence(left, right));
        equal(rename(interrupt(p.process(), q.process()), r), interrupt(left, right));
        equal(rename(interleave(p.process(), q.process()), r), interleave(left, right));
    }

    @Law
    void a_permutation_distributes_over_everything(
            @ForAll("permutations") Renaming r, @ForAll("sets") EventSet a, @ForAll("p") Sample p, @ForAll("q") Sample q) {
        Process left = rename(p.process(), r);
        Process right = rename(q.process(), r);
        EventSet b = image(r, a);
        equal(rename(share(a, p.process(), q.process()), r), share(b, left, right));
        equal(rename(alphabetised(p.process(), a, SIGMA, q.process()), r), alphabetised(left, b, SIGMA, right));
        equal(rename(joint(a, p.process(), q.process()), r), joint(b, left, right));
        equal(rename(interrupt(p.process(), a, q.process()), r), interrupt(left, b, right));
        equal(rename(throwing(p.process(), a, q.process()), r), throwing(left, b, right));
        equal(rename(hide(p.process(), a), r), hide(left, b));
    }

    @Law
    void renaming_to_a_hidden_event_hides(@ForAll("x") int x, @ForAll("p") Sample p) {
        Renaming away = Renaming.of(Map.of(x, new int[] {Letters.D}));
        equal(hide(rename(p.process(), away), EventSet.of(Letters.D)), hide(p.process(), EventSet.of(x)));
    }

    @Provide
    Arbitrary<Renaming> permutations() {
        return Arbitraries.shuffle(Letters.A, Letters.B, Letters.C).map(to -> Renaming.of(Map.of(
                Letters.A, new int[] {to.get(0)}, Letters.B, new int[] {to.get(1)}, Letters.C, new int[] {to.get(2)})));
    }

    private static Renaming composition(Renaming first, Renaming second) {
        var images = new HashMap<Integer, int[]>();
        for (int letter : SIGMA.members()) {
            var reached = new TreeSet<Integer>();
            for (int middle : first.images(letter)) {
                for (int image : second.images(middle)) {
                    reached.add(image);
                }
            }
            images.put(letter, reached.stream().mapToInt(i -> i).toArray());
        }
        return Renaming.of(images);
    }

    private static EventSet image(Renaming permutation, EventSet set) {
        return EventSet.of(java.util.Arrays.stream(set.members()).map(letter -> permutation.images(letter)[0]).toArray());
    }
}
