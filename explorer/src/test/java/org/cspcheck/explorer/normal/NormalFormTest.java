package org.cspcheck.explorer.normal;

import static org.cspcheck.explorer.Script.interleave;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.cspcheck.explorer.Script;
import org.cspcheck.explorer.search.Budget;
import org.cspcheck.explorer.search.Progress;
import org.cspcheck.explorer.system.TermSystem;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.verdict.Limits;
import org.cspcheck.model.verdict.SemanticModel;
import org.junit.jupiter.api.Test;

class NormalFormTest {
    /** A process for each item, without end; {@code other} makes it a process with other nodes. */
    private static NormalForm bag(boolean other) {
        var s = new Script();
        Process none = other ? s.then(Process.STOP, "lost") : Process.STOP;
        s.define("BAG", () -> s.then(interleave(s.call("BAG"), s.then(none, "out")), "in"));
        s.event("in");
        return new NormalForm(
                new TermSystem(new FiringRules(), s.call("BAG")), SemanticModel.F, new Budget(Limits.NONE, Progress.SILENT, () -> false));
    }

    /** Walks at random, a few steps from the start again and again. */
    private static NormalForm asked(long seed) {
        NormalForm form = bag(false);
        var random = new Random(seed);
        for (int walk = 0; walk < 8; walk++) {
            int node = form.start();
            for (int step = 0; step < 5; step++) {
                int[] initials = form.initials(node);
                node = form.after(node, initials[random.nextInt(initials.length)]);
            }
        }
        return form;
    }

    @Test
    void a_history_gives_every_node_its_number_again() {
        List<NormalForm> forms = List.of(asked(1), asked(2));
        assertNotEquals(Arrays.toString(forms.get(0).history()), Arrays.toString(forms.get(1).history()));
        for (NormalForm form : forms) {
            NormalForm again = bag(false);
            assertTrue(again.repeat(form.history()));
            assertEquals(form.size(), again.size());
            for (int node = 0; node < form.size(); node++) {
                assertArrayEquals(form.initials(node), again.initials(node));
                assertArrayEquals(form.acceptances(node), again.acceptances(node));
                for (int event : form.initials(node)) {
                    if (form.isKnown(node, event)) {
                        assertEquals(form.after(node, event), again.after(node, event));
                    }
                }
            }
        }
    }

    @Test
    void the_history_of_another_process_is_seen() {
        assertFalse(bag(true).repeat(asked(1).history()));
    }
}
