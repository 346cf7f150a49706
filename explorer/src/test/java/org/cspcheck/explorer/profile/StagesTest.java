package org.cspcheck.explorer.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.cspcheck.explorer.Networks;
import org.cspcheck.explorer.Options;
import org.cspcheck.explorer.Script;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.process.Compression;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Process.Compress;
import org.cspcheck.model.verdict.Limits;
import org.cspcheck.model.verdict.Outcome;
import org.cspcheck.model.verdict.Profile;
import org.cspcheck.model.verdict.Profile.Component;
import org.cspcheck.model.verdict.Profile.Stage;
import org.cspcheck.model.verdict.Property;
import org.cspcheck.model.verdict.SemanticModel;
import org.junit.jupiter.api.Test;

/** By a clock that the tests turn: each look at it is one nanosecond, or it is what a test says. */
class StagesTest {
    private final AtomicLong now = new AtomicLong();
    private final Script s = new Script();

    private Profile profile(Process subject, Property property, int workers) {
        return outcome(subject, property, workers).profile().orElseThrow();
    }

    private Outcome outcome(Process subject, Property property, int workers) {
        now.set(0);
        Options options = new Options(workers, Options.Reduction.AUTO, false).clocked(now::incrementAndGet);
        return s.check(subject, property, Limits.NONE, options);
    }

    private static Map<Stage, Long> nanoseconds(Map<Stage, Duration> stages) {
        var all = new java.util.EnumMap<Stage, Long>(Stage.class);
        stages.forEach((stage, time) -> all.put(stage, time.toNanos()));
        return all;
    }

    @Test
    void a_moment_belongs_to_the_innermost_stage() {
        Stages stages = Stages.of(Optional.of(now::get));
        now.set(3);
        try (var _ = stages.enter(Stage.SEARCHING)) {
            now.set(10);
            try (var _ = stages.enter(Stage.NORMALISING)) {
                now.set(15);
            }
            now.set(16);
        }
        now.set(20);
        assertEquals(
                Map.of(Stage.OTHER, 3L + 4, Stage.SEARCHING, 7L + 1, Stage.NORMALISING, 5L),
                nanoseconds(stages.profile().orElseThrow().stages()));
    }

    @Test
    void a_component_is_charged_for_what_is_not_its_own_components() {
        Stages stages = Stages.of(Optional.of(now::get));
        try (var outer = stages.component(() -> "OUTER", "wbisim")) {
            now.set(1);
            try (var inner = stages.component(() -> "INNER", "sbisim")) {
                now.set(11);
                try (var _ = stages.enter(Stage.MINIMISING)) {
                    now.set(111);
                }
                inner.complete(new Profile.Size(4, 6, 2, 3));
            }
            now.set(113);
        }
        Profile profile = stages.profile().orElseThrow();
        assertEquals(
                List.of(
                        new Component("OUTER", "wbisim", Map.of(Stage.UNFOLDING, Duration.ofNanos(1 + 2)), Optional.empty()),
                        new Component(
                                "INNER",
                                "sbisim",
                                Map.of(Stage.UNFOLDING, Duration.ofNanos(10), Stage.MINIMISING, Duration.ofNanos(100)),
                                Optional.of(new Profile.Size(4, 6, 2, 3)))),
                profile.components());
        assertEquals(113, profile.total().toNanos());
    }

    @Test
    void a_stage_that_ends_by_an_exception_has_ended() {
        Stages stages = Stages.of(Optional.of(now::get));
        try (var _ = stages.enter(Stage.SEARCHING)) {
            now.set(5);
            throw new IllegalStateException();
        } catch (IllegalStateException e) {
            now.set(7);
        }
        assertEquals(Map.of(Stage.SEARCHING, 5L, Stage.OTHER, 2L), nanoseconds(stages.profile().orElseThrow().stages()));
    }

    @Test
    void other_threads_are_not_clocked() throws InterruptedException {
        Stages stages = Stages.of(Optional.of(now::get));
        Thread other = new Thread(() -> {
            try (var _ = stages.enter(Stage.NORMALISING)) {
                now.set(9);
            }
        });
        other.start();
        other.join();
        assertEquals(Map.of(Stage.OTHER, 9L), nanoseconds(stages.profile().orElseThrow().stages()));
    }

