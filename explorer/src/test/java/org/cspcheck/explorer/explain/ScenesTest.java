package org.cspcheck.explorer.explain;

import static org.cspcheck.explorer.Script.hide;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.cspcheck.explorer.Networks;
import org.cspcheck.explorer.Script;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Process.*;
import org.cspcheck.model.verdict.Counterexample;
import org.cspcheck.model.verdict.Property;
import org.cspcheck.model.verdict.Scene;
import org.cspcheck.model.verdict.SemanticModel;
import org.cspcheck.model.verdict.Wiring;
import org.cspcheck.model.verdict.Wiring.Joint;
import org.junit.jupiter.api.Test;

class ScenesTest {
    private static final Property DEADLOCK_FREE = new Property.DeadlockFree(SemanticModel.F);

    private final Script s = new Script();

    private Scene scene(Process process, Property property) {
        return Scenes.of(s.alphabet, process, s.counterexample(process, property));
    }

    @Test
    void philosophers_share_each_channel_with_the_forks_beside_them() {
        Wiring wiring = scene(Networks.philosophers(s, 3, false), DEADLOCK_FREE).wiring();
        assertEquals(6, wiring.parts().size());
        List<Joint> pairs = wiring.joints().stream().filter(joint -> joint.parts().size() == 2).toList();
        assertEquals(12, pairs.size(), "three philosophers, two forks each, picked up and put down");
        for (int i = 0; i < 3; i++) {
            int philosopher = position(wiring, "PHIL(" + i + ")");
            int right = position(wiring, "FORK(" + (i + 1) % 3 + ")");
            List<Integer> both = IntStream.of(philosopher, right).sorted().boxed().toList();
            assertTrue(pairs.contains(new Joint("pick." + i + "." + (i + 1) % 3, 1, false, both)), wiring.toString());
        }
    }

    private static int position(Wiring wiring, String name) {
        return wiring.parts().stream().map(Wiring.Part::name).toList().indexOf(name);
    }

    @Test
    void a_moment_has_each_step_that_was_possible_the_one_taken_first() {
        Process network = Networks.philosophers(s, 3, false);
        Counterexample run = s.counterexample(network, DEADLOCK_FREE);
        Scene scene = Scenes.of(s.alphabet, network, run);
        assertEquals(4, scene.moments().size());
        assertEquals(List.of("pick.0.0", "pick.1.1", "pick.2.2"), events(scene, 0));
        assertTrue(scene.moments().get(0).offers().get(0).taken());
        assertEquals(OptionalInt.of(1), scene.moments().get(0).offers().get(0).to());
        assertEquals(OptionalInt.empty(), scene.moments().get(0).offers().get(1).to());
        assertEquals(List.of(), events(scene, 3));
    }

    private static List<String> events(Scene scene, int moment) {
        return scene.moments().get(moment).offers().stream().map(Scene.Offer::event).toList();
    }

    @Test
    void what_a_parallel_hides_is_a_hidden_channel_of_those_who_agree_on_it() {
        Process left = Process.named("L", Process.prefix(s.event("a"), Process.prefix(s.event("b"), Process.STOP)));
        Process right = Process.named("R", Process.prefix(s.event("b"), Process.STOP));
        Process third = Process.named("T", Process.prefix(s.event("b"), Process.STOP));
        EventSet b = EventSet.of(s.event("b"));
        Process network = hide(new InterfaceParallel(List.of(left, right, third), b), b);
        Wiring wiring = Wirings.of(s.alphabet, network);
        assertEquals(List.of(new Joint("b", 1, true, List.of(0, 1, 2)), new Joint("a", 1, false, List.of(0))), wiring.joints());
    }

    @Test
    void an_event_that_a_partner_never_performs_joins_nobody() {
        Process left = Process.named("L", Process.prefix(s.event("a"), Process.STOP));
        Process right = Process.named("R", Process.prefix(s.event("b"), Process.STOP));
        Process network = new InterfaceParallel(List.of(left, right), EventSet.of(s.event("a")));
        assertEquals(List.of(new Joint("b", 1, false, List.of(1))), Wirings.of(s.alphabet, network).joints());
    }

    @Test
    void a_loop_has_its_moments_too() {
        s.define("P", () -> s.then("P", "a"));
        Process spinning = hide(s.call("P"), EventSet.of(s.event("a")));
        Counterexample run = s.counterexample(spinning, new Property.DivergenceFree());
        Scene scene = Scenes.of(s.alphabet, spinning, run);
        assertEquals(run.steps().size() + run.loop().size(), scene.moments().size());
    }
}
