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
    /** The same, for whoever offers them. */
    final Offer offer;
    /** The steps with each of {@link #events}. */
    final List<List<Step>> ways;

    private final Unfolding unfolding;
    private int[] order;
    private int asked = -1;
    private int after;
    private LocalState[] ownTargets;
    private final LocalState[][] targets;

    LocalState(Unfolding unfolding, int number, Process term, List<Step> steps) {
        this.unfolding = unfolding;
        this.number = number;
        this.term = term;
        this.own = steps.stream().filter(step -> step.isTau() || step.isTick()).toList();
        List<Step> visible = own.isEmpty() ? steps : steps.stream().filter(step -> !step.isTau() && !step.isTick()).toList();
        this.offer = Offer.of(unfolding.alphabet, visible.stream().mapToInt(Step::event).distinct().toArray());
        this.events = offer.sorted();
        this.ways = Arrays.stream(events)
                .mapToObj(event -> visible.stream().filter(step -> step.event() == event).toList())
                .toList();
        this.targets = new LocalState[events.length][];
    }

    /** {@return the places of the events in {@link #events}, in the order in which they are tried} */
    int[] order() {
        if (order == null) {
            order = Arrays.stream(offer.ordered()).map(this::find).toArray();
        }
        return order;
    }

    /** {@return where in this order the first event after this one is} */
    int after(int last) {
        if (asked != last) {
            after = offer.after(unfolding.alphabet, last);
            asked = last;
        }
        return after;
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
