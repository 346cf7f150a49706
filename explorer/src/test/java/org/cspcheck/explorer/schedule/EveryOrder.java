package org.cspcheck.explorer.schedule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cspcheck.runtime.ChoicePoint;
import org.cspcheck.runtime.Ending;
import org.cspcheck.runtime.Shared;
import org.cspcheck.runtime.Tasklet;
import org.cspcheck.runtime.Timer;
import org.cspcheck.runtime.log.EventText;

/**
 * Every run of a network, without any reduction, each told in a way that is the same for runs that differ in the order of steps that commute:
 * who used each thing in which order, and what each process got to know. It shares no code with the engine that leaves runs out.
 */
final class EveryOrder extends Course {
    private final boolean orderSeen;
    private List<Integer> answers = new ArrayList<>();
    private final List<Integer> open = new ArrayList<>();
    private int at;

    private final Map<Shared, String> names = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<String, List<String>> told = new TreeMap<>();
    private final TreeSet<String> used = new TreeSet<>();
    private String mover;
    private List<String> timers = List.of();
    private int barriers;
    private boolean orderAlone = true;

    EveryOrder(Schedules subject, boolean orderSeen) {
        super(subject);
        this.orderSeen = orderSeen;
    }

    /** {@return the tale of the run by these answers, all choice points included} */
    String tale(List<Integer> choices) {
        answers = new ArrayList<>(choices);
        return lead();
    }

    /** {@return the tales of all runs; null if there are more than so many} */
    TreeSet<String> all(int most) {
        var all = new TreeSet<String>();
        answers = new ArrayList<>();
        for (int runs = 0; runs < most; runs++) {
            all.add(lead());
            while (!answers.isEmpty() && answers.getLast() + 1 == open.get(answers.size() - 1)) {
                answers.removeLast();
            }
            if (answers.isEmpty()) {
                return all;
            }
            answers.set(answers.size() - 1, answers.getLast() + 1);
        }
        return null;
    }

    /** {@return whether nothing was open but who goes on, and nobody failed} */
    boolean orderAlone() {
        return orderAlone;
    }

    private String lead() {
        at = 0;
        open.clear();
        names.clear();
        counts.clear();
        told.clear();
        used.clear();
        mover = null;
        timers = List.of();
        barriers = 0;
        Ending ending = run();
        endStep();
        return told + " " + (ending instanceof Ending.Failed(var failure) ? failure.getMessage() : ending.getClass().getSimpleName());
    }

    private void endStep() {
        if (used.isEmpty()) {
            return;
        }
        String label = mover + "#" + counts.merge(mover, 1, Integer::sum);
        if (mover.isEmpty()) {
            var fired = new ArrayList<>(timers);
            scheduler.timers().forEach(timer -> fired.remove(timer.toString()));
            label = fired.toString();
        }
        if (used.contains("*")) {
            tell("*", label);
            orderAlone &= barriers++ == 0;
        } else {
            for (String thing : used) {
                tell(thing, barriers + ":" + label);
            }
        }
        used.clear();
    }

    private void tell(String about, String what) {
        told.computeIfAbsent(about, _ -> new ArrayList<>()).add(what);
    }

    @Override
    void tooLong() {
        throw new AssertionError("endless");
    }

    @Override
    public void deciding(List<Tasklet> candidates) {
        turn();
        endStep();
        mover = "";
        orderAlone &= !candidates.isEmpty();
        timers = scheduler.timers().stream().map(Timer::toString).toList();
        if (candidates.size() == 1) {
            mover = candidates.get(0).path();
        }
    }

    @Override
    public int choose(ChoicePoint point) {
        if (at == answers.size()) {
            answers.add(0);
        }
        open.add(point.alternatives());
        int answer = answers.get(at++);
        if (point instanceof ChoicePoint.QueueOrder(var ready)) {
            mover = ready.get(answer).path();
        } else {
            orderAlone = false;
        }
        return answer;
    }

    @Override
    public void made(Shared what) {
        super.made(what);
        String maker = scheduler.self().path();
        names.put(what, maker + "." + counts.merge("made by " + maker, 1, Integer::sum));
    }

    @Override
    public void touched(Shared what) {
        if (what == Shared.ANYTHING || what == Shared.EVERYTHING || what == Shared.TIME && !subject.race().equals(Schedules.FOR_EVER)) {
            used.add("*");
        } else if (what != Shared.NOTHING && what != Shared.TIME) {
            used.add(names.get(what) + " 0");
            used.add(names.get(what) + " 1");
        }
    }

    @Override
    public void touched(Shared.Side what) {
        used.add(names.get(what.whole()) + " " + what.side());
        if (orderSeen) {
            touched(what.whole());
        }
    }

    @Override
    public void learned(Tasklet process, Object what) {
        tell("to " + process.path(), String.valueOf(what));
    }

    @Override
    public void happened(long now, Tasklet process, String channel, Object value) {
        if (orderSeen) {
            used.add("seen");
            tell("seen", EventText.of(channel, value));
        }
    }
}
