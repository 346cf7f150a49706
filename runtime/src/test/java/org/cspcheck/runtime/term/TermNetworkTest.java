package org.cspcheck.runtime.term;

import static org.cspcheck.runtime.library.Csp.par;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.event.EventSet;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Step;
import org.cspcheck.model.value.Symbol;
import org.cspcheck.runtime.AllRuns;
import org.cspcheck.runtime.Behaviour;
import org.cspcheck.runtime.Ending;
import org.cspcheck.runtime.Oracle;
import org.cspcheck.runtime.Snapshot;
import org.cspcheck.runtime.Trial;
import org.junit.jupiter.api.Test;

class TermNetworkTest {
    private final Alphabet alphabet = new Alphabet();
    private final FiringRules rules = new FiringRules();
    private final int a = event("a");
    private final int b = event("b");
    private final int c = event("c");

    private int event(String name) {
        return alphabet.number(Symbol.channel(name).bare());
    }

    private static Process sequence(Process last, int... events) {
        Process process = last;
        for (int i = events.length - 1; i >= 0; i--) {
            process = Process.prefix(events[i], process);
        }
        return process;
    }

    private Behaviour network(Process term) {
        return TermNetwork.of(rules, alphabet, term);
    }

    /** a and c from the left, b and c from the right; they meet in c. */
    private Process meeting() {
        return new Process.AlphabetisedParallel(
                List.of(Process.named("LEFT", sequence(Process.SKIP, a, c)), Process.named("RIGHT", sequence(Process.SKIP, b, c))),
                List.of(EventSet.of(a, c), EventSet.of(b, c)));
    }

    @Test
    void a_term_performs_its_events() {
        assertEquals(new Trial(new Ending.Terminated(), List.of("a", "b")), Trial.of(network(sequence(Process.SKIP, a, b))));
    }

    @Test
    void operands_meet_in_the_events_that_they_share() {
        assertEquals(Optional.of(Set.of("a b c Terminated", "b a c Terminated")), AllRuns.of(5000, network(meeting())));
    }

    @Test
    void hidden_events_are_not_seen() {
        var hidden = new Process.Hide(meeting(), EventSet.of(c));
        assertEquals(Optional.of(Set.of("a b Terminated", "b a Terminated")), AllRuns.of(5000, network(hidden)));
    }

    @Test
    void an_internal_choice_goes_either_way() {
        var choice = new Process.InternalChoice(List.of(sequence(Process.SKIP, a), sequence(Process.STOP, b)));
        assertEquals(Optional.of(Set.of("a Terminated", "b Deadlocked")), AllRuns.of(5000, network(choice)));
    }

    @Test
    void terms_that_disagree_deadlock_and_say_who_misses_whom() {
        var crossed = new Process.AlphabetisedParallel(
                List.of(Process.named("LEFT", sequence(Process.SKIP, a, b)), Process.named("RIGHT", sequence(Process.SKIP, b, a))),
                List.of(EventSet.of(a, b), EventSet.of(a, b)));
        Snapshot state = assertInstanceOf(Ending.Deadlocked.class, Trial.of(network(crossed)).ending()).state();
        assertEquals(List.of("net/LEFT", "net/RIGHT"), state.circle());
        assertEquals("perform a", state.processes().get(1).waitsFor());
    }

    @Test
    void a_java_process_takes_part_next_to_a_term() {
        Trial trial = Trial.of(() -> {
            var agreement = new Agreement(alphabet, EventSet.EMPTY);
            Party term = agreement.join("term", EventSet.of(a, b, c));
            Party java = agreement.join("java", EventSet.of(a, b));
            var choice = new Process.ExternalChoice(List.of(sequence(Process.SKIP, a, c), sequence(Process.SKIP, b)));
            par(new TermProcess(rules, choice, term), () -> assertEquals(a, java.offer(a)));
        });
        assertEquals(new Trial(new Ending.Terminated(), List.of("a", "c")), trial);
    }

    @Test
    void every_run_is_a_trace_of_the_term() {
        var loop = new Process.ExternalChoice(List.of(sequence(meeting(), a, b), new Process.InternalChoice(List.of(meeting(), Process.SKIP))));
        var term = new Process.AlphabetisedParallel(
                List.of(loop, new Process.Chaos(EventSet.of(b, c))), List.of(EventSet.of(a, b, c), EventSet.of(b, c)));
        for (int seed = 0; seed < 200; seed++) {
            Trial trial = Trial.of(Oracle.random(seed), network(term));
            assertTrue(isTrace(term, trial.events()), () -> "not a trace: " + trial.events());
        }
    }

    private boolean isTrace(Process term, List<String> events) {
        Set<Process> states = closure(Set.of(rules.settle(term)));
        for (String event : events) {
            var next = new HashSet<Process>();
            for (Process state : states) {
                rules.steps(state).stream().filter(step -> alphabet.name(step.event()).equals(event)).map(Step::target).forEach(next::add);
            }
            states = closure(next);
        }
        return !states.isEmpty();
    }

    private Set<Process> closure(Set<Process> start) {
        var all = new HashSet<>(start);
        var open = new ArrayList<>(start);
        while (!open.isEmpty()) {
            for (Step step : rules.steps(open.removeLast())) {
                if (step.isTau() && all.add(step.target())) {
                    open.add(step.target());
                }
            }
        }
        return all;
    }
}
