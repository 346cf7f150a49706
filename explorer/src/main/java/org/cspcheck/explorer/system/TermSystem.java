package org.cspcheck.explorer.system;

import java.util.ArrayList;
import java.util.List;
import org.cspcheck.explorer.profile.Stages;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Step;
import org.cspcheck.model.verdict.Profile.Stage;

/** A process by its terms: a state is the number of a settled term, given when it is first met. Works for every process. */
public final class TermSystem implements TransitionSystem {
    private final FiringRules rules;
    private final TermNumbers numbers = new TermNumbers();
    private final Stages stages;

    /** @param process settled or not */
    public TermSystem(FiringRules rules, Process process) {
        this(rules, process, Stages.unclocked());
    }

    /** @param stages evaluating is one */
    public TermSystem(FiringRules rules, Process process, Stages stages) {
        this.rules = rules;
        this.stages = stages;
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
        var steps = new ArrayList<List<Step>>(count);
        try (var _ = stages.enter(Stage.EVALUATING)) {
            for (int i = 0; i < count; i++) {
                steps.add(rules.steps(numbers.term((int) states[i])));
            }
        }
        for (List<Step> ofState : steps) {
            for (Step step : ofState) {
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
