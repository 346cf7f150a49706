package org.cspcheck.runtime;

import java.util.List;
import java.util.Optional;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Step;

/** A run of a process by the plain firing rules, one step at a time, as an oracle decides. */
public final class Run {
    private final FiringRules rules;
    private final Oracle oracle;
    private Process state;

    /** @param start settled or not */
    public Run(FiringRules rules, Process start, Oracle oracle) {
        this.rules = rules;
        this.oracle = oracle;
        this.state = rules.settle(start);
    }

    /** {@return what is left of the process, settled} */
    public Process state() {
        return state;
    }

    /** {@return the steps that the process can take now} */
    public List<Step> steps() {
        return rules.steps(state);
    }

    /** Takes one step, if there is one; {@return that step} */
    public Optional<Step> advance() {
        List<Step> steps = steps();
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        Step step = steps.get(oracle.choose(new ChoicePoint.NextStep(state, steps)));
        state = step.target();
        return Optional.of(step);
    }
}
