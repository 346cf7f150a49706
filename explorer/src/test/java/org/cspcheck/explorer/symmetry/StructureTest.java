package org.cspcheck.explorer.symmetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.cspcheck.explorer.Script;
import org.cspcheck.explorer.search.Budget;
import org.cspcheck.explorer.search.Progress;
import org.cspcheck.explorer.vector.Leaves;
import org.cspcheck.explorer.vector.VectorSystem;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.verdict.Limits;
import org.junit.jupiter.api.Test;

/** What an automorphism must respect, each with a map that respects everything else. */
class StructureTest {
    private final Script s = new Script();

    private static Structure structure(Process process, IntPredicate watched) {
        var budget = new Budget(Limits.NONE, Progress.SILENT, () -> false);
        return Structure.of(VectorSystem.of(new Leaves(new FiringRules(), true), process, budget).orElseThrow().network(), watched);
    }

    private static int[] identity(Structure structure) {
        int[] image = new int[structure.vertices];
        Arrays.setAll(image, v -> v);
        return image;
    }

    private static void swap(int[] image, int one, int other) {
        int kept = image[one];
        image[one] = image[other];
        image[other] = kept;
    }

    /** A key each, and local states in the same order: the images of all vertices of two processes alike. */
    private static int[] swapped(Structure structure, int one, int other) {
        int[] image = identity(structure);
        swap(image, one, other);
        for (int[] from : new int[][] {structure.localsFrom, structure.keysFrom}) {
            for (int i = 0; i < from[one + 1] - from[one]; i++) {
                swap(image, from[one] + i, from[other] + i);
            }
        }
        return image;
    }

    @Test
    void processes_alike_may_be_swapped_unless_a_rule_tells_them_apart() {
        Process pair = Script.interleave(s.then(Process.STOP, "a"), s.then(Process.STOP, "b"));
        Structure blind = structure(pair, event -> false);
        assertTrue(blind.isAutomorphism(swapped(blind, 0, 1)));
        Structure seeing = structure(pair, event -> event == s.event("a"));
        assertFalse(seeing.isAutomorphism(swapped(seeing, 0, 1)));
    }

    @Test
    void steps_lead_where_they_led() {
        Structure structure = structure(Script.interleave(s.then(Process.STOP, "a", "b"), s.then(Process.STOP, "c")), event -> false);
        int[] image = identity(structure);
        swap(image, structure.localsFrom[0] + 1, structure.localsFrom[0] + 2);
        assertFalse(structure.isAutomorphism(image));
    }

    /** Three times the same process; the first two have a partner for their event, the third has none. */
    @Test
    void who_takes_part_in_an_event_is_kept() {
        Process pairs = Script.interleave(
                Script.together(s.events("a"), s.then(Process.STOP, "a"), s.then(s.then(Process.STOP, "x"), "a")),
                s.then(Process.STOP, "b"));
        Structure structure = structure(pairs, event -> false);
        assertEquals(3, structure.components);
        assertFalse(structure.isAutomorphism(swapped(structure, 0, 2)));
    }

    /**
     * The first process terminates, or stops after an event that is hidden: both are one internal step of the network into a state without steps. Only
     * that one of them has terminated tells them apart.
     */
    @Test
    void a_terminated_state_is_not_taken_for_one_that_is_stuck() {
        Process first = Script.external(Process.SKIP, s.then(Process.STOP, "a"));
        Structure structure = structure(Script.hide(Script.interleave(first, s.then(Process.SKIP, "b")), s.events("a")), event -> false);
        long[] steps = structure.steps[0];
        assertEquals(2, steps.length);
        int[] image = identity(structure);
        swap(image, Structure.key(steps[0]), Structure.key(steps[1]));
        swap(image, Structure.target(steps[0]), Structure.target(steps[1]));
        assertTrue(structure.done[Structure.target(steps[0])] != structure.done[Structure.target(steps[1])]);
        assertFalse(structure.isAutomorphism(image));
        assertTrue(structure.isAutomorphism(identity(structure)));
    }
}