    @Test
    void nobody_who_did_not_ask_gets_a_profile() {
        assertEquals(Optional.empty(), Stages.unclocked().profile());
        assertEquals(Optional.empty(), s.check(Networks.philosophers(s, 3, false), new Property.DivergenceFree()).profile());
    }

    /** The clock is read when the check begins, and then each look is one nanosecond after the one before. */
    @Test
    void the_stages_of_a_check_add_up_to_the_whole() {
        for (Property property : List.of(
                new Property.DeadlockFree(SemanticModel.FD), new Property.Never(EventSet.EMPTY), new Property.Deterministic(SemanticModel.F))) {
            Profile profile = profile(Networks.philosophers(s, 4, true), property, 2);
            assertEquals(now.get() - 1, profile.total().toNanos(), property.kind());
            assertEquals(now.get() - 1, profile.stages().values().stream().mapToLong(Duration::toNanos).sum());
        }
    }

    @Test
    void a_check_that_holds_has_nothing_to_rebuild() {
        Profile profile = profile(Networks.philosophers(s, 3, false), new Property.Never(EventSet.EMPTY), 1);
        assertEquals(
                EnumSet.of(Stage.EVALUATING, Stage.UNFOLDING, Stage.MINIMISING, Stage.COMPOSING, Stage.SEARCHING, Stage.OTHER),
                profile.stages().keySet());
    }

    @Test
    void a_refinement_that_fails_has_a_normal_form_and_a_run() {
        s.define("CLOCK", () -> s.then("CLOCK", "tick", "tock"));
        Process late = s.then(s.then("CLOCK", "tick"), "tick");
        Profile profile = profile(Script.interleave(late, Process.SKIP), new Property.Refines(s.call("CLOCK"), SemanticModel.FD), 1);
        assertTrue(profile.stages().keySet().containsAll(Set.of(Stage.NORMALISING, Stage.SEARCHING, Stage.REBUILDING, Stage.REPLAYING)));
    }

    /** In a chain of two cells the hidden handover goes: of 2 x 2 states, 3 are left; in and out are possible in two of them each. All unfolding and minimising is of components. */
    @Test
    void components_have_their_sizes_and_their_share() {
        s.define("LEFT", () -> s.then("LEFT", "in", "mid"));
        s.define("RIGHT", () -> s.then("RIGHT", "mid", "out"));
        Process chain = Script.hide(Script.together(s.events("mid"), s.call("LEFT"), s.call("RIGHT")), s.events("mid"));
        Process subject = Script.interleave(new Compress(Process.named("CHAIN", chain), Compression.WEAK_BISIMULATION), s.then(Process.STOP, "a"));
        Profile profile = profile(subject, new Property.DivergenceFree(), 1);
        Component whole = component(profile, "CHAIN");
        assertEquals("wbisim", whole.compression());
        assertEquals(new Profile.Size(4, 2 + 2 + 1, 3, 2 + 2), whole.size().orElseThrow());
        assertEquals(2, profile.components().stream().filter(c -> c.size().equals(Optional.of(new Profile.Size(2, 2, 2, 2)))).count(), "LEFT and RIGHT");
        for (Stage stage : List.of(Stage.UNFOLDING, Stage.MINIMISING)) {
            Duration ofAll = profile.components().stream().map(c -> c.stages().getOrDefault(stage, Duration.ZERO)).reduce(Duration.ZERO, Duration::plus);
            assertEquals(profile.stages().get(stage), ofAll);
        }
    }

    private static Component component(Profile profile, String name) {
        return profile.components().stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void the_clock_changes_no_answer() {
        Process network = Networks.philosophers(s, 4, true);
        Property property = new Property.DeadlockFree(SemanticModel.FD);
        Outcome plain = s.check(network, property);
        Outcome clocked = outcome(network, property, 2);
        assertEquals(plain.verdict(), clocked.verdict());
        assertEquals(plain.statistics(), clocked.statistics());
    }
}
