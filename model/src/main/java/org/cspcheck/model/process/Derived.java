package org.cspcheck.model.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cspcheck.model.event.Event;

/** The steps of an operand, as parallels ask for them: all, those with one event, and the events there are. */
final class Derived {
    /** Looking through so few is as fast as looking up. */
    private static final int FEW = 8;

    private final List<Step> steps;
    private Map<Integer, List<Step>> byEvent;
    private int[] visible;

    Derived(List<Step> steps) {
        this.steps = steps;
    }

    List<Step> steps() {
        return steps;
    }

    /** {@return the steps with the event, in the order of all} */
    List<Step> with(int event) {
        if (steps.size() <= FEW) {
            List<Step> found = new ArrayList<>(1);
            for (Step step : steps) {
                if (step.event() == event) {
                    found.add(step);
                }
            }
            return found;
        }
        if (byEvent == null) {
            byEvent = new HashMap<>();
            steps.forEach(step -> byEvent.computeIfAbsent(step.event(), x -> new ArrayList<>(1)).add(step));
        }
        return byEvent.getOrDefault(event, List.of());
    }

    /** {@return the visible events, without repetition, in the order of the steps} */
    int[] visibleEvents() {
        if (visible == null) {
            visible = steps.stream().mapToInt(Step::event).filter(Event::isVisible).distinct().toArray();
        }
        return visible;
    }
}
