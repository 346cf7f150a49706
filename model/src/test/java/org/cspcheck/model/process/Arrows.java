package org.cspcheck.model.process;

import java.util.List;
import org.cspcheck.model.event.Event;
import org.cspcheck.model.event.EventSet;

/** Steps as pairs, in the order in which the firing rules list them; the tests of the operators extend it. */
abstract class Arrows {
    static final int A = Event.FIRST_VISIBLE;
    static final int B = A + 1;
    static final int C = A + 2;

    static final Process STOP = Process.STOP;
    static final Process SKIP = Process.SKIP;
    static final Process OMEGA = Process.TERMINATED;
    static final Process DIV = Process.DIVERGE;

    /** Four processes that differ: each does one thing. */
    static final Process P = Process.prefix(A, STOP);

    static final Process Q = Process.prefix(B, STOP);
    static final Process R = Process.prefix(C, STOP);

    /** Moves silently to P; to Q. */
    static final Process SILENT_P = new Process.InternalChoice(List.of(P));

    static final Process SILENT_Q = new Process.InternalChoice(List.of(Q));

    record Arrow(int event, Process target) {}

    static List<Arrow> arrows(Process process) {
        var rules = new FiringRules();
        return rules.steps(rules.settle(process)).stream().map(step -> new Arrow(step.event(), step.target())).toList();
    }

    static Arrow on(int event, Process target) {
        return new Arrow(event, target);
    }

    static Arrow tau(Process target) {
        return new Arrow(Event.TAU, target);
    }

    static Arrow tick() {
        return new Arrow(Event.TICK, OMEGA);
    }

    static EventSet set(int... events) {
        return EventSet.of(events);
    }
}
