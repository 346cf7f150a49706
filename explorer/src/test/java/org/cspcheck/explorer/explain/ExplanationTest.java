package org.cspcheck.explorer.explain;

import static org.cspcheck.explorer.Script.external;
import static org.cspcheck.explorer.Script.hide;
import static org.cspcheck.explorer.Script.interleave;
import static org.cspcheck.explorer.Script.together;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cspcheck.explorer.Counterexamples;
import org.cspcheck.explorer.Networks;
import org.cspcheck.explorer.Script;
import org.cspcheck.explorer.check.Evidence;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.event.Links;
import org.cspcheck.model.event.Renaming;
import org.cspcheck.model.process.Compression;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Process.*;
import org.cspcheck.model.verdict.Counterexample;
import org.cspcheck.model.verdict.Counterexample.Kind;
import org.cspcheck.model.verdict.Counterexample.TakenStep;
import org.cspcheck.model.verdict.Counterexample.Waiting;
import org.cspcheck.model.verdict.Counterexample.Wish;
import org.cspcheck.model.verdict.Property;
import org.cspcheck.model.verdict.SemanticModel;
import org.cspcheck.runtime.Oracle;
import org.cspcheck.runtime.Run;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    private static final Property DEADLOCK_FREE = new Property.DeadlockFree(SemanticModel.F);

    private final Script s = new Script();

    @Test
    void the_deadlock_of_the_philosophers() {
        Process network = Networks.philosophers(s, 3, false);
        Counterexample found = s.counterexample(network, DEADLOCK_FREE);
        assertEquals(List.of("pick.0.0", "pick.1.1", "pick.2.2"), found.trace());
        assertEquals(new TakenStep("pick.1.1", List.of("PHIL(1)", "FORK(1)"), Optional.empty()), found.steps().get(1));
        assertEquals(new Waiting("PHIL(0)", List.of(new Wish("pick.0.1", List.of("FORK(1)")))), found.waiting().get(0));
        assertEquals(new Waiting("FORK(2)", List.of(new Wish("put.2.2", List.of("PHIL(2)")))), found.waiting().get(5));
        assertEquals(List.of(), found.offers());
        assertEquals(found, s.counterexample(network, DEADLOCK_FREE));
    }

    @Test
    void the_choices_replay_the_run() {
        Process network = Networks.philosophers(s, 3, false);
        Counterexample found = s.counterexample(network, DEADLOCK_FREE);
        var run = new Run(new FiringRules(), network, Oracle.recorded(found.choices()));
        for (TakenStep step : found.steps()) {
            assertEquals(step.event(), s.alphabet.name(run.advance().orElseThrow().event()));
        }
        assertEquals(List.of(), run.steps());
    }

    @Test
    void names_are_those_of_the_calls_around_sequential_processes() {
        s.define("P", () -> s.then(Process.STOP, "a"));
        s.define("PAIR", () -> interleave(s.call("P"), s.then(Process.STOP, "b")));
        s.define("SYSTEM", () -> interleave(s.call("PAIR"), hide(s.call("P"), s.events("a")), s.then(Process.STOP, "c")));
        assertEquals(List.of("P", "PAIR.1", "P#2", "SYSTEM.2"), Components.of(s.call("SYSTEM")).names());
        assertEquals(List.of("phil(0)"), Components.of(Process.named("phil(0)", s.call("P"))).names());
        assertEquals(List.of("STOP", "process.1"), Components.of(interleave(Process.STOP, s.then(Process.STOP, "a"))).names());
    }

    /** Once settled there is one operator; the written term has two. */
    @Test
    void what_is_hidden_twice_is_told_as_if_hidden_once() {
        s.define("P", () -> hide(interleave(s.then(Process.STOP, "a", "b"), s.then(Process.STOP, "c")), s.events("a")));
        Counterexample once = s.counterexample(s.call("P"), DEADLOCK_FREE);
        Process twice = hide(s.call("P"), s.events("a"));
        assertEquals(List.of("b", "c"), once.trace());
        assertEquals(once, s.counterexample(twice, DEADLOCK_FREE));
        Process compressed = hide(new Process.Compress(twice, Compression.STRONG_BISIMULATION), s.events("a"));
        assertEquals(once, s.counterexample(compressed, DEADLOCK_FREE));
        assertEquals(Scenes.of(s.alphabet, s.call("P"), once), Scenes.of(s.alphabet, twice, once));
        assertEquals(Scenes.of(s.alphabet, s.call("P"), once), Scenes.of(s.alphabet, compressed, once));
    }

    @Test
    void a_tau_tells_the_event_hidden_in_it() {
        Process left = Process.named("L", s.then(Process.STOP, "a"));
        Process right = Process.named("R", s.then(Process.STOP, "a", "b"));
        Counterexample found = s.counterexample(
                hide(together(s.events("a"), left, right), s.events("a")), new Property.Never(s.events("b")));
        assertEquals(List.of(new TakenStep("tau", List.of("L", "R"), Optional.of("a"))), found.steps());
        Links links = new Links(List.of(new Links.Link(s.event("out"), s.event("in"))));
        Process linked = new LinkedParallel(
                Process.named("L", s.then(Process.STOP, "out")), Process.named("R", s.then(Process.STOP, "in", "b")), links);
        assertEquals(
                List.of(new TakenStep("tau", List.of("L", "R"), Optional.of("out"))),
                s.counterexample(linked, new Property.Never(s.events("b"))).steps());
    }

    @Test
    void termination_of_the_whole_is_everybodys_step() {
        Process network = interleave(Process.named("P", s.then(Process.SKIP, "a")), Process.named("Q", Process.SKIP));
        Counterexample run = Counterexamples.of(s.check(
                network, new Property.HasTrace(List.of(s.event("a"), org.cspcheck.model.event.Event.TICK), SemanticModel.T)));
        assertEquals(List.of("a", "tau", "tau", "tick"), Counterexamples.events(run.steps()));
        assertEquals(List.of("P", "Q"), run.steps().get(3).processes());
    }

    @Test
    void waiting_is_followed_through_renaming_and_hiding() {
        Process client = Process.named("CLIENT", s.then(Process.STOP, "ask"));
        Process server = Process.named("SERVER", s.then(external(s.then(Process.STOP, "serve"), s.then(Process.STOP, "x")), "never"));
        Process other = Process.named("OTHER", s.then(Process.STOP, "never", "y"));
        Process renamed = new Rename(server, Renaming.of(Map.of(s.event("serve"), new int[] {s.event("ask")})));
        Process network = together(s.events("ask", "never"), client, together(s.events("never"), renamed, hide(other, s.events("y"))));
        Counterexample found = s.counterexample(network, DEADLOCK_FREE);
        assertEquals(List.of(
                new Waiting("CLIENT", List.of(new Wish("ask", List.of("SERVER")))),
                new Waiting("SERVER", List.of(new Wish("never", List.of("CLIENT")))),
                new Waiting("OTHER", List.of(new Wish("never", List.of("CLIENT"))))), found.waiting());
    }

    @Test
    void an_event_outside_ones_own_alphabet_waits_for_nobody() {
        Process network = new AlphabetisedParallel(
                List.of(Process.named("P", s.then(Process.STOP, "a")), Process.named("Q", Process.STOP)),
                List.of(EventSet.EMPTY, s.events("a")));
        assertEquals(
                List.of(new Waiting("P", List.of(new Wish("a", List.of()))), new Waiting("Q", List.of())),
                s.counterexample(network, DEADLOCK_FREE).waiting());
    }

    @Test
    void evidence_that_the_firing_rules_contradict_is_a_fault() {
        Process process = s.then(Process.STOP, "a");
        var explanation = new Explanation(new FiringRules(), s.alphabet, process);
        var noStep = new Evidence(
                Kind.DEADLOCK, List.of(new Evidence.Leg(s.event("b"), Process.STOP)), -1, List.of(), List.of(), Optional.empty());
        assertThrows(IllegalStateException.class, () -> explanation.of(noStep));
        var noDeadlock = new Evidence(Kind.DEADLOCK, List.of(), -1, List.of(), List.of(), Optional.empty());
        assertThrows(IllegalStateException.class, () -> explanation.of(noDeadlock));
        var noLoop = new Evidence(Kind.DIVERGENCE, List.of(), -1, List.of(), List.of(), Optional.empty());
        assertThrows(IllegalStateException.class, () -> explanation.of(noLoop));
    }
}
