package org.cspcheck.runtime.term;

import java.util.ArrayList;
import java.util.List;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Step;
import org.cspcheck.runtime.Behaviour;
import org.cspcheck.runtime.Scheduler;

/**
 * A term that takes its steps as a party of an agreement.
 *
 * <p>While it can take a step by itself it does not wait: the oracle decides between those steps and the events that can happen at once. A
 * term without any step waits for ever. The term is the whole state, so it is the value at the head of the loop.
 */
public final class TermProcess implements Behaviour {
    private final FiringRules rules;
    private final Process start;
    private final Party party;

    public TermProcess(FiringRules rules, Process start, Party party) {
        this.rules = rules;
        this.start = start;
        this.party = party;
    }

    @Override
    public void run() {
        Scheduler scheduler = Scheduler.current();
        Process state = rules.settle(start);
        while (!(state instanceof Process.Terminated)) {
            scheduler.self().atLoopHead(state);
            List<Step> steps = rules.steps(state);
            state = (steps.stream().anyMatch(TermProcess::internal) ? byItself(scheduler, steps) : together(scheduler, steps)).target();
        }
    }

    private static boolean internal(Step step) {
        return step.isTau() || step.isTick();
    }

    private Step byItself(Scheduler scheduler, List<Step> steps) {
        scheduler.interleave(party.agreement());
        var possible = new ArrayList<Step>();
        steps.stream().filter(TermProcess::internal).forEach(possible::add);
        steps.stream().filter(step -> !internal(step) && party.canHappen(step.event())).forEach(possible::add);
        Step step = possible.get(scheduler.internal(possible));
        if (internal(step)) {
            scheduler.giveWay();
        } else {
            party.take(step.event());
        }
        return step;
    }

    private Step together(Scheduler scheduler, List<Step> steps) {
        int event = party.offer(steps.stream().mapToInt(Step::event).distinct().toArray());
        List<Step> ways = steps.stream().filter(step -> step.event() == event).toList();
        return ways.get(scheduler.internal(ways));
    }
}
