package org.cspcheck.explorer.system;

import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Step;

/** A process by its terms: a state is the number of a settled term, given when it is first met. Works for every process. */
public final class TermSystem implements TransitionSystem {
    private final FiringRules rules;
    private final TermNumbers numbers = new TermNumbers();

    /** @param process settled or not */
    public TermSystem(FiringRules rules, Process process) {
        this.rules = rules;
        numbers.number(rules.settle(process));
    }

    @Override
    public Layout layout() {
        return new Layout(1, 31, true);
    }

    @Override
    public void initial(long[] into) {
        into[0] = 0;
    }

    @Override
    public Expander expander() {
        return this::expand;
    }

    @Override
    public boolean isInOrder() {
        return true;
    }

    private void expand(long[] states, int count, Successors out) {
        out.clear();
        for (int i = 0; i < count; i++) {
            for (Step step : rules.steps(numbers.term((int) states[i]))) {
                out.add(step.event(), numbers.number(step.target()));
            }
            out.endState();
        }
    }

    /** {@return the state that is this settled term} It need not be one that the process reaches. */
    public long state(Process term) {
        return numbers.number(term);
    }

    @Override
    public Process describe(long[] states, int at) {
        return numbers.term((int) states[at]);
    }
}
