package org.cspcheck.model.process;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.cspcheck.model.process.Process.*;

/**
 * The rule of {@link Timed}: which timers of a process may fire.
 *
 * <p>Outside of {@code Timed} a timer may fire whenever it likes: its step is a tau like any other. Inside, time is a state of the process: each
 * pending timer knows how long it has to wait, counted from now.
 *
 * <ul>
 *   <li>Time passes only as the part of a step in which a timer fires, and for all timers alike.
 *   <li>A timer fires while no step is possible that needs no time, or if it is due within {@code race} from now.
 *   <li>A timer never fires more than {@code race} after one that was due before it.
 *   <li>Computing takes no time: no timer fires before code has made a choice of its own.
 * </ul>
 *
 * <p>What is possible without time may be overtaken by such a timer, and then by the next: how long it was possible is not remembered.
 *
 * <p>With a race of 0 that is urgency: whatever can be done without time is done first, then the earliest timer fires, and timers of the same
 * deadline fire in any order. A timer is at most {@code race} late, and nothing else about time is remembered, so that a finite process
 * stays finite. What is possible is judged at {@code Timed}: events that only an operator further out blocks count as possible.
 */
final class VirtualTime {
    private VirtualTime() {}

    static List<Step> steps(Timed timed, Function<Process, List<Step>> rules) {
        List<Step> inner = rules.apply(timed.process());
        long earliest = inner.stream().filter(Step::isTimer).mapToLong(Step::due).min().orElse(Long.MAX_VALUE);
        boolean quiet = inner.stream().allMatch(Step::isTimer);
        boolean computing = inner.stream().anyMatch(step -> step.due() == Step.COMPUTING);
        var steps = new ArrayList<Step>();
        for (int i = 0; i < inner.size(); i++) {
            Step step = inner.get(i);
            if (!step.isTimer()) {
                steps.add(inTime(timed, step));
            } else if (!computing && step.due() - earliest <= timed.race() && (quiet || step.due() <= timed.race())) {
                // The same process later has the same steps in the same order.
                steps.add(inTime(timed, step.due() <= 0 ? step : rules.apply(later(timed.process(), step.due())).get(i)));
            }
        }
        return steps;
    }

    private static Step inTime(Timed timed, Step step) {
        Process target = step.isTick() ? step.target() : new Timed(step.target(), timed.race());
        return new Step(step.event(), target, List.of(new Step.Premise(0, step)));
    }

    /** {@return the process after a time in which it did nothing} */
    private static Process later(Process process, long time) {
        UnaryOperator<Process> change = operand -> later(operand, time);
        return process instanceof Foreign(State state) ? new Foreign(state.later(time)) : Settling.inside(process, change);
    }
}
