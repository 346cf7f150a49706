package org.cspcheck.model.process;

import java.util.List;
import org.cspcheck.model.event.Event;

/**
 * One step that a process can take, with its derivation by the firing rules.
 *
 * @param event what an observer sees: tau, tick or a visible event
 * @param target what is left afterwards, settled
 * @param premises the steps of operands that make up this one; none for a process that moves by itself
 * @param due the time until a timer fires, for a step that is its firing; it may be over already, and so less than 0
 */
public record Step(int event, Process target, List<Premise> premises, long due) {
    /** What a step is due after that needs no time to pass. */
    public static final long AT_ONCE = Long.MIN_VALUE;

    /** What a step is due after that is computing: no time passes before it. */
    public static final long COMPUTING = AT_ONCE + 1;

    /** A step of the operand with this position (from 0, in the order written). */
    public record Premise(int operand, Step step) {}

    public Step(int event, Process target, List<Premise> premises) {
        this(event, target, premises, AT_ONCE);
    }

    static Step of(int event, Process target) {
        return new Step(event, target, List.of());
    }

    static Step from(int event, Process target, int operand, Step step) {
        return new Step(event, target, List.of(new Premise(operand, step)), step.due);
    }

    public boolean isTau() {
        return event == Event.TAU;
    }

    /** {@return whether a timer fires, when it is {@link #due}} */
    public boolean isTimer() {
        return due > COMPUTING;
    }

    public boolean isTick() {
        return event == Event.TICK;
    }
}
