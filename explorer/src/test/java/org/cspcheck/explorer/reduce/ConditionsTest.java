package org.cspcheck.explorer.reduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cspcheck.explorer.Script;
import org.cspcheck.explorer.check.Answer;
import org.cspcheck.explorer.check.StateCheck;
import org.cspcheck.explorer.check.Subject;
import org.cspcheck.explorer.search.Budget;
import org.cspcheck.explorer.search.Progress;
import org.cspcheck.explorer.system.Successors;
import org.cspcheck.explorer.system.TransitionSystem;
import org.cspcheck.explorer.vector.Leaves;
import org.cspcheck.explorer.vector.VectorSystem;
import org.cspcheck.model.event.Event;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.verdict.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditions that verdicts need only now and then, looked at by themselves. */
class ConditionsTest {
    private final Script s = new Script();

    /**
     * X and Y go round together by s; on its own X has three more steps, the last of which closes its circle, and Y one, and a detour. Where that last step of X is
     * possible Y waits for X, and its detour is no reason to leave out what Z does.
     */
    @Test
    void what_waits_for_a_step_that_closes_a_circle_does_not_hide_it() {
        s.define("X", () -> s.then("X", "s", "x1", "x2", "x3"));
        s.define("Y", () -> Script.external(s.then("Y1", "s"), s.then("Y3", "y2")));
        s.define("Y3", () -> s.then("Y1", "s"));
        s.define("Y1", () -> s.then("Y", "y1"));
        s.define("Z", () -> s.then(Process.STOP, "v"));
        Process pair = Script.together(s.events("s"), s.call("X"), s.call("Y"));
        Process network = Script.hide(Script.interleave(pair, s.call("Z")), s.events("s", "x1", "x2", "x3", "y1", "y2"));
        assertTrue(takesVisibleStepsOnEveryCircle(system(network)) > 0);
    }

    /** Condition L, in as much of it as can be seen: on every circle of silent steps some state takes all its visible steps. */
    @Test
    void every_silent_circle_takes_all_visible_steps_somewhere() {
        int circling = 0;
        for (int seed = 0; seed < 400; seed++) {
            circling += takesVisibleStepsOnEveryCircle(system(new RandomNetworks(seed).network())) > 0 ? 1 : 0;
        }
        assertTrue(circling > 100, circling + " networks have circles");
    }

    /** {@return how many states with all visible steps have a silent one too} Without them no silent circle is left. */
    private static int takesVisibleStepsOnEveryCircle(VectorSystem whole) {
        TransitionSystem reduced = ReducedSystem.of(whole);
        Map<List<Long>, List<List<Long>>> silent = new HashMap<>();
        int cut = 0;
        var queue = new ArrayList<List<Long>>();
        long[] first = new long[whole.layout().words()];
        reduced.initial(first);
        queue.add(boxed(first));
        silent.put(queue.getFirst(), null);
        for (int i = 0; i < queue.size(); i++) {
            Successors some = steps(reduced, queue.get(i));
            var next = new ArrayList<List<Long>>();
            for (int k = 0; k < some.count; k++) {
                List<Long> target = boxed(Arrays.copyOfRange(some.states, k * some.words, (k + 1) * some.words));
                if (!silent.containsKey(target)) {
                    silent.put(target, null);
                    queue.add(target);
                }
                if (some.events[k] == Event.TAU) {
                    next.add(target);
                }
            }
            boolean all = visible(some) == visible(steps(whole, queue.get(i)));
            cut += all && !next.isEmpty() ? 1 : 0;
            silent.put(queue.get(i), all ? List.of() : next);
        }
        assertEquals(0, circling(silent), "states on silent circles without all visible steps");
        return cut;
    }

    /** How many states are left when those without successors are dropped again and again. */
    private static int circling(Map<List<Long>, List<List<Long>>> steps) {
        var left = new HashMap<>(steps);
        while (left.values().removeIf(next -> next.stream().noneMatch(left::containsKey))) {
            // again
        }
        return left.size();
    }

    private static int visible(Successors steps) {
        int count = 0;
        for (int k = 0; k < steps.count; k++) {
            count += steps.events[k] == Event.TAU ? 0 : 1;
        }
        return count;
    }

    private static Successors steps(TransitionSystem system, List<Long> state) {
        var steps = new Successors(state.size());
        system.expander().expand(state.stream().mapToLong(Long::longValue).toArray(), 1, steps);
        return steps;
    }

    private static List<Long> boxed(long[] state) {
        return Arrays.stream(state).boxed().toList();
    }

    /** C may do e with either of the two; when it does so with the one that then stops, the other waits for ever. */
    @ParameterizedTest
    @ValueSource(strings = {"RUNS STOPS", "STOPS RUNS"})
    void a_component_that_moves_with_a_third_one_moves_alone(String order) {
        s.define("LOOP", () -> s.then("LOOP", "a"));
        s.define("RUNS", () -> s.then("LOOP", "e"));
        s.define("STOPS", () -> s.then(Process.STOP, "e"));
        Process[] two = Arrays.stream(order.split(" ")).map(s::call).toArray(Process[]::new);
        VectorSystem whole = system(Script.together(s.events("e"), s.then(Process.STOP, "e"), Script.interleave(two)));
        assertInstanceOf(Answer.Fails.class, new StateCheck(new Subject(whole, budget())).deadlockFree(false, false));
        assertFalse(ReducedSystem.of(whole).isNeverStuck());
    }

    private static VectorSystem system(Process network) {
        return VectorSystem.of(new Leaves(new FiringRules(), true), network, budget()).orElseThrow();
    }

    private static Budget budget() {
        return new Budget(Limits.NONE, Progress.SILENT, () -> false);
    }
}
