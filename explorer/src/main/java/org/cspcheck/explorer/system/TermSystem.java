package org.cspcheck.explorer.system;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Step;

/** A process by its terms: a state is the number of a settled term, given when it is first met. Works for every process. */
public final class TermSystem implements TransitionSystem {
    private final FiringRules rules;
    private final Map<Process, Integer> numbers = new HashMap<>();
    private final List<Process> terms = new ArrayList<>();

    /** @param process settled or not */
    public TermSystem(FiringRules rules, Process process) {
        this.rules = rules;
        number(rules.settle(process));
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
            for (Step step : rules.steps(terms.get((int) states[i]))) {
                out.add(step.event(), number(step.target()));
            }
            out.endState();
        }
    }

    /** {@return the state that is this settled term} It need not be one that the process reaches. */
    public long state(Process term) {
        return number(term);
    }

    private int number(Process term) {
        Integer known = numbers.putIfAbsent(term, terms.size());
        if (known != null) {
            return known;
        }
        terms.add(term);
        return terms.size() - 1;
    }

    @Override
    public Process describe(long[] states, int at) {
        return terms.get((int) states[at]);
    }
}
