package org.cspcheck.runtime;

import java.util.List;

/**
 * Those who look on: the sink of events, and the probe of an exploration.
 *
 * <p>Invariant. They decide nothing, and without them each call costs one comparison with null. Once everything was told to end, {@code
 * probe} is null: what follows is no part of the run.
 */
final class Watch {
    private final EventSink events;
    private Probe probe;

    /** What a process knows without being told. */
    enum Mark { WENT_ON, WAITED }

    Watch(EventSink events, Probe probe) {
        this.events = events;
        this.probe = probe;
    }

    Probe probe() {
        return probe;
    }

    boolean probed() {
        return probe != null;
    }

    boolean noting() {
        return events != null;
    }

    /** Nobody follows the run from now on. */
    void stopProbing() {
        probe = null;
    }

    void deciding(List<Tasklet> candidates) {
        if (probe != null) {
            probe.deciding(candidates);
        }
    }

    void timing(ChoicePoint.TimerOrder order, List<Tasklet> ready) {
        if (probe != null) {
            probe.timing(order, ready);
        }
    }

    void coming(Tasklet process) {
        if (probe != null) {
            probe.coming(process);
        }
    }

    void started(Tasklet process, Tasklet parent) {
        if (probe != null) {
            probe.started(process, parent);
            if (parent != null && process.priority < parent.priority) {
                probe.touched(Shared.EVERYTHING);
            }
        }
    }

    void waits(Tasklet process, Waiting waiting) {
        if (probe != null && waiting.noticed()) {
            probe.learned(process, Mark.WAITED);
        }
    }

    void resumed(Tasklet process, Object message, Tasklet by) {
        if (probe != null) {
            probe.resumed(process);
            if (message != null) {
                probe.learned(process, message);
            }
            if (by != null && process.priority < by.priority) {
                probe.touched(Shared.EVERYTHING); // it keeps those from running that could have run
            }
        }
    }

    void ended(Tasklet process) {
        if (probe != null && !(process.whenEnded instanceof Shared)) {
            probe.touched(process.parent() == null ? Shared.EVERYTHING : Shared.ANYTHING);
        }
    }

    void wentOn(Tasklet process, Shared use) {
        if (probe != null) {
            probe.learned(process, Mark.WENT_ON);
            probe.touched(use);
        }
    }

    void touched(Shared use) {
        if (probe != null) {
            probe.touched(use);
        }
    }

    void touched(Shared.Side use) {
        if (probe != null) {
            probe.touched(use);
        }
    }

    void made(Shared use) {
        if (probe != null) {
            probe.made(use);
        }
    }

    void learned(Tasklet process, Object what) {
        if (probe != null) {
            probe.learned(process, what);
        }
    }

    void happened(Clock clock, Tasklet who, String channel, Object value) {
        if (events != null) {
            events.happened(clock.now(), who, channel, value);
        }
    }
}
