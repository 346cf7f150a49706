package org.cspcheck.runtime.term;

import java.util.Arrays;
import java.util.List;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.process.Step;

/**
 * A state of a sequential process, with its steps sorted for whoever runs it.
 *
 * <p>States are shared by all processes that reach them; targets are filled in when they are first reached.
 */
final class LocalState {
    /** No other state that its unfolding has found has the same. */
    final int number;
    final Process term;
    /** Internal steps and termination. */
    final List<Step> own;
    /** The visible events on offer, ascending. */
    final int[] events;
    /** The same, in the order of the steps. */
    final int[] written;
    /** The steps with each of {@link #events}. */
    final List<List<Step>> ways;

    private final Unfolding unfolding;
    private LocalState[] ownTargets;
    private final LocalState[][] targets;

    LocalState(Unfolding unfolding, int number, Process term, List<Step> steps) {
        this.unfolding = unfolding;
        this.number = number;
        this.term = term;
        this.own = steps.stream().filter(step -> step.isTau() || step.isTick()).toList();
        List<Step> visible = own.isEmpty() ? steps : steps.stream().filter(step -> !step.isTau() && !step.isTick()).toList();
        this.written = visible.stream().mapToInt(Step::event).distinct().toArray();
        this.events = Arrays.stream(written).sorted().toArray();
        this.ways = Arrays.stream(events)
                .mapToObj(event -> visible.stream().filter(step -> step.event() == event).toList())
                .toList();
        this.targets = new LocalState[events.length][];
    }

    boolean terminated() {
        return term instanceof Process.Terminated;
    }

    /** {@return the place of the event in {@link #events}; negative if it is not on offer} */
    int find(int event) {
        if (events.length <= 4) {
            for (int i = 0; i < events.length; i++) {
                if (events[i] == event) {
                    return i;
                }
            }
            return -1;
        }
        return Arrays.binarySearch(events, event);
    }

    LocalState after(int place, int way) {
        LocalState[] known = targets[place];
        if (known == null) {
            known = new LocalState[ways.get(place).size()];
            targets[place] = known;
        }
        if (known[way] == null) {
            known[way] = unfolding.of(ways.get(place).get(way).target());
        }
        return known[way];
    }

    LocalState afterOwn(int step) {
        if (ownTargets == null) {
            ownTargets = new LocalState[own.size()];
        }
        if (ownTargets[step] == null) {
            ownTargets[step] = unfolding.of(own.get(step).target());
        }
        return ownTargets[step];
    }
}
