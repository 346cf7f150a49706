package org.cspcheck.model.process;

import java.util.List;
import org.cspcheck.model.event.Event;

/**
 * One step that a process can take, with its derivation by the firing rules.
 *
 * @param event what an observer sees: tau, tick or a visible event
 * @param target what is left afterwards, settled
 * @param premises the steps of operands that make up this one; none for a process that moves by itself
 */
public record Step(int event, Process target, List<Premise> premises) {
    /** A step of the operand with this position (from 0, in the order written). */
    public record Premise(int operand, Step step) {}

    static Step of(int event, Process target) {
        return new Step(event, target, List.of());
    }

    static Step from(int event, Process target, int operand, Step step) {
        return new Step(event, target, List.of(new Premise(operand, step)));
    }

    public boolean isTau() {
        return event == Event.TAU;
    }

    public boolean isTick() {
        return event == Event.TICK;
    }
}
